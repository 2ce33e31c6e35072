import type { Agreement } from "../core/agreement";
import { dayOf } from "../core/fields";
import { parseReference } from "./address";
import { Refusal, type Build, type BuildReport, type Door, type Outputs } from "./door";
import { deleteAll, markedSheets } from "./excel-delete";
import { namedLooks, type StyleNames } from "./excel-formats";
import { introduce, introductionOf, takeBackIntroduction, type Introduction } from "./excel-introduce";
import { askInventory, blueprint, BUILD_SETTING, DRAFT_SETTING, modulesNow, type Asked } from "./excel-read";
import { attempt } from "./excel-run";
import { writePlan } from "./excel-write";
import { freshNames, nameIn, renamePlan } from "./fresh-names";
import type { LoadModules } from "./modules/load";
import type { Told } from "./log";
import { planWith } from "./modules/plan";
import type { Past } from "./past";
import { VERSION_NAMESPACE } from "./published";
import { outputNames } from "./read";
import { findBuild, type BuildRecord, type Inventory } from "./record";
import { signPlan } from "./sheets/versions";
import { coreAlone, type Contents } from "./contents";
import type { SheetPlan, WorkbookPlan } from "./workbook-plan";

/** Names and tables by the name the plan gave them. */
type Names = Readonly<Record<string, string>>;

/** A plan under names that are free here, and what it adds. */
interface Additions {
  readonly plan: WorkbookPlan;
  readonly styles: StyleNames;
  /** By id of sheet. */
  readonly names: ReadonlyMap<string, Names>;
}

/** What a build keeps in the document beside its sheets. */
interface Kept extends Pick<BuildRecord, "templateId" | "commitments"> {
  /** Modules with the ids of their sheets. */
  readonly modules: readonly { readonly id: string; readonly sheets: readonly string[]; readonly memory?: unknown }[];
  readonly parts: Past["parts"];
  readonly hadDraft: boolean;
  /** What the file says of itself, and what it may say where that is nothing. */
  readonly said: Introduction;
  readonly introduction: Introduction;
}

/** The sheets a build would add now, under the names they would get; nothing is written. */
export function previewBuild(agreement: Agreement, { filled, past } = coreAlone): ReturnType<Door["preview"]> {
  return attempt(async (context) => {
    const inventory = askInventory(context);
    await context.sync();
    const { sheets } = additionsTo(inventory(), planWith(agreement, filled, past.rows)).plan;
    return sheets.map(({ id, name, purpose }) => ({ id, name, purpose }));
  });
}

/**
 * Builds in three requests: what is there, everything new, then the results, our settings and Summary in front. `contents` is
 * what comes with the core sheets. If one fails, all that was added is taken away again.
 */
export async function buildWorkbook(agreement: Agreement, templateId: string, told?: Told, contents = coreAlone): Promise<BuildReport> {
  const started = performance.now();
  const requests = { made: 0 };
  const { additions, kept } = await attempt(async (context) => {
    const inventory = askInventory(context);
    await counted(context, requests);
    const now = inventory();
    if (findBuild(now, await blueprint())) {
      throw new Refusal("occupied", "This workbook already holds a role. Remove that build first, or use another workbook.");
    }
    return prepared(now, agreement, templateId, told, contents);
  });
  try {
    const { build, outputs } = await attempt((context) => writeBuild(context, additions, kept, requests), waiting);
    return { build, outputs, requests: requests.made, milliseconds: performance.now() - started };
  } catch (error) {
    await attempt((context) => takeBack(context, additions), waiting);
    throw error;
  }
}

async function prepared(now: Inventory, agreement: Agreement, templateId: string, told: Told | undefined, { filled, past }: Contents) {
  const additions = additionsTo(now, await signed(planWith(agreement, filled, past.rows), agreement, told, past));
  const kept: Kept = {
    templateId, commitments: agreement.commitments.map(({ id }) => id), parts: past.parts, hadDraft: now.draft !== undefined,
    said: now.said, introduction: introductionOf(agreement),
    modules: filled.map(({ module, data }) => {
      const memory = module.remember?.(data);
      return { id: module.id, sheets: module.sheets(agreement, data).map(({ id }) => id), ...(memory !== undefined && { memory }) };
    }),
  };
  return { additions, kept };
}

/** A plan with who made it and when in its log, and on About what its own audit found that day. */
async function signed(plan: WorkbookPlan, agreement: Agreement, told: Told | undefined, past: Past): Promise<WorkbookPlan> {
  const day = typeof told?.at === "number" ? dayOf(told.at) : undefined;
  const audited = day === undefined ? plan : (await import(/* webpackChunkName: "pages" */ "./audit/certified")).certified(plan, day);
  return told ? signPlan(audited, agreement, told, past.rows) : audited;
}

/** Once writing has begun we wait for a person who starts to type in a cell, rather than leave half a workbook. */
export const waiting: Excel.RunOptions = { delayForCellEdit: true };

async function counted(context: Excel.RequestContext, requests: { made: number }): Promise<void> {
  requests.made++;
  await context.sync();
}

