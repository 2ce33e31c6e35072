import { boxAddress } from "./address";
import { auditSteps, CERTIFICATE, type Acceptance, type AuditProgress, type AuditReport } from "./audit";
import { Refusal, type Checked } from "./door";
import { workbookSnapshot, type OurSheets, type Reporting } from "./excel-audit";
import type { Memory } from "./excel-edit";
import { ACCEPTED_SETTING, askInventory, blueprint, modulesNow, shapes } from "./excel-read";
import { attempt } from "./excel-run";
import { findBuild, parsed, referencesNow, type BuildRecord, type Inventory } from "./record";

/** Reading the workbook takes about as long as the rules. */
const READING = 0.5;

/**
 * Audits the open workbook, whoever made it. The rules run some milliseconds at a time, so that the page lives on meanwhile.
 * An aborted signal ends it with an AbortError; nothing is written.
 */
export async function checkWorkbook({ modules }: Memory, { progress, signal }: Reporting = {}): Promise<Checked> {
  const { snapshot, accepted, isOurs } = await attempt(async (context) => {
    const inventory = askInventory(context);
    const setting = context.workbook.settings.getItemOrNullObject(ACCEPTED_SETTING).load("value");
    await context.sync();
    const now = inventory();
    const build = findBuild(now, await blueprint());
    const tell = ({ share, doing }: AuditProgress) => progress?.({ share: share * READING, doing });
    const ours = build ? await oursOf(build, now, modules) : new Map<string, never>();
    const accepted = setting.isNullObject ? [] : parsed<readonly Acceptance[]>(setting.value) ?? [];
    return { snapshot: await workbookSnapshot(context, ours, { progress: tell, signal }), accepted, isOurs: ours.size > 0 };
  });
  const report = await inSlices(auditSteps(snapshot, { ours: isOurs }), {
    signal, progress: ({ share, doing }) => progress?.({ share: READING + share * (1 - READING), doing }),
  });
  return { ...report, accepted, isOurs, sheets: snapshot.sheets.map(({ name }) => name) };
}

/** The sheets of the build and of its modules, with their kinds. */
async function oursOf(build: BuildRecord, now: Inventory, load: Memory["modules"]): Promise<OurSheets> {
  const added = await modulesNow(build, now, load);
  const { core, modules } = added.length > 0 ? await shapes(load) : { core: [], modules: [] };
  const plans = added.length > 0 ? [...core, ...modules.flatMap(({ drawn }) => drawn)].map(({ plan }) => plan) : (await blueprint()).sheets;
  const kinds = new Map(plans.map(({ id, sheetClass }) => [id, { id, sheetClass }]));
  const standing = [build, ...added].flatMap(({ sheets }) => Object.entries(sheets));
  return new Map(standing.flatMap(([id, worksheet]) => (kinds.has(id) ? [[worksheet, kinds.get(id)!] as const] : [])));
}

/** Longer than this the page would feel stuck. */
const SLICE = 30;

async function inSlices(steps: Generator<AuditProgress, AuditReport>, { progress, signal }: Reporting): Promise<AuditReport> {
  for (let since = performance.now(); ;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() - since < SLICE) continue;
    progress?.(step.value);
    await new Promise((resolve) => setTimeout(resolve));
    signal?.throwIfAborted();
    since = performance.now();
  }
}

/** Keeps with the workbook which findings are accepted; none deletes the setting. */
export function keepAccepted(accepted: readonly Acceptance[]): Promise<void> {
  return attempt(async (context) => {
    const { settings } = context.workbook;
    if (accepted.length > 0) settings.add(ACCEPTED_SETTING, JSON.stringify(accepted));
    else {
      const stored = settings.getItemOrNullObject(ACCEPTED_SETTING).load("key");
      await context.sync();
      if (!stored.isNullObject) stored.delete();
    }
    await context.sync();
  });
}

/** Writes the certificate to its cell on About, wherever that stands now. */
export function certify(sentence: string): Promise<void> {
  return attempt(async (context) => {
    const inventory = askInventory(context);
    await context.sync();
    const now = inventory();
    const build = findBuild(now, await blueprint());
    const place = build && referencesNow(build, now).get(CERTIFICATE);
    if (!place) throw new Refusal("not-found", "The cell for the result of the check is gone from the sheet About.");
    context.workbook.worksheets.getItem(place.sheet).getRange(boxAddress(place.box)).values = [[sentence]];
    await context.sync();
  });
}
