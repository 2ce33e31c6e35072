import { readBook, type Book } from "./book";
import { findingsOf, type Finding, type Hit, type Rule, type Severity } from "./finding";
import { rules } from "./rules";
import type { WorkbookSnapshot } from "./snapshot";

export { acceptanceOf, isSame, type Acceptance } from "./accepted";
export { certificate, CERTIFICATE, scoreCard, withCertificate, type Score } from "./certificate";
export type { Finding, Rule, Severity } from "./finding";
export type { Fix, Mend, PageMend } from "./mend";
export { rules } from "./rules";
export type { NameSnapshot, PrintSnapshot, SheetSnapshot, TableSnapshot, WorkbookSnapshot } from "./snapshot";
export { snapshotOfPlan } from "./from-plan";

/** What an audit says: what was found, which rules hold, and which could not be checked. */
export interface AuditReport {
  /** Errors first, then by sheet in tab order. */
  readonly findings: readonly Finding[];
  /** Ids of rules that hold. */
  readonly passed: readonly string[];
  /** Rules for which a fact is missing; some of them may have findings in what is known. */
  readonly notChecked: readonly { readonly rule: string; readonly demand: string; readonly reason: string }[];
}

/** `ours` holds the sheets that we built (those with an id) to our own policy too; without it only the general rules are run. */
export interface AuditOptions { readonly ours: boolean }

/** How far an audit has come: a share from 0 to 1, and what it is doing in words. */
export interface AuditProgress { readonly share: number; readonly doing: string }

/** Reading the formulas takes about as long as all rules together. */
const readingShare = 0.5;

/**
 * Audits a workbook against the modelling rules.
 * @example audit(snapshotOfPlan(planWorkbook(agreement)), { ours: true }).findings.filter(({ severity }) => severity === "error") is empty
 */
export function audit(snapshot: WorkbookSnapshot, options: AuditOptions): AuditReport {
  const steps = auditSteps(snapshot, options);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/**
 * The same in small steps of a few milliseconds: yields its progress between them and returns the report. The caller decides when
 * to go on, so it stays responsive, and cancels by not going on.
 */
export function* auditSteps(snapshot: WorkbookSnapshot, { ours }: AuditOptions): Generator<AuditProgress, AuditReport> {
  const book = yield* reading(snapshot, ours);
  const asked = rules.filter(({ scope }) => scope === "any" || ours);
  const findings: Finding[] = [];
  const passed: string[] = [];
  const notChecked: { rule: string; demand: string; reason: string }[] = [];
  for (const [index, rule] of asked.entries()) {
    const progress = { share: readingShare + (1 - readingShare) * (index / asked.length), doing: rule.demand };
    yield progress;
    const reason = rule.lacks?.(snapshot);
    if (reason !== undefined) notChecked.push({ rule: rule.id, demand: rule.demand, reason });
    if (reason !== undefined && !rule.partly) continue;
    const hits: Hit[] = [];
    for (const hit of hitsOf(rule, book)) {
      if (hit) hits.push(hit);
      else yield progress;
    }
    if (hits.length === 0 && reason === undefined) passed.push(rule.id);
    findings.push(...findingsOf(rule, hits));
  }
  return { findings: inOrder(findings, book), passed, notChecked };
}

function* reading(snapshot: WorkbookSnapshot, ours: boolean): Generator<AuditProgress, Book> {
  const cells = snapshot.sheets.reduce((sum, { formulas }) => sum + formulas.length * (formulas[0]?.length ?? 0), 1);
  const steps = readBook(snapshot, ours);
  for (let read = 0; ;) {
    const step = steps.next();
    if (step.done) return step.value;
    read += step.value;
    yield { share: readingShare * (read / cells), doing: "Reading the formulas" };
  }
}

const formulasPerBreath = 2_000;

/** All places where a rule is broken, with a breath after each sheet. */
function* hitsOf(rule: Rule, book: Book): Generator<Hit | undefined> {
  if (rule.ofBook) yield* rule.ofBook(book);
  for (const sheet of book.sheets.filter(({ ours }) => ours || rule.scope === "any")) {
    if (rule.ofSheet) yield* rule.ofSheet(sheet, book);
    if (rule.ofFormula) {
      let looked = 0;
      for (const [shape, cells] of sheet.shapes) {
        if (++looked % formulasPerBreath === 0) yield undefined;
        const about = rule.ofFormula(shape, sheet);
        if (about !== undefined) for (const { row, column } of cells) yield { sheet, row, column, about };
      }
    }
    yield undefined;
  }
}

const rank: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

function inOrder(findings: readonly Finding[], { sheets }: Book): Finding[] {
  const tabs = new Map(sheets.map(({ name, tab }) => [name, tab]));
  const tab = ({ sheet }: Finding) => tabs.get(sheet) ?? -1;
  return [...findings].sort((a, b) => rank[a.severity] - rank[b.severity] || tab(a) - tab(b));
}
