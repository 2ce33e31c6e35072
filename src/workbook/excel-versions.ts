import { toJson } from "../core/exchange";
import { versionFault } from "../core/versions/number";
import { Refusal, type Decided, type History, type Reading } from "./door";
import { builtReading, openBuild, readOpened, type Memory, type Opened } from "./excel-edit";
import { askLog, queueLog, queueOldLog, type LogNow } from "./excel-log";
import { askInventory, askSnapshot, blueprint, type Asked } from "./excel-read";
import { attempt } from "./excel-run";
import { nextRow, type LogChange, type Told } from "./log";
import { historyOf, publishedIn, publishedWords, VERSION_NAMESPACE, versionXml } from "./published";
import { knownBuild } from "./record";

/** The log and the published versions, in three requests. */
export function readHistory(): Promise<History> {
  return attempt(async (context) => {
    const inventory = askInventory(context);
    await context.sync();
    const now = inventory();
    const build = knownBuild(now, await blueprint());
    if (!build) return historyOf(undefined, []);
    const log = askLog(context, build, now);
    const parts = context.workbook.customXmlParts.getByNamespace(VERSION_NAMESPACE).load("items/id");
    await context.sync();
    const xml = parts.items.map((part) => part.getXml());
    await context.sync();
    return historyOf(log()?.table.rows, xml.map(({ value }) => value));
  });
}

/** Leaves a row in the log, in three requests; where there is no log, nothing. */
export function noteDecision(decided: Decided, told: Told, memory: Memory): Promise<void> {
  return attempt(async (context) => {
    let log: Asked<LogNow | undefined> = () => undefined;
    const opened = await openBuild(context, (build, now) => { log = askLog(context, build, now); });
    const now = log();
    if (!now) return;
    const { agreement } = await readOpened(opened, memory);
    queueLog(context, now, { again: [], added: [nextRow(now.table.rows, decided, agreement, told)] }, agreement);
    await context.sync();
    memory.visit = undefined;
  });
}

/** Publishes in four requests: what is there (two), the role with its row, and everything read back. */
export function publish(number: string, told: Told, memory: Memory): Promise<Reading> {
  return attempt(async (context) => {
    let log: Asked<LogNow | undefined> = () => undefined;
    const opened = await openBuild(context, (build, now) => { log = askLog(context, build, now); });
    const now = log();
    if (!now) throw new Refusal("not-found", "The log on the sheet Versions is gone or protected, so a version cannot be noted there.");
    const numbers = publishedIn(now.table.rows);
    const fault = versionFault(number, numbers);
    if (fault) throw new Refusal("failed", fault);
    return write(context, opened, now, { number, before: numbers.at(-1) ?? null, told }, memory);
  });
}

async function write(
  context: Excel.RequestContext, opened: Opened, log: LogNow, { number, before, told }: { number: string; before: string | null; told: Told },
  memory: Memory,
): Promise<Reading> {
  const { agreement } = await readOpened(opened, memory);
  const change: LogChange = {
    again: [], added: [nextRow(log.table.rows, { what: publishedWords(number), unit: "version", before, after: number }, agreement, told)],
  };
  // Without the name of a template, as in the fingerprint of the row: what is kept can then be held against it.
  const xml = versionXml(number, toJson(agreement, ""));
  context.workbook.customXmlParts.add(xml);
  queueLog(context, log, change, agreement);
  const snapshot = askSnapshot(context, opened.build, opened.now);
  try {
    await context.sync();
  } catch (error) {
    // If this fails too there is nothing more to be done, and the first error says why.
    await attempt((again) => takeBack(again, log, change, xml)).catch(() => undefined);
    throw error;
  }
  memory.visit = undefined;
  return builtReading({ ...opened, snapshot: snapshot() }, memory);
}

/** Takes a half-published version away: its rows, and the newest part that says the same. */
async function takeBack(context: Excel.RequestContext, log: LogNow, change: LogChange, xml: string): Promise<void> {
  const rows = context.workbook.tables.getItem(log.name).rows.load("count");
  const parts = context.workbook.customXmlParts.getByNamespace(VERSION_NAMESPACE).load("items/id");
  await context.sync();
  queueOldLog(context, log, change, rows.count);
  const texts = parts.items.map((part) => ({ part, text: part.getXml() }));
  await context.sync();
  texts.filter(({ text }) => text.value === xml).at(-1)?.part.delete();
  await context.sync();
}
