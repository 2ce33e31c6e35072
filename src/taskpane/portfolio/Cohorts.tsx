import { bestOf } from "../../core/portfolio/best";
import { cohortsOf, type Cohort, type Cohorts as Split } from "../../core/portfolio/cohorts";
import type { Customers } from "../../core/portfolio/customers";
import type { Scores } from "../../core/portfolio/portfolio";
import { formatNumber, oneDecimal, percent } from "../numbers";
import { Block } from "../parts/Block";
import { useAgreement } from "../use-desk";
import { customersText } from "./words";

/** Whether the right customers stay longer, and those with whom everything was agreed beforehand; nothing where nobody is in either. */
export function Cohorts({ customers, scores }: { customers: Customers; scores: Scores }) {
  const { agreement: { inputs: { fitInvest, period } } } = useAgreement();
  const { fitting, unfitting, agreedBefore, others } = cohortsOf(scores, customers, fitInvest);
  if (fitting.customers + agreedBefore.customers === 0) return null;
  const rows = [
    [`Fit of ${percent(fitInvest)} and more`, fitting], ["Less fit", unfitting],
    ["Agreed before the first order", agreedBefore], ["Agreed later, never, or not known", others],
  ] as const;
  return (
    <Block title="Do the right customers stay longer?" hint={inWords({ fitting, unfitting, agreedBefore, others })}>
      <table className="numbers cohorts">
        <thead>
          <tr><th scope="col">Customers</th><th scope="col">Number</th><th scope="col">Stay</th><th scope="col">{`${period.charAt(0).toUpperCase()}${period.slice(1)}s`}</th></tr>
        </thead>
        <tbody>{rows.map(([name, cohort]) => <CohortRow key={name} name={name} cohort={cohort} />)}</tbody>
      </table>
      <Best scores={scores} />
    </Block>
  );
}

/** Who qualifies for what is for the best only, beside the share it is budgeted for. */
function Best({ scores }: { scores: Scores }) {
  const { agreement } = useAgreement();
  const best = bestOf(scores, agreement);
  if (!best) return null;
  const { customers, share, entitled } = best;
  const tooMany = entitled > 0 && share > entitled;
  return (
    <p className={tooMany ? "hint careful" : "hint"}>
      {customersText(customers)} ({percent(share)}) {customers === 1 ? "is" : "are"} among the best
      {entitled > 0 ? `; what is for the best only is budgeted for ${percent(entitled)}.` : "; nothing is for the best only."}
    </p>
  );
}

function CohortRow({ name, cohort: { customers, retention, life } }: { name: string; cohort: Cohort }) {
  return (
    <tr>
      <th scope="row">{name}</th><td>{formatNumber(customers)}</td>
      <td>{retention === null ? "" : percent(retention)}</td><td>{life === null ? "" : oneDecimal(life)}</td>
    </tr>
  );
}

/** What the larger difference says; a comparison, no proof of a cause. */
function inWords({ fitting, unfitting, agreedBefore, others }: Split): string {
  const gap = (one: Cohort, other: Cohort) => (one.retention === null || other.retention === null ? null : one.retention - other.retention);
  const [byFit, byDate] = [gap(fitting, unfitting), gap(agreedBefore, others)];
  const said = (points: number | null, who: string) =>
    (points === null ? [] : [`${who} stay ${points < 0 ? "less" : "more"} by ${oneDecimal(Math.abs(points) * 100)} of 100`]);
  const found = [...said(byFit, "those who fit"), ...said(byDate, "those who agreed first")].join(", and ");
  if (found === "") return "Of the customers whose retention is known.";
  return `${found[0]!.toUpperCase()}${found.slice(1)} a period. It compares, and proves no cause.`;
}
