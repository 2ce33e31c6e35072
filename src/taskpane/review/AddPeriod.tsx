import { Button, Field, Input, Select } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import { unitInWords } from "../../core/fields";
import { periodHeading } from "../../core/portfolio/review";
import type { Source, TableChange, TableNow } from "../../workbook";
import { counted, formatNumber, parseNumber } from "../numbers";
import { Disclosure } from "../parts/Disclosure";
import { useAgreement } from "../use-desk";
import { entering, type Measured, type Taken, type Typed } from "./periods";
import { leftIn, takenFrom } from "./taken";

interface AddPeriodProps { table: TableNow; clauses: readonly Measured[]; change: (wanted: TableChange) => Promise<boolean>; startsOpen: boolean }

/** The levels of one period, typed or taken from cells of the person's own, or of several periods at once; what is left empty stays as it was. */
export function AddPeriod({ table, clauses, change, startsOpen }: AddPeriodProps) {
  const [period, setPeriod] = useState("");
  const [typed, setTyped] = useState<Typed>({});
  const [several, setSeveral] = useState<readonly Taken[]>([]);
  const [from, setFrom] = useState("");
  const [isTried, setTried] = useState(false);
  const wrong = (id: string) => (typed[id] ?? "").trim() !== "" && parseNumber(typed[id]!) === undefined;
  const unread = clauses.filter(({ id }) => wrong(id));
  const isEmpty = clauses.every(({ id }) => (typed[id] ?? "").trim() === "");
  const take = (found: readonly Taken[]) => {
    const [one, ...more] = found;
    setSeveral(more.length > 0 ? found : []);
    if (!one || more.length > 0) return;
    setTyped((before) => ({ ...before, ...one.typed }));
    setFrom(one.period);
    setPeriod((before) => before || one.period);
  };
  const put = async (taken: readonly Taken[]) => {
    if (!await change(entering(table, taken, clauses))) return;
    setSeveral([]);
    setTyped({});
    setPeriod("");
    setFrom("");
    setTried(false);
  };
  const write = () => {
    setTried(true);
    if (period.trim() !== "" && !isEmpty && unread.length === 0) void put([{ period: period.trim(), typed }]);
  };
  const side = (of: Measured["side"]) => clauses.filter((clause) => clause.side === of).map((clause) => (
    <Level
      key={clause.id} clause={clause} text={typed[clause.id] ?? ""} isWrong={wrong(clause.id)}
      type={(text) => setTyped({ ...typed, [clause.id]: text })}
    />
  ));
  return (
    <div className="list">
      <Disclosure summary={<span className="row-text">Add or correct a period</span>} startsOpen={startsOpen}>
        <div className="fields">
          <TakeFrom clauses={clauses} take={take} />
          {several.length > 0 ? <Several several={several} write={() => void put(several)} leave={() => setSeveral([])} /> : (
            <>
              <Field label="Period" required validationMessage={isTried && period.trim() === "" ? "Name the period, such as 2026 Q1." : undefined}>
                <Input value={period} maxLength={30} placeholder="2026 Q1" onChange={(_, { value }) => setPeriod(value)} />
              </Field>
              <p className="fields-title">What we kept</p>
              <div>{side("ours")}</div>
              <p className="fields-title">What they did</p>
              <div>{side("theirs")}</div>
              <Before table={table} period={period.trim()} from={from} />
              {isTried && isEmpty && <p className="wrong" role="alert">Enter at least one level.</p>}
              {isTried && unread.length > 0 && <p className="wrong" role="alert">Not written: no number at {unread.map(({ label }) => `“${label}”`).join(", ")}.</p>}
              <div className="buttons"><Button appearance="primary" onClick={write}>Write the period</Button></div>
            </>
          )}
        </div>
      </Disclosure>
    </div>
  );
}

/** What a person should know before anything is written over. */
function Before({ table: { headings, rows }, period, from }: { table: TableNow; period: string; from: string }) {
  const same = (other: string) => other.toLowerCase() === period.toLowerCase();
  const isThere = period !== "" && rows.some(({ values }) => same(String(values[headings.indexOf(periodHeading)] ?? "").trim()));
  return (
    <>
      {from !== "" && period !== "" && !same(from) && <p className="careful" role="alert">The levels are of “{from}”, and would be written as “{period}”.</p>}
      {isThere && <p className="hint">“{period}” is there already: what stands above replaces its levels.</p>}
    </>
  );
}

