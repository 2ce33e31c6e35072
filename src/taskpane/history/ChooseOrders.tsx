import { Button, Field, Select } from "@fluentui/react-components";
import { TableSearch28Regular } from "@fluentui/react-icons";
import { useState } from "react";
import { formatNumber } from "../numbers";
import { Waiting } from "../parts/Waiting";
import { useStudy } from "./use-study";
import { Working } from "./Working";

/** Points at the person's own list of orders: a table of the workbook, or what is selected. */
export function ChooseOrders() {
  const { study, state: { tables, doing, problem } } = useStudy();
  if (doing) return <Working doing={doing} cancel={study.cancel} />;
  if (!tables && !problem) return <Waiting what="Looking for tables" again={() => void study.lookForTables()} />;
  return tables && tables.length > 0 ? <PickTable tables={tables} /> : <NoTable />;
}

function PickTable({ tables }: { tables: NonNullable<ReturnType<typeof useStudy>["state"]["tables"]> }) {
  const { study, state: { problem } } = useStudy();
  const [name, setName] = useState(() => likeliest(tables));
  return (
    <div className="fields">
      <Field label="Your orders are in" validationMessage={problem} validationState={problem ? "error" : "none"}>
        <Select value={name} onChange={(_, { value }) => setName(value)}>
          {tables.map(({ name: table, sheet, rows }) => (
            <option key={table} value={table}>{`${table} on ${sheet}, ${formatNumber(rows)} rows`}</option>
          ))}
          <option value="">What is selected on the sheet</option>
        </Select>
      </Field>
      <div className="buttons">
        <Button appearance="primary" onClick={() => void study.read(name || undefined)}>Read the orders</Button>
      </div>
      <p className="hint">One row per order, with customer, date and amount. Your list is read and never changed.</p>
    </div>
  );
}

/** Orders are mostly the longest table. */
const likeliest = (tables: readonly { readonly name: string; readonly rows: number }[]) =>
  tables.reduce((longest, table) => (table.rows > longest.rows ? table : longest)).name;

function NoTable() {
  const { study, state: { problem } } = useStudy();
  return (
    <div className="empty">
      <TableSearch28Regular aria-hidden="true" />
      <h2>No table of orders yet</h2>
      <p>Select a cell in a list with one row per order: customer, date, amount. We find the columns.</p>
      <Button appearance="primary" onClick={() => void study.read()}>Use the selection</Button>
      <Button appearance="subtle" onClick={() => void study.lookForTables()}>Look for tables again</Button>
      {problem && <p className="wrong" role="alert">{problem}</p>}
    </div>
  );
}
