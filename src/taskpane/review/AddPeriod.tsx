import { Button, Field, Input } from "@fluentui/react-components";
import { useState } from "react";
import { unitInWords } from "../../core/fields";
import type { TableChange, TableNow } from "../../workbook";
import { counted, formatNumber, parseNumber } from "../numbers";
import { Disclosure } from "../parts/Disclosure";
import { useAgreement } from "../use-desk";
import { entering, levelsIn, type Measured, type Typed } from "./periods";

interface AddPeriodProps { table: TableNow; clauses: readonly Measured[]; change: (wanted: TableChange) => Promise<boolean>; startsOpen: boolean }

/** The levels of one period, typed or taken from cells of the person's own; what is left empty stays as it was. */
export function AddPeriod({ table, clauses, change, startsOpen }: AddPeriodProps) {
  const { desk } = useAgreement();
  const [period, setPeriod] = useState("");
  const [typed, setTyped] = useState<Typed>({});
  const [isTried, setTried] = useState(false);
  const [told, setTold] = useState<string>();
  const wrong = (id: string) => (typed[id] ?? "").trim() !== "" && parseNumber(typed[id]!) === undefined;
  const isEmpty = clauses.every(({ id }) => (typed[id] ?? "").trim() === "");
  const fill = () => void desk.readSource().then(
    (source) => {
      const found = levelsIn(source, clauses);
      setTyped((before) => ({ ...before, ...found }));
      setTold(`${counted(Object.keys(found).length, "level")} taken from ${source.sheet}, ${source.address}.`);
    },
    (error: Error) => setTold(error.message),
  );
  const write = async () => {
    setTried(true);
    if (period.trim() === "" || isEmpty || clauses.some(({ id }) => wrong(id))) return;
    if (await change(entering(table, period.trim(), typed, clauses))) {
      setTyped({});
      setPeriod("");
      setTried(false);
      setTold(undefined);
    }
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
          <Field label="Period" required validationMessage={isTried && period.trim() === "" ? "Name the period, such as 2026 Q1." : undefined}>
            <Input value={period} maxLength={30} placeholder="2026 Q1" onChange={(_, { value }) => setPeriod(value)} />
          </Field>
          <div className="buttons"><Button size="small" onClick={fill}>Fill from the selected cells</Button></div>
          <p className="hint">{told ?? "Cells with an id or name of a clause, and a number beside it. They are read and never changed."}</p>
          <p className="fields-title">What we kept</p>
          <div>{side("ours")}</div>
          <p className="fields-title">What they did</p>
          <div>{side("theirs")}</div>
          {isTried && isEmpty && <p className="wrong" role="alert">Enter at least one level.</p>}
          <div className="buttons"><Button appearance="primary" onClick={() => void write()}>Write the period</Button></div>
        </div>
      </Disclosure>
    </div>
  );
}

function Level({ clause: { label, unit, agreed }, text, isWrong, type }: { clause: Measured; text: string; isWrong: boolean; type: (text: string) => void }) {
  const { agreement } = useAgreement();
  return (
    <div className="level">
      <span className="row-text">{label}<span className="hint">Agreed {formatNumber(agreed, 2)} {unitInWords(unit, agreement)}</span></span>
      <Field validationMessage={isWrong ? "A number" : undefined} style={{ width: 96, flex: "none" }}>
        <Input value={text} inputMode="decimal" aria-label={`${label}, measured`} placeholder="as before" onChange={(_, { value }) => type(value)} />
      </Field>
    </div>
  );
}
