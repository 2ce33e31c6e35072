import type { Book } from "../grid/book";
import { createFitting, ownRowHeights } from "../grid/fitting";
import type { ChartModel } from "../excel/chart-model";
import { Workbook } from "../excel/workbook";
import { CustomFunctions } from "./custom-functions";
import { Dispatcher } from "./dispatcher";
import type { ApiError } from "./errors";
import { Faults } from "./faults";
import { createServices, CUSTOM_FUNCTIONS_SERVICE } from "./services";
import { themes, type ThemeKind } from "./theme";
import {
  ActionType, CLIENT_REQUEST, HOST_PUSH, HOST_REPLY, LegacyEvent, LegacyMethod, PathType, PushCategory, VISIBILITY_CHANGED,
  type Action, type Envelope, type Push, type ReplyBody, type RequestBody,
} from "./wire";

/** The add-in's end of the bridge: takes a JSON message. */
export interface Client {
  post(text: string): void;
}

export interface HostOptions {
  theme?: ThemeKind;
  /** BCP 47 tag that the add-in sees as Office.context.displayLanguage. */
  language?: string;
}

export interface RequestRecord {
  actions: number;
  ms: number;
  error?: string;
}

type LegacyHandler = (eventId: number, args: { toArray(): unknown[] }) => void;

/** What the host promises to the add-in. Members above ExcelApi 1.14 do not exist here, so calling one fails. */
const REQUIREMENT_SETS = {
  ExcelApi: "1.14", SharedRuntime: "1.1", CustomFunctions: "1.7", CustomFunctionsRuntime: "1.4", RibbonApi: "1.2",
  AddInCommands: "1.1", CustomXmlParts: "1.1", Settings: "1.1", DelayForCellEdit: "1.1",
};

/**
 * A stand-in for Excel, for Microsoft's client library to talk to: requests in, replies, events and
 * custom-function calls out. native-shim.js finds it as `window.__previewHost` (or the parent window's).
 */
export class Host {
  /** The root Excel object, as the dispatcher sees it. */
  workbook: Workbook;
  readonly functions: CustomFunctions;
  readonly faults = new Faults();
  /** One record per answered request of the add-in. */
  readonly log: RequestRecord[] = [];
  /** How many requests the add-in made; what its library does for itself does not count. */
  roundTrips = 0;
  /** The page sets this: frames drawn during a request only slow it down. */
  drawing = { pause() {}, resume() {} };
  /** The page sets this, to open and close the task pane. */
  onPaneVisibility: (visible: boolean) => void = () => {};
  /** The page sets this, to say why what a person did on a protected sheet was refused. */
  onRefusal: (sentence: string) => void = () => {};
  /** The page sets this, to hand over a workbook that the add-in has made. */
  onNewWorkbook: (file: Uint8Array) => void = () => {};
  /** A store of document.settings, the older API. */
  readonly legacySettings = {
    read: (): Record<string, unknown> => this.settings,
    write: (settings: Record<string, unknown>) => { this.settings = settings; },
  };

  private settings: Record<string, unknown> = {};
  private themeKind: ThemeKind;
  private readonly language: string;
  private readonly chartListeners = new Set<() => void>();
  private readonly clients = new Set<Client>();
  private readonly legacyHandlers = new Map<number, LegacyHandler>();
  private readonly commandsUnderWay = new Map<string, () => void>();
  private readonly dispatcher: Dispatcher;
  private paneVisible = true;
  private nextCommand = 1;
  /** Requests are answered in order, although a read may wait for the calculation. */
  private queue: Promise<unknown> = Promise.resolve();

  constructor(readonly book: Book, options: HostOptions = {}) {
    this.themeKind = options.theme ?? "light";
    this.language = options.language ?? "en-US";
    book.fit = createFitting(book);
    ownRowHeights(book);
    // An open cell editor is Excel's cell-edit mode: the add-in's requests fail or wait until it is closed.
    book.commands.onCommandExecuted(({ id, params }: any) => {
      if (id === "sheet.operation.set-cell-edit-visible") this.faults.cellEdit(!!params.visible);
    });
    this.functions = new CustomFunctions(book, (pushes) => this.push(pushes));
    this.workbook = this.openWorkbook();
    this.dispatcher = new Dispatcher(this.workbook, createServices({
      receive: (results) => this.functions.receive(results),
      showPane: (visible) => this.showPane(visible),
      isPaneVisible: () => this.paneVisible,
    }));
  }

  /** The charts of all sheets in the order they were added, as plain data; read what they show with chartData(). */
  get charts(): readonly ChartModel[] {
    return this.workbook.state.charts;
  }

  /** Calls back after charts, or cells that they may draw, have changed; returns the way to stop. Often: gather a few. */
  onChartsChanged(listener: () => void): () => void {
    this.chartListeners.add(listener);
    return () => this.chartListeners.delete(listener);
  }

  /** A fresh, empty workbook behind the same client; faults and counts start anew. */
  reset() {
    this.faults.clear();
    this.functions.forget();
    this.workbook.dispose();
    this.book.renew();
    this.workbook = this.openWorkbook();
    this.dispatcher.restart(this.workbook);
    for (const listener of this.chartListeners) listener();
    this.settings = {};
    this.log.length = 0;
    this.roundTrips = 0;
  }

  /** Stops everything that still runs, before the grid is disposed. */
  close() {
    this.faults.clear();
    this.book.calculator.stop();
    this.functions.forget();
    this.clients.clear();
  }

