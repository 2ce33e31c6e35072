import type { Comparison } from "./compare";

/** Parts of a version: 2 and 1 of "2.1". */
function partsOf(version: string): readonly [number, number] | undefined {
  const parts = /^(0|[1-9]\d{0,3})\.(0|[1-9]\d{0,3})$/.exec(version.trim());
  return parts ? [Number(parts[1]), Number(parts[2])] : undefined;
}
const unknown = [0, 0] as const;

/**
 * Negative when the first version is the earlier one, positive when it is the later one, 0 when they are the same.
 * @example compareVersions("1.9", "1.10") is negative
 */
export function compareVersions(one: string, other: string): number {
  const [[whole, part], [otherWhole, otherPart]] = [partsOf(one) ?? unknown, partsOf(other) ?? unknown];
  return whole - otherWhole || part - otherPart;
}

/** What is wrong with a version that is to be published after others, as a sentence; undefined when it is fine. */
export function versionFault(version: string, published: readonly string[]): string | undefined {
  if (!partsOf(version)) return "Write a version as two numbers with a point, such as 1.0.";
  const latest = [...published].sort(compareVersions).at(-1);
  return latest !== undefined && compareVersions(version, latest) <= 0 ? `Version ${latest} is published already: take a later one.` : undefined;
}

/**
 * The version to propose: 1.0 first; then the next whole number when an ask or a commitment came or went, for then both sides
 * agree to something else; for other changes the next number behind the point.
 */
export function nextVersion(published: readonly string[], since?: Pick<Comparison, "differences" | "rows">): string {
  const latest = [...published].sort(compareVersions).at(-1);
  const [whole, part] = (latest !== undefined && partsOf(latest)) || unknown;
  const isAnother = since === undefined || since.rows.length > 0 || since.differences.some(({ id }) => /^(asks|commitments)\.\w+\.on$/.test(id));
  return latest === undefined || isAnother ? `${whole + 1}.0` : `${whole}.${part + 1}`;
}
