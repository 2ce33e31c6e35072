import { CommandType, IUndoRedoService } from "@univerjs/core";
import { ILayoutService } from "@univerjs/ui";
import "./preview.css";
import { drawCharts } from "./charts-layer";
import { createControl, type Preview } from "./control";
import { provideCalibri } from "./fonts";
import { openGrid, pausableDrawing } from "./grid-view";
import { readManifest, type AddIn } from "./manifest";
import { watchMessages } from "./message-card";
import { createHost, type Host } from "./protocol/host";
import type { ThemeKind } from "./protocol/theme";
import { drawRibbon, press, type RibbonActions } from "./ribbon";

// The page that stands in for Excel: it reads the manifest as Excel does, opens a workbook, and only then the add-in's pane,
// because Microsoft's library looks for its host while it loads.

const FILE_NAME = "customer-role-preview.xlsx";
const NEW_FILE_NAME = "Book2.xlsx";
const NOTICE_SEEN = "customer-role-preview-notice-seen";

const part = <Kind extends HTMLElement = HTMLElement>(id: string) => document.getElementById(id) as Kind;
const pane = part("pane"), frame = part<HTMLIFrameElement>("pane-frame");

async function open(): Promise<Preview> {
  const [addIn] = await Promise.all([fetchAddIn(), provideCalibri()]);
  const host = createHost(await openGrid("grid"));
  Object.assign(window, { __previewHost: host });
  host.drawing = pausableDrawing(host.book);
  host.onPaneVisibility = (visible) => { pane.hidden = !visible; };
  host.functions.window = () => frame.contentWindow;
  host.functions.register(await (await fetch(addIn.functions.metadata)).json(), addIn.functions.namespace);

  const actions: RibbonActions = {
    showTaskPane: () => host.showPane(true),
    runFunction: (name, id) => host.runCommand(name, id),
  };
  const preview = createControl(host, {
    ready: openPane(addIn),
    pane: frame.contentWindow!,
    showPane: (visible) => host.showPane(visible),
    command: (labelOrId) => pressByName(addIn, labelOrId, actions),
    download: () => workbookFile(host, addIn),
    theme: (kind) => setTheme(host, kind, addIn),
    focusGrid: () => host.book.injector.get(ILayoutService).focus(),
  });
  drawRibbon(part("add-in-groups"), addIn, actions);
  watchMessages(host, part("message"));
  drawCharts(host, part("charts"));
  connectTools(host, preview);
  return preview;
}

async function fetchAddIn(): Promise<AddIn> {
  const xml = await (await fetch("/manifest.xml")).text();
  return readManifest(new DOMParser().parseFromString(xml, "text/xml"), `${location.origin}/`);
}

async function openPane({ name, taskPane }: AddIn): Promise<void> {
  part("pane-title").textContent = name;
  const loaded = new Promise((resolve) => { frame.addEventListener("load", resolve, { once: true }); });
  frame.src = taskPane;
  await loaded;
  await (frame.contentWindow as unknown as { Office: { onReady(): Promise<unknown> } }).Office.onReady();
}

async function pressByName(addIn: AddIn, labelOrId: string, actions: RibbonActions): Promise<void> {
  const button = addIn.ribbon.flatMap((group) => group.buttons).find(({ id, label }) => id === labelOrId || label === labelOrId);
  if (!button) throw new Error(`The ribbon has no button "${labelOrId}".`);
  await press(button, actions);
}

/** The file writer is large and seldom needed, so it is loaded at the first download. */
async function workbookFile(host: Host, addIn: AddIn): Promise<Blob> {
  const { writeXlsx, XLSX_TYPE } = await import("./xlsx");
  return new Blob([await writeXlsx(host.book, host.workbook.state, addIn.functions.namespace)], { type: XLSX_TYPE });
}

/** Belief: Excel tells an add-in its theme once, when it loads, so the pane is loaded again. */
async function setTheme(host: Host, kind: ThemeKind, addIn: AddIn) {
  document.documentElement.dataset.theme = kind;
  part<HTMLSelectElement>("theme").value = kind;
  host.theme(kind);
  await openPane(addIn);
}

function connectTools(host: Host, preview: Preview) {
  host.onRefusal = say;
  host.onNewWorkbook = (file) => {
    hand(new Blob([new Uint8Array(file)]), NEW_FILE_NAME);
    say("Excel opens the new workbook in a window of its own. The preview hands it to you as a file.");
  };
  const undo = part<HTMLButtonElement>("undo"), redo = part<HTMLButtonElement>("redo");
  undo.addEventListener("click", () => void preview.undo());
  redo.addEventListener("click", () => void preview.redo());
  const history = host.book.injector.get(IUndoRedoService);
  history.undoRedoStatus$.subscribe(({ undos, redos }: { undos: number; redos: number }) => {
    undo.disabled = undos === 0;
    redo.disabled = redos === 0;
  });
  // Belief: before ExcelApi 1.20 what an add-in writes empties Excel's list of steps to undo.
  host.book.commands.onCommandExecuted(({ type }: { type: CommandType }) => {
    if (host.book.writing && type === CommandType.MUTATION) history.clearUndoRedo(host.book.unit);
  });
  part("download").addEventListener("click", () => void save(host, preview));
  part("pane-close").addEventListener("click", () => preview.showPane(false));
  part("theme").addEventListener("change", (event) => void preview.theme((event.target as HTMLSelectElement).value as ThemeKind));
  const width = part<HTMLSelectElement>("pane-width");
  const resize = () => { pane.style.width = `${width.value}px`; };
  width.addEventListener("change", resize);
  resize();
}

function hand(file: Blob, name: string) {
  const address = URL.createObjectURL(file);
  Object.assign(document.createElement("a"), { href: address, download: name }).click();
  URL.revokeObjectURL(address);
}

async function save(host: Host, preview: Preview) {
  hand(await preview.download(), FILE_NAME);
  if (host.charts.length > 0) say("The file holds everything but the charts: the preview's file writer knows none.");
}

const LONG_ENOUGH_TO_READ = 8000;
function say(sentence: string) {
  const toast = part("toast");
  toast.textContent = sentence;
  toast.hidden = false;
  setTimeout(() => { toast.hidden = true; }, LONG_ENOUGH_TO_READ);
}

function showNotice() {
  const notice = part("notice");
  notice.hidden = remembered();
  part("notice-close").addEventListener("click", () => {
    notice.hidden = true;
    remember();
  });
}
// A browser may forbid storage; then the notice is simply shown again.
const remembered = () => { try { return localStorage.getItem(NOTICE_SEEN) !== null; } catch { return false; } };
const remember = () => { try { localStorage.setItem(NOTICE_SEEN, "yes"); } catch { return; } };

showNotice();
const opening = open();
// Whoever asks before the workbook is open waits for it; afterwards the real thing is in its place.
window.preview = { ready: opening.then(({ ready }) => ready) } as Preview;
void opening.then((preview) => { window.preview = preview; });
