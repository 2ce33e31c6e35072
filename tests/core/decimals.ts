import fc from "fast-check";

/**
 * Numbers as people enter them, spread evenly from min to max in steps of a millionth.
 * fc.double spreads over the bits instead: nearly all of its numbers between 0 and 1 are too small to matter.
 */
export const decimal = (min: number, max: number): fc.Arbitrary<number> =>
  fc.integer({ min: Math.round(min * 1e6), max: Math.round(max * 1e6) }).map((millionths) => millionths / 1e6);
