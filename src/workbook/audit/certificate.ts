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

/**
 * The sentence for the cell "Audit" on About. `accepted` tells which findings a person has looked at and left as they are.
 * @example certificate([], new Date(2026, 10, 22)) is "Audited 22 Nov 2026, 0 errors, 0 warnings"
 */
export function certificate(findings: readonly Finding[], date: Date, accepted: (finding: Finding) => boolean = () => false): string {
  const count = (severity: Severity, isAccepted: boolean) =>
    findings.filter((finding) => finding.severity === severity && accepted(finding) === isAccepted).length;
  const words = (number: number, what: string) => `${number} ${what}${number === 1 ? "" : "s"}`;
  const left = [words(count("error", false), "error"), words(count("warning", false), "warning")];
  const taken = count("error", true) + count("warning", true);
  const day = `${date.getDate()} ${months[date.getMonth()]} ${date.getFullYear()}`;
  return [`Audited ${day}`, ...left, ...(taken > 0 ? [words(taken, "accepted finding")] : [])].join(", ");
}
