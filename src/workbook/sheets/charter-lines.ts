import type { Agreement, Ask, Commitment } from "../../core/agreement";
import { insightAsk } from "../../core/role/asks";
import { columnLetters } from "../address";
import { calc, head, link, note, type BlockSpec, type CellSpec, type RowSpec } from "../spec";
import type { FormatName } from "../workbook-plan";
import { firstLink } from "./reciprocity";

/** Every clause there may be, worked out: what it says, under which number it stands, on which line, and whose it is to keep. */
export function clauseLines({ commitments, asks }: Agreement): BlockSpec {
  const strengths = commitments.map((_, i) => columnLetters(Object.keys(titles).length + i));
  return {
    id: "lines",
    bands: [{ title: "How the clauses find their place: nothing to enter here", tone: "give", from: "A" }],
    columns: { ...columns, first: strengths[0]!, last: strengths.at(-1)! },
    heads: {
      ...Object.fromEntries(Object.entries(titles).map(([key, title]) => [key, head(title, texts.has(key) ? undefined : "right")])),
      ...Object.fromEntries(strengths.map((column, i) => [column, head(`Faces ${commitments[i]!.id}`, "right")])),
    },
    headHeight: 46,
    rows: [...commitments.map(ourLine), ...asks.map((ask) => theirLine(ask, commitments, strengths))],
  };
}

/** Columns that the lines take. */
export const widthOfLines = ({ commitments }: Agreement): number => Object.keys(titles).length + commitments.length;

/** The columns with their headings, in order: texts where the page above is wide, the rest to their right. */
const titles = {
  id: "Id", text: "Clause", amount: "In short", number: "No.", side: "Side", remedy: "Remedy", owner: "Owner", raw: "Wording",
  at: "Row on its sheet", line: "Row here", used: "In use", shown: "On charter", weight: "Weight", counts: "Counts", share: "Share",
  lines: "Lines", start: "From line", rank: "Rank", slot: "Line", newOwner: "New owner", owners: "Owners", dept: "Owner no.",
  place: "Place", unit: "Unit", noun: "Counted in", per: "Per", level: "Level", worst: "Worst", upTo: "Up to", money: "Money",
  after: "After it", often: "How often", source: "Source", details: "In brackets", printed: "As printed",
} as const;
const columns: Record<string, string> = Object.fromEntries(Object.keys(titles).map((key, i) => [key, columnLetters(i)]));
const texts = new Set<string>(["id", "text", "amount", "remedy", "owner", "raw", "unit", "noun", "per", "upTo", "money", "after", "often", "source", "details", "printed"]);

const words = (formula: string): CellSpec => calc(formula, "general", { align: "left" });
const flag = (formula: string): CellSpec => calc(formula, "flag");
const currency = "[inputs/in_currency]";

/** What both sides have in common: the same formula in every row. */
const common: Readonly<Record<string, CellSpec>> = {
  amount: words("[@upTo] & [@money] & IF(ABS([@level]) < 1000, [@level], FIXED([@level], 0)) & [@after]"),
  line: flag("ROWS([lines.id:@])"),
  counts: calc("[@shown] * ([@weight] + (SUMIFS([lines.weight], [lines.side], [@side], [lines.shown], 1) = 0))", "percent"),
  share: calc("IF([@counts] = 0, 0, [@counts] / SUMIFS([lines.counts], [lines.side], [@side]))", "percent"),
  lines: flag('([@side] = "us") * [@shown] * MAX(1, COUNTIFS([lines.side], "you", [lines.shown], 1, [lines.number], [@number]))'),
  start: flag('([@side] = "us") * [@shown] * (SUM([lines.lines:@]) - [@lines] + 1)'),
  rank: flag("COUNTIFS([lines.side:@], [@side], [lines.number:@], [@number], [lines.shown:@], 1)"),
  slot: flag("[@shown] * (SUMIFS([lines.start], [lines.number], [@number]) + ([@number] = 0) * (SUM([lines.lines]) + 1) + [@rank] - 1)"),
  newOwner: flag('([@owner] <> "") * (COUNTIF([lines.owner:@], [@owner]) = 1)'),
  owners: flag("SUM([lines.newOwner:@])"),
  dept: flag('IF([@owner] = "", 0, INDEX([lines.owners], MATCH([@owner], [lines.owner], 0)))'),
  place: flag("([@dept] > 0) * (100 * [@dept] + COUNTIF([lines.dept:@], [@dept]))"),
  printed: words('[@text] & LEFT(" (", 100 * ([@details] <> "")) & [@details] & LEFT(")", 100 * ([@details] <> ""))'),
  noun: words('LEFT([@unit], FIND(",", [@unit] & ",") - 1)'),
  per: words('MID([@noun], FIND("/", [@noun] & "/") + 1, LEN([@noun]))'),
  upTo: words('IF(([@level] < [@worst]) * ([@level] <> 0) > 0, "up to ", "")'),
  money: words(`LEFT([@noun], ([@per] <> "") * (LEFT([@noun], LEN(${currency})) = ${currency}) * LEN(${currency} & " "))`),
  after: words('LEFT("%", (LEFT([@unit]) = "%") * 1) & IF([@per] = "", LEFT(" " & [@noun], 100 * (LEFT([@unit]) <> "%")), " a " & [@per])'),
};

