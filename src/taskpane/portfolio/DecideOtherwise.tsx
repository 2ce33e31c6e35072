import { Button, Field, Input, Select, Textarea } from "@fluentui/react-components";
import { Warning16Filled } from "@fluentui/react-icons";
import { useState } from "react";
import type { Customer } from "../../core/portfolio/customers";
import { overridesOf } from "../../core/portfolio/overrides";
import type { Scores } from "../../core/portfolio/portfolio";
import { dayOfIso, dayText, isoDay } from "../history/days";
import { money } from "../numbers";
import { Block } from "../parts/Block";
import { useAgreement } from "../use-desk";
import type { Judged } from "./portfolio";
import { usePortfolio } from "./use-portfolio";
import { worstFirst } from "./words";

interface DecideOtherwiseProps { judged: Judged; scores: Scores; row: number; customer: Customer }

/** A person may set the proposal aside: with a reason, a name and an end, and knowing what it costs. */
export function DecideOtherwise({ judged, scores, row, customer }: DecideOtherwiseProps) {
  const { agreement: { inputs: { currency, period } } } = useAgreement();
  const { portfolio } = usePortfolio();
  const written = typedOf(customer);
  const [typed, setTyped] = useState(written);
  const [known, setKnown] = useState(written);
  const [isTried, setTried] = useState(false);
  // What was written elsewhere, on the sheet or by the steps above, replaces what stood here.
  if (Object.entries(written).some(([key, text]) => known[key as keyof typeof known] !== text)) {
    setKnown(written);
    setTyped(written);
  }
  const now = overridesOf(judged.customers, scores, judged.asOf).find((override) => override.row === row);
  const day = dayOfIso(typed.until);
  const faults = {
    override: typed.override === "" ? "Choose what holds instead." : undefined,
    reason: typed.reason.trim() === "" ? "Give the reason." : undefined,
    owner: typed.owner.trim() === "" ? "Name who answers for it." : undefined,
    until: day === undefined ? "Say until when." : day < judged.asOf ? `Choose a day after ${dayText(judged.asOf)}.` : undefined,
  };
  const told = (fault: string | undefined) => (isTried ? fault : undefined);
  const write = () => {
    setTried(true);
    if (Object.values(faults).every((fault) => fault === undefined)) {
      void portfolio.decide(row, { override: typed.override, reason: typed.reason.trim(), overrideOwner: typed.owner.trim(), until: day! });
    }
  };
  const takeBack = () => {
    setTyped(typedOf({ id: customer.id, levels: {} }));
    setTried(false);
    void portfolio.decide(row, { override: "", reason: "", overrideOwner: "", until: null });
  };
  return (
    <Block
      title={now ? "What was decided" : "Decide otherwise"}
      hint={now ? undefined : "A reason, a name and an end are needed. It is written beside the proposal."}
    >
      {now && (
        <div className="soft">
          <p><b>{now.decided}</b>{now.until !== null && ` until ${dayText(now.until)}`}{now.owner && `, ${now.owner}`}</p>
          {now.reason && <p className="hint">{now.reason}</p>}
          {now.problems.map((problem) => <p key={problem} className="hint careful with-icon"><Warning16Filled />{problem}</p>)}
        </div>
      )}
      <div className="fields">
        <Field label="Holds instead" required validationMessage={told(faults.override)}>
          <Select value={typed.override} onChange={(_, { value }) => setTyped({ ...typed, override: value })}>
            <option value="">choose</option>
            {worstFirst.map((word) => <option key={word} value={word}>{word}</option>)}
          </Select>
        </Field>
        <Field label="Reason" required validationMessage={told(faults.reason)}>
          <Textarea rows={2} maxLength={255} value={typed.reason} onChange={(_, { value }) => setTyped({ ...typed, reason: value })} />
        </Field>
        <Field label="Who answers for it" required validationMessage={told(faults.owner)}>
          <Input value={typed.owner} maxLength={255} onChange={(_, { value }) => setTyped({ ...typed, owner: value })} />
        </Field>
        <Field label="Until" required validationMessage={told(faults.until)}>
          <Input type="date" value={typed.until} onChange={(_, { value }) => setTyped({ ...typed, until: value })} />
        </Field>
        <p className="hint">{priceInWords(scores.profit[row]!, currency, period)}</p>
        <div className="buttons">
          <Button appearance="primary" onClick={write}>{now ? "Write it anew" : "Write the decision"}</Button>
          {now && <Button onClick={takeBack}>Take it back</Button>}
        </div>
      </div>
    </Block>
  );
}

const typedOf = ({ override = "", reason = "", overrideOwner = "", until }: Customer) =>
  ({ override, reason, owner: overrideOwner, until: until === null || until === undefined ? "" : isoDay(until) });

function priceInWords(profit: number, currency: string, period: string): string {
  if (Number.isNaN(profit)) return "What it costs cannot be told: the contribution is not known.";
  const amount = `${money(Math.abs(profit))} ${currency} a ${period}`;
  return profit < 0 ? `Going on costs ${amount}.` : `Going on brings ${amount}.`;
}
