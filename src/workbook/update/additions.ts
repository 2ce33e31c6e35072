import { compareVersions } from "../../core/versions/number";

/** What one version of the layout added to sheets that were there before; whole sheets that are new need no word here. */
interface Addition {
  readonly version: string;
  /** Rows and blocks by sheet: by their id, or by the label of a row without one. */
  readonly rows: Readonly<Record<string, readonly string[]>>;
  /** Cells that say something else since: all rows of an id, in these columns. */
  readonly rewritten: readonly { readonly sheet: string; readonly on: string; readonly columns: readonly string[] }[];
}

/** In the order of the versions. A new layout adds one entry; an old one is never changed. */
const additions: readonly Addition[] = [
  {
    version: "1.1",
    rows: {
      about: ["Charter", "Versions", "Added later"],
      summary: ["lessGuess", "giveGet", "verdicts", "recoverable", "asked"],
      inputs: ["in_best_fit", "in_best_value", "in_handover_loss", "in_acc_from", "in_insight_kind", "crossSell", "crossSellResults", "The budget and our share", "in_effort_rate",
        "The customer's best alternative", "What we ask ourselves", "missing"],
      checks: ["C17", "C29", "C30", "C31", "C32", "C33", "C34", "C35", "C36", "C37", "C38", "C39", "added"],
      role: ["goals", "goalSums"],
      commitments: ["particulars", "particularSums"],
      reciprocity: ["accepted", "decided"],
      stakes: ["whiteSpace"],
      lists: ["accFrom", "insightKind", "periodsInYear", "selfCheck", "clauseStatus"],
      value: ["paidMarks", "lessGuess", "wholeLife", "lives", "horizonOff", "effortHours", "effortRate", "effortEntered", "effortPriced", "alternative",
        "aloneNeeds", "alone", "bringing", "bring", "perfection", "curve"],
    },
    rewritten: [
      { sheet: "about", on: "out_version", columns: ["C"] },
      { sheet: "about", on: "sheetList", columns: ["A"] },
      { sheet: "stakes", on: "accValue", columns: ["E"] },
      { sheet: "value", on: "effort", columns: ["D", "E"] },
      { sheet: "role", on: "issue8", columns: ["G"] },
      { sheet: "checks", on: "master", columns: ["value", "result"] },
    ],
  },
];

/** Everything that was added after a version, as one. */
export function additionsSince(version: string): Pick<Addition, "rows" | "rewritten"> {
  const later = additions.filter((each) => compareVersions(version, each.version) < 0);
  const sheets = [...new Set(later.flatMap(({ rows }) => Object.keys(rows)))];
  return {
    rows: Object.fromEntries(sheets.map((sheet) => [sheet, later.flatMap(({ rows }) => rows[sheet] ?? [])])),
    rewritten: later.flatMap(({ rewritten }) => rewritten),
  };
}
