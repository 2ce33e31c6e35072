import { cellAddress, parseReference } from "../../../src/workbook/address";
import { relativeForm, tokenize } from "../../../src/workbook/audit/formula-text";
import type { WorkbookSnapshot } from "../../../src/workbook/audit";
import { seeded } from "../../core/history/simulate";

/** A fault put into a copy of a sound workbook: which rules may tell it, and where. */
export interface Fault {
  readonly kind: string;
  readonly rules: readonly string[];
  readonly sheet: string;
  /** Cell it sits in; none when it is about a sheet or the workbook. */
  readonly row?: number;
  readonly column?: number;
  /** What stood there before, when a formula did. */
  readonly was?: string;
}

type Mutable<T> = T extends readonly (infer Item)[] ? Mutable<Item>[]
  : T extends object ? { -readonly [Key in keyof T]: Mutable<T[Key]> } : T;
type Book = Mutable<WorkbookSnapshot>;
type Sheet = Book["sheets"][number];
interface Spot { readonly sheet: Sheet; readonly row: number; readonly column: number; readonly formula: string }

/** Puts one fault of every kind into a workbook, each at a random place of its own. */
export function broken(sound: WorkbookSnapshot, seed: number): { snapshot: WorkbookSnapshot; faults: Fault[] } {
  const book = structuredClone(sound) as Book;
  const spoil = new Spoiler(book, seeded(seed));
  const faults = kinds.flatMap(({ kind, rules, put }) => put(spoil).map((place) => ({ kind, rules, ...place })));
  return { snapshot: book as WorkbookSnapshot, faults };
}

type Place = Omit<Fault, "kind" | "rules">;

/** The ways in which people break workbooks, and the rules of severity error that must tell it. */
const kinds: readonly { readonly kind: string; readonly rules: readonly string[]; put(spoil: Spoiler): Place[] }[] = [
  { kind: "number over a formula of a series", rules: ["F10", "I01"], put: (s) => s.retype(s.series(), 123.45) },
  { kind: "number over a formula of a table", rules: ["F10", "I01"], put: (s) => s.retype(s.tableFormula(), 0.5) },
  { kind: "number over a single formula", rules: ["F10", "I01", "I04"], put: (s) => s.retype(s.single(), 98765) },
  { kind: "slipped reference in a series", rules: ["F01"], put: (s) => s.slip(s.series(), 0, 1) },
  { kind: "slipped reference in a table", rules: ["F02"], put: (s) => s.slip(s.tableFormula(), 1, 0) },
  { kind: "factor typed into a formula", rules: ["F03"], put: (s) => s.rewrite(s.formula(), (formula) => `(${formula}) * 1.07`) },
  { kind: "correction added to a formula", rules: ["F04"], put: (s) => s.rewrite(s.formula(), (formula) => `(${formula}) + 50`) },
  { kind: "IF in IF", rules: ["F06"], put: (s) => s.rewrite(s.formula(), (formula) => `IF(A1 = 0, IF(A2 = 0, 0, 1), ${formula})`) },
  { kind: "volatile function", rules: ["F07"], put: (s) => s.rewrite(s.formula(), (formula) => `(${formula}) * (TODAY() > 0)`) },
  { kind: "link to another file", rules: ["W06"], put: (s) => s.rewrite(s.formula(), () => "'[Budget 2025.xlsx]Plan'!C7") },
  { kind: "lost reference", rules: ["W10"], put: (s) => s.rewrite(s.formula(), (formula) => `${formula} + #REF!`) },
  { kind: "error value", rules: ["W10"], put: (s) => s.show(s.formula(), "#DIV/0!") },
  { kind: "circle", rules: ["W08"], put: (s) => s.circle() },
  { kind: "number stored as text", rules: ["F14"], put: (s) => s.asText() },
  { kind: "formula in a yellow cell", rules: ["I04"], put: (s) => s.formulaInInput() },
  { kind: "number typed beside the calculations", rules: ["I01"], put: (s) => s.strayNumber() },
  { kind: "unit deleted", rules: ["L02"], put: (s) => s.dropUnit() },
  { kind: "rate without period", rules: ["S03"], put: (s) => s.dropPeriod() },
  { kind: "columns of units and sources swapped", rules: ["L01"], put: (s) => s.swapHeads() },
  { kind: "cells merged", rules: ["L04"], put: (s) => s.merge() },
  { kind: "row hidden", rules: ["W03"], put: (s) => s.hideRow() },
  { kind: "sheet hidden", rules: ["W02"], put: (s) => s.hideSheet() },
  { kind: "master check not repeated", rules: ["K01"], put: (s) => s.dropEcho() },
  { kind: "name without cells", rules: ["W11"], put: (s) => s.breakName() },
  { kind: "calculation set to manual", rules: ["W09"], put: (s) => s.setting({ calculation: "manual" }) },
  { kind: "saved with macros", rules: ["W07"], put: (s) => s.setting({ fileName: "Role.xlsm" }) },
  { kind: "About moved from the front", rules: ["W01"], put: (s) => s.moveAbout() },
  { kind: "checks fail", rules: ["K02"], put: (s) => s.failMaster() },
  { kind: "schedule and closed form differ", rules: ["K03"], put: (s) => s.failCheck(["C01", "C02", "C03", "C04"]) },
  { kind: "shares above 100 %", rules: ["K04"], put: (s) => s.failCheck(["C08", "C09"]) },
  { kind: "bridge does not arrive", rules: ["K05"], put: (s) => s.failCheck(["C05"]) },
];

