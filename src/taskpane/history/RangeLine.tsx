import type { Estimate } from "../../core/history/estimate";
import type { Comparison } from "../../core/history/wishes";

interface RangeLineProps {
  estimate: Estimate;
  wish: number | undefined;
  verdict: Comparison["verdict"] | undefined;
  show: (value: number) => string;
}

const WIDTH = 294;
const MARGIN = 24;

/** A finding with its interval on a line, and where the role stands on the same line. */
export function RangeLine({ estimate: { value, low, high }, wish, verdict, show }: RangeLineProps) {
  const [from, to] = [low ?? value, high ?? value];
  const known = [from, to, value, ...(wish === undefined ? [] : [wish])];
  const [least, most] = [Math.min(...known), Math.max(...known)];
  const place = (at: number) => (most === least ? WIDTH / 2 : MARGIN + ((at - least) / (most - least)) * (WIDTH - 2 * MARGIN));
  return (
    <svg className="range-line" viewBox={`0 0 ${WIDTH} 62`} role="img" aria-label={inWords({ value, low, high }, wish, show)}>
      <line className="axis" x1="0" x2={WIDTH} y1="31" y2="31" />
      <rect className="band" x={place(from)} y="26" width={Math.max(2, place(to) - place(from))} height="10" rx="5" />
      <circle className="value" cx={place(value)} cy="31" r="5" />
      <text x={inside(place(value))} y="14" textAnchor="middle">history {show(value)}</text>
      {wish !== undefined && (
        <g className={verdict === "above" ? "wish above" : "wish"}>
          <line x1={place(wish)} x2={place(wish)} y1="22" y2="42" />
          <text x={inside(place(wish))} y="57" textAnchor="middle">you ask {show(wish)}</text>
        </g>
      )}
    </svg>
  );
}

/** Keeps a label of usual length within the drawing. */
const inside = (x: number) => Math.min(WIDTH - 44, Math.max(44, x));

function inWords({ value, low, high }: Estimate, wish: number | undefined, show: (value: number) => string): string {
  const range = low === null || high === null ? "" : `, between ${show(low)} and ${show(high)}`;
  return `History shows ${show(value)}${range}${wish === undefined ? "" : `; you ask ${show(wish)}`}.`;
}
