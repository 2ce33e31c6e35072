import { Button } from "@fluentui/react-components";
import { Pause16Regular, QuestionCircle16Regular, Warning16Filled } from "@fluentui/react-icons";
import { useState } from "react";
import { unitInWords } from "../../core/fields";
import type { AskReason } from "../../core/portfolio/why";
import { askById } from "../../core/role/asks";
import { formatNumber, money, percent } from "../numbers";
import { withUnit } from "../parts/levels";
import { Block } from "../parts/Block";
import { useAgreement } from "../use-desk";

/** How many asks are shown at first: those that cost most. */
const few = 5;

/** Ask by ask: how far it is attained, how many points that costs, and what the gap is worth. */
export function AskReasons({ asks }: { asks: readonly AskReason[] }) {
  const [isAll, setAll] = useState(false);
  const isBroken = ({ must }: AskReason) => must === "broken";
  const ordered = [...asks.filter(isBroken), ...asks.filter((ask) => !isBroken(ask))];
  const shown = isAll ? ordered : ordered.slice(0, few);
  return (
    <Block title="What the score is made of" hint="Of 100 points. Broken musts first, then what costs most.">
      <ul className="list">{shown.map((ask) => <Reason key={ask.id} ask={ask} />)}</ul>
      {!isAll && asks.length > few && (
        <Button appearance="transparent" className="more" onClick={() => setAll(true)}>Show all {asks.length}</Button>
      )}
    </Block>
  );
}

function Reason({ ask }: { ask: AskReason }) {
  const { agreement } = useAgreement();
  const { currency } = agreement.inputs;
  const { label, lost, gap, state, must, weight } = ask;
  return (
    <li className="standing">
      <span className="row-text">
        <b>{label}</b>
        <span className="hint">{inWords({ ...ask, unit: unitInWords(ask.unit, agreement) }, currency)}</span>
        {must === "broken" && <span className="hint careful with-icon"><Warning16Filled />A must is broken: the fit is capped</span>}
        {state === "on hold" && (
          <span className="hint with-icon"><Pause16Regular />On hold, because we broke our word. It does not count.</span>
        )}
        {state === "unknown" && <span className="hint with-icon"><QuestionCircle16Regular />Nobody has measured it</span>}
      </span>
      <span className="at-end">
        {lost === null ? <small>weighs {formatNumber(weight * 100, 1)}</small> : <b>{pointsText(lost)}</b>}
        {gap !== null && Math.round(gap) !== 0 && (
          <span className="hint block-line">{gap > 0 ? `${money(gap)} ${currency}` : `brings ${money(-gap)}`}</span>
        )}
      </span>
    </li>
  );
}

const pointsText = (lost: number) => (lost === 0 ? "full" : `−${formatNumber(lost * 100, 1)}`);

function inWords({ id, unit, target, actual, attainment, state, swing }: AskReason, currency: string): string {
  const { kind } = askById.get(id)!;
  const asked = `target ${withUnit(target, kind, unit)}`;
  if (state === "unknown") return `${asked}; up to ${money(swing)} ${currency} hangs on it`;
  if (state === "not applicable") return "Does not apply to this customer";
  if (state === "not for a single sale") return "Counts only where a relationship is meant";
  if (actual === null || attainment === null) return asked;
  return `${withUnit(actual, kind, unit)}, ${asked}: ${percent(attainment)} attained`;
}
