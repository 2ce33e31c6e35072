import { Button } from "@fluentui/react-components";
import { ArrowSyncCheckmark20Regular, Chat20Regular } from "@fluentui/react-icons";
import { useState } from "react";
import type { Agreement } from "../../core/agreement";
import { clauseSaid, type AskHeard, type Dialogue } from "../../core/portfolio/dialogue";
import { unitInWords } from "../../core/fields";
import { dayText } from "../history/days";
import { counted, formatNumber, money, percent, signed } from "../numbers";
import { BarList } from "../parts/BarList";
import { Block } from "../parts/Block";
import { useAgreement } from "../use-desk";
import type { Logged } from "./log";

/** Ask by ask: how likely customers say it is, and what the role assumes until somebody uses their answers. */
export function Likely({ dialogue: { asks, customers, expected, expectedAsTold } }: { dialogue: Dialogue }) {
  const { desk, agreement: { inputs: { currency } } } = useAgreement();
  const told = asks.filter(({ answers }) => answers > 0);
  if (told.length === 0) return null;
  const differ = told.filter(({ probability, assumed }) => Math.abs(probability - assumed) > 1e-9);
  const use = () => desk.tell({ type: "edited", change: (agreement) => withAnswers(agreement, differ) });
  return (
    <Block title="Will they go along?" hint="What customers answered, beside what the role assumes">
      <BarList
        rows={told.map(({ id, label, probability, assumed, answers }) => ({
          id, label, share: probability, value: percent(probability), aside: `${counted(answers, "answer")}, assumed ${percent(assumed)}`,
        }))}
      />
      {differ.length === 0 ? <p className="hint">The role counts with these answers.</p> : (
        <>
          <p>Expected with these answers: <b>{money(expectedAsTold)}</b> {currency} ({signed(expectedAsTold - expected)})</p>
          <div className="buttons"><Button appearance="primary" onClick={use}>Use the answers of {counted(customers, "customer")}</Button></div>
        </>
      )}
    </Block>
  );
}

const withAnswers = (agreement: Agreement, heard: readonly AskHeard[]): Agreement => ({
  ...agreement, asks: agreement.asks.map((ask) => ({ ...ask, cooperate: heard.find(({ id }) => id === ask.id)?.probability ?? ask.cooperate })),
});

/** Where a customer finds another level right than ours. */
export function Gaps({ dialogue: { gaps, changed } }: { dialogue: Dialogue }) {
  const { agreement } = useAgreement();
  const said = (level: number, unit: string) => `${formatNumber(level, 2)}${unit.startsWith("%") ? "" : " "}${unitInWords(unit, agreement)}`;
  return (
    <Block
      title={gaps.length === 0 ? "Nobody expects another level" : `${counted(gaps.length, "customer answer")} named another level`}
      hint={changed === 0 ? "No clause was changed because of a customer yet." : `${counted(changed, "clause")} changed because of customers.`}
    >
      {gaps.length > 0 && (
        <ul className="list">
          {gaps.map(({ place, label, ours, conversation: { customer, level, unit } }) => (
            <li key={place} className="standing">
              <span className="row-text"><b>{label}</b><span className="hint">{customer} expects {said(level!, unit)}; ours is {formatNumber(ours, 2)}</span></span>
            </li>
          ))}
        </ul>
      )}
    </Block>
  );
}

const FEW = 5;

/** What was said, the latest first; a loop is closed when the customer was told what became of it. */
export function Said({ log, close }: { log: readonly Logged[]; close: (said: Logged) => void }) {
  const [all, setAll] = useState(false);
  const latest = [...log].sort((a, b) => Number(a.closedOn !== null) - Number(b.closedOn !== null) || b.row - a.row);
  const open = log.filter(({ closedOn }) => closedOn === null).length;
  return (
    <Block title={open === 0 ? "Every loop is closed" : `${counted(open, "loop")} still open`} hint="Tell the customer what became of each answer, then close the loop">
      <ul className="list">
        {latest.slice(0, all ? undefined : FEW).map((said) => <Answer key={said.row} said={said} close={close} />)}
      </ul>
      {latest.length > FEW && !all && <Button className="more" appearance="transparent" onClick={() => setAll(true)}>All {counted(log.length, "answer")}</Button>}
    </Block>
  );
}

function Answer({ said, close }: { said: Logged; close: (said: Logged) => void }) {
  const { agreement } = useAgreement();
  const { customer, clause, words, accepts, closedOn } = said;
  const about = clauseSaid(agreement, clause)?.label ?? `Unknown clause ${clause}`;
  return (
    <li className="standing">
      {closedOn === null ? <Chat20Regular /> : <ArrowSyncCheckmark20Regular className="good" />}
      <span className="row-text">
        <b>{customer}: {about}</b>
        <span className="hint">{words ? `“${words}” ` : ""}{accepts && `Accepts: ${accepts}`}</span>
        {closedOn !== null && <span className="hint">Loop closed on {dayText(closedOn)}</span>}
      </span>
      {closedOn === null && (
        <Button size="small" onClick={() => close(said)} aria-label={`Close the loop with ${customer} on ${about}`}>Close</Button>
      )}
    </li>
  );
}
