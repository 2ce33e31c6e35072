import { fromJson } from "../core/exchange";
import { SEAL_LENGTH, sha256 } from "../core/versions/seal";
import type { History, Published } from "./door";
import { brokenSeals, type LogRow } from "./log";

/** Documents of this kind travel in the file, one for each published version. */
export const VERSION_NAMESPACE = "urn:customer-role:version";

/** A published role as the XML part that Excel keeps. */
export const versionXml = (number: string, json: string): string =>
  `<version xmlns="${VERSION_NAMESPACE}" number="${escaped(number)}">${escaped(json)}</version>`;

const marks: readonly (readonly [string, string])[] = [["&", "&amp;"], ["<", "&lt;"], [">", "&gt;"], ['"', "&quot;"]];
const escaped = (text: string) => marks.reduce((said, [mark, name]) => said.replaceAll(mark, name), text);
const plain = (text: string) => [...marks].reverse().reduce((said, [mark, name]) => said.replaceAll(name, mark), text);

/** Number and role of a part, or undefined for a part that is none of ours any more. */
function partIn(xml: string): { number: string; json: string } | undefined {
  const found = /<version\b[^>]*\bnumber="([^"]*)"[^>]*>([\s\S]*)<\/version>/.exec(xml);
  return found ? { number: plain(found[1]!), json: plain(found[2]!) } : undefined;
}

/** What a row says when a version is published, and how it is known again. */
export const publishedWords = (number: string): string => `Version ${number} published`;
const published = /^Version (\S+) published$/;

/** The numbers of the versions that the log says were published. */
export const publishedIn = (rows: readonly LogRow[]): string[] => rows.flatMap(({ what }) => published.exec(what)?.[1] ?? []);

/** The log and the versions in it, from its rows and the parts that the file keeps. */
export function historyOf(rows: readonly LogRow[] | undefined, parts: readonly string[]): History {
  const kept = new Map(parts.flatMap((xml) => partIn(xml) ?? []).map(({ number, json }) => [number, json]));
  return {
    hasLog: rows !== undefined, rows: rows ?? [], broken: brokenSeals(rows ?? []),
    published: (rows ?? []).flatMap((row) => {
      const number = published.exec(row.what)?.[1];
      return number === undefined ? [] : [versionOf(number, row, kept.get(number))];
    }),
  };
}

/** What is kept is what was published when its fingerprint is the one that the row noted then. */
function versionOf(number: string, row: LogRow, json: string | undefined): Published {
  const read = json === undefined ? undefined : fromJson(json);
  const isWhole = json !== undefined && sha256(json).slice(0, SEAL_LENGTH) === row.entries;
  return { number, row, isWhole, ...(read && "agreement" in read && { agreement: read.agreement }) };
}
