/**
 * What went wrong, in a word a caller can branch on. In a cell:
 * wrong-shape #VALUE!, out-of-range #NUM!, undefined-here #DIV/0!, missing and not-converged #N/A.
 */
export type FaultKind = "missing" | "out-of-range" | "wrong-shape" | "undefined-here" | "not-converged";

/**
 * The one error the core throws: a kind, a sentence for the reader and, where one argument is to blame, its name.
 * @example throw new Fault("out-of-range", "retention must be from 0 to 1, not 1.01.", "retention")
 */
export class Fault extends Error {
  override name = "Fault";
  constructor(readonly kind: FaultKind, message: string, readonly argument?: string) {
    super(message);
  }
}

/** The name of an argument as a reader says it: "cost growth" for costGrowth. */
export const words = (argument: string) =>
  argument.replace(/([a-z])([A-Z])/g, (_, before: string, capital: string) => `${before} ${capital.toLowerCase()}`);

const outOfRange = (argument: string, value: number, rule: string) =>
  new Fault("out-of-range", `${words(argument)} must be ${rule}, not ${value}.`, argument);

/** The value itself if it lies from low to high, else an out-of-range Fault. */
export function within(argument: string, value: number, low: number, high: number): number {
  if (value >= low && value <= high) return value;
  throw outOfRange(argument, value, `from ${low} to ${high}`);
}

/** The value itself if it is finite and at least low, else an out-of-range Fault. */
export function atLeast(argument: string, value: number, low: number): number {
  if (value >= low && value < Infinity) return value;
  throw outOfRange(argument, value, low === 0 ? "0 or more" : `at least ${low}`);
}

/** The value itself if it is finite and above low, else an out-of-range Fault. */
export function above(argument: string, value: number, low: number): number {
  if (value > low && value < Infinity) return value;
  throw outOfRange(argument, value, `above ${low}`);
}

/** The value rounded to a whole number if it is one within 1e-9 and lies from low to high, else an out-of-range Fault. */
export function whole(argument: string, value: number, low: number, high: number): number {
  const nearest = Math.round(value);
  if (Math.abs(value - nearest) <= 1e-9 && nearest >= low && nearest <= high) return nearest;
  throw outOfRange(argument, value, `a whole number from ${low} to ${high}`);
}

/** The value itself if it is a finite number, else an out-of-range Fault: the inputs are too large to have a value. */
export function finite(result: number): number {
  if (Number.isFinite(result)) return result;
  throw new Fault("out-of-range", "The result is too large to be a number.");
}

/** What a calculation gives, or null where its inputs have no value: an endless one, or none in the domain. Anything else is thrown on. */
export function orNull<Result>(calculate: () => Result): Result | null {
  try {
    return calculate();
  } catch (error) {
    if (error instanceof Fault) return null;
    throw error;
  }
}
