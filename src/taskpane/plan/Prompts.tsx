import { ClockPause20Regular, PersonVoice20Regular } from "@fluentui/react-icons";
import { useMemo } from "react";
import { optionalText } from "../../core/field";
import { promptHeadings, reasonToWait, type Prompt } from "../../core/portfolio/service";
import { usePortfolio } from "../portfolio/use-portfolio";
import { counted } from "../numbers";
import { Block } from "../parts/Block";
import { Disclosure } from "../parts/Disclosure";
import { useAgreement } from "../use-desk";
import { RowButtons, TypedCell, type Editing } from "./TypedCell";
import { rowsNow, textIn, type RowNow, type TypedColumn } from "./typed-rows";

const column = (key: keyof Prompt, label: string): TypedColumn => ({ ...optionalText, heading: promptHeadings[key], label });
const columns = { check: column("check", "Check"), offer: column("offer", "Offer"), ask: column("ask", "Ask") } as const;
const onlyIfKept: TypedColumn = { kind: "list", options: ["Y", "N"], optional: true, heading: promptHeadings.onlyIfKept, label: "Ask only while we keep our word" };

/** What service looks for at each stage; what rests on our word waits while we do not keep it. */
export function Prompts({ table, change }: Editing) {
  const { agreement } = useAgreement();
  const wait = reasonToWait(agreement);
  const cards = useMemo(() => rowsNow(table).filter((row) => textIn(row, promptHeadings.stage) !== ""), [table]);
  const waiting = wait === null ? [] : cards.filter(restsOnOurWord);
  return (
    <Block
      title="What does service look for?"
      hint={wait === null ? "A card for each stage. We keep our word, so all of it may be asked." : <span className="careful">{counted(waiting.length, "ask")} must wait. {wait}</span>}
    >
      <div className="list">
        {cards.map((at) => <Card key={at.row} at={at} mustWait={waiting.includes(at)} table={table} change={change} />)}
      </div>
    </Block>
  );
}

const restsOnOurWord = (row: RowNow) => textIn(row, promptHeadings.onlyIfKept).toUpperCase() === "Y";

function Card({ at, mustWait, table, change }: Editing & { at: RowNow; mustWait: boolean }) {
  const { state: { judged } } = usePortfolio();
  const stage = textIn(at, promptHeadings.stage);
  const here = judged?.customers.texts.stage.filter((each) => each.toLowerCase() === stage.toLowerCase()).length ?? 0;
  const cell = { at, table, change };
  return (
    <Disclosure
      summary={(
        <>
          {mustWait ? <ClockPause20Regular className="careful" /> : <PersonVoice20Regular className="muted" />}
          <span className="row-text">
            <span className="name">{stage}</span>
            <span className={mustWait ? "hint careful" : "hint"}>{mustWait ? "First keep our word" : textIn(at, promptHeadings.ask)}</span>
          </span>
          {here > 0 && <span className="hint cost">{counted(here, "customer")}</span>}
        </>
      )}
    >
      <div className="fields">
        {Object.values(columns).map((each) => <TypedCell key={each.heading} of={each} name={`${each.label} at ${stage}`} lines={2} {...cell} />)}
        <TypedCell of={onlyIfKept} name={`${onlyIfKept.label}: ${stage}`} {...cell} />
        <RowButtons table={table} at={at} what={stage} />
      </div>
    </Disclosure>
  );
}
