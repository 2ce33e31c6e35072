import type { Filled } from "./modules/module";
import { noPast, type Past } from "./past";

/** What a workbook holds from its first day beside the core sheets. */
export interface Contents {
  readonly filled: readonly Filled[];
  readonly past: Past;
}

/** Nothing: modules are added when they are wanted. */
export const coreAlone: Contents = { filled: [], past: noPast };
