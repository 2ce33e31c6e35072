import type { Mend, PageMend } from "./audit";
import { Refusal } from "./door";
import type { Asked } from "./excel-read";
import { attempt } from "./excel-run";
import { contentOf } from "./excel-write";
import type { CellContent } from "./workbook-plan";

/** Carries out mends in two requests, the first to see what is there; gives back the mends that undo them, the last one first. */
export function mendWorkbook(mends: readonly Mend[]): Promise<readonly Mend[]> {
  return attempt(async (context) => {
    const before = mends.map((mend) => look(context, mend));
    await context.sync();
    const back = before.map((now) => now());
    for (const mend of mends) put(context, mend);
    await context.sync();
    return back.reverse().filter(doesSomething);
  });
}

const doesSomething = (mend: Mend) => mend.kind !== "page" || Object.keys(mend).length > 2;

type Kind = Mend["kind"];
type MendOf<K extends Kind> = Extract<Mend, { readonly kind: K }>;

/** How one kind of mend is seen as it is now, and carried out. */
interface Way<M extends Mend> {
  readonly look: (context: Excel.RequestContext, mend: M) => Asked<M>;
  readonly put: (context: Excel.RequestContext, mend: M) => void;
}

const sheetOf = ({ workbook }: Excel.RequestContext, { sheet }: { readonly sheet: string }) => workbook.worksheets.getItem(sheet);
const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
const small = (word: string) => word.charAt(0).toLowerCase() + word.slice(1);

const cells: Way<MendOf<"cells">> = {
  look(context, mend) {
    const range = sheetOf(context, mend).getRange(mend.address).load("formulas, values, numberFormat");
    return () => {
      const { formulas, values, numberFormat } = range;
      if (mend.before && !sameCells(mend.before, formulas)) {
        throw new Refusal("changed", `${mend.sheet}!${mend.address} has changed since the check. Check again before you mend it.`);
      }
      const contents = formulas.map((line, i) => line.map((formula, j) => contentNow(formula, values[i]![j])));
      return { ...mend, contents, before: undefined, ...(mend.formats && { formats: numberFormat as string[][] }) };
    };
  },
  put(context, mend) {
    const range = sheetOf(context, mend).getRange(mend.address);
    // Into a cell of text format everything goes as text, so contents come between the general format and their own.
    if (mend.formats) range.numberFormat = [["General"]];
    range.formulas = mend.contents.map((line) => line.map(contentOf));
    if (mend.formats) range.numberFormat = mend.formats.map((line) => [...line]);
  },
};

const sameCells = (one: readonly (readonly unknown[])[], other: readonly (readonly unknown[])[]) =>
  one.every((line, i) => line.every((content, j) => content === other[i]?.[j]));

/** A text that begins with an equals sign is its own value; a formula is not. */
function contentNow(formula: unknown, value: unknown): CellContent {
  if (value === "" && formula === "") return { kind: "empty" };
  const isFormula = typeof formula === "string" && formula.startsWith("=") && formula !== value;
  return isFormula ? { kind: "formula", formula } : { kind: "value", value: value as string | number | boolean };
}

const page: Way<MendOf<"page">> = {
  look(context, mend) {
    const { pageLayout } = sheetOf(context, mend);
    pageLayout.load("zoom");
    const texts = pageLayout.headersFooters.defaultForAllPages.load("leftHeader, centerFooter");
    const area = pageLayout.getPrintAreaOrNullObject().load("address");
    const titles = pageLayout.getPrintTitleRowsOrNullObject().load("address");
    const now = (): PageMend => ({
      ...(!area.isNullObject && { area: withoutSheet(area.address) }),
      ...(!titles.isNullObject && { titles: withoutSheet(titles.address) }),
      zoom: pageLayout.zoom, header: texts.leftHeader, footer: texts.centerFooter,
    });
    return () => ({ kind: "page", sheet: mend.sheet, ...only(now(), mend) });
  },
  put(context, mend) {
    const { pageLayout } = sheetOf(context, mend);
    const { defaultForAllPages } = pageLayout.headersFooters;
    if (mend.area !== undefined) pageLayout.setPrintArea(mend.area);
    if (mend.titles !== undefined) pageLayout.setPrintTitleRows(mend.titles);
    if (mend.zoom) pageLayout.zoom = mend.zoom;
    if (mend.header !== undefined) defaultForAllPages.leftHeader = mend.header;
    if (mend.footer !== undefined) defaultForAllPages.centerFooter = mend.footer;
  },
};

