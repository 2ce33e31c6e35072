import { useMemo } from "react";
import { futuresOf, type Future } from "../../core/portfolio/scenarios";
import { money, signed } from "../numbers";
import { Finding } from "../parts/Block";
import { useAgreement } from "../use-desk";
import { against, SpanBar } from "./SpanBar";

/** A future that has a value. */
type Valued = Future & { readonly value: number; readonly change: number };
const isValued = (future: Future): future is Valued => future.value !== null && future.change !== null;

/** The scenarios every role starts from, the worst first after the role itself. */
export function Futures() {
  const { agreement } = useAgreement();
  const [base, ...futures] = useMemo(() => futuresOf(agreement).filter(isValued).sort(asAskedFirst), [agreement]);
  if (!base) return <Finding title="The role has no finite value" hint="Without an end it grows faster than money loses worth. Give it a horizon." />;
  const values = [base, ...futures].map(({ value }) => value);
  const axis = { from: Math.min(0, ...values), to: Math.max(...values) };
  return (
    <Finding title={titleOf(futures)} hint={hintOf(futures)}>
      <ul className="bars spans">
        {[base, ...futures].map(({ id, label, value, change }) => (
          <li key={id}>
            <span className="bar-label">{label}</span>
            <b>{money(value)}</b>
            {id !== base.id && <span className={change < 0 ? "bar-aside careful" : "bar-aside good"}>{signed(change)}</span>}
            <SpanBar spans={against(base.value, value)} base={base.value} axis={axis} />
          </li>
        ))}
      </ul>
    </Finding>
  );
}

const asAskedFirst = (a: Valued, b: Valued) => Number(b.id === "base") - Number(a.id === "base") || a.value - b.value;

/** What costs most, by name and money. */
function titleOf([worst]: readonly Valued[]): string {
  return worst && worst.change < 0 ? `“${worst.label}” costs the most: ${signed(worst.change)}` : "None of these futures costs value";
}

/** Differences of what is shown, so that a reader who subtracts finds the same. */
const asShown = Math.round;

/** How much more than the others. */
function hintOf([worst, ...others]: readonly Valued[]): string {
  const costly = others.filter(({ change }) => change < 0);
  if (!worst || costly.length === 0) return "What the role is worth when things change; what we give stays paid";
  return `${costly.map(({ label, value }) => `${money(asShown(value) - asShown(worst.value))} more than “${label}”`).join(", ")}.`;
}
