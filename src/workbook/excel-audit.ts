import { boxAddress } from "./address";
import type { AuditProgress, NameSnapshot, PrintSnapshot, SheetSnapshot, TableSnapshot, WorkbookSnapshot } from "./audit";
import { styleOfCell } from "./audit/ours";
import type { Asked } from "./excel-read";
import { rectangles } from "./rectangles";
import type { Box, SheetPlan } from "./workbook-plan";

/** Sheets that we built, by worksheet id: what the plan calls them, and what kind they are. */
export type OurSheets = ReadonlyMap<string, Pick<SheetPlan, "id" | "sheetClass">>;

/** How far the reading is, and the way to end it. */
export interface Reporting { readonly progress?: (progress: AuditProgress) => void; readonly signal?: AbortSignal }

/** Cells of one request: four facts of each stay below the 5 MB that Excel on the web takes at a time. */
const most = 20_000;

/**
 * Everything the audit looks at, of any open workbook, as plain data. Four requests, and one more for each 20,000 cells. An aborted
 * signal ends it between two requests with the signal's reason. What Excel hides from add-ins (macros, links outside of formulas and
 * names, alternative texts of charts) stays undefined, and rules that need it say so.
 */
export async function workbookSnapshot(
  context: Excel.RequestContext, ours: OurSheets, reporting: Reporting = {},
): Promise<WorkbookSnapshot> {
  const { worksheets, facts } = await readBook(context);
  reporting.signal?.throwIfAborted();
  const sheets = await readFrames(context, worksheets);
  reporting.signal?.throwIfAborted();
  await readContents(context, sheets, ours, reporting);
  await readValidations(context, sheets.filter(({ worksheet }) => ours.has(worksheet.id)));
  return {
    ...facts(), calculated: true, isFromExcel: true,
    sheets: sheets.map((sheet) => ({ ...sheet.frame, ...sheet.contents, ...ours.get(sheet.worksheet.id) })),
    names: [...facts().names, ...sheets.flatMap(({ names }) => names)],
  };
}

// --- the workbook

async function readBook(context: Excel.RequestContext) {
  const { workbook } = context;
  const { application } = workbook;
  workbook.load("name, usePrecisionAsDisplayed");
  application.load("calculationMode");
  const iteration = application.iterativeCalculation.load("enabled");
  const properties = workbook.properties.load("title, author, company");
  const worksheets = workbook.worksheets.load("items/id, items/name, items/visibility, items/tabColor");
  const names = askNames(workbook.names);
  await context.sync();
  const facts = () => ({
    fileName: workbook.name, precisionAsDisplayed: workbook.usePrecisionAsDisplayed, iterative: iteration.enabled,
    calculation: inSmall(application.calculationMode),
    properties: { title: properties.title, author: properties.author, company: properties.company },
    names: names(),
  });
  return { worksheets: worksheets.items, facts };
}

function askNames(collection: Excel.NamedItemCollection): Asked<NameSnapshot[]> {
  collection.load("items/name, items/formula, items/visible");
  return () => collection.items.map(({ name, formula, visible }) => ({ name, formula: String(formula), visible }));
}

/** "VeryHidden" as "veryHidden". */
const inSmall = <Word extends string>(word: Word) => (word.charAt(0).toLowerCase() + word.slice(1)) as Uncapitalize<Word>;

// --- what is set on sheets

/** A sheet while it is read. */
interface Reading {
  readonly worksheet: Excel.Worksheet;
  readonly names: readonly NameSnapshot[];
  readonly used?: Box;
  readonly hasHiddenRows: boolean;
  readonly frame: Omit<SheetSnapshot, keyof Contents>;
  contents: Contents;
}

type Contents = Pick<
  SheetSnapshot, "row" | "column" | "formulas" | "values" | "types" | "formats" | "styles" | "hiddenRows" | "validations"
>;

