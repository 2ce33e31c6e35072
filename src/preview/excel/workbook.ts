import { parseAddress, type Box } from "../grid/address";
import { Area } from "../grid/area";
import type { Book } from "../grid/book";
import { fail } from "../protocol/errors";
import { HostObject, NULL_OBJECT } from "../protocol/host-object";
import { Application } from "./application";
import type { CellsObject, Context, Permission } from "./context";
import { CustomXmlPartCollection } from "./custom-xml";
import { enterText } from "./entry";
import { GridEvents } from "./grid-events";
import { NamedItemCollection } from "./names";
import { DocumentProperties } from "./properties";
import { checkProtection } from "./protection";
import { Range } from "./range";
import { SettingCollection } from "./settings";
import { blankSheetState, blankState, type WorkbookState } from "./state";
import { StyleCollection } from "./styles";
import { chooseFilterButtons, TableCollection } from "./tables";
import { guardSheets } from "./user-guard";
import { Worksheet } from "./worksheet";
import { WorksheetCollection } from "./worksheets";

/** Members whose answer is known only when everything is calculated. */
const CALCULATED = /^(values|text|valueTypes|hasSpill|\*|GetUsedRange|GetSpill|GetSurrounding|Apply$)/i;

/** The root of everything that the add-in reaches through context.workbook. */
export class Workbook extends HostObject implements Context {
  static override scalars = ["Name", "ReadOnly", "UsePrecisionAsDisplayed"];

  readonly state: WorkbookState = blankState();
  readonly created: Uint8Array[] = [];
  private readonly events: GridEvents;
  private readonly stopGuarding: () => void;

  constructor(
    readonly book: Book, readonly raise: Context["raise"], readonly chartsChanged: () => void, refused: (sentence: string) => void,
    readonly openFile: Context["openFile"] = () => undefined,
  ) {
    super();
    this.events = new GridEvents(this);
    this.stopGuarding = guardSheets(this, refused);
    chooseFilterButtons(this);
  }

  dispose() {
    this.events.dispose();
    this.stopGuarding();
  }

  // --- what the add-in sees
  get Name() { return "preview.xlsx"; }
  get ReadOnly() { return false; }
  /** Off, as in a new workbook; the engine always calculates with all digits. */
  get UsePrecisionAsDisplayed() { return false; }
  get Application() { return new Application(this); }
  get CustomXmlParts() { return new CustomXmlPartCollection(this.state.customXml); }
  get Names() { return new NamedItemCollection(this); }
  get Properties() { return new DocumentProperties(this.state.properties); }
  get Settings() { return new SettingCollection(this.state.settings); }
  get Styles() { return new StyleCollection(this.state.styles); }
  get Tables() { return new TableCollection(this); }
  get Worksheets() { return new WorksheetCollection(this); }
  GetSelectedRange() {
    const { workbook } = this.book;
    const active = workbook.getActiveRange();
    const box = active
      ? { row: active.getRow(), column: active.getColumn(), rows: active.getHeight(), columns: active.getWidth() }
      : { row: 0, column: 0, rows: 1, columns: 1 };
    return this.range(workbook.getActiveSheet().getSheetId(), box);
  }
  GetActiveCell() { return this.GetSelectedRange().GetCell(0, 0); }

  // --- what its objects ask of it
  sheetState(sheetId: string) {
    const { sheets } = this.state;
    let state = sheets.get(sheetId);
    if (!state) sheets.set(sheetId, (state = blankSheetState()));
    return state;
  }
  range(sheetId: string, box: Box): Range {
    return new Range(this, new Area(this.book, sheetId, box));
  }
  worksheet(sheetId: string): Worksheet {
    return new Worksheet(this, sheetId);
  }
  requireSheet(nameOrId: string): string {
    const sheet = this.book.findSheet(nameOrId);
    if (!sheet) throw fail.notFound(nameOrId);
    return sheet.getSheetId();
  }
  cells(argument: unknown, sheetId?: string): Area {
    const area = (argument as CellsObject | null)?.area;
    if (area) return area;
    if (typeof argument !== "string") throw fail.invalid("a range or an address is needed");
    if (/^[A-Za-z_\\][^!:$]*$/.test(argument) && !/^[A-Z]{1,3}\d+$/i.test(argument)) return this.named(argument, sheetId);
    const { sheet, box } = parseAddress(argument);
    const owner = sheet === null ? sheetId ?? this.book.workbook.getActiveSheet().getSheetId() : this.requireSheet(sheet);
    return new Area(this.book, owner, box);
  }
  private named(name: string, sheetId?: string): Area {
    for (const names of [...(sheetId ? [new NamedItemCollection(this, sheetId)] : []), this.Names]) {
      const item = names.GetItemOrNullObject(name);
      if (item !== NULL_OBJECT) return item.GetRange().area;
    }
    throw fail.invalid(`address "${name}"`);
  }
  guard(area: Area, permission: Permission) {
    checkProtection(this, area, permission);
  }
  contentWritten(area: Area) {
    this.events.contentWritten(area);
  }

  // --- a person at the keyboard
  enter(address: string, input: string) {
    return enterText(this, address, input);
  }

  // --- the dispatcher's questions
  beginRequest() {
    return this.book.calculator.idle();
  }
  needsSettling(target: unknown, members: readonly string[]) {
    if (target === null) return CALCULATED.test(members[0] ?? "");
    return target instanceof Range && (members.length === 0 || members.some((member) => CALCULATED.test(member)));
  }
  settle() {
    return this.book.settle();
  }
  finishRequest() {
    this.book.flush();
    this.events.finishRequest();
  }
}
