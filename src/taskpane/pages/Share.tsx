import { Button } from "@fluentui/react-components";
import { Checkmark20Regular, EyeOff20Regular, LockOpen20Regular } from "@fluentui/react-icons";
import type { ReactNode } from "react";
import type { Agreement } from "../../core/agreement";
import { asksToCsv, commitmentsToCsv, toJson } from "../../core/exchange";
import { counted } from "../numbers";
import { Block, Finding } from "../parts/Block";
import { Body } from "../parts/Frame";
import { fileName, SaveText } from "../parts/SaveText";
import { useDesk, useGo } from "../use-desk";

/** What others see when the workbook is handed on, and what to look at first. */
export default function Share() {
  const { state: { phase, built, agreement, templateId } } = useDesk();
  const go = useGo();
  const problems = built?.problems.length ?? 0;
  return (
    <Body isRead>
      <Finding title="Send the workbook as it is" hint="The sheets calculate with Excel’s own formulas, so it is an ordinary file." />
      <ul className="list">
        <Line
          icon={<Checkmark20Regular className="good" />} title="No add-in needed"
          text="Whoever opens it sees every number and can change the yellow cells."
        />
        <Line
          icon={<EyeOff20Regular className="careful" />} title="Your costs are in it"
          text="Costs, values and notes are on the sheets. Send it to colleagues, not to the customer."
        />
        <Line
          icon={<LockOpen20Regular className="careful" />} title="Functions that you typed yourself"
          text="A cell with a ROLE. formula shows #NAME? where the add-in is missing. Copy it and paste it as a value first."
        />
      </ul>
      {problems > 0 && (
        <Block title="Before you send it" hint={`${counted(problems, "place needs", "places need")} care.`}>
          <div className="buttons"><Button onClick={() => go("problems")}>Show problems</Button></div>
        </Block>
      )}
      {agreement && <Files agreement={agreement} templateId={templateId} />}
      {phase === "draft" && <Draft />}
      {phase === "empty" && <p>Nothing of ours is in this workbook yet.</p>}
    </Body>
  );
}

/** Excel takes a table in another alphabet for what it is only with a byte order mark. */
const forExcel = (csv: string) => `\uFEFF${csv}`;

/** The role without the workbook. */
function Files({ agreement, templateId }: { agreement: Agreement; templateId: string }) {
  const name = fileName(agreement.inputs.segment);
  return (
    <Block title="Take the role along" hint="Everything that was entered, with your costs in it, and nothing that is worked out.">
      <ul className="list">
        <SaveText
          title="The whole role" hint="To bring in again here, in another workbook or for a colleague" file={`${name}.json`}
          type="application/json" text={() => toJson(agreement, templateId)}
        />
        <SaveText
          title="What we ask, as a table" hint="For other programs (CSV)" file={`${name}-asks.csv`} type="text/csv"
          text={() => forExcel(asksToCsv(agreement))}
        />
        <SaveText
          title="What we give, as a table" hint="For other programs (CSV)" file={`${name}-commitments.csv`} type="text/csv"
          text={() => forExcel(commitmentsToCsv(agreement))}
        />
      </ul>
    </Block>
  );
}

/** A draft travels inside the file, unseen; who does not want that can take it out. */
function Draft() {
  const { desk } = useDesk();
  return (
    <Block
      title="A draft is kept in this file"
      hint="It holds the answers given so far, in the settings of the workbook, where others could read them."
    >
      <div className="buttons"><Button onClick={() => void desk.forgetDraft()}>Delete the draft</Button></div>
    </Block>
  );
}

function Line({ icon, title, text }: { icon: ReactNode; title: string; text: string }) {
  return <li className="standing">{icon}<span className="row-text"><b>{title}</b><span className="hint">{text}</span></span></li>;
}
