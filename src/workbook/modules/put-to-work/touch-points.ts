import type { Agreement } from "../../../core/agreement";
import { touchPointsOf } from "../../../core/portfolio/service";
import { columnLetters } from "../../address";
import {
  across, calc, columnsOf, line, link, note, table, type BlockSpec, type CellSpec, type ConditionSpec, type EntrySpec, type RowSpec, type TableColumn,
} from "../../spec";
import { same, typed, word, worked, words } from "./cells";

/** Who keeps the commitments at each place where customers meet us: an owner who answers for all of them is one voice. */
export function touchPoints(agreement: Agreement): BlockSpec[] {
  const ids = agreement.commitments.map(({ id }) => id);
  const columns = ids.map((_, i) => columnOf(i));
  return [voices, promises(ids, columns), points(agreement, ids)];
}

/** Beside the words in H. */
const columnOf = (index: number) => columnLetters(8 + index);

/** The words for what may be found at a touch point, in the order of their numbers. */
const voices: BlockSpec = {
  id: "voices",
  bands: [{ title: "Service: does one voice answer at each touch point?", tone: "give", from: "A" }],
  rows: ["One voice", "More than one", "Nobody", "No commitment"].map((state) =>
    line(`voice${state.replace(/ /g, "")}`, { label: state, unit: "touch points", source: "Below" }, { E: calc("COUNTIF([touch.state], [@B])", "flag") })),
};

const column = (key: string) => `[commitments/tblCommitments.${key}]`;
const perCommitment = (
  id: string, label: string, unit: string, columns: readonly string[], cell: (index: number) => CellSpec, source = "Commitments",
): RowSpec => line(id, { label, unit, source }, across(columns, (_, i) => cell(i)));

/** Each line of commitments in a column of its own: where it is kept, and by whom. */
const promises = (ids: readonly string[], columns: readonly string[]): BlockSpec => ({
  id: "promises",
  bands: [{ title: "Who answers for each commitment, and where it is kept", tone: "give", from: "A" }],
  rows: [
    perCommitment("promise", "Commitment", "id", columns, (i) => note(ids[i]!, { align: "center" })),
    perCommitment("place", "Its line on Commitments", "no.", columns, () => link(`MATCH([promise], ${column("id")}, 0)`, "flag", { align: "center" })),
    perCommitment("inUse", "In use", "flag", columns, () => link(`(INDEX(${column("on")}, [place]) = "Y") * 1`, "flag", { align: "center" })),
    perCommitment("owner", "Owner", "name", columns, () =>
      link(`IF(INDEX(${column("owner")}, [place]) = "", "Nobody", INDEX(${column("owner")}, [place]))`, "general", { align: "center" })),
    perCommitment("where", "Touch points", "text", columns, () =>
      link(`IF([inUse] = 1, SUBSTITUTE(INDEX(${column("touchPoints")}, [place]), ", ", ","), "")`, "general", { align: "left" })),
    perCommitment("listed", "So many", "touch points", columns, () =>
      calc('IF([where] = "", 0, LEN([where]) - LEN(SUBSTITUTE([where], ",", "")) + 1)', "flag", { align: "center" }), "Lines above"),
    line("unlisted", { label: "Of these not in the list below", unit: "touch points", source: "Below" }, {
      E: calc(`SUM([listed.${columns[0]}:${columns.at(-1)}]) - SUM([touch.here])`, "flag"),
    }),
    line("added", { label: "Commitments added since, without a column here", unit: "commitments", source: "Commitments" }, {
      E: link(`COUNTA(${column("id")}) - COUNT([place.${columns[0]}:${columns.at(-1)}])`, "flag"),
    }),
  ],
});

function points(agreement: Agreement, ids: readonly string[]): BlockSpec {
  const names = touchPointsOf(agreement).map(({ name }) => name);
  // A table grows between its rows, so it starts with two.
  const rows = Array.from({ length: Math.max(2, names.length) }, (_, row) => row);
  const columns = pointColumns(names, ids);
  return table("touch", columns, rows, (row) => `touch${row + 1}`, {
    bands: [{ title: "Touch point by touch point: who keeps which commitment", tone: "give", from: "A" }], table: "tblTouchPoints",
    columns: columnsOf(columns),
  });
}

function pointColumns(names: readonly string[], ids: readonly string[]): TableColumn<number>[] {
  const here = `[@${ids[0]}:${ids.at(-1)}]`;
  return [
    { key: "id", head: "Id", width: 7, cell: (row) => typed(`T${row + 1}`) },
    { key: "point", head: "Touch point", width: 12, cell: (row) => typed(names[row] ?? "") },
    same("unit", "Unit", "commitments"), same("source", "Source", "Commitments"),
    worked("here", "Kept here", `COUNTIF(${here}, "?*")`, "flag"),
    word("state", "State", 'IF([@named] = 0, "", INDEX([voices.B], MATCH(1, [@one:none], 0)))'),
    worked("others", "Other voices", 'IF([@here] = 0, 0, [@here] - COUNTIF(' + here + ", [@voice]))", "flag"),
    word("who", "Who answers", 'IF([@others] = 0, [@voice], [@voice] & " and others")'),
    ...ids.map((id): TableColumn<number> => ({
      key: id, head: id, width: 12, align: "center",
      cell: () => ({ ...calc('IF(ISNUMBER(SEARCH("," & [@$point] & ",", "," & [where$] & ",")), [owner$], "")', "general"), align: "center" }),
    })),
    word("voice", "First owner", `IF([@here] = 0, "", INDEX(${here}, MATCH("?*", ${here}, 0)))`),
    worked("named", "Named", "1 - COUNTBLANK([@point])", "flag"),
    worked("one", "One voice", '([@here] > 0) * ([@others] = 0) * ([@voice] <> "Nobody")', "flag"),
    worked("more", "More than one", "([@others] > 0) * 1", "flag"),
    worked("nobody", "Nobody", '([@others] = 0) * ([@voice] = "Nobody")', "flag"),
    worked("none", "No commitment", "([@here] = 0) * 1", "flag"),
  ];
}

/** A line of commitments that is not in use is grey. */
export const touchPointConditions = ({ commitments }: Agreement): ConditionSpec[] => [
  { on: `promises.${columnOf(0)}:${columnOf(commitments.length - 1)}`, when: "[inUse$] = 0", look: "off" },
  { on: "touch.state", when: "[@one] = 1", look: "good" },
  { on: "touch.state", when: "[@more] + [@nobody] > 0", look: "warning" },
  { on: "unlisted.E", when: "[$unlisted] <> 0", look: "warning" },
  { on: "added.E", when: "[$added] <> 0", look: "warning" },
];

export const touchPointEntries: readonly EntrySpec[] = [words("touch.id", "Id"), words("touch.point", "Touch point")];
