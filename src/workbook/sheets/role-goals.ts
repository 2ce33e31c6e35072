import type { Agreement } from "../../core/agreement";
import { calc, check, entry, head, note, total, totalLine, type BlockSpec, type CellSpec, type ConditionSpec } from "../spec";
import type { FormatName } from "../workbook-plan";

/** What we want to reach with these customers, and which asks bring it about: weight and worth stand where those of the asks do. */
export const goalBlocks = (agreement: Agreement): readonly BlockSpec[] => [goals(agreement), reached];

const columns = {
  id: "A", label: "B", kind: "C", unit: "D", target: "E", by: "F", count: "G", weight: "H", worth: "I", hangs: "J", asks: "K",
} as const;

const goals = (agreement: Agreement): BlockSpec => ({
  id: "goals", columns, close: true,
  bands: [{ title: "Our business goals", tone: "ask", from: "A", aside: "A goal is reached by what customers do: name the asks" }],
  heads: {
    id: head("Id"), label: head("Goal"), kind: head("Unit"), unit: head("Measured as"), target: head("Target", "right"), by: head("By", "right"),
    count: head("Asks", "right"), weight: head("Weight", "right"), worth: head("Worth", "right"), hangs: head("Has an ask", "center"),
    asks: head("Hangs on (ids of asks, such as A02, A15)"),
  },
  rows: agreement.goals.map(({ id }) => ({ id, cells: {
    id: note(id), kind: note("as headed"), ...worked,
    ...entered(agreement, id, { label: undefined, unit: undefined, target: "level", by: undefined, asks: undefined }),
  } })),
});

const entered = (agreement: Agreement, id: string, formats: Readonly<Record<string, FormatName | undefined>>): Record<string, CellSpec> =>
  Object.fromEntries(Object.entries(formats).map(([key, format]) => [key, entry(agreement, `goals.${id}.${key}`, format)]));

/** The asks in use whose id stands in the list of a goal. */
const named = '([asks.on] = "Y") * ISNUMBER(SEARCH([asks.id], [@asks]))';

const worked: Readonly<Record<string, CellSpec>> = {
  count: calc(`SUMPRODUCT(${named})`, "flag"),
  weight: calc(`SUMPRODUCT(${named}, [asks.weight])`, "percent"),
  worth: calc(`SUMPRODUCT(${named}, [asks.worth])`, "money"),
  hangs: check('IF([@label] = "", "off", ([@count] = 0) * 1)', "look"),
};

const reached: BlockSpec = {
  id: "goalSums",
  rows: [totalLine("goalsLinked", { label: "Goals that hang on an ask in use", unit: "% of goals" }, "K", {
    E: total('IF(COUNT([goals.hangs]) = 0, "", COUNTIF([goals.hangs], 0) / COUNT([goals.hangs]))', "percent"),
    J: check("SUM([goals.hangs])", "look"),
  })],
};

export const goalConditions: readonly ConditionSpec[] = [{ on: "goals.id:hangs", when: '[@$label] = ""', look: "off" }];
