import type { Commitment } from "../../core/agreement";
import { annualCost } from "../../core/commitment/cost";
import { costOfServiceLevel } from "../../core/value/consequences";
import { formatNumber, money } from "../numbers";

const [WIDTH, HEIGHT, FLOOR, CEILING] = [318, 112, 90, 14];
/** A level in per cent, from which to which it is drawn. */
const [FROM, TO] = [80, 99.9];
const drawn = Array.from({ length: 60 }, (_, index) => FROM + ((TO - FROM) * index) / 59);

/** The shape of the cost of safety: it rises as the share of failures falls, and has no end at 100 %. */
const shape = (level: number) => costOfServiceLevel({ level: level / 100, sigma: 1, unitCost: 1, carryingRate: 1 });

/** Whether a commitment is a share of times kept, so that more of it costs ever more. */
export const hasCurve = ({ unit, committed, worst }: Commitment): boolean =>
  unit.startsWith("%") && committed > worst && committed >= FROM && committed < TO;

/** What each level of a commitment would cost: its own cost at its own level, along the curve of safety stock. */
export const costAt = (commitment: Commitment, level: number): number =>
  (annualCost(commitment) * shape(level)) / shape(commitment.committed);

/** The cost of perfection: a curve with the chosen level, and what one more point would cost. */
export function PerfectionCurve({ commitment, currency, period }: { commitment: Commitment; currency: string; period: string }) {
  const { committed } = commitment;
  const most = costAt(commitment, TO);
  const x = (level: number) => 4 + ((level - FROM) / (TO - FROM)) * (WIDTH - 8);
  const y = (level: number) => FLOOR - (costAt(commitment, level) / most) * (FLOOR - CEILING);
  const line = drawn.map((level, index) => `${index === 0 ? "M" : "L"}${x(level).toFixed(1)} ${y(level).toFixed(1)}`).join("");
  const next = Math.min(committed + 1, (committed + 100) / 2);
  const more = costAt(commitment, next) - costAt(commitment, committed);
  const [chosen, dearer] = [formatNumber(committed, 1), formatNumber(next, 2)];
  return (
    <figure className="curve">
      <figcaption>The cost of perfection</figcaption>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img"
        aria-label={`Cost rises from ${money(costAt(commitment, FROM))} at ${FROM}% over ${money(annualCost(commitment))} at ${chosen}% to ${money(most)} ${currency} at ${TO}%.`}
      >
        <path className="area" d={`${line}L${x(TO)} ${FLOOR}L${x(FROM)} ${FLOOR}z`} />
        <path className="axis" d={`M4 ${FLOOR}H${WIDTH - 4}`} />
        <path className="line" d={line} />
        <circle cx={x(committed)} cy={y(committed)} r="4.5" />
        <text className="level-label" x={x(committed) - 8} y={y(committed) - 6} textAnchor="end">{chosen}%, {money(annualCost(commitment))}</text>
        <text x="4" y={HEIGHT - 6}>{FROM}%</text>
        <text x={WIDTH - 4} y={HEIGHT - 6} textAnchor="end">{formatNumber(TO, 1)}%, {money(most)}</text>
      </svg>
      <p className="hint">
        From {chosen}% to {dearer}% costs <b>{money(more)} {currency}</b> more a {period}. Drawn from your own cost, in the shape of safety stock.
      </p>
    </figure>
  );
}
