import type { WorkbookPlan } from "../workbook-plan";
import type { Finding, Severity } from "./finding";

/** How many findings of each severity a sheet has; the empty name stands for the workbook. */
export interface Score extends Readonly<Record<Severity, number>> { readonly sheet: string }

/** One line per sheet that has findings, in the order of the findings. */
export function scoreCard(findings: readonly Finding[]): Score[] {
  const scores = new Map<string, { sheet: string } & Record<Severity, number>>();
  for (const { sheet, severity } of findings) {
    const score = scores.get(sheet) ?? { sheet, error: 0, warning: 0, info: 0 };
    score[severity]++;
    scores.set(sheet, score);
  }
  return [...scores.values()];
}

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

interface Circumstances {
  /** Which findings a person has looked at and left as they are. */
  readonly accepted?: (finding: Finding) => boolean;
  /** Before anything was written or calculated. */
  readonly asPlanned?: true;
}

/**
 * The sentence for the cell "Audit" on About. `day` is a day such as "2026-11-22". Remarks of severity info do not count.
 * @example certificate([], "2026-11-22") is "Audited 22 Nov 2026, 0 errors, 0 warnings"
 */
export function certificate(
  findings: readonly Finding[], day: string, { accepted = () => false, asPlanned }: Circumstances = {},
): string {
  const count = (severity: Severity, isAccepted: boolean) =>
    findings.filter((finding) => finding.severity === severity && accepted(finding) === isAccepted).length;
  const left = count("warning", false);
  const taken = count("warning", true);
  const words = [counted(count("error", false), "error")];
  if (left > 0 || taken === 0) words.push(counted(left, "warning"));
  if (taken > 0) words.push(counted(taken, "accepted warning"));
  return `Audited ${inWords(day)}${asPlanned ? " as planned" : ""}, ${words.join(", ")}`;
}

const counted = (number: number, what: string) => `${number} ${what}${number === 1 ? "" : "s"}`;

function inWords(day: string): string {
  const [year, month, date] = day.split("-").map(Number);
  return `${date} ${months[month! - 1]} ${year}`;
}

/** Name of the cell on About that holds the certificate. */
export const CERTIFICATE = "out_audit";

/** A plan with this sentence on About. */
export function withCertificate(plan: WorkbookPlan, sentence: string): WorkbookPlan {
  return { ...plan, sheets: plan.sheets.map((sheet) => {
    const box = sheet.names.find(({ name }) => name === CERTIFICATE)?.box;
    if (!box) return sheet;
    const cells = sheet.cells.map((cell) =>
      (cell.row === box.row && cell.column === box.column ? { ...cell, content: { kind: "value" as const, value: sentence } } : cell));
    return { ...sheet, cells };
  }) };
}
