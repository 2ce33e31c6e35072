/** What a cell is given: Univer's fields for value, formula, type and style. */
export interface CellPatch {
  v?: string | number | null;
  f?: string | null;
  si?: null;
  t?: number | null;
  s?: any;
  /** What the grid carries along and does not read: see Book.style. */
  custom?: any;
}

export const CellType = { text: 1, number: 2, boolean: 3, forcedText: 4 } as const;

/** An entry, and the number format that Excel would give a General cell with it. */
export interface Entry {
  patch: CellPatch;
  pattern?: string;
}

const DAY = 86_400_000;
const EPOCH = Date.UTC(1899, 11, 30);

/**
 * What Excel makes of an entry. Belief: "=...", "+...", "-..." and "@..." are formulas, "'..." is text, and text that
 * reads as a number, percentage, date or truth value becomes one, whether a person types it or Range.values sets it;
 * in a cell of format "@" all is text. `table` names the table that the cell lies in.
 */
export function parseEntry(value: unknown, textFormat: boolean, table?: () => string | undefined): Entry {
  if (typeof value === "boolean") return fixed(value ? 1 : 0, CellType.boolean);
  if (typeof value === "number") return fixed(value, CellType.number);
  const text = String(value ?? "");
  if (text === "") return { patch: { v: null, f: null, si: null, t: null } };
  if (textFormat) return fixed(text, CellType.forcedText);
  if (text.startsWith("'")) return fixed(text.slice(1), CellType.forcedText);
  if (text.startsWith("=") && text.length > 1) return formula(text, table);
  const number = parseNumber(text);
  if (number) return number;
  return /^[+@-]./.test(text) ? formula(`=${text}`, table) : parseDate(text) ?? parseWord(text);
}

const formula = (text: string, table: () => string | undefined = () => undefined): Entry =>
  ({ patch: { f: rewriteThisRow(text, table), v: null, si: null, t: null } });

const fixed = (v: string | number, t: number, pattern?: string): Entry => ({ patch: { v, t, f: null, si: null }, pattern });

function parseNumber(text: string): Entry | null {
  const match = /^([-+]?)\s*(\d{1,3}(?:,\d{3})+|\d+)?(\.\d*)?(e[-+]?\d+)?\s*(%?)$/i.exec(text.trim());
  if (!match || (!match[2] && !/\d/.test(match[3] ?? ""))) return null;
  const [, sign, whole = "0", fraction = "", exponent = "", percent] = match;
  const number = Number(`${sign === "-" ? "-" : ""}${whole.replace(/,/g, "")}${fraction}${exponent}`);
  const pattern = percent ? (fraction.length > 1 ? "0.00%" : "0%") : whole.includes(",") ? (fraction ? "#,##0.00" : "#,##0") : undefined;
  return fixed(percent ? number / 100 : number, CellType.number, pattern);
}

/** ISO dates and month/day/year, as an Excel with English (US) settings reads them. */
function parseDate(text: string): Entry | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  const us = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  const [year, month, day] = iso ? iso.slice(1).map(Number) : us ? [Number(us[3]), Number(us[1]), Number(us[2])] : [];
  if (!year || !month || !day || year < 1900) return null;
  const time = Date.UTC(year, month - 1, day);
  if (new Date(time).getUTCDate() !== day) return null;
  return fixed((time - EPOCH) / DAY, CellType.number, "m/d/yyyy");
}

function parseWord(text: string): Entry {
  if (/^(true|false)$/i.test(text)) return fixed(/^t/i.test(text) ? 1 : 0, CellType.boolean);
  return fixed(text, CellType.text);
}

/** The grid knows T[[#This Row],[c]] but neither T[@c] nor, inside the table, [@c]; restoreThisRow turns it back. */
const rewriteThisRow = (text: string, table: () => string | undefined) =>
  text.replace(/([\p{L}_\\][\p{L}\p{N}_.]*)?\[@(?:\[([^\]]+)\]|([^\][]+))\]/gu,
    (_, name, bracketed, plain) => `${name ?? table() ?? ""}[[#This Row],[${bracketed ?? plain}]]`);

/** The formula as Excel shows it: T[@c], and [@c] or [@[two words]] in the table's own rows. */
export const restoreThisRow = (text: string, table: () => string | undefined) =>
  text.replace(/([\p{L}_\\][\p{L}\p{N}_.]*)\[\[#This Row\],\[([^\]]+)\]\]/gu, (_, name: string, column: string) => {
    const owner = name.toLowerCase() === table()?.toLowerCase() ? "" : name;
    return /^\w+$/.test(column) ? `${owner}[@${column}]` : `${owner}[@[${column}]]`;
  });
