import { Button, Field, Input, Select, Textarea } from "@fluentui/react-components";
import { Delete16Regular, TableCursor16Regular } from "@fluentui/react-icons";
import { useState } from "react";
import type { TableNow } from "../../workbook";
import { entryText, readEntry } from "../numbers";
import { useDesk } from "../use-desk";
import type { OwnTable } from "../use-table";
import { cellValueOf, fieldValueOf, type RowNow, type TypedColumn } from "./typed-rows";

/** What stands for yes and no on the sheets. */
const inWords: Readonly<Record<string, string>> = { Y: "yes", N: "no" };

/** A table that is there, and the way to change it. */
export interface Editing { readonly table: TableNow; readonly change: OwnTable["change"] }

interface TypedCellProps extends Editing {
  of: TypedColumn;
  at: RowNow;
  /** What a screen reader says where the label alone is not enough. */
  name?: string;
  lines?: number;
}

/** One cell of a table as a control: written when the person leaves it, and refused when somebody else was faster. */
export function TypedCell({ of: column, at, change, name, lines }: TypedCellProps) {
  const [typing, setTyping] = useState<{ text: string; problem?: string }>();
  const before = at.cell(column.heading);
  const text = typing?.text ?? entryText(column, fieldValueOf(column, before));
  const write = async (next: string) => {
    const entry = readEntry(column, next);
    if (entry.problem !== undefined) return setTyping({ text: next, problem: entry.problem });
    const value = cellValueOf(column, entry.value);
    const isWritten = value === before || await change({ set: [{ row: at.row, heading: column.heading, value, before }] });
    setTyping(isWritten ? undefined : { text: next });
  };
  const leave = () => { if (typing) void write(typing.text); };
  const common = { value: text, ...(name !== undefined && { "aria-label": name }), onBlur: leave };
  const type = (next: string) => setTyping({ text: next });
  return (
    <Field className="typed-cell" label={column.label} validationMessage={typing?.problem}>
      {column.options
        ? (
          <Select {...common} onChange={(_, { value }) => void write(value)}>
            {text === "" && <option value="">not said</option>}
            {column.options.map((option) => <option key={option} value={option}>{inWords[option] ?? option}</option>)}
          </Select>
        )
        : lines !== undefined
          ? <Textarea {...common} rows={lines} maxLength={255} onChange={(_, { value }) => type(value)} />
          : (
            <Input
              {...common} {...(column.kind === "date" ? { type: "date" as const } : { inputMode: column.kind === "text" ? "text" as const : "decimal" as const })}
              autoComplete="off" contentAfter={column.unit === undefined ? undefined : <span className="unit">{column.unit}</span>}
              onChange={(_, { value }) => type(value)}
            />
          )}
    </Field>
  );
}

/** What can be done with a row as a whole. */
export function RowButtons({ table: { sheet }, at, what, remove }: { table: TableNow; at: RowNow; what: string; remove?: () => void }) {
  const { desk } = useDesk();
  return (
    <div className="buttons">
      <Button
        size="small" icon={<TableCursor16Regular />} aria-label={`Show ${what} in the sheet`} onClick={() => void desk.goTo({ sheet, address: at.address })}
      >
        Show in sheet
      </Button>
      {remove && <Button size="small" appearance="subtle" icon={<Delete16Regular />} aria-label={`Remove ${what}`} onClick={remove}>Remove</Button>}
    </div>
  );
}
