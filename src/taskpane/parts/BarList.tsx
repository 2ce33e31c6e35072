import { Bar } from "./Bar";

/** One bar of a list: its label, the number that counts, and one beside it. */
export interface BarRow {
  readonly id: string;
  readonly label: string;
  /** Length, 0 to 1. */
  readonly share: number;
  readonly value: string;
  readonly aside?: string;
  /** Quieter than the others: not among those that matter most. */
  readonly quiet?: boolean;
}

/** Bars under each other, label left and number right above each: read as a list, drawn as a chart. */
export function BarList({ rows, kind = "ask" }: { rows: readonly BarRow[]; kind?: "ask" | "give" }) {
  return (
    <ul className="bars">
      {rows.map(({ id, label, share, value, aside, quiet }) => (
        <li key={id} className={quiet ? "quiet" : undefined}>
          <span className="bar-label">{label}</span>
          <b>{value}</b>
          {aside && <span className="bar-aside">{aside}</span>}
          <Bar share={share} kind={kind} />
        </li>
      ))}
    </ul>
  );
}