const place = "rowIndex, columnIndex, rowCount, columnCount";
const places = "areas/items/rowIndex, areas/items/columnIndex, areas/items/rowCount, areas/items/columnCount";
const boxOf = ({ rowIndex, columnIndex, rowCount, columnCount }: Excel.Range): Box =>
  ({ row: rowIndex, column: columnIndex, rows: rowCount, columns: columnCount });

async function readFrames(context: Excel.RequestContext, worksheets: readonly Excel.Worksheet[]): Promise<Reading[]> {
  const first = worksheets.map(askFrame);
  await context.sync();
  const second = first.map((frame) => ({ columns: frame.askColumns(), tables: frame.askTables() }));
  await context.sync();
  const merged = await readMerged(context, worksheets);
  return first.map(({ worksheet, told }, index) => {
    const { names, used, hasHiddenRows, frame } = told();
    const { columns, tables } = second[index]!;
    const contents = { row: used?.row ?? 0, column: used?.column ?? 0, formulas: [], values: [], types: [], formats: [] };
    return {
      worksheet, names, used, hasHiddenRows, contents: { ...contents, hiddenRows: [] },
      frame: { ...frame, ...columns(), tables: tables(), merged: merged[index] },
    };
  });
}

function askFrame(worksheet: Excel.Worksheet) {
  const used = worksheet.getUsedRangeOrNullObject(true).load(`${place}, rowHidden`);
  const names = askNames(worksheet.names);
  const tables = worksheet.tables.load("items/name, items/showHeaders, items/showTotals");
  const frozen = worksheet.freezePanes.getLocationOrNullObject().load("rowCount, columnCount");
  const charts = worksheet.charts.load("items/name");
  const print = askPrint(worksheet);
  return {
    worksheet,
    askColumns: () => askColumns(worksheet, used),
    askTables: () => askTables(tables),
    told: () => ({
      used: used.isNullObject ? undefined : boxOf(used),
      hasHiddenRows: !used.isNullObject && used.rowHidden !== false,
      names: names().map((name) => ({ ...name, scope: worksheet.name })),
      frame: {
        name: worksheet.name, visibility: inSmall(worksheet.visibility), tabColor: worksheet.tabColor,
        freeze: frozenBy(frozen), print: print(),
        // Alternative texts cannot be had; where there is no chart none is missing.
        ...(charts.items.length === 0 && { charts: [] }),
      },
    }),
  };
}

/** A frozen part reaches to the end of the sheet in the direction in which nothing is frozen. */
function frozenBy(frozen: Excel.Range): NonNullable<SheetSnapshot["freeze"]> {
  if (frozen.isNullObject) return { rows: 0, columns: 0 };
  const { rowCount, columnCount } = frozen;
  return { rows: rowCount < lastRows ? rowCount : 0, columns: columnCount < lastColumns ? columnCount : 0 };
}

const lastRows = 1_048_576;
const lastColumns = 16_384;

function askPrint({ pageLayout }: Excel.Worksheet): Asked<PrintSnapshot> {
  pageLayout.load("zoom");
  const page = pageLayout.headersFooters.defaultForAllPages
    .load("leftHeader, centerHeader, rightHeader, leftFooter, centerFooter, rightFooter");
  const titles = pageLayout.getPrintTitleRowsOrNullObject().load("rowIndex, rowCount");
  const area = pageLayout.getPrintAreaOrNullObject().load(places);
  return () => ({
    ...(!area.isNullObject && { area: around(area.areas.items.map(boxOf)) }),
    titleRows: titles.isNullObject ? 0 : titles.rowIndex + titles.rowCount,
    ...(pageLayout.zoom?.horizontalFitToPages !== undefined && { pagesWide: pageLayout.zoom.horizontalFitToPages }),
    header: [page.leftHeader, page.centerHeader, page.rightHeader].join(" "),
    footer: [page.leftFooter, page.centerFooter, page.rightFooter].join(" "),
  });
}

