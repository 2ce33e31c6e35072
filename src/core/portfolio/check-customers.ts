import type { Agreement } from "../agreement";
import {
  columnsFor, customerColumns, notApplicable, type CustomerColumn, type Customers, type NumberKey, type TextKey, type Whom,
} from "./customers";
import { outliersIn } from "./outliers";

/** Something in the customer table to mend or to know. */
export interface RowRemark {
  /** Counted from 0. */
  readonly row: number;
  readonly column: string;
  readonly severity: "error" | "warning";
  readonly kind: "duplicate" | "missing" | "outside" | "outlier" | "override";
  /** One sentence that names row and column. */
  readonly message: string;
}

/** What a customer table holds that is not a plain number, before anything is written. */
export interface CustomerCheck {
  readonly customers: number;
  readonly remarks: readonly RowRemark[];
  readonly counts: Readonly<Record<RowRemark["kind"], number>>;
  /** Unknown and not applicable levels of each ask, by its heading. */
  readonly asks: readonly { readonly heading: string; readonly unknown: number; readonly notApplicable: number }[];
}

/**
 * Looks through a customer table: ids that stand twice, what is missing or outside its range, numbers far from all others
 * (median and MAD), overrides without reason, owner or end. Unknown levels are counted, not complained about.
 * @param rowOf the number by which the reader knows a row; without it rows count from 1
 */
export function checkCustomers(
  agreement: Agreement, customers: Customers, rowOf = (row: number) => row + 1, whom: Whom = "customers",
): CustomerCheck {
  const columns = columnsFor(agreement, whom);
  const remarks = [
    ...duplicates(customers, rowOf), ...columns.flatMap((column) => inColumn(column, customers, rowOf)),
    ...overrides(customers, rowOf),
  ].sort((a, b) => a.row - b.row);
  const count = (kind: RowRemark["kind"]) => remarks.reduce((sum, remark) => sum + Number(remark.kind === kind), 0);
  return {
    customers: customers.count, remarks,
    counts: {
      duplicate: count("duplicate"), missing: count("missing"), outside: count("outside"), outlier: count("outlier"),
      override: count("override"),
    },
    asks: columns.flatMap(({ key, heading }) => (key in customers.levels ? [{ heading, ...gapsIn(valuesOf(customers, key)!) }] : [])),
  };
}

const valuesOf = ({ numbers, levels }: Customers, key: string): Float64Array | undefined =>
  numbers[key as NumberKey] ?? levels[key as keyof Customers["levels"]];

function gapsIn(levels: Float64Array) {
  let [unknown, none] = [0, 0];
  for (const level of levels) {
    if (Number.isNaN(level)) unknown++;
    else if (level === notApplicable) none++;
  }
  return { unknown, notApplicable: none };
}

/** Ids compared as people read them: without case and outer blanks. */
export const sameId = (id: string) => id.trim().toLowerCase();

type RowOf = (row: number) => number;

function duplicates({ texts }: Customers, rowOf: RowOf): RowRemark[] {
  const first = new Map<string, number>();
  return texts.id.flatMap((id, row): RowRemark[] => {
    const known = first.get(sameId(id));
    if (known === undefined || id.trim() === "") return first.set(sameId(id), row) && [];
    const message = `Row ${rowOf(row)}, Id: ${id} stands already in row ${rowOf(known)}.`;
    return [{ row, column: "Id", severity: "error", kind: "duplicate", message }];
  });
}

function inColumn(column: CustomerColumn, customers: Customers, rowOf: RowOf): RowRemark[] {
  const { key, heading, needed, min = -Infinity, max = Infinity, kind, options } = column;
  const remarks: RowRemark[] = [];
  const say = (row: number, severity: RowRemark["severity"], what: RowRemark["kind"], message: string) => {
    remarks.push({ row, column: heading, severity, kind: what, message: `Row ${rowOf(row)}, ${heading}: ${message}` });
  };
  const values = valuesOf(customers, key);
  if (!values) {
    customers.texts[key as TextKey]?.forEach((text, row) => {
      if (text.trim() === "") return needed && say(row, "error", "missing", "a name or number is needed.");
      if (options && !options.includes(text)) say(row, "error", "outside", `“${text}” is none of ${options.join(", ")}.`);
    });
    return remarks;
  }
  const show = (value: number) => (kind === "percent" ? `${Math.round(value * 1e4) / 100}%` : String(value));
  values.forEach((value, row) => {
    if (Number.isNaN(value)) return needed && say(row, "error", "missing", "a number is needed.");
    if (value === notApplicable) return undefined;
    if (value < min) say(row, "error", "outside", `${show(value)} is below ${show(min)}.`);
    if (value > max) say(row, "error", "outside", `${show(value)} is above ${show(max)}.`);
    return undefined;
  });
  if (kind === "date") return remarks;
  for (const row of outliersIn(values, kind === "money")) {
    say(row, "warning", "outlier", `${show(values[row]!)} is far from all others. Is it right?`);
  }
  return remarks;
}

const overrideHeads = customerColumns.filter(({ key }) => key === "reason" || key === "overrideOwner");

function overrides({ texts, numbers }: Customers, rowOf: RowOf): RowRemark[] {
  return texts.override.flatMap((override, row) => {
    if (override.trim() === "") return [];
    const open = [
      ...overrideHeads.filter(({ key }) => texts[key as TextKey][row]!.trim() === "").map(({ heading }) => heading),
      ...(Number.isNaN(numbers.until[row]!) ? ["Until"] : []),
    ];
    return open.map((heading): RowRemark => ({
      row, column: heading, severity: "error", kind: "override", message: `Row ${rowOf(row)}, ${heading}: an override needs it.`,
    }));
  });
}
