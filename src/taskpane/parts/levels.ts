import type { Agreement, Ask } from "../../core/agreement";
import { askedRetention, askLevels } from "../../core/agreement";
import { fieldOf, unitInWords } from "../../core/fields";
import { askById } from "../../core/role/asks";
import { driverById, type NumberKind } from "../../core/value/drivers";
import { entryText, formatNumber } from "../numbers";
import type { Answer } from "../use-desk";

/** One level of an ask as it is typed: its field or answer, and the unit inside the control. */
export interface LevelEntry { readonly of: string | Answer; readonly unit: string }

/** The controls for target, worst and today's level of an ask; buying regularly is typed as orders and their value. */
export function levelEntries(
  agreement: Agreement, id: Ask["id"],
): { label: string; target: LevelEntry; worst: LevelEntry; actual: LevelEntry }[] {
  const definition = askById.get(id)!;
  if (definition.driver === "retention" && definition.measured) return [{ label: "", ...stayingEntries }];
  const stores = !definition.measured ? [`measures.${id}`]
    : definition.driver === "purchases" ? ["drivers.orders", "drivers.orderValue"] : [`drivers.${definition.driver}`];
  return stores.map((store) => {
    const driver = driverById.get(store.replace("drivers.", ""));
    const unit = shortUnit(driver?.unit ?? definition.unit, driver?.kind ?? definition.kind, agreement);
    const target = store === "drivers.growth" ? "in_growth" : `${store}.asked`;
    const at = (of: string): LevelEntry => ({ of, unit });
    return {
      label: stores.length > 1 ? driver!.label : "", target: at(target), worst: at(`${store}.worst`), actual: at(`${store}.actual`),
    };
  });
}

/** What an ask is measured as, with currency and period spelled out. */
export function measuredAs(id: Ask["id"]): Answer {
  const field = `asks.${id}.unit`;
  return {
    id: field, label: "Measured as", unit: "text", kind: "text", longest: 255,
    get: (agreement) => unitInWords(String(fieldOf(agreement, field)!.get(agreement)), agreement),
    set: (agreement, value) => fieldOf(agreement, field)!.set(agreement, value),
  };
}

/** Retention is asked as customers of 100, never as a rate. */
export const staying: Answer = {
  id: "answers.staying", cell: "in_ret_value", label: "Customers of 100 who stay", unit: "of 100",
  kind: "decimal", min: 0, max: 100, optional: true,
  get: ({ inputs }) => tidy(askedRetention(inputs) * 100),
  set: (agreement, value) => {
    if (value === null) return agreement;
    const retention = tidy((value as number) / 100);
    const { inputs } = agreement;
    if (inputs.retBasis === "churn") return { ...agreement, inputs: { ...inputs, retValue: tidy(1 - retention) } };
    return { ...agreement, inputs: { ...inputs, retBasis: "retention", retValue: retention } };
  },
};

/** Another level of retention, told in the same way. */
const stayingAt = (level: "worst" | "actual", id: string, label: string): Answer => ({
  id, cell: `drivers.retention.${level}`, label, unit: "of 100", kind: "decimal", min: 0, max: 100,
  get: ({ drivers }) => tidy((drivers.retention[level] ?? 0) * 100),
  set: ({ drivers, ...rest }, value) => {
    const retention = { ...drivers.retention, [level]: tidy((value as number) / 100) };
    return { ...rest, drivers: { ...drivers, retention } };
  },
});

const stayingEntries = {
  target: { of: staying, unit: "of 100" },
  worst: { of: stayingAt("worst", "answers.stayingAtWorst", "Customers of 100 who stay, worst"), unit: "of 100" },
  actual: { of: stayingAt("actual", "answers.stayingToday", "Customers of 100 who stay today"), unit: "of 100" },
};

/** Removes the dust of binary fractions. */
export const tidy = (value: number) => Number(value.toPrecision(12));

/** What fits inside a control: "%", "EUR", or the first word of a longer unit. */
function shortUnit(unit: string, kind: NumberKind, agreement: Agreement): string {
  if (kind === "percent") return "%";
  return unitInWords(unit, agreement).split("/")[0]!;
}

/** An ask in one line: "at most 30 contacts a year", "90 of 100 each year", "off". */
export function inOneLine(agreement: Agreement, ask: Ask): string {
  if (!ask.on) return "off";
  const { kind, driver, measured } = askById.get(ask.id)!;
  const { asked, worst } = askLevels(agreement, ask.id)!;
  const { period } = agreement.inputs;
  if (driver === "retention" && measured) return `${formatNumber(asked * 100, 1)} of 100 each ${period}`;
  return `${asked < worst ? "at most" : "at least"} ${withUnit(asked, kind, unitInWords(ask.unit, agreement))}`;
}

/** A level with its unit: "90% of incidents", "1 referral a year". */
export function withUnit(level: number, kind: NumberKind, unit: string): string {
  if (kind === "percent") return `${entryText({ kind }, tidy(level))}${unit.startsWith("%") ? unit : `% ${unit}`}`.replace("/", " a ");
  const [what = "", per] = unit.split("/");
  const text = formatNumber(level, kind === "money" ? 0 : 2);
  const noun = what.startsWith("%") ? what : ` ${level === 1 ? singular(what) : what}`;
  return `${text}${noun}${per ? ` a ${per}` : ""}`;
}

/** "days late" is "day late" and "public acts" "public act" where there is only one. */
function singular(words: string): string {
  return /^\w+s\b/.test(words) ? words.replace(/^(\w+)s\b/, "$1") : words.replace(/s$/, "");
}
