import { toJson } from "../core/exchange";
import { fieldOf } from "../core/fields";
import type { PastVersion } from "../core/templates/sample-story";
import { logChanges, nextRow, type FieldChange, type LogRow } from "./log";
import { publishedWords, versionXml } from "./published";

/** What a workbook remembers from before it was built: the first rows of its log, and each version as its file keeps it. */
export interface Past { readonly rows: readonly LogRow[]; readonly parts: readonly string[] }

/** A workbook that begins today. */
export const noPast: Past = { rows: [], parts: [] };

/** An hour lies between a change and its publication. */
const HOUR = 1 / 24;

/** The log and the kept versions of a role that was published before: built with the first, changed and published since. */
export function pastOf(versions: readonly PastVersion[], sheets: string): Past {
  const rows = versions.reduce<readonly LogRow[]>((log, version, i) => {
    const { number, by, at, reason, agreement } = version;
    const told = { by, at: at - HOUR, reason };
    const begun = i === 0 ? [nextRow([], { what: "Workbook built", unit: "sheets", after: `Version ${sheets}` }, agreement, told)] : log;
    const changed = [...begun, ...(i === 0 ? [] : logChanges(begun, changesSince(versions[i - 1]!, version), agreement, told).added)];
    const mark = { what: publishedWords(number), unit: "version", before: versions[i - 1]?.number ?? null, after: number };
    return [...changed, nextRow(changed, mark, agreement, { by, at, reason })];
  }, []);
  return { rows, parts: versions.map(({ number, agreement }) => versionXml(number, toJson(agreement, ""))) };
}

function changesSince({ agreement: old }: PastVersion, { agreement, changed }: PastVersion): FieldChange[] {
  return changed.map((id) => {
    const field = fieldOf(agreement, id)!;
    return { id, value: field.get(agreement), before: field.get(old) };
  });
}
