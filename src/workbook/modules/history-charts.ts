import type { Reality } from "../../core/history/reality";
import { head, label, note, type BlockSpec, type CellSpec, type ChartSpec, type RowSpec } from "../spec";
import type { FormatName } from "../workbook-plan";

/** Rows that a chart stands over, under the band that is its title; its numbers follow below. */
const area = (id: string, title: string): BlockSpec =>
  ({ id, bands: [{ title, tone: "ask", from: "A" }], rows: Array.from({ length: 14 }, () => ({ cells: {} })), close: true });
const dated = (value: number | null, format: FormatName): CellSpec => note(value, { format, align: "right" });
const times = (frequency: number, isLast: boolean) =>
  (isLast && frequency > 0 ? `${frequency} or more` : ["never", "once", "twice"][frequency] ?? `${frequency} times`);

/** Does the model make as many one-time, twice, ... buyers as there are? */
export function frequencyBlocks({ byFrequency }: Reality): BlockSpec[] {
  return [
    area("frequencyArea", "Customers by how often they came back: counted (indigo) and as the model expects (ink)"),
    {
      id: "byFrequency",
      heads: { B: head("Came back"), C: head("Unit"), E: head("Counted", "right"), F: head("Expected", "right") },
      rows: byFrequency.map(({ frequency, actual, expected }, i): RowSpec => ({ id: `frequency${frequency}`, cells: {
        B: label(times(frequency, i === byFrequency.length - 1)), C: note("customers"),
        E: dated(actual, "money"), F: dated(expected, "money"),
      } })),
    },
  ];
}

/** Repeat purchases over time; a model that saw only the first days tells the others. */
export function trackingBlocks({ tracking }: Reality): BlockSpec[] {
  const lastSeen = tracking.filter(({ isHoldout }) => !isHoldout).length - 1;
  const rows = tracking.length > 0 ? tracking : [{ day: 0, actual: 0, expected: 0, isHoldout: false }];
  return [
    area("trackingArea", "Repeat purchases added up: came (indigo), expected (ink), expected of days the model had not seen (dashed)"),
    {
      id: "tracking",
      heads: { B: head("Until"), C: head("Unit"), E: head("Came", "right"), F: head("Expected", "right"), G: head("Not seen", "right") },
      rows: rows.map(({ day, actual, expected }, i): RowSpec => ({ cells: {
        B: note(day, { format: "date", align: "left" }), C: note("purchases"), E: dated(actual, "money"),
        F: dated(i <= lastSeen ? expected : null, "money"), G: dated(i >= lastSeen ? expected : null, "money"),
      } })),
    },
  ];
}

export const historyCharts: readonly ChartSpec[] = [
  {
    name: "Frequency", kind: "column", place: "frequencyArea.B:H", gapWidth: 60,
    altText: "Columns: customers who never came back, came back once, twice and so on, counted and as the model expects. "
      + "The table below holds the numbers.",
    series: [
      { name: "Counted", values: "byFrequency.E", categories: "byFrequency.B", look: "ask" },
      { name: "Expected", values: "byFrequency.F", categories: "byFrequency.B", look: "ink" },
    ],
  },
  {
    name: "Tracking", kind: "line", place: "trackingArea.B:H",
    altText: "Lines of repeat purchases added up over time: what came, what the model expects of the days it saw, and dashed what it "
      + "tells of the days it had not seen. The table below holds the numbers.",
    series: [
      { name: "Came", values: "tracking.E", categories: "tracking.B", look: "ask" },
      { name: "Expected", values: "tracking.F", categories: "tracking.B", look: "ink" },
      { name: "Expected, not seen", values: "tracking.G", categories: "tracking.B", look: "inkDashed" },
    ],
  },
];
