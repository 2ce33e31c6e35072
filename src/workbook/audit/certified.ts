import type { WorkbookPlan } from "../workbook-plan";
import { acceptanceOf, type Acceptance } from "./accepted";
import { certificate, withCertificate } from "./certificate";
import type { Finding } from "./finding";
import { snapshotOfPlan } from "./from-plan";
import { audit } from "./index";

/** Why what a rule finds on a sheet is left as it is. */
export interface Explained extends Pick<Finding, "rule" | "sheet"> { readonly reason: string }

/** A plan that says what its own audit found, and the findings that are accepted from the start. */
export interface Certified { readonly plan: WorkbookPlan; readonly accepted: readonly Acceptance[] }

/** Audits a plan on a day such as "2026-11-22", before a workbook is made of it, and says on About what was found. */
export function certified(plan: WorkbookPlan, day: string, by = "", explained: readonly Explained[] = []): Certified {
  const { findings } = audit(snapshotOfPlan(plan), { ours: true });
  const accepted = findings.flatMap((finding) => acceptanceFor(finding, day, by, explained));
  const sentence = certificate(findings, day, { asPlanned: true, accepted: (finding) => acceptanceOf(finding, accepted) !== undefined });
  return { plan: withCertificate(plan, sentence), accepted };
}

function acceptanceFor({ rule, sheet, address, title }: Finding, day: string, by: string, explained: readonly Explained[]): Acceptance[] {
  const found = explained.find((each) => each.rule === rule && each.sheet === sheet);
  return found ? [{ rule, sheet, address, title, reason: found.reason, by, day }] : [];
}
