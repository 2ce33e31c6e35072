import { Button, Field, Input, Select } from "@fluentui/react-components";
import { Warning16Regular } from "@fluentui/react-icons";
import { orderParts, type OrderPart } from "../../core/history/order-list";
import type { Source } from "../../workbook";
import { formatNumber } from "../numbers";
import { Block, Finding } from "../parts/Block";
import { dayOfIso, dayText, isoDay } from "./days";
import { useStudy } from "./use-study";
import { Working } from "./Working";
import { countedInWords } from "./words";

const labels: Readonly<Record<OrderPart, string>> = { customer: "Customer", date: "Date", amount: "Amount" };

/** What was recognised in the list, for the person to confirm, and what its rows come to: before anything is made of them. */
export function CheckOrders({ source }: { source: Source }) {
  const { study, state: { counted, doing, problem, doubts } } = useStudy();
  return (
    <>
      <Finding
        title={`${formatNumber(source.rows.length)} rows from ${source.table ?? source.sheet}`}
        hint={`${source.sheet}, cells ${source.address}. Your list is read and never changed.`}
      />
      <Block title="Are these the columns?">
        <div className="fields">
          {orderParts.map((part) => <ChooseColumn key={part} part={part} source={source} />)}
        </div>
        <Examples source={source} />
        {doubts.map((doubt) => <p key={doubt} className="with-icon careful"><Warning16Regular />{doubt}</p>)}
      </Block>
      <LastDay />
      {counted && !problem && <Counts />}
      {problem && <p className="wrong" role="alert">{problem}</p>}
      {doing && <Working doing={doing} cancel={study.cancel} />}
      <div className="buttons">
        <Button appearance="primary" disabledFocusable={!counted || doing !== undefined} onClick={study.begin}>
          Show what history says
        </Button>
        <Button onClick={study.restart}>Another list</Button>
      </div>
    </>
  );
}

function ChooseColumn({ part, source: { headings } }: { part: OrderPart; source: Source }) {
  const { study, state: { columns } } = useStudy();
  const chosen = columns[part];
  return (
    <Field
      label={labels[part]} orientation="horizontal" className="column-choice"
      validationMessage={chosen === undefined ? "Choose the column." : undefined}
    >
      <Select
        value={chosen === undefined ? "" : String(chosen)}
        onChange={(_, { value }) => study.choose(part, value === "" ? undefined : Number(value))}
      >
        {chosen === undefined && <option value="">none yet</option>}
        {headings.map((heading, column) => <option key={column} value={String(column)}>{heading}</option>)}
      </Select>
    </Field>
  );
}

/** The first rows as they will be understood. */
function Examples({ source }: { source: Source }) {
  const { state: { columns } } = useStudy();
  const shown = orderParts.filter((part) => columns[part] !== undefined);
  if (shown.length === 0) return null;
  return (
    <table className="examples">
      <caption className="unseen">The first orders as they are understood</caption>
      <thead><tr>{shown.map((part) => <th key={part} scope="col" className={part}>{labels[part]}</th>)}</tr></thead>
      <tbody>
        {source.rows.slice(0, 3).map((row, i) => (
          <tr key={i}>{shown.map((part) => <td key={part} className={part}>{exampleText(part, row[columns[part]!])}</td>)}</tr>
        ))}
      </tbody>
    </table>
  );
}

function exampleText(part: OrderPart, cell: unknown): string {
  if (typeof cell !== "number") return String(cell ?? "");
  if (part === "date") return cell > 0 ? dayText(cell) : String(cell);
  return part === "amount" ? formatNumber(cell, 2) : String(cell);
}

/** Where the history ends: a customer who was silent until then may have left. */
function LastDay() {
  const { study, state: { counted, asOf } } = useStudy();
  const day = asOf ?? counted?.asOf;
  if (day === undefined) return null;
  return (
    <Block title="Until which day?" hint="The last day on which an order would be in the list. Later orders are left out.">
      <Input
        type="date" aria-label="Last day of the history" className="last-day" value={isoDay(day)}
        onChange={(_, { value }) => { const chosen = dayOfIso(value); if (chosen !== undefined) study.until(chosen); }}
      />
    </Block>
  );
}

function Counts() {
  const { state: { source, columns, counted } } = useStudy();
  return (
    <Block title="What the list comes to">
      <div className="soft counts" role="status">
        <ul>{countedInWords(counted!, source!, columns).map((line) => <li key={line}>{line}</li>)}</ul>
      </div>
    </Block>
  );
}
