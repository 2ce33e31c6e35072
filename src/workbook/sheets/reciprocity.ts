import type { Agreement, Ask } from "../../core/agreement";
import { columnLetters } from "../address";
import {
  across, calc, check, entry, head, line, link, note, remark, total, totalLine, type BlockSpec, type CellSpec, type RowSpec, type SheetSpec,
} from "../spec";
import type { FormatName } from "../workbook-plan";

/** Index of the column in which the first commitment stands. */
export const firstLink = 5;

/** Which commitment earns which ask, how far, and whether we keep our word. */
export function reciprocitySheet(agreement: Agreement): SheetSpec {
  const { commitments } = agreement;
  const links = commitments.map((_, index) => columnLetters(firstLink + index));
  const after = (offset: number) => columnLetters(firstLink + commitments.length + offset);
  const columns = { first: links[0]!, last: links.at(-1)!, earned: after(0), notEarned: after(1), status: after(2), use: after(3),
    worth: after(4), points: after(5) };
  return {
    id: "reciprocity", name: "Reciprocity", sheetClass: "calculation", columns,
    title: "Reciprocity", purpose: "Which commitment earns which ask: 9 strongly, 3 somewhat, 1 a little, 0 not",
    widths: [7, 36, 11, 16, 10, ...links.map(() => 11), 11, 12, 13, 9, 12, 9],
    heads: {
      A: head("Id"), B: head("Ask"), C: head("Unit"), D: head("Source"), E: head("Weight", "right"),
      ...across(links, () => head({ formula: '[commitment] & ": " & INDEX([commitments/commitments.answers], [lineOf])' }, "center")),
      [columns.earned]: head("Earned", "right"), [columns.notEarned]: head("Not earned", "right"),
      [columns.status]: head("Status", "center"),
      [columns.use]: head("In use", "right"), [columns.worth]: head("Worth", "right"), [columns.points]: head("Naked", "right"),
    },
    headHeight: 46,
    blocks: [funding(agreement, links), { ...matrix(agreement, links), close: true }, earned(columns.points), ourWord(links), accepted(agreement), decided, remarks],
    conditions: [
      { on: "asks.A:E", when: "[@$use] = 0", look: "off" },
      { on: "asks.earned:points", when: "[@$use] = 0", look: "off" },
      { on: "asks.first:last", when: "[inUse$] = 0", look: "off" },
      { on: "asks.first:last", when: "[@first] = 9", look: "strong" },
      { on: "asks.first:last", when: "[@first] = 3", look: "some" },
      { on: "asks.first:last", when: "[@first] = 1", look: "little" },
      { on: "asks.status", when: '[@status] = "NAKED"', look: "warning" },
      { on: "asks.status", when: '[@status] = "earned"', look: "good" },
      { on: "asks.status", when: '[@status] = "off"', look: "off" },
      { on: "funded.first:last", when: "([inUse] = 1) * ([funded] < 1) > 0", look: "warning" },
    ],
    names: { rng_links: "asks.A:last", rng_earned: "asks.earned:points", rng_accepted: "accepted.A:F" },
    freeze: { columns: 2 },
    printTo: columns.status,
  };
}

const fromCommitments = (column: string, format: FormatName): CellSpec =>
  link(`INDEX([commitments/commitments.${column}], [lineOf])`, format, { align: "center" });

function funding({ commitments }: Agreement, links: readonly string[]): BlockSpec {
  return {
    id: "funding",
    bands: [{ title: "How the commitments are funded", tone: "give", from: "A" }],
    rows: [
      line("full", { label: "A link of this strength earns an ask fully", unit: "points", source: "Inputs" },
        { E: link("[inputs/in_full]", "money") }),
      line("nakedBelow", { label: "Naked below", unit: "% earned", source: "Inputs" }, { E: link("[inputs/in_naked]", "percent") }),
      line("commitment", { label: "Commitment", unit: "id" }, across(links, (_, i) => note(commitments[i]!.id, { align: "center" }))),
      line("lineOf", { label: "Line in Commitments", unit: "line", source: "Commitments" },
        across(links, () => calc("MATCH([commitment], [commitments/commitments.id], 0)", "flag", { align: "center" }))),
      line("inUse", { label: "Commitment in use", unit: "flag", source: "Commitments" },
        across(links, () => link('(INDEX([commitments/commitments.on], [lineOf]) = "Y") * 1', "flag", { align: "center" }))),
      line("funded", { label: "Funded share", unit: "%", source: "Commitments" },
        across(links, () => fromCommitments("funded", "share"))),
    ],
  };
}

function matrix(agreement: Agreement, links: readonly string[]): BlockSpec {
  return {
    id: "asks",
    bands: [{ title: "Asks and the commitments behind them", tone: "ask", from: "A" }],
    rows: agreement.asks.map((ask) => matrixRow(agreement, ask, links)),
  };
}

