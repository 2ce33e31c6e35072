import { Warning20Filled } from "@fluentui/react-icons";
import { useMemo } from "react";
import type { Agreement } from "../../core/agreement";
import { customerAt } from "../../core/portfolio/customers";
import type { Scores } from "../../core/portfolio/portfolio";
import { explainVerdict } from "../../core/portfolio/why";
import { money, percent } from "../numbers";
import { Block, Finding } from "../parts/Block";
import { Sums } from "../parts/Sums";
import { useAgreement } from "../use-desk";
import { AskReasons } from "./AskReasons";
import { DecideOtherwise } from "./DecideOtherwise";
import { LetGo } from "./LetGo";
import type { Judged } from "./portfolio";
import { Talk } from "./Talk";
import { ruleInWords, VerdictMark } from "./words";

interface CustomerProps { judged: Judged; scores: Scores; row: number }

/** The proposal for one customer, what it follows from, and what to do about it. */
export function OneCustomer({ judged, scores, row }: CustomerProps) {
  const { agreement } = useAgreement();
  const { customers } = judged;
  const customer = useMemo(() => customerAt(customers, row), [customers, row]);
  const reasons = useMemo(() => explainVerdict(agreement, customers, scores, row), [agreement, customers, scores, row]);
  const verdict = scores.verdict[row]!;
  return (
    <>
      <Finding title={customer.name || customer.id} hint={<>Proposal, for a person to decide: <VerdictMark verdict={verdict} /></>} />
      <Block title="Why this proposal?" hint={ruleInWords(verdict, agreement)}>
        <p>{reasons.because}</p>
        {reasons.caution && (
          <div className="care"><div className="care-head"><Warning20Filled className="careful" /><p>{reasons.caution}</p></div></div>
        )}
        <Sums rows={figures(agreement, scores, row)} />
        {scores.loyalLossMaker[row] === 1 && <p className="hint">A loyal loss-maker: costs more than it brings, and stays.</p>}
      </Block>
      <AskReasons asks={reasons.asks} />
      {verdict === "Renegotiate" && <Talk customer={customer} />}
      {verdict === "Let go" && <LetGo customer={customer} scores={scores} row={row} asOf={judged.asOf} />}
      <DecideOtherwise judged={judged} scores={scores} row={row} customer={customer} />
    </>
  );
}

type Figures = readonly (readonly [name: string, value: string])[];

function figures({ inputs: { currency, period } }: Agreement, scores: Scores, row: number): Figures {
  const { net, potential, profit, fit, low, high, coverage } = scores;
  const amount = (value: number, unit: string) => (Number.isNaN(value) ? "unknown" : `${money(value)} ${unit}`);
  const range = low[row] === high[row] ? "" : ` (${percent(low[row]!)} to ${percent(high[row]!)})`;
  return [
    ["Value now", amount(net[row]!, currency)], ["Value if the role is played", amount(potential[row]!, currency)],
    [`Profit a ${period}`, amount(profit[row]!, currency)],
    ["Fit", Number.isNaN(fit[row]!) ? "unknown" : `${percent(fit[row]!)}${range}`], ["Known of what counts", percent(coverage[row]!)],
  ];
}