/** A row of a table on another sheet, found by its id. */
function row(id: string, side: "us" | "you", table: string, cells: Readonly<Record<string, CellSpec>>): RowSpec {
  const there = (column: string, format: FormatName = "general") => link(`INDEX([${table}.${column}], [@at])`, format);
  const text = (column: string) => link(`INDEX([${table}.${column}], [@at]) & ""`, "general", { align: "left" });
  return { id: `line${id}`, cells: {
    id: note(id), side: note(side, { align: "center" }),
    at: flag(`MATCH([@id], [${table}.id], 0)`),
    raw: text("wording"),
    text: words(`IF([@raw] = "", INDEX([${table}.label], [@at]), [@raw])`),
    unit: text("unit"),
    owner: words(`IF([@used] = 1, INDEX([${table}.owner], [@at]) & "", "")`),
    used: link(`(INDEX([${table}.on], [@at]) = "Y") * 1`, "flag"),
    worst: there("worst", "level"),
    ...common, ...cells,
  } };
}

/** Surprises, the last question, are never printed. */
const isPrinted = "(INDEX([commitments/commitments.question], [@at]) < ROWS([lists/question.B]))";

function ourLine({ id }: Commitment): RowSpec {
  const there = (column: string) => `INDEX([commitments/commitments.${column}], [@at])`;
  return row(id, "us", "commitments/commitments", {
    shown: flag(`[@used] * (${there("show")} = "Y") * ${isPrinted}`),
    number: flag("[@shown] * SUM([lines.shown:@])"),
    weight: calc("[@shown]", "percent"),
    often: note(null),
    remedy: link(beside("broken"), "general", { align: "left" }),
    details: link(beside("adds"), "general", { align: "left" }),
    level: link(there("committed"), "level"),
    source: link(`${there("evidence")} & LEFT("; broken: ", 100 * ([@remedy] <> "")) & [@remedy]`, "general", { align: "left" }),
  });
}

/** What stands below the commitments, on the line of the same id. */
const beside = (column: string) => `INDEX([commitments/particulars.${column}], MATCH([@id], [commitments/particulars.id], 0))`;

/** An ask stands under the commitment that earns it most, of equals the first: 100 for each point of strength less its number. */
function theirLine({ id }: Ask, commitments: readonly Commitment[], strengths: readonly string[]): RowSpec {
  const there = (column: string) => `INDEX([role/asks.${column}], [@at])`;
  const strength = (i: number) => `INDEX([reciprocity/asks.${columnLetters(firstLink + i)}], MATCH([@id], [reciprocity/asks.A], 0))`;
  const scale = 'IF(LEFT([@unit]) = "%", 100, 1)';
  return row(id, "you", "role/asks", {
    shown: calc("[@used]", "flag"),
    number: flag("MOD(-1 * MAX(0, [@first:last]), 100)"),
    weight: link("INDEX([stakes/asks.weight], MATCH([@id], [stakes/asks.id], 0))", "percent"),
    remedy: note(null),
    details: id === insightAsk ? link('[inputs/in_insight_kind] & ""', "general", { align: "left" }) : note(null),
    level: link(`${scale} * ${there("target")}`, "level"),
    worst: link(`${scale} * ${there("worst")}`, "level"),
    often: link(`${there("frequency")} & ""`, "general", { align: "left" }),
    source: link(`${there("source")} & LEFT(", ", 100 * ([@often] <> "")) & [@often]`, "general", { align: "left" }),
    ...Object.fromEntries(strengths.map((column, i) => {
      const number = `[line${commitments[i]!.id}.number]`;
      return [column, flag(`(100 * ${strength(i)} - ${number}) * (${number} > 0)`)];
    })),
  });
}