function matrixRow(agreement: Agreement, { id }: Ask, links: readonly string[]): RowSpec {
  return {
    id,
    cells: {
      A: note(id),
      B: link("[stakes/asks.label@]", "general", { align: "left" }),
      C: note("9, 3, 1 or 0"),
      D: note("Stakes"),
      E: link("[stakes/asks.weight@]", "percent"),
      ...across(links, (_, i) => ({ ...entry(agreement, `links.${id}.${agreement.commitments[i]!.id}`, "strength"),
        align: "center" as const })),
      earned: calc("MIN(1, SUMPRODUCT([@first:last], [funded.first:last]) / [$full])", "share"),
      notEarned: calc("[@worth] * (1 - [@earned])", "money"),
      status: calc(status, "general", { align: "center" }),
      use: link("[stakes/asks.use@]", "flag"),
      worth: link("[stakes/asks.swing@]", "money"),
      points: calc("[@use] * ([@earned] < [$nakedBelow])", "flag"),
    },
  };
}

/** A word for every ask: how far funded commitments stand behind it. */
const status = 'CHOOSE(1 + [@use] * (1 + ([@earned] >= [$nakedBelow]) * (1 + ([@earned] >= 1))), "off", "NAKED", "partly", "earned")';

const earned = (to: string): BlockSpec => ({
  id: "earnedByWeight",
  rows: [totalLine("total", { label: "Earned, by weight", unit: "% of weight" }, to, {
    E: total("SUM([asks.E])", "percent"),
    earned: total('IF([@E] = 0, "", SUMPRODUCT([asks.E], [asks.earned]) / [@E])', "percent"),
    notEarned: total("SUM([asks.notEarned])", "money"),
    points: total("SUM([asks.points])", "flag"),
  })],
});

const ourWord = (links: readonly string[]): BlockSpec => ({
  id: "ourWord",
  bands: [{ title: "Do we deserve it?", tone: "give", from: "A" }],
  rows: [
    line("load", { label: "Commitment load: weight that leans on it", unit: "points" },
      across(links, (column) => calc(`[inUse] * SUMPRODUCT([asks.E], [asks.${column}])`, "factor", { align: "center" }))),
    line("gift", { label: "Gift: funded, but linked to no ask", unit: "flag" },
      across(links, (column) => calc(`([funded] > 0) * (SUM([asks.${column}]) = 0)`, "flag", { align: "center" }))),
    line("kept", { label: "Kept, from worst to committed", unit: "%", source: "Commitments" },
      across(links, () => fromCommitments("keptAttainment", "share"))),
    line("knownLoad", { label: "Load whose kept level is known", unit: "points" },
      across(links, () => calc("[load] * COUNT([kept])", "factor", { align: "center" }))),
    totalLine("deserve", { label: "Deserve: commitments kept, by load", unit: "% kept" }, "E", {
      E: total('IF(SUM([knownLoad.first:last]) = 0, "", '
        + "SUMPRODUCT([knownLoad.first:last], [kept.first:last]) / SUM([knownLoad.first:last]))", "percent"),
    }),
    line("firstNaked", { label: "First naked ask", unit: "text" }, {
      E: calc('IF([total.points] = 0, "none", INDEX([asks.B], MATCH("NAKED", [asks.status], 0)))', "general", { align: "left" }),
    }),
  ],
});

const ofAsk = (column: string) => `INDEX([asks.${column}], MATCH([@A], [asks.A], 0))`;

/** Why we ask although nothing stands behind it, in writing: until then the charter is not published. */
const accepted = (agreement: Agreement): BlockSpec => ({
  id: "accepted",
  bands: [{ title: "Naked asks that we keep, and why", tone: "ask", from: "A", aside: "A reason decides it; the charter waits for one" }],
  heads: { A: head("Id"), B: head("Ask"), C: head("Unit"), D: head("Source"), E: head("To decide", "center"), F: head("Accepted because") },
  headHeight: 33, close: true,
  rows: agreement.asks.map(({ id }) => ({ id: `accepted${id}`, cells: {
    A: note(id), B: calc(ofAsk("B"), "general", { align: "left" }), C: note("asks"), D: note("Above"),
    E: check(`${ofAsk("points")} * ([@F] = "")`, "look"), F: entry(agreement, `asks.${id}.accepted`),
  } })),
});

const decided: BlockSpec = {
  id: "decided",
  rows: [totalLine("undecided", { label: "Naked asks to decide on", unit: "asks" }, "F", { E: total("SUM([accepted.E])", "flag") })],
};

const remarks: BlockSpec = {
  id: "remarks",
  rows: [
    remark("Naked: nothing funded stands behind the ask. Fund a commitment, drop the ask, or keep it knowing so."),
    remark("Not earned = worth of the ask times the part that no funded commitment earns. Shades repeat the digit; they never replace it."),
  ],
};