const isFormula = (content: unknown): content is string => typeof content === "string" && content.startsWith("=");
const seriesColumns: Readonly<Record<string, readonly [number, number]>> = { value: [7, 21], stakes: [8, 32] };

function isSeries({ id }: Sheet, line: readonly unknown[], row: number): boolean {
  const [first, last] = seriesColumns[id!] ?? [1, 0];
  const forms = line.slice(first, last + 1).map((each, i) => (isFormula(each) ? relativeForm(tokenize(each), row, first + i) : ""));
  return forms.length > 4 && forms[0] !== "" && forms.every((form) => form === forms[0]);
}

class Spoiler {
  private readonly used = new Set<string>();
  private readonly seriesRows: ReadonlySet<string>;

  constructor(private readonly book: Book, private readonly uniform: () => number) {
    this.seriesRows = new Set(book.sheets.flatMap((sheet) =>
      sheet.formulas.flatMap((line, row) => (isSeries(sheet, line, row) ? [`${sheet.id} ${row}`] : []))));
  }

  private pick<T>(from: readonly T[], what: string): T {
    if (from.length === 0) throw new Error(`The sound workbook has no ${what}.`);
    return from[Math.floor(this.uniform() * from.length)]!;
  }

  /** A cell that no other fault has touched, nor its neighbours, so that one fault does not hide another. */
  private spot(wanted: (spot: Spot) => boolean, what: string): Spot {
    const all = this.book.sheets.flatMap((sheet) => sheet.formulas.flatMap((line, row) => line.flatMap((content, column) => {
      const spot = { sheet, row, column, formula: isFormula(content) ? content : "" };
      return this.isFree(spot) && wanted(spot) ? [spot] : [];
    })));
    const found = this.pick(all, what);
    for (let r = -1; r <= 1; r++) for (let c = -1; c <= 1; c++) this.used.add(`${found.sheet.name} ${found.row + r} ${found.column + c}`);
    return found;
  }

  private isFree({ sheet, row, column }: Spot): boolean {
    return !this.used.has(`${sheet.name} ${row} ${column}`);
  }

  /** A cell in a long row of one formula: periods on Value, cases on Stakes. */
  series(): Spot {
    return this.spot(({ sheet, row, column }) => {
      const [first, last] = seriesColumns[sheet.id!] ?? [1, 0];
      return this.seriesRows.has(`${sheet.id} ${row}`) && column >= first && column <= last;
    }, "series");
  }

