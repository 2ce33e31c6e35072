import { Button, Field, Select } from "@fluentui/react-components";
import { Checkmark16Regular, QuestionCircle16Regular, Warning16Filled } from "@fluentui/react-icons";
import { columnsFor, type CustomerColumn } from "../../core/portfolio/customers";
import type { ColumnMatch } from "../../core/portfolio/import/map-columns";
import { readDay, readNumber } from "../../core/portfolio/import/cells";
import { scaled } from "../../core/portfolio/import/units";
import { plain } from "../../core/range";
import { dayText } from "../history/days";
import { counted, formatNumber, percent } from "../numbers";
import { Block, Finding } from "../parts/Block";
import { Disclosure } from "../parts/Disclosure";
import { useAgreement } from "../use-desk";
import type { Incoming } from "./portfolio";
import { usePortfolio } from "./use-portfolio";

/** From which confidence a match is taken for sure, and under which it is a guess. */
const sure = 0.85;
const likely = 0.6;

/** Which column is which, for a person to confirm: where it comes from, how surely, and what is read from its first cells. */
export function CheckColumns({ incoming }: { incoming: Incoming }) {
  const { agreement } = useAgreement();
  const { portfolio } = usePortfolio();
  const { title, table, whom, mapping: { matches, unused, missing } } = incoming;
  const columns = columnsFor(agreement, whom);
  const matched = columns.flatMap((column) => matches.filter(({ key }) => key === column.key).map((match) => ({ column, match })));
  const absent = columns.filter(({ key }) => !matches.some((match) => match.key === key));
  const doubtful = matches.filter(({ confidence }) => confidence < sure).length;
  const needed = absent.filter(({ heading }) => missing.includes(heading));
  const others = absent.filter(({ heading }) => !missing.includes(heading));
  return (
    <>
      <Finding
        title={`${counted(matches.length, "column")} recognised${doubtful > 0 ? `, ${doubtful} to look at` : ""}`}
        hint={`${title}: ${formatNumber(table.rows.length)} rows, ${counted(table.headings.length, "column")}.`}
      />
      {needed.length > 0 && (
        <Block
          title={`Where is ${needed.map(({ heading }) => heading).join(" and ")}?`}
          hint={`Without it a ${whom === "leads" ? "lead" : "customer"} has no value, and the proposal is to find out.`}
        >
          <div className="list matches">{needed.map((column) => <Unmatched key={column.key} column={column} incoming={incoming} />)}</div>
        </Block>
      )}
      <div className="list matches">
        {matched.map(({ column, match }) => <Matched key={column.key} column={column} match={match} incoming={incoming} />)}
      </div>
      {others.length > 0 && (
        <Disclosure kind="group" summary={<><h3>Not in your list</h3><span className="hint">{others.length}</span></>}>
          <div className="list matches">{others.map((column) => <Unmatched key={column.key} column={column} incoming={incoming} />)}</div>
        </Disclosure>
      )}
      {unused.length > 0 && <p className="hint">Not used: {unused.join(", ")}.</p>}
      <div className="buttons"><Button size="small" onClick={() => portfolio.restart()}>Another list</Button></div>
    </>
  );
}

interface ColumnProps { column: CustomerColumn; incoming: Incoming }

/** One line for what is sure; what is doubtful stays open. */
function Matched({ column, match, incoming }: ColumnProps & { match: ColumnMatch }) {
  const { confidence, reasons } = match;
  const isSure = confidence >= sure;
  return (
    <Disclosure
      startsOpen={confidence < likely}
      summary={(
        <span className="row-text">
          <span><span className="name">{column.heading}</span> <span className="hint">from {match.heading}</span></span>
          <span className="hint">{examples(column, match, incoming)}</span>
          {!isSure && (
            <span className="hint careful with-icon">
              {confidence >= likely ? <QuestionCircle16Regular /> : <Warning16Filled />}
              {confidence >= likely ? "Likely" : "A guess"} ({percent(confidence)}): {reasons[0]}
            </span>
          )}
        </span>
      )}
    >
      <ChooseHeading column={column} from={match.from} incoming={incoming} />
      <p className="hint with-icon">
        {isSure && <Checkmark16Regular className="good" />}{isSure && `Sure (${percent(confidence)}): `}{reasons.join("; ")}
      </p>
    </Disclosure>
  );
}

function Unmatched({ column, incoming }: ColumnProps) {
  return (
    <div className="column-choice">
      <ChooseHeading column={column} from={null} incoming={incoming} />
      {column.ifEmpty && <p className="hint">Without it: {column.ifEmpty}</p>}
    </div>
  );
}

function ChooseHeading({ column: { key, heading }, from, incoming: { table } }: ColumnProps & { from: number | null }) {
  const { portfolio } = usePortfolio();
  const choose = (value: string) => void portfolio.match(key, value === "" ? null : Number(value));
  return (
    <Field label={heading}>
      <Select value={from === null ? "" : String(from)} onChange={(_, { value }) => choose(value)}>
        <option value="">not in the list</option>
        {table.headings.map((each, place) => <option key={place} value={String(place)}>{each || `Column ${place + 1}`}</option>)}
      </Select>
    </Field>
  );
}

/** The first cells as they stand there and as they are read: "18 is read as 18%". */
function examples(column: CustomerColumn, match: ColumnMatch, { table }: Incoming): string {
  const cells = table.rows.slice(0, 200).map((row) => plain(row[match.from])).filter((cell) => cell !== null && String(cell).trim() !== "");
  const shown = [...new Set(cells.map(String))].slice(0, 3).map((text) => ({ text, cell: cells.find((cell) => String(cell) === text)! }));
  if (shown.length === 0) return "Every cell is empty";
  if (column.kind === "text" || column.kind === "list") return shown.map(({ text }) => text).join(", ");
  return shown.map(({ text, cell }) => {
    const read = readAs(column, match, cell);
    return read === text ? text : `${text} is read as ${read}`;
  }).join(", ");
}

function readAs({ kind }: CustomerColumn, { writing, factor }: ColumnMatch, cell: unknown): string {
  const reading = kind === "date" ? readDay(cell, writing) : readNumber(cell, writing);
  if (typeof reading !== "number") return reading === "n/a" ? "not applicable" : "unknown";
  if (kind === "date") return dayText(reading);
  const isTold = kind === "percent" && typeof cell === "string" && cell.includes("%");
  const value = isTold ? reading : scaled(reading, factor);
  return kind === "percent" ? percent(value, 2) : formatNumber(value, 2);
}