function around(boxes: readonly Box[]): Box {
  const row = Math.min(...boxes.map((box) => box.row));
  const column = Math.min(...boxes.map((box) => box.column));
  const rows = Math.max(...boxes.map((box) => box.row + box.rows)) - row;
  return { row, column, rows, columns: Math.max(...boxes.map((box) => box.column + box.columns)) - column };
}

function askColumns(worksheet: Excel.Worksheet, used: Excel.Range): Asked<Pick<SheetSnapshot, "widths" | "hiddenColumns">> {
  if (used.isNullObject) return () => ({ widths: [], hiddenColumns: [] });
  const box = { row: 0, column: 0, rows: 1, columns: used.columnIndex + used.columnCount };
  const columns = worksheet.getRange(boxAddress(box)).getColumnProperties({ columnHidden: true, format: { columnWidth: true } });
  return () => ({
    widths: told(columns).map(({ columnHidden, format }) => (columnHidden ? undefined : charactersWide(format!.columnWidth!))),
    hiddenColumns: indexesOf(told(columns), ({ columnHidden }) => columnHidden === true),
  });
}

/** The answer of a method, there after the sync without being loaded. */
const told = <T>({ value }: OfficeExtension.ClientResult<T>): T => value;

/** Characters of the standard font in a width in points: seven pixels each and five of padding. */
const charactersWide = (points: number): number => ((points * 96) / 72 - 5) / 7;

const indexesOf = <T>(items: readonly T[], wanted: (item: T) => boolean): number[] =>
  items.flatMap((item, index) => (wanted(item) ? [index] : []));

function askTables(tables: Excel.TableCollection): Asked<TableSnapshot[]> {
  const ranges = tables.items.map((table) => ({ table, range: table.getRange().load(place) }));
  return () => ranges.map(({ table: { name, showHeaders, showTotals }, range }) =>
    ({ name, box: boxOf(range), hasHeads: showHeaders, hasTotals: showTotals }));
}

type Merged = NonNullable<SheetSnapshot["merged"]> | undefined;

/** Excel refuses to tell more than 512 merged areas of a sheet; then the sheets are asked one by one, and that one is not known. */
async function readMerged(context: Excel.RequestContext, worksheets: readonly Excel.Worksheet[]): Promise<Merged[]> {
  const ask = (worksheet: Excel.Worksheet): Asked<Merged> => {
    const areas = worksheet.getRange().getMergedAreasOrNullObject().load(places);
    return () => (areas.isNullObject ? [] : areas.areas.items.map(boxOf));
  };
  const answered = async (some: readonly Excel.Worksheet[]): Promise<Merged[]> => {
    const asked = some.map(ask);
    await context.sync();
    return asked.map((each) => each());
  };
  try {
    return await answered(worksheets);
  } catch {
    const found: Merged[] = [];
    // One refusal would take the answers of the others with it.
    for (const worksheet of worksheets) found.push(...await answered([worksheet]).catch(() => [undefined]));
    return found;
  }
}

// --- cells

const hiddenOf = (rows: readonly Excel.RowProperties[]) => indexesOf(rows, ({ rowHidden }) => rowHidden === true);

/** Some rows of a sheet. */
interface Part { readonly sheet: Reading; readonly box: Box }

async function readContents(context: Excel.RequestContext, sheets: readonly Reading[], ours: OurSheets, { progress, signal }: Reporting) {
  const parts = sheets.flatMap(partsOf);
  const cells = ({ box }: Part) => box.rows * box.columns;
  const all = parts.reduce((sum, part) => sum + cells(part), 0);
  let done = 0;
  while (parts.length > 0) {
    signal?.throwIfAborted();
    progress?.({ share: done / all, doing: `Reading ${parts[0]!.sheet.worksheet.name}` });
    const asked: Asked<void>[] = [];
    for (let room = most; parts.length > 0 && (asked.length === 0 || cells(parts[0]!) <= room);) {
      const part = parts.shift()!;
      asked.push(askPart(part, ours.has(part.sheet.worksheet.id)));
      room -= cells(part);
      done += cells(part);
    }
    // eslint-disable-next-line office-addins/no-context-sync-in-loop -- more would not fit into one request
    await context.sync();
    for (const take of asked) take();
  }
}

