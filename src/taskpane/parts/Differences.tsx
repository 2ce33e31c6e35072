import { Button } from "@fluentui/react-components";
import { ArrowRight12Regular } from "@fluentui/react-icons";
import { useState } from "react";
import type { Comparison, Difference } from "../../core/versions/compare";
import { counted, money, signed, valueText } from "../numbers";

/** How many changes stand there at first. */
const FEW = 8;

/** What differs between two agreements, entry by entry, and what it does to the net value. */
export function Differences({ comparison, currency }: { comparison: Comparison; currency: string }) {
  const { differences, rows, before, after } = comparison;
  const [all, setAll] = useState(false);
  if (differences.length === 0 && rows.length === 0) return <p>Nothing differs.</p>;
  const listed = all ? differences : [...differences].sort(byEffect).slice(0, FEW);
  return (
    <>
      {before.netAsked !== null && after.netAsked !== null && (
        <dl className="soft sums">
          <div><dt>Net value before</dt><dd>{money(before.netAsked)} <small>{currency}</small></dd></div>
          <div><dt>Net value after</dt><dd>{money(after.netAsked)} <small>{currency}</small></dd></div>
        </dl>
      )}
      <ul className="list">
        {rows.map(({ id, label, is }) => (
          <li key={id} className="standing"><span className="row-text"><b>{label}</b><span className="hint">{is === "added" ? "Added" : "Taken out"}</span></span></li>
        ))}
        {listed.map((difference) => <Row key={difference.id} difference={difference} />)}
      </ul>
      {differences.length > listed.length && (
        <Button className="more" appearance="transparent" onClick={() => setAll(true)}>All {counted(differences.length, "change")}</Button>
      )}
    </>
  );
}

/** What moves the money most comes first; changes without an effect follow in sheet order. */
const byEffect = (one: Difference, other: Difference) => Math.abs(other.effect ?? 0) - Math.abs(one.effect ?? 0);

function Row({ difference: { label, kind, before, after, effect } }: { difference: Difference }) {
  const moves = effect !== null && Math.round(effect) !== 0;
  return (
    <li className="standing">
      <span className="row-text">
        <b>{label}</b>
        <span className="hint"><FromTo kind={kind} before={before} after={after} /></span>
      </span>
      {moves && <span className={effect > 0 ? "effect good" : "effect careful"}>{signed(effect)}</span>}
    </li>
  );
}

/** "10% to 12%", with an arrow for the eye. */
export function FromTo({ kind, before, after }: Partial<Pick<Difference, "kind">> & Pick<Difference, "before" | "after">) {
  return <span className="from-to">{valueText(kind, before)} <ArrowRight12Regular aria-label="to" className="to" /> {valueText(kind, after)}</span>;
}
