import type { TrackingRow } from "../../core/history/tracking";
import { formatNumber } from "../numbers";
import { dayText } from "./days";

const [WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM] = [318, 176, 44, 12, 22, 24];

/** Repeat purchases over time: what came, and what a model expects that saw only the days before the line. */
export function TrackingChart({ rows }: { rows: readonly TrackingRow[] }) {
  const [first, last] = [rows[0]!, rows.at(-1)!];
  const most = Math.max(last.actual, last.expected, 1);
  const x = (day: number) => LEFT + ((day - first.day) / Math.max(1, last.day - first.day)) * (WIDTH - LEFT - RIGHT);
  const y = (count: number) => HEIGHT - BOTTOM - (count / most) * (HEIGHT - TOP - BOTTOM);
  const path = (count: (row: TrackingRow) => number) =>
    `M${rows.map((row) => `${x(row.day).toFixed(1)} ${y(count(row)).toFixed(1)}`).join("L")}`;
  const split = rows.find(({ isHoldout }) => isHoldout)?.day;
  const actual = path((row) => row.actual);
  return (
    <svg className="tracking-chart" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={inWords(rows)}>
      {ticksUpTo(most).map((tick) => (
        <g key={tick}>
          <line className="grid" x1={LEFT} x2={WIDTH - RIGHT} y1={y(tick)} y2={y(tick)} />
          <text x={LEFT - 6} y={y(tick) + 4} textAnchor="end">{formatNumber(tick)}</text>
        </g>
      ))}
      <path className="area" d={`${actual}V${y(0)}H${x(first.day)}Z`} />
      {split !== undefined && (
        <g className="holdout">
          <line x1={x(split)} x2={x(split)} y1={TOP - 6} y2={y(0)} />
          <text x={x(split)} y="11" textAnchor="middle">not seen from here</text>
        </g>
      )}
      <path className="came" d={actual} />
      <path className="expected" d={path((row) => row.expected)} />
      <text x={LEFT} y={HEIGHT - 6}>{dayText(first.day)}</text>
      <text x={WIDTH - RIGHT} y={HEIGHT - 6} textAnchor="end">{dayText(last.day)}</text>
      <g className="key" transform={`translate(${LEFT + 10} ${TOP + 10})`}>
        <line className="came" x2="18" /><text x="24" y="4">came</text>
        <line className="expected" x2="18" y1="16" y2="16" /><text x="24" y="20">expected</text>
      </g>
    </svg>
  );
}

/** At most three round steps: 0, 5,000, 10,000. */
function ticksUpTo(most: number): number[] {
  const power = 10 ** Math.floor(Math.log10(most));
  const step = [0.5, 1, 2, 5].map((each) => each * power).find((each) => most / each < 3)!;
  return Array.from({ length: Math.floor(most / step) + 1 }, (_, i) => i * step);
}

function inWords(rows: readonly TrackingRow[]): string {
  const { day, actual, expected } = rows.at(-1)!;
  return `Until ${dayText(day)} came ${formatNumber(actual)} repeat purchases; ${formatNumber(expected)} were expected.`;
}
