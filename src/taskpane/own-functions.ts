import type { CallFault, OwnFunctions } from "../workbook";
import catalogue from "./catalogue.json";

const parameters = new Map(catalogue.map(({ id, arguments: given }) => [id, given.map(({ name }) => name)]));

/** The name of a function's export without its capitals: "bgnbdfit" for BGNBD.FIT. */
const plainly = (name: string) => name.replaceAll(".", "").toLowerCase();

/** Our custom functions, as the bundle that registers them with Excel left them for us. */
export const ownFunctions: OwnFunctions = {
  ids: [...parameters.keys()],
  parametersOf: (id) => parameters.get(id) ?? [],
  call(id, given) {
    const found = Object.entries(globalThis.customerRoleFunctions ?? {}).find(([name]) => plainly(name) === plainly(id));
    if (!found) return { fault: { message: "The functions are not loaded. Close this panel and open it again." } };
    try {
      return { value: found[1](...given as never[]) };
    } catch (error) {
      return { fault: faultOf(error) };
    }
  },
};

/** What the function itself threw stands behind the error made for Excel. */
function faultOf(error: unknown): CallFault {
  const { cause, message } = error as { cause?: CallFault; message: string };
  return { message: cause?.message ?? message, ...(cause?.argument !== undefined && { argument: cause.argument }) };
}