function partsOf(sheet: Reading): Part[] {
  const { used } = sheet;
  if (!used) return [];
  const rows = Math.max(1, Math.floor(most / used.columns));
  const count = Math.ceil(used.rows / rows);
  return Array.from({ length: count }, (_, i) =>
    ({ sheet, box: { ...used, row: used.row + i * rows, rows: Math.min(rows, used.rows - i * rows) } }));
}

/** Asks for some rows; what comes is added to what the sheet has. The styles tell only on our sheets what a cell is for. */
function askPart({ sheet, box }: Part, isOurs: boolean): Asked<void> {
  const range = sheet.worksheet.getRange(boxAddress(box)).load("values, formulas, valueTypes, numberFormat");
  const styles = isOurs ? range.getCellProperties({ style: true }) : undefined;
  const rows = sheet.hasHiddenRows ? range.getRowProperties({ rowHidden: true }) : undefined;
  return () => {
    const { contents } = sheet;
    sheet.contents = {
      ...contents,
      formulas: contents.formulas.concat(range.formulas), values: contents.values.concat(range.values),
      types: contents.types.concat(range.valueTypes), formats: contents.formats!.concat(range.numberFormat),
      ...(styles && { styles: (contents.styles ?? []).concat(told(styles).map((line) => line.map(({ style }) => style ?? ""))) }),
      ...(rows && { hiddenRows: contents.hiddenRows!.concat(hiddenOf(told(rows)).map((i) => box.row + i)) }),
    };
    range.untrack();
  };
}

// --- rules for entering, which Excel tells only of a whole range: of yellow cells, and one by one where they differ

async function readValidations(context: Excel.RequestContext, sheets: readonly Reading[]): Promise<void> {
  const asked = sheets.map((sheet) => ({ sheet, boxes: askValidations(sheet, inputsOf(sheet)) }));
  await context.sync();
  const mixed = asked.map(({ sheet, boxes }) => ({ sheet, cells: askValidations(sheet, boxes.filter(isMixed).flatMap(cellsOf)) }));
  await context.sync();
  asked.forEach(({ sheet, boxes }, index) => {
    const told = [...boxes.filter((each) => !isMixed(each)), ...mixed[index]!.cells].filter(({ rule }) => rule.type !== "None");
    const validations = told.map(({ box, rule: { prompt } }) => ({ box, title: prompt?.title ?? "", message: prompt?.message ?? "" }));
    sheet.contents = { ...sheet.contents, validations };
  });
}

interface Entering { readonly box: Box; readonly rule: Excel.DataValidation }

const askValidations = ({ worksheet }: Reading, boxes: readonly Box[]): Entering[] =>
  boxes.map((box) => ({ box, rule: worksheet.getRange(boxAddress(box)).dataValidation.load("type, prompt") }));

const isMixed = ({ rule }: Entering) => rule.type === "Inconsistent" || rule.type === "MixedCriteria";

const cellsOf = ({ box }: Entering): Box[] => Array.from({ length: box.rows * box.columns }, (_, i) =>
  ({ row: box.row + Math.floor(i / box.columns), column: box.column + (i % box.columns), rows: 1, columns: 1 }));

function inputsOf({ contents: { styles = [], row, column } }: Reading): Box[] {
  const inputs = styles.flatMap((line, i) => line.flatMap((style, j) =>
    (styleOfCell(style) === "input" ? [{ row: row + i, column: column + j, key: "" }] : [])));
  return rectangles(inputs).map(({ box }) => box);
}
