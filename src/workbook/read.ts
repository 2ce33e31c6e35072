import type { Agreement, Commitment } from "../core/agreement";
import { askedRetention } from "../core/agreement";
import { checkAgreement } from "../core/check";
import { faultOf, fieldsOf, unitInWords, type Field, type FieldValue } from "../core/fields";
import { cellAddress } from "./address";
import type { Outputs, Problem } from "./door";
import { findPlaces, type Missing, type Place, type Places } from "./places";
import { planWorkbook } from "./plan";
import type { BuildRecord } from "./record";
import { cellAt, type CellNow, type Snapshot } from "./snapshot";
import type { WorkbookPlan } from "./workbook-plan";

/** What the sheets say: an agreement that is always whole, what is wrong with them, and where everything stands. */
export interface SheetReading {
  readonly agreement: Agreement;
  readonly problems: readonly Problem[];
  readonly outputs: Outputs;
  readonly places: ReadonlyMap<string, Place>;
}

/**
 * Reads the agreement off the sheets. Nothing a person does to them throws: an illegal or missing entry becomes a problem and
 * the value of `standIn` (what was last read, or the template) takes its place.
 */
export function readSheets(snapshot: Snapshot, build: BuildRecord, standIn: Agreement): SheetReading {
  const { agreement: start, fresh, problems: rowProblems } = withRowsOf(findPlaces(layoutOf(standIn), snapshot), build, standIn);
  const places = findPlaces(layoutOf(start), snapshot);
  const { agreement, problems, missing } = readFields(start, places, fresh);
  const mended = new Set([...problems.map(({ id }) => id), ...missing]);
  const remarks = checkAgreement(agreement).filter(({ id }) => !mended.has(id)).flatMap((remark) => {
    const place = places.found.get(remark.id);
    return place ? [{ ...problemAt(place, remark.id, remark.label, remark.message), severity: remark.severity }] : [];
  });
  return { agreement, problems: [...rowProblems, ...problems, ...remarks], outputs: outputsOf(places), places: places.found };
}

/** Where things stand depends only on which asks and commitments there are, so a plan is made once for all readings of the same. */
function layoutOf(agreement: Agreement): WorkbookPlan {
  const rows = [...agreement.asks, ...agreement.commitments].map(({ id }) => id).join();
  if (latestLayout?.rows !== rows) latestLayout = { rows, plan: planWorkbook(agreement) };
  return latestLayout.plan;
}
let latestLayout: { rows: string; plan: WorkbookPlan } | undefined;

function readFields(start: Agreement, places: Places, fresh: ReadonlySet<string>) {
  let agreement = start;
  const problems: Problem[] = [];
  const gone = new Map<string, Problem>();
  const missing: string[] = [];
  for (const field of fieldsOf(start)) {
    const place = places.found.get(field.id);
    if (place) {
      const entry = entryOf(field, cellAt(place.cells, place.row, place.column), agreement);
      if ("fault" in entry) problems.push(problemAt(place, field.id, field.label, entry.fault));
      else agreement = field.set(agreement, entry.value);
    } else if (!isNewLink(field, fresh)) {
      missing.push(field.id);
      noteGone(gone, field, places);
    }
  }
  return { agreement: settled(agreement), problems: [...gone.values(), ...problems], missing };
}

/** A commitment that was added on the sheet has no links yet; its row says so already. */
const isNewLink = ({ id }: Field, fresh: ReadonlySet<string>) => id.startsWith("links.") && fresh.has(id.split(".")[2]!);

/** Names of the cells with the headline results. */
export const outputNames: Readonly<Record<keyof Outputs, string>> = {
  netAsked: "out_netltv_role", netActual: "out_netltv_actual", netWithout: "out_netltv_without", reciprocity: "out_rci", deserve: "out_deserve",
  deserveCost: "out_deserve_cost", errors: "chk_master",
};

type Entry = { readonly value: FieldValue } | { readonly fault: string };

/** The value a cell enters for a field, or the sentence that says what is wrong with it. */
export function entryOf(field: Field, { value: shown, isError }: CellNow, before: Agreement): Entry {
  if (isError) return { fault: `This cell shows ${shown}. Mend its formula or enter a value.` };
  const value = meaning(field, shown, before);
  const fault = faultOf(field, value);
  if (fault === undefined) return { value };
  const isNumberAsText = typeof shown === "string" && shown.trim() !== "" && Number.isFinite(Number(shown)) && !field.options;
  return { fault: isNumberAsText ? "This number is stored as text. Enter it again, as a number." : fault };
}

/** What a person means by what the cell shows: Y is yes, eur is EUR, a number where text belongs is that text. */
function meaning(field: Field, shown: CellNow["value"], agreement: Agreement): FieldValue {
  if (shown === "") return field.kind === "text" && field.optional ? "" : null;
  if (field.kind === "flag") return yesOrNo(shown);
  if (field.kind === "text") {
    // Units are written out on the sheet; as long as nobody changed them they stay in step with currency and period,
    // which are among the first fields and so already read.
    const before = field.get(agreement);
    return typeof before === "string" && unitInWords(before, agreement) === shown ? before : String(shown);
  }
  const option = field.options?.find((each) => String(each).toLowerCase() === String(shown).toLowerCase() && typeof each === typeof shown);
  return option ?? shown;
}

