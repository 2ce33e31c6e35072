import type { Explained } from "./audit/certified";
import type { Filled } from "./modules/module";
import { noPast, type Past } from "./past";

/** What a workbook holds from its first day beside the core sheets. */
export interface Whole {
  readonly filled: readonly Filled[];
  readonly past: Past;
  /** Warnings of the self-audit that stay, and why. */
  readonly explained: readonly Explained[];
}

/** Nothing: modules are added when they are wanted. */
export const coreAlone: Whole = { filled: [], past: noPast, explained: [] };