const only = (now: PageMend, wanted: PageMend): PageMend =>
  Object.fromEntries(Object.entries(now).filter(([key]) => wanted[key as keyof PageMend] !== undefined));

const withoutSheet = (address: string) => address.split(",").map((area) => area.slice(area.lastIndexOf("!") + 1)).join(",");

const ways: { readonly [K in Kind]: Way<MendOf<K>> } = {
  cells, page,
  stretch: {
    look: (_, mend) => () => ({ ...mend, hidden: !mend.hidden }),
    put(context, mend) {
      const range = sheetOf(context, mend).getRange(mend.address);
      if (/\d/.test(mend.address)) range.rowHidden = mend.hidden;
      else range.columnHidden = mend.hidden;
    },
  },
  sheet: {
    look(context, mend) {
      const sheet = sheetOf(context, mend).load("visibility");
      return () => ({ ...mend, visibility: small(sheet.visibility) as typeof mend.visibility });
    },
    put(context, mend) {
      sheetOf(context, mend).visibility = capital(mend.visibility) as Excel.SheetVisibility;
    },
  },
  freeze: {
    look(context, mend) {
      const frozen = sheetOf(context, mend).freezePanes.getLocationOrNullObject().load("rowCount, columnCount");
      return () => ({ ...mend, rows: 0, columns: frozen.isNullObject ? 0 : mend.columns });
    },
    put(context, { rows, columns, ...mend }) {
      const { freezePanes } = sheetOf(context, mend);
      if (rows > 0 && columns > 0) freezePanes.freezeAt(sheetOf(context, mend).getCell(0, 0).getResizedRange(rows - 1, columns - 1));
      else if (rows > 0) freezePanes.freezeRows(rows);
      else if (columns > 0) freezePanes.freezeColumns(columns);
      else freezePanes.unfreeze();
    },
  },
  tab: {
    look(context, mend) {
      const sheet = sheetOf(context, mend).load("tabColor");
      return () => ({ ...mend, color: sheet.tabColor });
    },
    put(context, mend) {
      sheetOf(context, mend).tabColor = mend.color;
    },
  },
  name: {
    look(context, mend) {
      const item = namesOf(context, mend).getItemOrNullObject(mend.name).load("formula");
      return () => {
        const { formula: _, ...name } = mend;
        return item.isNullObject ? name : { ...name, formula: String(item.formula) };
      };
    },
    put(context, mend) {
      if (mend.formula === undefined) namesOf(context, mend).getItem(mend.name).delete();
      else namesOf(context, mend).add(mend.name, mend.formula);
    },
  },
  calculation: {
    look(context) {
      const application = context.workbook.application.load("calculationMode");
      return () => ({ kind: "calculation", mode: small(application.calculationMode) as MendOf<"calculation">["mode"] });
    },
    put({ workbook }, { mode }) {
      workbook.application.calculationMode = capital(mode) as Excel.CalculationMode;
    },
  },
};

const namesOf = ({ workbook }: Excel.RequestContext, { scope }: MendOf<"name">) =>
  (scope === undefined ? workbook.names : workbook.worksheets.getItem(scope).names);

const wayOf = <M extends Mend>(mend: M) => ways[mend.kind] as unknown as Way<M>;
const look = (context: Excel.RequestContext, mend: Mend): Asked<Mend> => wayOf(mend).look(context, mend);
const put = (context: Excel.RequestContext, mend: Mend): void => wayOf(mend).put(context, mend);
