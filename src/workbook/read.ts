import { askedRetention, type Agreement } from "../core/agreement";
import { checkAgreement } from "../core/check";
import { blankCommitment } from "../core/commitment/rows";
import { fieldsOf, type Field } from "../core/fields";
import { compareVersions } from "../core/versions/number";
import { cellAddress } from "./address";
import type { Outputs, Problem } from "./door";
import { entryOf } from "./entry";
import { findPlaces, type Missing, type Place, type Places } from "./places";
import { planWorkbook, specVersion } from "./plan";
import type { BuildRecord } from "./record";
import { cellAt, type Snapshot } from "./snapshot";
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
  const { commitments, fresh } = commitmentsNow(findPlaces(layoutOf(standIn), snapshot), build, standIn);
  const start = { ...standIn, commitments };
  const places = findPlaces(layoutOf(start), snapshot);
  const { agreement, problems, missing } = readFields(start, places, fresh, build);
  const known = new Set([...problems.map(({ id }) => id), ...missing]);
  const remarks = checkAgreement(agreement).filter(({ id }) => !known.has(id)).flatMap(({ id, label, message, severity }) => {
    const place = places.found.get(id);
    return place ? [{ ...problemAt(place, id, label, message), severity }] : [];
  });
  return {
    agreement, places: places.found, outputs: outputsOf(places),
    problems: [...rowProblems(places, start, fresh), ...problems, ...remarks],
  };
}

/** Where things stand depends only on which asks and commitments there are, so a plan is made once for all readings of the same. */
function layoutOf(agreement: Agreement): WorkbookPlan {
  const rows = [...agreement.asks, ...agreement.commitments].map(({ id }) => id).join();
  if (latestLayout?.rows !== rows) latestLayout = { rows, plan: planWorkbook(agreement) };
  return latestLayout.plan;
}
let latestLayout: { rows: string; plan: WorkbookPlan } | undefined;

function readFields(start: Agreement, places: Places, fresh: ReadonlySet<string>, build: BuildRecord) {
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
    } else if (isLater(field, places, build)) {
      // Nobody has said anything there: what the template would say is not what this person says.
      if (field.optional) agreement = field.set(agreement, field.kind === "text" ? "" : null);
    } else if (!isNewLink(field, fresh)) {
      missing.push(field.id);
      noteGone(gone, field, places);
    }
  }
  return { agreement: settled(agreement), problems: [...gone.values(), ...problems], missing };
}

/** An older workbook is whole without what came later: its field, or all of its sheet. */
function isLater({ id, since }: Field, places: Places, { version, sheets }: BuildRecord): boolean {
  if (compareVersions(version, specVersion) >= 0) return false;
  const home = places.missing(id)?.sheet.id;
  return (since !== undefined && compareVersions(version, since) < 0) || (home !== undefined && !(home in sheets));
}

/** A commitment that was added on the sheet has no links yet; its row says so already. */
const isNewLink = ({ id }: Field, fresh: ReadonlySet<string>) => id.startsWith("links.") && fresh.has(id.split(".")[2]!);

/** As-asked retention and growth are entered among the inputs and the driver table follows them; an absent link is 0. */
function settled(agreement: Agreement): Agreement {
  const { inputs, drivers, links } = agreement;
  const drawn = (row: Agreement["links"][string]) => Object.fromEntries(Object.entries(row).filter(([, strength]) => strength !== 0));
  return {
    ...agreement,
    drivers: {
      ...drivers,
      retention: { ...drivers.retention, asked: askedRetention(inputs) },
      growth: { ...drivers.growth, asked: inputs.growth },
    },
    links: Object.fromEntries(Object.entries(links).map(([ask, row]) => [ask, drawn(row)])),
  };
}

// --- rows that people add, delete or repeat

/** The commitments that were built, and those that were added on the sheet since. */
function commitmentsNow(places: Places, build: BuildRecord, standIn: Agreement) {
  const onSheet = places.rowsOf("commitments").map(({ id }) => id);
  const built = build.commitments.length > 0 ? build.commitments : onSheet;
  const fresh = new Set(onSheet.filter((id) => !built.includes(id) && /^[A-Za-z]\w*$/.test(id)));
  const known = new Map(standIn.commitments.map((commitment) => [commitment.id, commitment]));
  return { fresh, commitments: [...new Set([...built, ...fresh])].map((id) => known.get(id) ?? blankCommitment(id)) };
}

function rowProblems(places: Places, { asks, commitments }: Agreement, fresh: ReadonlySet<string>): Problem[] {
  return Object.entries({ asks, commitments }).flatMap(([store, known]) => {
    const seen = new Set<string>();
    return places.rowsOf(store).flatMap(({ id, place }) => {
      const problem = (severity: Problem["severity"], message: string) =>
        [{ ...problemAt(place, `${store}.${id}`, id, message), severity }];
      if (seen.has(id)) return problem("error", `${id} stands here a second time. Give one of the rows an id of its own.`);
      seen.add(id);
      if (!known.some((row) => row.id === id)) return problem("warning", `“${id}” is no id we know, so this row is not counted.`);
      if (!fresh.has(id)) return [];
      return problem("warning", `${id} is new: its cost counts, but it can earn asks only after the sheets are built again.`);
    });
  });
}

const problemAt = ({ cells, row, column }: Place, id: string, label: string, message: string): Problem =>
  ({ id, severity: "error", sheet: cells.name, address: cellAddress(row, column), label, message });

const goneWords: Record<Missing["what"], (missing: Missing, field: Field) => string> = {
  sheet: ({ key }) => `The sheet ${key} is gone.`,
  table: () => "The list on this sheet is gone.",
  row: ({ key }) => `The row of ${key} is gone.`,
  column: (_, { label }) => `The column of “${label}” is gone.`,
  cell: (_, { label }) => `The cell of “${label}” is gone.`,
};
const untilThen = "Undo the deletion, or remove this build and build again; until then the last known values stand in.";

/** One problem for each thing that was deleted, however many fields went with it. */
function noteGone(problems: Map<string, Problem>, field: Field, places: Places): void {
  const missing = places.missing(field.id);
  if (!missing) return;
  const { what, key, sheet, near } = missing;
  const thing = `${sheet.id}.${what}.${key}`;
  if (problems.has(thing)) return;
  const message = `${goneWords[what](missing, field)} ${untilThen}`;
  problems.set(thing, near
    ? problemAt(near, field.id, field.label, message)
    : { id: field.id, severity: "error", sheet: sheet.name, address: "A1", label: field.label, message });
}

// --- results

/** Names of the cells with the headline results. */
export const outputNames: Readonly<Record<keyof Outputs, string>> = {
  netAsked: "out_netltv_role", netActual: "out_netltv_actual", netWithout: "out_netltv_without",
  reciprocity: "out_rci", deserve: "out_deserve", deserveCost: "out_deserve_cost", errors: "chk_master",
};

function outputsOf({ found }: Places): Outputs {
  const numberAt = (key: keyof Outputs): number | null => {
    const place = found.get(outputNames[key]);
    const cell = place && cellAt(place.cells, place.row, place.column);
    return cell && !cell.isError && typeof cell.value === "number" ? cell.value : null;
  };
  return Object.fromEntries(Object.keys(outputNames).map((key) => [key, numberAt(key as keyof Outputs)])) as Outputs;
}