async function writeBuild(
  context: Excel.RequestContext, additions: Additions, kept: Kept, requests: { made: number },
): Promise<{ build: Build; outputs: Outputs }> {
  const { plan, styles, names } = additions;
  const worksheets = writePlan(context, plan, styles);
  for (const worksheet of worksheets.values()) worksheet.load("id");
  await counted(context, requests);
  const record = recordOf(additions, new Map([...worksheets].map(([id, worksheet]) => [id, worksheet.id])), kept);
  const outputs = askOutputs(context, Object.assign({}, ...names.values()));
  context.workbook.settings.add(BUILD_SETTING, JSON.stringify(record));
  for (const part of kept.parts) context.workbook.customXmlParts.add(part);
  introduce(context, kept.said, kept.introduction);
  const summary = context.workbook.worksheets.getItem(record.sheets.summary!);
  summary.activate();
  summary.getRange("A1").select();
  // The draft goes last: should anything before fail, the person's answers are still there.
  if (kept.hadDraft) context.workbook.settings.getItem(DRAFT_SETTING).delete();
  await counted(context, requests);
  const named = (ids: readonly string[]) => plan.sheets.filter(({ id }) => ids.includes(id)).map(({ id, name }) => ({ id, name }));
  const modules = kept.modules.map((module) => ({ ...module, sheets: named(module.sheets) }));
  return { build: { version: plan.version, templateId: kept.templateId, sheets: named(Object.keys(record.sheets)), modules }, outputs: outputs() };
}

/** What was added, told apart by the modules it belongs to. */
function recordOf({ plan, styles, names }: Additions, worksheets: ReadonlyMap<string, string>, { templateId, commitments, modules }: Kept): BuildRecord {
  const of = (ids: readonly string[]) => ({
    sheets: Object.fromEntries(ids.map((id) => [id, worksheets.get(id)!])), names: Object.assign({}, ...ids.map((id) => names.get(id))) as Names,
  });
  const added = modules.flatMap(({ sheets }) => sheets);
  return {
    version: plan.version, templateId, ...of(plan.sheets.map(({ id }) => id).filter((id) => !added.includes(id))), styles: [...styles.values()],
    commitments, modules: modules.map((module) => ({ ...module, ...of(module.sheets) })),
  };
}

function askOutputs({ workbook }: Excel.RequestContext, names: Names): Asked<Outputs> {
  const cells = Object.entries(outputNames).map(([key, name]) =>
    ({ key, range: workbook.names.getItem(names[name]!).getRange().load("values") }));
  const number = (value: unknown) => (typeof value === "number" ? value : null);
  return () => Object.fromEntries(cells.map(({ key, range }) => [key, number(range.values[0]![0])])) as Outputs;
}

function additionsTo(inventory: Inventory, original: WorkbookPlan): Additions {
  const renaming = freshNames(original, {
    sheets: inventory.sheets.map(({ name }) => name),
    names: [...inventory.names.map(({ name }) => name), ...inventory.tables],
  });
  return {
    plan: renamePlan(original, renaming),
    names: new Map(original.sheets.map(({ id, names, tables }) =>
      [id, Object.fromEntries([...names, ...tables].map(({ name }) => [name, nameIn(renaming.names, name)]))])),
    styles: freeStyles(inventory.styles),
  };
}

/** Our cell styles under names that are free: "Role Input", or "Role Input 2" where somebody has such a style. */
function freeStyles(existing: readonly string[]): StyleNames {
  const taken = new Set(existing.map((name) => name.toLowerCase()));
  const free = (name: string, n = 1): string => {
    const wanted = n === 1 ? name : `${name} ${n}`;
    return taken.has(wanted.toLowerCase()) ? free(name, n + 1) : wanted;
  };
  return new Map(namedLooks.map(({ named }) => [named, free(named)]));
}

/** Deletes what a failed build added: only sheets that carry our mark, for somebody else may have taken the name meanwhile. */
async function takeBack(context: Excel.RequestContext, { plan, names, styles }: Additions): Promise<void> {
  const versions = context.workbook.customXmlParts.getByNamespace(VERSION_NAMESPACE).load("items/id");
  const now = await takeBackSheets(context, plan.sheets, [...names.values()].flatMap(Object.values<string>), [...styles.values()]);
  if (now.build !== undefined) context.workbook.settings.getItem(BUILD_SETTING).delete();
  takeBackIntroduction(context, now.said);
  for (const part of versions.items) part.delete();
  await context.sync();
}

/** Queues the deletion of planned sheets that were written only half, and of the names on them. */
export async function takeBackSheets(
  context: Excel.RequestContext, planned: readonly SheetPlan[], names: readonly string[], styles: readonly string[],
): Promise<Inventory> {
  const inventory = askInventory(context);
  await context.sync();
  const now = inventory();
  const ours = await markedSheets(context, now, planned.map(({ name }) => name));
  const ourNames = now.names.filter(({ name, formula }) =>
    names.includes(name) && ours.some((sheet) => sheet.name === parseReference(formula)?.sheet));
  deleteAll(context, now, { sheets: ours.map(({ id }) => id), names: ourNames.map(({ name }) => name), styles });
  return now;
}

/** Takes the build away, modules and all, and leaves the rest. Formulas of the person's own that point to our sheets then show #REF!. */
export function removeBuild(load: LoadModules): Promise<void> {
  return attempt(async (context) => {
    const inventory = askInventory(context);
    const versions = context.workbook.customXmlParts.getByNamespace(VERSION_NAMESPACE).load("items/id");
    await context.sync();
    const now = inventory();
    const build = findBuild(now, await blueprint());
    if (!build) throw new Refusal("not-found", "This workbook holds no role to remove.");
    const ours = [build, ...await modulesNow(build, now, load)];
    deleteAll(context, now, {
      sheets: ours.flatMap(({ sheets }) => Object.values(sheets)), names: ours.flatMap(({ names }) => Object.values(names)),
      styles: build.styles,
    });
    for (const part of versions.items) part.delete();
    takeBackIntroduction(context, now.said);
    // Our setting goes last, so that an interrupted removal can be repeated.
    if (now.build !== undefined) context.workbook.settings.getItem(BUILD_SETTING).delete();
    await context.sync();
  });
}
