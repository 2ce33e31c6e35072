import { rangeInWords } from "../../core/fields";
import { cellAddress } from "../address";
import { tokenize } from "../audit/formula-text";
import type { Area } from "../audit/references";
import type { CellSpec } from "../spec";
import { fieldIn } from "../spec";
import type { FormatName } from "../workbook-plan";
import { calculatedAs } from "./counterparts";
import type { Named } from "./lines";
import { addressOf, firstOf, isOneCell, type Scene, type Sight, type Spot } from "./sight";
import type { Failure, OwnFunctions } from "./failure";
import { whyError } from "./why";
import { areaInWords, formulaInWords } from "./words";

/** A value as a cell holds it, and how its sheet shows numbers there. */
export interface Shown { readonly value: string | number | boolean; readonly isError: boolean; readonly format?: FormatName }

/** One thing a formula is worked out from. */
export interface Ingredient {
  readonly label: string;
  readonly sheet: string;
  readonly address: string;
  /** What is there now; undefined for several cells. */
  readonly shown?: Shown;
}

/** Where a cell's content comes from. */
export type Origin = "empty" | "words" | "entered" | "fetched" | "worked out" | "check";

/** One cell in plain words. */
export interface Explanation {
  readonly sheet: string;
  readonly address: string;
  readonly title: string;
  /** Heading of its column, or the band above it. */
  readonly subtitle: string;
  /** Title and heading: what stands left of the formula's equals sign. */
  readonly called: string;
  readonly origin: Origin;
  readonly sentence: string;
  readonly shown: Shown;
  readonly unit: string;
  readonly source: string;
  /** With labels in place of addresses: "List value of orders × (1 − Discount given)". */
  readonly formula?: string;
  readonly ingredients: readonly Ingredient[];
  /** Custom functions that stand in the formula, or that work out the same. */
  readonly functions: readonly string[];
  readonly failure?: Failure & { readonly at?: Where };
}

/** A cell to jump to. */
export interface Where { readonly sheet: string; readonly address: string }

const whereIs = ({ sheet, row, column }: Spot): Where => ({ sheet, address: cellAddress(row, column) });

/**
 * Says what a cell is, where its content comes from and, if it shows an error, why: pure, from what was read of the workbook.
 * A cell of ours goes by the words of our plan, wherever people moved it; any other by the words around it.
 */
export function explain(spot: Spot, scene: Scene, functions: OwnFunctions): Explanation {
  const { sight } = scene;
  const [named, { value, isError, formula }] = [scene.named(spot), scene.now(spot)];
  const origin = originOf(named, value, formula);
  const areas = formula === undefined ? [] : areasOf(formula, spot, scene);
  const failure = whyError(spot, scene, functions);
  return {
    ...whereIs(spot),
    title: titleOf(named, spot, origin),
    subtitle: named.heading || (named.label === named.block ? "" : named.block),
    called: [titleOf(named, spot, origin), named.heading].filter(Boolean).join(" · "),
    origin,
    sentence: [sentenceOf(origin, named, areas, spot, scene), sentenced(named.note)].filter(Boolean).join(" "),
    shown: shownAt(spot, scene),
    unit: origin === "words" || origin === "empty" ? "" : unitOf(named, sight),
    source: origin === "words" ? "" : named.source,
    ...(formula !== undefined && { formula: formulaInWords(formula, spot, scene) }),
    ingredients: areas.map((area) => ingredientOf(area, spot, scene)),
    functions: functionsOf(named, formula, spot, sight, functions),
    ...(failure && isError && { failure: { ...failure, ...(failure.cause && { at: whereIs(failure.cause) }) } }),
  };
}

// --- what it is

const originsByStyle: Readonly<Partial<Record<CellSpec["style"], Origin>>> = { input: "entered", link: "fetched", check: "check" };

function originOf({ planned, isHeading }: Named, value: unknown, formula: string | undefined): Origin {
  if (formula === undefined) {
    if (planned?.style === "input") return "entered";
    if (value === "") return "empty";
    return isHeading || isWordsOnly(planned) || typeof value === "string" ? "words" : "entered";
  }
  if (isHeading || isWordsOnly(planned)) return "words";
  return (planned && originsByStyle[planned.style]) ?? "worked out";
}

const wordStyles: ReadonlySet<string> = new Set(["note", "label", "title", "status", "section"]);
const isWordsOnly = (planned: CellSpec | undefined) => planned !== undefined && wordStyles.has(planned.style);

function titleOf({ label, block, planned }: Named, { sheet, row, column }: Spot, origin: Origin): string {
  if (label !== "") return label;
  if (planned) return block || `A cell of ${sheet}`;
  return origin === "empty" ? "An empty cell" : `Cell ${cellAddress(row, column)}`;
}

