import { formatAddress, parseAddress } from "./grid/address";
import type { Value } from "./grid/book";
import { bringIntoSight } from "./grid/cells";
import type { Faults } from "./protocol/faults";
import type { Host } from "./protocol/host";
import type { ThemeKind } from "./protocol/theme";

/**
 * `window.preview`: a person's hands and eyes as functions, for the browser tests and for the curious at the console.
 * An address is "Sheet1!A1", or "A1" on the sheet in front. Everything that reads waits until all is calculated.
 *
 * @example await preview.enter("A1", "=ROLE.CUSTOMERLTV(10%,85%,1200)"); await preview.value("A1") // 4800
 */
export interface Preview {
  /** Settles when the workbook can be used and the add-in has said `Office.onReady`. */
  ready: Promise<void>;
  /** As if typed and confirmed with Enter: events are raised and it can be undone. Data validation is not asked. */
  enter(address: string, input: string): Promise<void>;
  /** What Excel calls the value: a number, a text, a truth value, "" for an empty cell, "#N/A" and the like for an error. */
  value(address: string): Promise<Value>;
  /** The formula with its equals sign, or the value of a cell that has none. */
  formula(address: string): Promise<Value>;
  /** What the cell shows, number format applied. */
  text(address: string): Promise<string>;
  /** The sentence that came with a custom function's error. */
  message(address: string): Promise<string | undefined>;
  /** Names of the visible sheets in the order of their tabs. */
  sheets(): string[];
  /** The sheet in front and what is selected on it, such as "Sheet1!A1:B2". */
  selection(): string;
  /** Brings the sheet to the front and selects the range; the grid takes the keyboard. */
  select(address: string): void;
  /** The add-in's window. */
  readonly pane: Window;
  /** Opens or closes the task pane, as its ribbon button and its cross do. */
  showPane(visible: boolean): void;
  /** Presses the ribbon button with this label or id; resolves when its function has finished. */
  command(labelOrId: string): Promise<void>;
  undo(): Promise<void>;
  redo(): Promise<void>;
  /** The workbook as an .xlsx file. The button of the page also saves it. */
  download(): Promise<Blob>;
  /** Changes Office's theme and opens the pane anew in it. */
  theme(kind: ThemeKind): Promise<void>;
  /** What can be made to go wrong: failRequest(n), latency(ms), readOnly(on), cellEdit(on). */
  readonly faults: Faults;
  /** Requests of the add-in that reached the workbook so far. */
  readonly roundTrips: number;
}

declare global {
  interface Window {
    preview: Preview;
  }
}

/** What the page around the workbook can do. */
export type PageActions = Pick<Preview, "ready" | "pane" | "showPane" | "command" | "download" | "theme"> & {
  /** Gives the grid the keyboard. */
  focusGrid(): void;
};

export function createControl(host: Host, { focusGrid, ...page }: PageActions): Preview {
  const { book } = host;
  const settledAt = async (address: string) => {
    await book.settle();
    return book.locate(address);
  };
  const history = async (step: "undo" | "redo") => {
    await book.api[step]();
    await book.settle();
  };
  return {
    ...page,
    get faults() { return host.faults; },
    get roundTrips() { return host.roundTrips; },
    async enter(address, input) {
      await host.enter(book.addressOf(book.locate(address)), input);
      await book.settle();
    },
    async value(address) {
      const { sheetId, row, column } = await settledAt(address);
      return book.value(sheetId, row, column);
    },
    async formula(address) {
      const { sheetId, row, column } = await settledAt(address);
      return book.formula(sheetId, row, column);
    },
    async text(address) {
      const { sheetId, row, column } = await settledAt(address);
      return book.sheet(sheetId).getRange(row, column).getDisplayValue() ?? "";
    },
    async message(address) {
      return host.functions.messageOf(book.addressOf(await settledAt(address)));
    },
    sheets: () => book.workbook.getSheets().filter((sheet: any) => !sheet.isSheetHidden()).map((sheet: any) => sheet.getSheetName()),
    selection() {
      const sheet = book.workbook.getActiveSheet();
      const range = sheet.getSelection()?.getActiveRange();
      return range ? `${sheet.getSheetName()}!${range.getA1Notation()}` : sheet.getSheetName();
    },
    select(address) {
      const { sheetId } = book.locate(address);
      const { box } = parseAddress(address);
      book.workbook.setActiveSheet(book.sheet(sheetId));
      book.sheet(sheetId).getRange(formatAddress(box)).activate();
      bringIntoSight(book, sheetId, box);
      focusGrid();
    },
    undo: () => history("undo"),
    redo: () => history("redo"),
  };
}
