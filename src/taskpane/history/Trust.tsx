import { Tab, TabList } from "@fluentui/react-components";
import { useState, type ReactNode } from "react";
import type { Reality } from "../../core/history/reality";
import type { FrequencyRow, TrackingRow } from "../../core/history/tracking";
import { formatNumber } from "../numbers";
import { Block } from "../parts/Block";
import { dayText } from "./days";
import { FrequencyChart, timesInWords } from "./FrequencyChart";
import { TrackingChart } from "./TrackingChart";

/** Does the model behind the findings fit this history: two drawings, each with its numbers one tab away. */
export function Trust({ reality: { byFrequency, tracking } }: { reality: Reality }) {
  return (
    <>
      <Block title={fitFinding(byFrequency)} hint="Customers by how often they came back: counted, and as the model expects">
        <Twin chart={<FrequencyChart rows={byFrequency} />} table={<FrequencyTable rows={byFrequency} />} />
      </Block>
      {tracking.length > 0
        ? (
          <Block
            title={holdoutFinding(tracking)}
            hint="Repeat purchases added up. The model saw the days up to the line and had to tell the rest."
          >
            <Twin chart={<TrackingChart rows={tracking} />} table={<TrackingTable rows={tracking} />} />
          </Block>
        )
        : <p className="hint">Too few customers came early enough to try the model on days it has not seen.</p>}
    </>
  );
}

function Twin({ chart, table }: { chart: ReactNode; table: ReactNode }) {
  const [shown, setShown] = useState("chart");
  return (
    <>
      <TabList className="tabs twin" size="small" selectedValue={shown} onTabSelect={(_, { value }) => setShown(String(value))}>
        <Tab value="chart">Chart</Tab>
        <Tab value="table">Table</Tab>
      </TabList>
      {shown === "chart" ? chart : table}
    </>
  );
}

/** The largest share of all customers by which a group is counted differently than expected. */
function fitFinding(rows: readonly FrequencyRow[]): string {
  const all = rows.reduce((sum, { actual }) => sum + actual, 0);
  const worst = Math.max(...rows.map(({ actual, expected }) => Math.abs(actual - expected) / all));
  if (worst < 0.02) return "The model fits how often customers come back";
  return `The model misplaces up to ${Math.round(worst * 100)} of 100 customers`;
}

/** How far off the purchases of the holdout were told. */
function holdoutFinding(rows: readonly TrackingRow[]): string {
  const before = rows.filter(({ isHoldout }) => !isHoldout).at(-1);
  const last = rows.at(-1)!;
  const [told, came] = [last.expected - (before?.expected ?? 0), last.actual - (before?.actual ?? 0)];
  if (came === 0) return "Nothing was bought in the days the model had not seen";
  const miss = Math.round((told / came - 1) * 100);
  if (miss === 0) return "It tells days it has not seen to within 1 in 100";
  return `It tells ${Math.abs(miss)}% ${miss > 0 ? "more" : "less"} than came in days it had not seen`;
}

function FrequencyTable({ rows }: { rows: readonly FrequencyRow[] }) {
  return (
    <table className="numbers">
      <thead><tr><th scope="col">Came back</th><th scope="col">Counted</th><th scope="col">Expected</th></tr></thead>
      <tbody>
        {rows.map(({ frequency, actual, expected }) => (
          <tr key={frequency}>
            <th scope="row">{timesInWords(frequency, frequency === rows.length - 1)}</th>
            <td>{formatNumber(actual)}</td><td>{formatNumber(expected)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function TrackingTable({ rows }: { rows: readonly TrackingRow[] }) {
  const every = Math.ceil(rows.length / 12);
  const shown = rows.filter((_, index) => index % every === every - 1 || index === rows.length - 1);
  return (
    <table className="numbers">
      <thead><tr><th scope="col">Until</th><th scope="col">Came</th><th scope="col">Expected</th></tr></thead>
      <tbody>
        {shown.map(({ day, actual, expected, isHoldout }) => (
          <tr key={day}>
            <th scope="row">{dayText(day)}{isHoldout && <span className="hint"> not seen</span>}</th>
            <td>{formatNumber(actual)}</td><td>{formatNumber(expected)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
