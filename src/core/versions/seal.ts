import type { Agreement } from "../agreement";
import { toJson } from "../exchange";

/** Turns a word of 32 bits to the right. */
const turned = (word: number, by: number) => (word >>> by) | (word << (32 - by));

const primes = Array.from({ length: 310 }, (_, i) => i + 2).filter((n) => !Array.from({ length: n - 2 }, (_, i) => i + 2).some((d) => n % d === 0));
/** The first 32 bits behind the point, as the standard takes its constants from roots of primes. */
const bitsBehindPoint = (root: number) => ((root - Math.floor(root)) * 2 ** 32) | 0;
const start = primes.slice(0, 8).map((prime) => bitsBehindPoint(Math.sqrt(prime)));
const rounds = primes.slice(0, 64).map((prime) => bitsBehindPoint(Math.cbrt(prime)));

/**
 * SHA-256 of a text in UTF-8 (FIPS 180-4), as 64 hexadecimal digits. Core may not ask a browser for it, and what is sealed must be
 * the same wherever it is worked out.
 * @example sha256("abc") begins with ba7816bf
 */
export function sha256(text: string): string {
  const words = paddedWords(bytesOf(text));
  let state = start;
  for (let from = 0; from < words.length; from += 16) state = afterBlock(state, words.slice(from, from + 16));
  return state.map((word) => (word >>> 0).toString(16).padStart(8, "0")).join("");
}

/** Half a surrogate pair has no UTF-8; it counts as the character for what is unknown. */
function bytesOf(text: string): number[] {
  const escaped = encodeURIComponent(text.replace(/\p{Surrogate}/gu, "\uFFFD"));
  return (escaped.match(/%..|./g) ?? []).map((part) => (part.length === 3 ? parseInt(part.slice(1), 16) : part.charCodeAt(0)));
}

/** Words of four bytes: the text, a 1, zeros, and the length in bits, in whole blocks of sixteen. */
function paddedWords(bytes: readonly number[]): number[] {
  const words = new Array<number>(16 * Math.ceil((bytes.length + 9) / 64)).fill(0);
  [...bytes, 0x80].forEach((byte, i) => { words[i >> 2]! |= byte << (24 - 8 * (i & 3)); });
  words[words.length - 2] = Math.floor(bytes.length / 2 ** 29);
  words[words.length - 1] = (bytes.length * 8) | 0;
  return words;
}

/** Section 6.2.2 of the standard, in its letters. */
function afterBlock(state: readonly number[], block: readonly number[]): number[] {
  const w = [...block];
  for (let t = 16; t < 64; t++) {
    const [x, y] = [w[t - 15]!, w[t - 2]!];
    const s0 = turned(x, 7) ^ turned(x, 18) ^ (x >>> 3);
    const s1 = turned(y, 17) ^ turned(y, 19) ^ (y >>> 10);
    w[t] = (w[t - 16]! + s0 + w[t - 7]! + s1) | 0;
  }
  let [a, b, c, d, e, f, g, h] = state as [number, number, number, number, number, number, number, number];
  for (let t = 0; t < 64; t++) {
    const t1 = (h + (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) + ((e & f) ^ (~e & g)) + rounds[t]! + w[t]!) | 0;
    const t2 = ((turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [a, b, c, d, e, f, g, h] = [(t1 + t2) | 0, a, b, c, (d + t1) | 0, e, f, g];
  }
  return [a, b, c, d, e, f, g, h].map((word, i) => (word + state[i]!) | 0);
}

/** Digits of a hash that are shown and compared: enough to notice any change, short enough for a column. */
export const SEAL_LENGTH = 12;

/** Seals what is said, on top of the seal before: a change to either changes this one. */
export const sealOf = (before: string, said: unknown): string => sha256(`${before}\n${JSON.stringify(said)}`).slice(0, SEAL_LENGTH);

/** One short word for everything a person has entered: two agreements with the same entries have the same. */
export const fingerprint = (agreement: Agreement): string => sha256(toJson(agreement, "")).slice(0, SEAL_LENGTH);
