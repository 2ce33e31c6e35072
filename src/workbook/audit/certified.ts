import type { WorkbookPlan } from "../workbook-plan";
import { certificate, withCertificate } from "./certificate";
import { snapshotOfPlan } from "./from-plan";
import { audit } from "./index";

/** A plan that says on About what its own audit found, on a day such as "2026-11-22": before a workbook is made of it. */
export function certified(plan: WorkbookPlan, day: string): WorkbookPlan {
  const { findings } = audit(snapshotOfPlan(plan), { ours: true });
  return withCertificate(plan, certificate(findings, day, { asPlanned: true }));
}
