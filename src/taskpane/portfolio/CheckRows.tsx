import { Button, Field, Input } from "@fluentui/react-components";
import { Warning16Filled } from "@fluentui/react-icons";
import { useState } from "react";
import type { Imported } from "../../core/portfolio/import/read-customers";
import { mostNative } from "../../workbook";
import { dayOfIso, isoDay, today } from "../history/days";
import { formatNumber } from "../numbers";
import { Block } from "../parts/Block";
import { Disclosure } from "../parts/Disclosure";
import { Sums } from "../parts/Sums";
import { useDesk } from "../use-desk";
import { hasPotential, mostOnSheets, noPotential, refreshInWords } from "./on-sheets";
import type { Incoming } from "./portfolio";
import { usePortfolio } from "./use-portfolio";
import { customersText } from "./words";

/** How many remarks are shown; more are counted. */
const most = 12;

/** What the list comes to, counted, before anything is written; then the button that does it. */
export function CheckRows({ incoming, imported: { customers, report } }: { incoming: Incoming; imported: Imported }) {
  const { left, counts, unread, asks } = report;
  const isLeads = incoming.whom === "leads";
  const unknown = asks.reduce((sum, ask) => sum + ask.unknown, 0);
  const none = asks.reduce((sum, ask) => sum + ask.notApplicable, 0);
  const dropped = left.repeated.length + left.withoutId.length + left.totals + left.blank;
  const remarks = [
    ...left.repeated, ...left.withoutId.map((row) => `Row ${row}: no id and no name. It is left out.`),
    ...unread.map(({ message }) => message), ...report.remarks.map(({ message }) => message),
  ];
  const rows: (readonly [string, string])[] = [
    [isLeads ? "Leads" : "Customers", formatNumber(customers.count)],
    ["Left out: the same id again", formatNumber(left.repeated.length)],
    ["Left out: sums, empty or without id", formatNumber(dropped - left.repeated.length)],
    ["Far from all others", formatNumber(counts.outlier)],
    ["Missing or outside its range", formatNumber(counts.missing + counts.outside)],
    ["Unreadable, taken as unknown", formatNumber(unread.length)],
    ["Levels of asks unknown", formatNumber(unknown)],
    ["Levels that do not apply", formatNumber(none)],
  ];
  return (
    <>
      <Block title="What the list holds" hint="Rows are counted from the one below the headings.">
        <Sums rows={rows} />
        {remarks.length > 0 && (
          <Disclosure kind="group" summary={<><h3>What to look at</h3><span className="hint">{formatNumber(remarks.length)}</span></>}>
            <ul className="soft counts">
              {remarks.slice(0, most).map((remark) => <li key={remark}>{remark}</li>)}
              {remarks.length > most && <li>and {formatNumber(remarks.length - most)} more</li>}
            </ul>
          </Disclosure>
        )}
        {!isLeads && !hasPotential(customers) && <p className="hint with-icon careful"><Warning16Filled />{noPotential}</p>}
        {incoming.refresh && (
          <p className="soft">Beside the customers known here: {refreshInWords(incoming.refresh).join(", ")}. Overrides are kept.</p>
        )}
      </Block>
      {isLeads ? <TakeLeads count={customers.count} /> : <Take count={incoming.refresh?.customers.count ?? customers.count} />}
    </>
  );
}

function TakeLeads({ count }: { count: number }) {
  const { desk, state: { built } } = useDesk();
  const { portfolio } = usePortfolio();
  const [isWritable, leads] = [count > 0 && built !== undefined, count === 1 ? "1 lead" : `${formatNumber(count)} leads`];
  const take = async () => {
    await portfolio.takeLeads();
    if (!portfolio.state().problem) desk.tell({ type: "went", page: "deals", isStep: true });
  };
  return (
    <>
      <p className="hint">
        {built ? "Writes to the sheet Leads: new ones at the end, known ones by their id. Your own list stays as it is."
          : "Build the workbook first: leads are judged on its sheet Leads."}
      </p>
      <div className="buttons">
        <Button appearance="primary" disabledFocusable={!isWritable} onClick={() => { if (isWritable) void take(); }}>
          Screen {leads}
        </Button>
      </div>
    </>
  );
}

function Take({ count }: { count: number }) {
  const { desk, state: { built } } = useDesk();
  const { portfolio, state: { judged } } = usePortfolio();
  const [day, setDay] = useState(() => Math.max(today(), judged?.asOf ?? 0));
  const take = async () => {
    await portfolio.take(day);
    if (!portfolio.state().problem) desk.tell({ type: "went", page: "portfolio", isStep: true });
  };
  return (
    <>
      <Field label="Looked at on" hint="Decisions that ended before this day no longer hold.">
        <Input type="date" className="last-day" value={isoDay(day)} onChange={(_, { value }) => setDay(dayOfIso(value) ?? day)} />
      </Field>
      <p className="hint">{whatHappens(count, built !== undefined)}</p>
      <div className="buttons">
        <Button appearance="primary" disabledFocusable={count === 0} onClick={() => { if (count > 0) void take(); }}>
          Score {customersText(count)}
        </Button>
      </div>
    </>
  );
}

function whatHappens(count: number, isBuilt: boolean): string {
  if (!isBuilt) return "They are judged in the panel: no workbook is built yet, so nothing is written.";
  if (count > mostOnSheets) return `They are judged in the panel: more than ${customersText(mostOnSheets)} are not written to sheets.`;
  const values = count > mostNative ? ` The scores of more than ${formatNumber(mostNative)} are written as values of the day above.` : "";
  return `Writes the sheets Customers, Scores and Whale. Your own list stays as it is.${values}`;
}