  tableFormula(): Spot {
    return this.spot(({ sheet, row, column, formula }) => formula !== "" && sheet.tables.some(({ box }) =>
      row > box.row && row < box.row + box.rows && column >= box.column && column < box.column + box.columns
      && Array.from({ length: box.rows - 1 }, (_, i) => sheet.formulas[box.row + 1 + i]![column]).every(isFormula)), "table formula");
  }

  /** A number worked out in column E, F or G of a line, or anywhere among the results. */
  single(): Spot {
    return this.spot(({ sheet, row, column, formula }) => formula !== "" && row > 3 && typeof sheet.values[row]![column] === "number"
      && (sheet.sheetClass === "output" || (column >= 4 && column <= 6 && sheet.sheetClass !== "control"))
      && !sheet.tables.some(({ box }) => row >= box.row && row < box.row + box.rows), "single formula");
  }

  formula(): Spot {
    return this.spot(({ formula, row, column }) => formula !== "" && row > 3 && column > 3, "formula");
  }

  private put({ sheet, row, column }: Spot, content: string | number, value: string | number = content): void {
    sheet.formulas[row]![column] = content;
    sheet.values[row]![column] = value;
    sheet.types[row]![column] = typeof value === "number" ? "Double" : value.startsWith("#") ? "Error" : "String";
  }

  retype(spot: Spot, number: number): Place[] {
    this.put(spot, number);
    return at(spot, spot.formula);
  }

  rewrite(spot: Spot, change: (formula: string) => string): Place[] {
    this.put(spot, `=${change(spot.formula.slice(1))}`, 1);
    return at(spot, spot.formula);
  }

  show(spot: Spot, error: string): Place[] {
    this.put(spot, spot.formula, error);
    return at(spot);
  }

  /** The neighbour's formula typed again without moving its references: what a careless copy does. */
  slip(spot: Spot, rows: number, columns: number): Place[] {
    const { sheet, row, column, formula } = spot;
    const [after, before] = [sheet.formulas[row + rows]?.[column + columns], sheet.formulas[row - rows]?.[column - columns]];
    const other = (isFormula(after) ? after : before) as string;
    // A formula without relative references has nothing to slip: then its first fixed one does.
    const slipped = other === formula ? formula.replace(/\$(\d+)/, (_, digits: string) => `$${Number(digits) + 1}`) : other;
    this.put(spot, slipped, 1);
    return at(spot, formula);
  }

  circle(): Place[] {
    const reads = ({ formula, sheet }: Spot) => tokenize(formula).flatMap((token) => {
      if (token.kind !== "reference" || token.prefix !== "" || !token.isOne) return [];
      return isFormula(sheet.formulas[token.from.row]?.[token.from.column]) ? [token.from] : [];
    });
    const spot = this.spot((each) => each.formula !== "" && reads(each).length > 0 && each.row > 3, "formula that reads a formula");
    const { row, column } = this.pick(reads(spot), "ingredient");
    const ingredient = { ...spot, row, column, formula: spot.sheet.formulas[row]![column] as string };
    this.put(ingredient, `${ingredient.formula} + 0 * ${cellAddress(spot.row, spot.column)}`, 1);
    return [{ sheet: spot.sheet.name }];
  }

  private input(): Spot {
    return this.spot(({ sheet: { styles, values, sheetClass }, row, column }) =>
      styles![row]![column] === "Role Input" && sheetClass !== "control" && typeof values[row]![column] === "number", "input");
  }

  asText(): Place[] {
    const spot = this.input();
    this.put(spot, String(Math.round(Math.abs(Number(spot.sheet.values[spot.row]![spot.column]))) + 1));
    return at(spot);
  }

  formulaInInput(): Place[] {
    const spot = this.input();
    this.put(spot, "=1", 1);
    return at(spot);
  }

  strayNumber(): Place[] {
    const spot = this.spot(({ sheet: { id, sheetClass, formulas }, row, column }) =>
      sheetClass === "calculation" && id !== "reciprocity" && row > 4 && column > 4 && formulas[row]![column] === "", "empty cell");
    this.put(spot, 4711);
    return at(spot);
  }