  private openWorkbook() {
    return new Workbook(this.book, (messageType, targetId, message) =>
      this.push([{ messageCategory: PushCategory.objectEvent, messageType, targetId, message: JSON.stringify(message) }]),
    () => { for (const listener of this.chartListeners) listener(); }, (sentence) => this.onRefusal(sentence),
    (file) => this.onNewWorkbook(file));
  }

  // --- the two calls of the bridge
  connect(client: Client) {
    this.clients.add(client);
    return { receive: (text: string) => this.receive(client, text), disconnect: () => this.clients.delete(client) };
  }

  private receive(client: Client, text: string) {
    const envelope: Envelope = JSON.parse(text);
    const answer = () => this.answer(client, envelope, text.length);
    // Results of custom functions overtake the queue: the read ahead of them waits for exactly these results.
    if (carriesFunctionResults(envelope.message?.body)) void answer();
    else this.queue = this.queue.then(answer, answer);
  }

  private async answer(client: Client, envelope: Envelope, characters: number) {
    const counts = isAddinsOwn(envelope.message?.body);
    const error = await this.faults.strike(envelope.flags ?? 0, counts ? characters : null);
    this.drawing.pause();
    const started = performance.now();
    const body = error ? refusal(error) : envelope.type === CLIENT_REQUEST ? await this.dispatcher.execute(envelope.message.body) : {};
    this.drawing.resume();
    if (counts) this.record(envelope.message.body, body as ReplyBody, performance.now() - started);
    client.post(JSON.stringify({ id: envelope.id, type: HOST_REPLY, message: { statusCode: 200, headers: {}, body } }));
  }

  private record({ Actions: actions }: RequestBody, reply: ReplyBody, ms: number) {
    this.log.push({ actions: actions.length, ms, ...(reply.Error && { error: reply.Error.Code }) });
    this.roundTrips++;
  }

  private push(entries: Push[]) {
    const text = JSON.stringify({ type: HOST_PUSH, message: { entries } });
    for (const client of this.clients) setTimeout(() => client.post(text), 0);
  }

  // --- what native-shim.js reads while the library loads
  appContext() {
    return {
      solutionId: "preview-addin", instanceId: "preview-1", hostVersion: "16.0.20000.10000",
      uiLocale: this.language, dataLocale: "en-US", docUrl: "https://preview.invalid/preview.xlsx",
      hostInfo: `Excel|Win32|16.01|${this.language}|||disableLogging|1`,
      theme: themes[this.themeKind], requirementMatrix: REQUIREMENT_SETS,
    };
  }

  /** Switches what Office.context.officeTheme says; the library keeps its answer for five seconds. */
  theme(kind: ThemeKind) {
    this.themeKind = kind;
  }

  execute(methodId: number, args: unknown, done: (result: unknown[]) => void) {
    if (methodId === LegacyMethod.ribbonCommandCompleted) {
      const [commandId] = (Array.isArray(args) ? args : (args as any)?.toArray?.() ?? []) as string[];
      this.commandsUnderWay.get(String(commandId))?.();
    }
    done([0]);
  }

  registerEvent(eventId: number, _target: unknown, handler: LegacyHandler) {
    this.legacyHandlers.set(eventId, handler);
  }

  // --- the ribbon and the pane
  /** A click on an ExecuteFunction button; resolves when the add-in calls event.completed(). */
  runCommand(functionName: string, controlId: string): Promise<void> {
    const handler = this.legacyHandlers.get(LegacyEvent.ribbonCommand);
    if (!handler) return Promise.reject(new Error("The add-in has not loaded Office.js yet, so no ribbon command can run."));
    const commandId = `command-${this.nextCommand++}`;
    const completed = new Promise<void>((resolve) => this.commandsUnderWay.set(commandId, resolve));
    handler(LegacyEvent.ribbonCommand, { toArray: () => [commandId, functionName, JSON.stringify({ source: { id: controlId } })] });
    return completed.finally(() => this.commandsUnderWay.delete(commandId));
  }

  /** Opens or closes the task pane and tells the add-in (Office.addin.onVisibilityModeChanged). */
  showPane(visible = true) {
    if (this.paneVisible === visible) return;
    this.paneVisible = visible;
    this.onPaneVisibility(visible);
    this.push([{
      messageCategory: PushCategory.runtimeEvent, messageType: VISIBILITY_CHANGED, targetId: "",
      message: JSON.stringify({ visibility: visible ? "Visible" : "Hidden" }),
    }]);
  }

  // --- a person at the keyboard
  /** What typing into a cell and pressing Enter does: parsed, validated, refused on locked cells, undoable. Address with sheet. */
  enter(address: string, input: string): Promise<void> {
    return this.workbook.enter(address, input);
  }
}

export function createHost(book: Book, options: HostOptions = {}): Host {
  return new Host(book, options);
}

/** Whether the add-in asked: not a service of the library's own, and not the release of references after an Excel.run. */
function isAddinsOwn(body?: RequestBody): boolean {
  const paths = Object.values(body?.ObjectPaths ?? {});
  if (!body || paths.some((path) => path.ObjectPathType === PathType.service)) return false;
  const opensRoot = ({ ActionType: type, ObjectPathId: id }: Action) =>
    type === ActionType.instantiate && body.ObjectPaths[id]?.ObjectPathType === PathType.global;
  return body.Actions.some((action) => action.Name !== "_RemoveReference" && !opensRoot(action));
}

const carriesFunctionResults = (body?: RequestBody) =>
  Object.values(body?.ObjectPaths ?? {}).some((path) => path.Name === CUSTOM_FUNCTIONS_SERVICE);

const refusal = (error: ApiError): ReplyBody => ({
  Error: { Code: error.code, Message: error.message, Location: "", ActionIndex: 0, HttpStatusCode: error.status },
  Results: [], TraceIds: [],
});
