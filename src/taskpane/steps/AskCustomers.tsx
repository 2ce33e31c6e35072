import { Badge, Button } from "@fluentui/react-components";
import { Print20Regular, TableSimple20Regular } from "@fluentui/react-icons";
import { useMemo } from "react";
import { enough, hear, type Conversation, type Dialogue } from "../../core/portfolio/dialogue";
import { interviewGuide } from "../../core/portfolio/interview";
import { AddAnswer } from "../dialogue/AddAnswer";
import { Gaps, Likely, Said } from "../dialogue/Answers";
import { closing, conversationsIn, entering } from "../dialogue/log";
import { today } from "../history/days";
import { counted, money, percent } from "../numbers";
import { Block, Finding } from "../parts/Block";
import { Disclosure } from "../parts/Disclosure";
import { useAgreement } from "../use-desk";
import { useOwnTable } from "../use-table";
import "../dialogue/dialogue.css";

/** Step 9: what customers say about the role, and the value that can be expected then. */
export default function AskCustomers() {
  const { agreement, assessment, state: { built } } = useAgreement();
  const { table, problem, change } = useOwnTable("tblDialogue", "dialogue");
  const log = useMemo(() => (table ? conversationsIn(table) : []), [table]);
  const dialogue = useMemo(() => hear(agreement, assessment, log), [agreement, assessment, log]);
  const isThere = built?.build.modules.some(({ id }) => id === "dialogue") ?? false;
  const write = (conversation: Conversation) => (table ? change(entering(table, conversation)) : Promise.resolve(false));
  return (
    <>
      <Expected dialogue={dialogue} />
      <Guide />
      {problem && <p className="wrong" role="alert">{problem}</p>}
      {!isThere && <Begin />}
      {isThere && table && (
        <>
          <AddAnswer write={write} startsOpen={log.length === 0} />
          <Likely dialogue={dialogue} />
          {log.length > 0 && <Gaps dialogue={dialogue} />}
          {log.length > 0 && <Said log={log} close={({ row }) => void change(closing(row, today()))} />}
        </>
      )}
    </>
  );
}

function Expected({ dialogue: { customers, isValidated, expected, gapStakes } }: { dialogue: Dialogue }) {
  const { agreement: { inputs: { currency } } } = useAgreement();
  const share = gapStakes === 0 ? 0 : expected / gapStakes;
  return (
    <Finding
      title={gapStakes > 0 ? `${money(expected)} of ${money(gapStakes)} can be expected` : "No gap is left to close"}
      hint={`${percent(share, 1)} of the gaps in ${currency}: what each ask is worth, times how likely customers go along.`}
    >
      <div className="buttons">
        {isValidated
          ? <Badge appearance="tint" color="success">Validated with {counted(customers, "customer")}</Badge>
          : <Badge appearance="tint" color="warning">{customers === 0 ? "Nobody was asked yet" : `${counted(customers, "customer")} of ${enough} asked`}</Badge>}
      </div>
    </Finding>
  );
}

/** The eight questions, to read here or to print. */
function Guide() {
  const { desk, state: { built } } = useAgreement();
  const sheet = (id: string) => built?.build.modules.flatMap(({ sheets }) => sheets).find((each) => each.id === id)?.name;
  const [form, log] = [sheet("interview"), sheet("dialogue")];
  return (
    <Block title="How do we ask?" hint={`Ask at least ${enough} customers; listen first, and promise nothing yet`}>
      <div className="list">
        <Disclosure summary={<span className="row-text">{counted(interviewGuide.length, "question")} for the talk</span>}>
          <ol className="guide">{interviewGuide.map((question) => <li key={question}>{question}</li>)}</ol>
        </Disclosure>
      </div>
      {form && log && (
        <div className="buttons">
          <Button size="small" icon={<Print20Regular />} onClick={() => void desk.goTo({ sheet: form, address: "A1" })}>Form to print</Button>
          <Button size="small" icon={<TableSimple20Regular />} onClick={() => void desk.goTo({ sheet: log, address: "A1" })}>The log</Button>
        </div>
      )}
    </Block>
  );
}

function Begin() {
  const { desk, state: { built, doing } } = useAgreement();
  const trySample = async () => {
    const { sampleDialogue } = await import(/* webpackChunkName: "steps" */ "../../core/portfolio/sample-dialogue");
    await desk.addModule("dialogue", sampleDialogue);
  };
  if (!built) return <Block title="Where do the answers go?" hint="Build the workbook first: the log of answers is a sheet of it." />;
  return (
    <Block title="Where do the answers go?" hint="Into a log on a sheet of its own, with a form to print beside it">
      <div className="buttons">
        <Button appearance="primary" disabledFocusable={doing !== undefined} onClick={() => void desk.addModule("dialogue")}>Start the log</Button>
        <Button appearance="subtle" disabledFocusable={doing !== undefined} onClick={() => void trySample()}>Try with nine answers of the sample</Button>
      </div>
    </Block>
  );
}
