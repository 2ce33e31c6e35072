import { Button } from "@fluentui/react-components";
import { ArrowUpload20Regular, Warning12Filled } from "@fluentui/react-icons";
import { useRef, useState } from "react";
import { answerTo, clauseStatuses, isAgreed, type ClauseAnswer } from "../../core/charter/charter";
import { agreementIndex, clausesOf, type Clause } from "../../core/charter/clauses";
import { vagueTerms } from "../../core/commitment/vague";
import { readAnswer } from "../../workbook";
import { counted, percent } from "../numbers";
import { useAgreement } from "../use-desk";
import { BarList } from "./BarList";
import { Block } from "./Block";
import { Choice } from "./Choice";
import { Disclosure } from "./Disclosure";
import { Entry } from "./Entry";
import { Wording } from "./Wording";

/** Every clause with its words and what was said to it, and how far both sides agree. */
export function Clauses({ titleId }: { titleId: string }) {
  const { agreement, assessment } = useAgreement();
  const clauses = clausesOf(agreement);
  const index = agreementIndex(agreement, new Map(assessment.asks.map(({ id, weight }) => [id, weight])));
  const open = clauses.filter(({ id }) => !isAgreed(answerTo(agreement.charter, id))).length;
  return (
    <Block
      title="What did the customer say?" titleId={titleId}
      hint={open === 0 ? "Every clause is agreed." : `${counted(open, "clause is", "clauses are")} not agreed yet. Each side counts half.`}
    >
      {index !== null && (
        <BarList kind="give" rows={[{ id: "index", label: "Agreed", value: percent(index), share: index }]} />
      )}
      <AnswerFile />
      <Side title="What we promise" clauses={clauses.filter(({ side }) => side === "us")} />
      <Side title="What we count on" clauses={clauses.filter(({ side }) => side === "you")} />
    </Block>
  );
}

function Side({ title, clauses }: { title: string; clauses: readonly Clause[] }) {
  const { agreement: { charter } } = useAgreement();
  const agreed = clauses.filter(({ id }) => isAgreed(answerTo(charter, id))).length;
  if (clauses.length === 0) return null;
  return (
    <Disclosure kind="group" summary={<><h3>{title}</h3><span className="hint">{agreed} of {clauses.length} agreed</span></>}>
      <div className="list">{clauses.map((clause) => <ClauseRow key={clause.id} clause={clause} />)}</div>
    </Disclosure>
  );
}

const options = clauseStatuses.map((status) => ({ value: status, label: status[0]!.toUpperCase() + status.slice(1) }));

function ClauseRow({ clause: { id, side, number, wording, amount } }: { clause: Clause }) {
  const { agreement } = useAgreement();
  const { status } = answerTo(agreement.charter, id);
  const isVague = vagueTerms(wording).length > 0;
  const answer = (key: keyof ClauseAnswer) => `clauses.${id}.${key}`;
  return (
    <Disclosure
      summary={(
        <span className="row-text">
          <span className="hint">{side === "us" ? "We" : "You"}{number > 0 && ` ${number}`} · {status}</span>
          <span>{wording}</span>
          {isVague && <span className="hint careful with-icon"><Warning12Filled />No number in it</span>}
        </span>
      )}
    >
      <div className="fields">
        <Wording of={`${side === "us" ? "commitments" : "asks"}.${id}.wording`} />
        <p className="hint">In short: {amount}</p>
        <Choice of={answer("status")} label="Answer" options={options} />
        <div className="pair">
          <Entry of={answer("by")} label="Said by" />
          <Entry of={answer("on")} label="On" width={138} />
        </div>
        <Entry of={answer("remark")} label="Remark" />
      </div>
    </Disclosure>
  );
}

/** The form of a customer's copy that came back: its answers take the place of those here. */
function AnswerFile() {
  const { desk, agreement } = useAgreement();
  const input = useRef<HTMLInputElement>(null);
  const [told, setTold] = useState<readonly string[]>([]);
  const take = async (file: File | undefined) => {
    if (!file) return;
    const { answers, problems } = await readAnswer(await file.arrayBuffer());
    const known = Object.entries(answers).filter(([id]) => clausesOf(agreement).some((clause) => clause.id === id));
    desk.tell({ type: "edited", change: (now) => withAnswers(now, known) });
    setTold([...(known.length > 0 ? [`${counted(known.length, "answer")} taken over.`] : []), ...problems]);
  };
  return (
    <>
      <div className="buttons">
        <Button icon={<ArrowUpload20Regular />} onClick={() => input.current?.click()}>Take over an answer</Button>
        <input
          ref={input} type="file" accept=".xlsx" hidden aria-label="The copy that the customer sent back"
          onChange={({ target }) => {
            void take(target.files?.[0]);
            target.value = ""; // So that the same file can be chosen again.
          }}
        />
      </div>
      <div aria-live="polite">{told.map((sentence) => <p key={sentence} className="hint">{sentence}</p>)}</div>
    </>
  );
}

/** Only what was said is replaced; the sheet of the customer has no clauses but those sent. */
function withAnswers<Part extends { charter: { clauses: Record<string, ClauseAnswer> } }>(agreement: Part, answers: readonly [string, ClauseAnswer][]): Part {
  const clauses = { ...agreement.charter.clauses, ...Object.fromEntries(answers) };
  return { ...agreement, charter: { ...agreement.charter, clauses } };
}