  private line(words: RegExp): Spot {
    return this.spot(({ sheet: { sheetClass, values, formats, styles }, row, column }) => {
      const [, label, unit, , number] = values[row]!;
      const isLine = column === 2 && row > 4 && /^(input|calculation)$/.test(sheetClass ?? "") && words.test(String(label));
      const isStyled = /^Role (Input|Calc|Link|Total)$/.test(styles![row]![4]!);
      const isNumber = typeof number === "number" && formats![row]![4] !== "General" && isStyled;
      return isLine && isNumber && unit !== "" && !/% (of|kept|money)/.test(String(unit));
    }, "line");
  }

  dropUnit(): Place[] {
    const spot = this.line(/./);
    this.put(spot, "");
    return at(spot);
  }

  dropPeriod(): Place[] {
    const spot = this.line(/discount rate|retention as asked|cost inflation|^retention$/i);
    this.put(spot, "%");
    return at(spot);
  }

  swapHeads(): Place[] {
    const spot = this.spot(({ sheet: { values, styles, sheetClass }, row, column }) =>
      column === 2 && values[row]![2] === "Unit" && styles![row]![2] === "Role Head" && sheetClass !== "control", "heading");
    this.put(spot, "Source");
    return at(spot);
  }

  private anySheet(): Sheet {
    return this.pick(this.book.sheets, "sheet");
  }

  merge(): Place[] {
    const sheet = this.anySheet();
    const [row, column] = [5 + Math.floor(this.uniform() * 20), Math.floor(this.uniform() * 5)];
    sheet.merged!.push({ row, column, rows: 1, columns: 2 });
    return [{ sheet: sheet.name, row, column }];
  }

  hideRow(): Place[] {
    const sheet = this.anySheet();
    sheet.hiddenRows!.push(5 + Math.floor(this.uniform() * 10));
    return [{ sheet: sheet.name }];
  }

  hideSheet(): Place[] {
    const sheet = this.anySheet();
    sheet.visibility = this.pick(["hidden", "veryHidden"] as const, "way to hide");
    return [{ sheet: sheet.name }];
  }

  dropEcho(): Place[] {
    const sheet = this.pick(this.book.sheets.filter(({ id }) => id !== "checks"), "sheet");
    const spot = { sheet, row: 2, column: 0, formula: "" };
    this.put(spot, "OK");
    return at(spot);
  }

  breakName(): Place[] {
    const name = this.pick(this.book.names.filter(({ name: each }) => !/^(chk_|out_version)/.test(each)), "name");
    name.formula = `=${name.formula.slice(1).replace(/!.*/, "")}!#REF!`;
    return [{ sheet: "" }];
  }

  setting(change: Partial<Book>): Place[] {
    Object.assign(this.book, change);
    return [{ sheet: "" }];
  }

  moveAbout(): Place[] {
    const [about] = this.book.sheets.splice(this.book.sheets.findIndex(({ id }) => id === "about"), 1);
    this.book.sheets.splice(1 + Math.floor(this.uniform() * this.book.sheets.length), 0, about!);
    return [{ sheet: about!.name }];
  }

  failMaster(): Place[] {
    const { sheet: on, box: { row, column } } = parseReference(this.book.names.find(({ name }) => name === "chk_master")!.formula)!;
    const sheet = this.book.sheets.find(({ name }) => name === on)!;
    sheet.values[row]![column] = 1;
    return [{ sheet: sheet.name, row, column }];
  }

  failCheck(ids: readonly string[]): Place[] {
    const sheet = this.book.sheets.find(({ id }) => id === "checks")!;
    const picked = this.pick(ids, "check");
    const row = sheet.values.findIndex(([id]) => id === picked);
    const column = sheet.styles![row]!.indexOf("Role Check");
    sheet.values[row]![column] = 1;
    return [{ sheet: sheet.name, row, column }];
  }
}

const at = ({ sheet, row, column }: Spot, was?: string): Place[] => [{ sheet: sheet.name, row, column, ...(was && { was }) }];
