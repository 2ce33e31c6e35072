import type { Finding } from "./finding";

/** A finding that somebody looked at and left as it is. It holds as long as the finding says the same of the same cells. */
export interface Acceptance extends Pick<Finding, "rule" | "sheet" | "address" | "title"> {
  readonly reason: string;
  readonly by: string;
  /** A day such as "2026-11-22". */
  readonly day: string;
}

/** The acceptance of a finding, if there is one. Errors are mended, not accepted. */
export const acceptanceOf = (finding: Finding, accepted: readonly Acceptance[]): Acceptance | undefined =>
  (finding.severity === "error" ? undefined : accepted.find((each) => isSame(each, finding)));

/** Whether two say the same of the same cells. */
export const isSame = (one: Pick<Finding, "rule" | "sheet" | "address" | "title">, other: typeof one): boolean =>
  one.rule === other.rule && one.sheet === other.sheet && one.address === other.address && one.title === other.title;