const hint = "A column for each clause and a row for each period, or clauses with a number beside each. Read and never changed.";

/** A table of the person's own, or what is selected. */
function TakeFrom({ clauses, take }: { clauses: readonly Measured[]; take: (found: readonly Taken[]) => void }) {
  const { desk } = useAgreement();
  const [tables, setTables] = useState<Awaited<ReturnType<typeof desk.sources>>>([]);
  const [name, setName] = useState("");
  const [told, setTold] = useState(hint);
  useEffect(() => {
    let isHere = true;
    // Without the list of tables what is selected can still be taken.
    desk.sources().then((found) => { if (isHere) setTables(found); }, () => undefined);
    return () => { isHere = false; };
  }, [desk]);
  const fill = () => desk.readSource(name || undefined).then((source) => {
    const found = takenFrom(source, clauses);
    take(found);
    setTold([inWords(source, found), ...notTaken(source, clauses)].join(" "));
  }, (error: Error) => setTold(error.message));
  return (
    <>
      {tables.length > 0 && (
        <Field label="Take levels from">
          <Select value={name} onChange={(_, { value }) => setName(value)}>
            <option value="">What is selected on the sheet</option>
            {tables.map(({ name: table, sheet }) => <option key={table} value={table}>{`${table} on ${sheet}`}</option>)}
          </Select>
        </Field>
      )}
      <div className="buttons"><Button size="small" onClick={() => void fill()}>{name ? "Fill from this table" : "Fill from the selected cells"}</Button></div>
      <p className="hint" role="status">{told}</p>
    </>
  );
}

function inWords({ sheet, address }: Source, found: readonly Taken[]): string {
  const levels = found.reduce((sum, { typed }) => sum + Object.keys(typed).length, 0);
  if (levels === 0) return `No clause was found in ${sheet}, ${address}. Clauses go by their id or name.`;
  return `${counted(levels, "level")} taken from ${sheet}, ${address}.`;
}

/** The rows that were left, by their numbers on the sheet and what they lack. */
function notTaken(source: Source, clauses: readonly Measured[]): string[] {
  const left = leftIn(source, clauses);
  return (["no period", "no clause", "no number"] as const).flatMap((lacks) => {
    const rows = left.filter((each) => each.lacks === lacks).map(({ row }) => source.firstRow + row);
    const more = rows.length > few ? ` and ${rows.length - few} more` : "";
    return rows.length === 0 ? [] : [`Not taken, ${lacks}: ${rows.length === 1 ? "row" : "rows"} ${rows.slice(0, few).join(", ")}${more}.`];
  });
}

/** How many rows are named. */
const few = 5;

/** Periods found at once, to be looked at before they are written. */
function Several({ several, write, leave }: { several: readonly Taken[]; write: () => void; leave: () => void }) {
  return (
    <>
      <ul className="list">
        {several.map(({ period, typed }) => (
          <li key={period} className="standing"><span className="row-text"><b>{period}</b></span><span>{counted(Object.keys(typed).length, "level")}</span></li>
        ))}
      </ul>
      <p className="hint">A period that is there already gets these levels; its others stay.</p>
      <div className="buttons">
        <Button appearance="primary" onClick={write}>Write {counted(several.length, "period")}</Button>
        <Button appearance="subtle" onClick={leave}>Leave them</Button>
      </div>
    </>
  );
}

function Level({ clause: { label, unit, agreed }, text, isWrong, type }: { clause: Measured; text: string; isWrong: boolean; type: (text: string) => void }) {
  const { agreement } = useAgreement();
  return (
    <div className="level">
      <span className="row-text">{label}<span className="hint">Agreed {formatNumber(agreed, 2)} {unitInWords(unit, agreement)}</span></span>
      <Field validationMessage={isWrong ? "A number" : undefined} className="measured">
        <Input value={text} inputMode="decimal" aria-label={`${label}, measured`} placeholder="as before" onChange={(_, { value }) => type(value)} />
      </Field>
    </div>
  );
}