function yesOrNo(shown: CellNow["value"]): FieldValue {
  if (typeof shown === "boolean") return shown;
  const word = String(shown).trim().toLowerCase();
  if (word === "y" || word === "yes") return true;
  return word === "n" || word === "no" ? false : shown;
}

/** As-asked retention and growth are entered among the inputs; the driver table follows them, and absent links are 0. */
function settled(agreement: Agreement): Agreement {
  const { inputs, drivers } = agreement;
  return {
    ...agreement,
    drivers: {
      ...drivers,
      retention: { ...drivers.retention, asked: askedRetention(inputs) },
      growth: { ...drivers.growth, asked: inputs.growth },
    },
    links: Object.fromEntries(Object.entries(agreement.links).map(([ask, row]) =>
      [ask, Object.fromEntries(Object.entries(row).filter(([, strength]) => strength !== 0))])),
  };
}

/** The stand-in with exactly the commitments that were built or were added on the sheet since. */
function withRowsOf(places: Places, build: BuildRecord, standIn: Agreement) {
  const rows = places.rowsOf("commitments");
  const onSheet = rows.map(({ id }) => id);
  const built = build.commitments.length > 0 ? build.commitments : onSheet;
  const fresh = new Set(onSheet.filter((id) => !built.includes(id) && /^[A-Za-z]\w*$/.test(id)));
  const known = new Map(standIn.commitments.map((commitment) => [commitment.id, commitment]));
  const commitments = [...built, ...fresh].map((id) => known.get(id) ?? blankCommitment(id));
  const problems = (["asks", "commitments"] as const).flatMap((store) => {
    const ids = new Set<string>(store === "asks" ? standIn.asks.map(({ id }) => id) : commitments.map(({ id }) => id));
    const seen = new Set<string>();
    return places.rowsOf(store).flatMap(({ id, place }) => {
      const again = seen.has(id);
      seen.add(id);
      const [severity, message] = again ? ["error" as const, `${id} stands here a second time. Give one of the rows an id of its own.`]
        : !ids.has(id) ? ["warning" as const, `“${id}” is no id we know, so this row is not counted.`]
        : fresh.has(id) ? ["warning" as const, `${id} is new: its cost counts, but it can earn asks only after the sheets are built again.`] : [];
      return message ? [{ ...problemAt(place, `${store}.${id}`, id, message), severity: severity! }] : [];
    });
  });
  return { agreement: { ...standIn, commitments }, fresh, problems };
}

/** A commitment nothing is known of yet. */
const blankCommitment = (id: string): Commitment => ({
  id, on: false, question: 1, label: id, wording: "", unit: "level", committed: 1, worst: 0, capability: null, tier: "all",
  costDriver: "", quantity: 0, unitCost: 0, eligible: 1, budget: 0, owner: "", touchPoints: "", evidence: "", remedy: "",
  competitor: "", show: false, kept: null,
});

const problemAt = ({ cells, row, column }: Place, id: string, label: string, message: string): Problem =>
  ({ id, severity: "error", sheet: cells.name, address: cellAddress(row, column), label, message });

const goneWords: Record<Missing["what"], (missing: Missing, field: Field) => string> = {
  sheet: ({ key }) => `The sheet ${key} is gone.`,
  table: () => "The list on this sheet is gone.",
  row: ({ key }) => `The row of ${key} is gone.`,
  column: (_, { label }) => `The column of “${label}” is gone.`,
  cell: (_, { label }) => `The cell of “${label}” is gone.`,
};

/** One problem for each thing that was deleted, however many fields went with it. */
function noteGone(problems: Map<string, Problem>, field: Field, places: Places): void {
  const missing = places.missing(field.id);
  if (!missing) return;
  const { what, key, sheet, near } = missing;
  const id = `${sheet.id}.${what}.${key}`;
  if (problems.has(id)) return;
  const message = `${goneWords[what](missing, field)} Undo the deletion, or remove this build and build again; until then the last known values stand in.`;
  problems.set(id, near
    ? { ...problemAt(near, field.id, field.label, message) }
    : { id: field.id, severity: "error", sheet: sheet.name, address: "A1", label: field.label, message });
}

function outputsOf({ found }: Places): Outputs {
  const numberAt = (key: keyof Outputs): number | null => {
    const place = found.get(outputNames[key]);
    const cell = place && cellAt(place.cells, place.row, place.column);
    return cell && !cell.isError && typeof cell.value === "number" ? cell.value : null;
  };
  return Object.fromEntries(Object.keys(outputNames).map((key) => [key, numberAt(key as keyof Outputs)])) as Outputs;
}
