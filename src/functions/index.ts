import * as commitment from "./commitment";
import * as consequences from "./consequences";
import * as history from "./history";
import * as portfolio from "./portfolio";
import * as role from "./role";
import * as value from "./value";

/** Every custom function by family, in the order of the catalogue; each family file is registered with Excel at build time. */
export * from "./value";
export * from "./consequences";
export * from "./role";
export * from "./commitment";
export * from "./portfolio";
export * from "./history";

declare global {
  /** Every custom function by the name of its export. Excel shows no message for most errors, so the panel asks the function again. */
  var customerRoleFunctions: Readonly<Record<string, (...given: never[]) => unknown>> | undefined;
}
// Panel and functions share one runtime and know nothing else of each other: neither bundle holds the other's code.
globalThis.customerRoleFunctions = { ...value, ...consequences, ...role, ...commitment, ...portfolio, ...history };
