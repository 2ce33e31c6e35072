import type { FrequencyRow } from "../../core/history/tracking";
import { formatNumber } from "../numbers";

const [WIDTH, LABEL, ROW] = [318, 62, 26];

/** Customers by how often they came back: a bar for those counted, a mark where the model expects the bar to end. */
export function FrequencyChart({ rows }: { rows: readonly FrequencyRow[] }) {
  const most = Math.max(...rows.flatMap(({ actual, expected }) => [actual, expected]));
  const length = (count: number) => (count / most) * (WIDTH - LABEL - 52);
  return (
    <svg className="frequency-chart" viewBox={`0 0 ${WIDTH} ${rows.length * ROW + 18}`} role="img" aria-label={inWords(rows)}>
      {rows.map(({ frequency, actual, expected }, index) => (
        <g key={frequency} transform={`translate(0 ${index * ROW})`}>
          <text x="0" y="16">{timesInWords(frequency, index === rows.length - 1)}</text>
          <rect className="counted" x={LABEL} y="7" width={Math.max(1, length(actual))} height="12" rx="3" />
          <line className="expected" x1={LABEL + length(expected)} x2={LABEL + length(expected)} y1="3" y2="23" />
          <text className="number" x={LABEL + Math.max(length(actual), length(expected)) + 6} y="17">{formatNumber(actual)}</text>
        </g>
      ))}
      <g transform={`translate(${LABEL} ${rows.length * ROW + 4})`}>
        <rect className="counted" y="1" width="14" height="8" rx="3" /><text x="18" y="9">counted</text>
        <line className="expected" x1="80" x2="80" y1="-2" y2="12" /><text x="86" y="9">as the model expects</text>
      </g>
    </svg>
  );
}

/** "never", "once", "twice", "3 times", "7 or more". */
export const timesInWords = (times: number, isLast: boolean) =>
  (isLast ? `${times} or more` : ["never", "once", "twice"][times] ?? `${times} times`);

function inWords(rows: readonly FrequencyRow[]): string {
  const [never, ...others] = rows;
  const back = others.reduce((sum, { actual }) => sum + actual, 0);
  const expected = others.reduce((sum, row) => sum + row.expected, 0);
  return `${formatNumber(never!.actual)} customers never came back, ${formatNumber(never!.expected)} are expected; `
    + `${formatNumber(back)} came back, ${formatNumber(expected)} are expected.`;
}
