import { SearchBox } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import { decisionsOf } from "../../core/portfolio/overrides";
import type { Scores } from "../../core/portfolio/portfolio";
import type { Verdict } from "../../core/portfolio/verdict";
import { formatNumber, money } from "../numbers";
import { useGo } from "../use-desk";
import type { Judged } from "./portfolio";
import { usePortfolio } from "./use-portfolio";
import { VerdictMark, worstFirst } from "./words";

/** More rows than anybody reads; the rest is found by name. */
const most = 100;
/** From so many on, a name is searched rather than seen. */
const manyCustomers = 20;

interface CustomerTableProps { judged: Judged; scores: Scores; chosen: readonly Verdict[]; nameOf: (row: number) => string }

/** Customers with what is proposed, worst first; a row opens the reasons. */
export function CustomerTable({ judged, scores, chosen, nameOf }: CustomerTableProps) {
  const { customers, asOf } = judged;
  const [wanted, setWanted] = useState("");
  const order = useMemo(() => worstOrder(scores), [scores]);
  const decisions = useMemo(() => decisionsOf(customers, scores, asOf), [customers, scores, asOf]);
  const found = useMemo(() => {
    const word = wanted.trim().toLowerCase();
    const isWanted = (row: number) => word === "" || `${customers.texts.name[row]} ${customers.texts.id[row]}`.toLowerCase().includes(word);
    return order.filter((row) => (chosen.length === 0 || chosen.includes(scores.verdict[row]!)) && isWanted(row));
  }, [order, chosen, wanted, scores, customers]);
  return (
    <>
      {scores.count > manyCustomers && (
        <SearchBox
          aria-label="Find a customer" placeholder="Find a customer" value={wanted} onChange={(_, { value }) => setWanted(value)}
        />
      )}
      <table className="customers">
        <thead>
          <tr>
            <th scope="col">Customer</th><th scope="col">Value now</th><th scope="col" className="fit">Fit</th><th scope="col">Proposal</th>
          </tr>
        </thead>
        <tbody>
          {found.slice(0, most).map((row) => (
            <CustomerRow key={row} row={row} name={nameOf(row)} scores={scores} decided={decisions[row]!} />
          ))}
        </tbody>
      </table>
      {found.length === 0 && <p className="hint">No customer is among these.</p>}
      {found.length > most && (
        <p className="hint">The first {most} of {formatNumber(found.length)}. Choose a proposal or a name to see others.</p>
      )}
    </>
  );
}

function CustomerRow({ row, name, scores, decided }: { row: number; name: string; scores: Scores; decided: Verdict }) {
  const { portfolio } = usePortfolio();
  const go = useGo();
  const [net, fit, verdict] = [scores.net[row]!, scores.fit[row]!, scores.verdict[row]!];
  const open = () => {
    portfolio.look(row);
    go("customer");
  };
  return (
    <tr>
      <th scope="row">
        <button type="button" className="name-button" onClick={open}>{name}</button>
        {decided !== verdict && <span className="hint">decided: {decided}</span>}
      </th>
      <td className={net < 0 ? "careful" : undefined}>{Number.isNaN(net) ? "unknown" : money(net)}</td>
      <td className="fit">{Number.isNaN(fit) ? "?" : formatNumber(fit * 100)}</td>
      <td><VerdictMark verdict={verdict} /></td>
    </tr>
  );
}

/** By verdict, then by value, the lowest first; an unknown value comes last. */
function worstOrder({ count, verdict, net }: Scores): number[] {
  const place = new Map(worstFirst.map((word, i) => [word, i]));
  const worth = (row: number) => (Number.isNaN(net[row]!) ? Infinity : net[row]!);
  return Array.from({ length: count }, (_, row) => row)
    .sort((a, b) => place.get(verdict[a]!)! - place.get(verdict[b]!)! || (worth(a) < worth(b) ? -1 : worth(a) > worth(b) ? 1 : a - b));
}