const formatOf = ({ planned }: Named): FormatName | undefined => planned?.format;

function shownAt(spot: Spot, scene: Scene): Shown {
  const { value, isError } = scene.now(spot);
  const format = formatOf(scene.named(spot));
  return { value, isError, ...(format && { format }) };
}

function unitOf({ unit, planned }: Named, { agreement }: Sight): string {
  const field = planned?.id !== undefined && agreement ? fieldIn(agreement, planned.id) : undefined;
  return unit || (field && agreement ? inAgreement(field.unit, agreement.inputs) : "");
}

const inAgreement = (unit: string, { currency, period }: { currency: string; period: string }) =>
  unit.replaceAll("{currency}", currency).replaceAll("{period}", period);

// --- where it comes from

/** Each area a formula points at, once, in the order in which it does. */
function areasOf(formula: string, spot: Spot, scene: Scene): Area[] {
  const found = new Map<string, Area>();
  for (const area of tokenize(formula).flatMap((token) => scene.areas(token, spot))) {
    found.set(`${area.sheet.name}!${addressOf(area)}`, area);
  }
  return [...found.values()];
}

function ingredientOf(area: Area, spot: Spot, scene: Scene): Ingredient {
  return {
    label: areaInWords(area, spot, scene), sheet: area.sheet.name, address: addressOf(area),
    ...(isOneCell(area) && { shown: shownAt(firstOf(area), scene) }),
  };
}

function functionsOf({ line, planned }: Named, formula = "", { sheet }: Spot, { sheets }: Sight, { ids }: OwnFunctions): string[] {
  const called = tokenize(formula).flatMap(({ kind, text }) =>
    (kind === "function" ? [/ROLE\.(.+)$/i.exec(text)?.[1]?.toUpperCase() ?? ""] : []));
  const id = sheets.find(({ name }) => name === sheet)?.id;
  const same = planned && formula !== "" ? calculatedAs[`${id}.${line}`] : undefined;
  return [...new Set([...called, same ?? ""])].filter((each) => ids.includes(each));
}

// --- the sentence

function sentenceOf(origin: Origin, named: Named, areas: readonly Area[], spot: Spot, { sight }: Scene): string {
  const isOurs = named.planned !== undefined;
  const sheets = [...new Set(areas.map(({ sheet }) => sheet.name))];
  switch (origin) {
    case "empty": return isOurs ? "Nothing stands here." : "Nothing stands here. Select a cell with a number to see where it comes from.";
    case "words": return areas.length > 0 ? `Words put together from ${listed(sheets)}.` : "Words to read by; nothing is worked out here.";
    case "entered": return isOurs && named.planned!.style !== "input" ? "A fixed number of the model." : enteredSentence(named, sight);
    case "fetched": return `Fetched from ${listed(sheets)}${isPlain(areas, sheets, spot) ? ", where it is kept" : ""}.`;
    case "check": return `A check: ${named.planned?.format === "look" ? "0 is well, else have a look" : "0 is well"}.${fromCells(areas)}`;
    case "worked out": return areas.length > 0 ? `Worked out here ${fromSheets(areas, sheets, spot)}.` : "Worked out here without other cells.";
  }
}

const isPlain = (areas: readonly Area[], sheets: readonly string[], spot: Spot) =>
  areas.length === 1 && sheets.length === 1 && sheets[0] !== spot.sheet && isOneCell(areas[0]!);

const fromCells = (areas: readonly Area[]) => (areas.length > 0 ? ` It looks at ${counted(areas.length)}.` : "");
/** A note as a sentence of its own. */
const sentenced = (note: string) => (note === "" || /[.!?]$/.test(note) ? note : `${note}.`);

const counted = (count: number) => `${count} ${count === 1 ? "place" : "places"}`;

function fromSheets(areas: readonly Area[], sheets: readonly string[], spot: Spot): string {
  const others = sheets.filter((sheet) => sheet !== spot.sheet);
  if (others.length === 0) return `from ${counted(areas.length)} on this sheet`;
  return `from ${counted(areas.length)} on ${others.length < sheets.length ? "this sheet, " : ""}${listed(others)}`;
}

const listed = (names: readonly string[]) =>
  (names.length < 2 ? names[0] ?? "" : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`);

function enteredSentence({ planned }: Named, { agreement }: Sight): string {
  const field = planned?.id !== undefined && agreement ? fieldIn(agreement, planned.id) : undefined;
  if (!field) return "Entered here by hand.";
  if (field.options) return `Entered here: choose one of ${field.options.join(", ")}.`;
  if (field.kind === "flag") return "Entered here: yes or no.";
  return field.kind === "text" ? "Entered here: text." : `Entered here: ${rangeInWords(field)}.`;
}
