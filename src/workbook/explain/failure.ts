import type { Scene, Spot } from "./sight";

/** Our custom functions as the panel knows them: their names and parameters, and a way to run one again with the same values. */
export interface OwnFunctions {
  /** Without the ROLE. in front. */
  readonly ids: readonly string[];
  parametersOf(id: string): readonly string[];
  call(id: string, given: readonly unknown[]): { readonly value: unknown } | { readonly fault: CallFault };
}

/** Why a call of ours gives no value; the argument by the name it has in the core. */
export interface CallFault { readonly message: string; readonly argument?: string }

/** Why a cell shows an error, and where to mend it. */
export interface Failure {
  /** As the cell shows it: "#NUM!". */
  readonly error: string;
  /** What it means in a word or two. */
  readonly title: string;
  readonly message: string;
  /** The function of ours that refused, and the argument it named. */
  readonly functionId?: string;
  readonly argument?: string;
  /** The cell to look at first. */
  readonly cause?: Spot;
  /** Functions that may have been meant. */
  readonly nearest?: readonly string[];
}

/** What looking into the cells has found, if anything. */
export type Reason = Omit<Failure, "error" | "title">;

/** A cell in error, with its formula. */
export interface Case {
  readonly formula: string;
  readonly error: string;
  readonly spot: Spot;
  readonly scene: Scene;
  readonly functions: OwnFunctions;
}
