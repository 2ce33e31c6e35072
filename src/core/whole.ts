import type { Agreement } from "./agreement";
import { newCharter } from "./charter/charter";
import { noParticulars } from "./commitment/particulars";
import { withLines } from "./commitment/rows";
import { goalsWith } from "./role/goals";
import { inputs as inputDefinitions } from "./value/inputs";

/** Parts that an agreement may have been kept without: they came later. */
type Later = "charter" | "crossSell" | "goals";
/** An agreement as a template states it, or as it was kept before there were charters, goals, cross-selling lists and some inputs. */
export type Begun = Omit<Agreement, Later> & Partial<Pick<Agreement, Later>>;

/** What is not said about an input that may be left open. */
const open = Object.fromEntries(inputDefinitions.filter(({ optional }) => optional).map(({ id, kind }) => [id, kind === "text" ? "" : null]));

/**
 * An agreement with everything that came later, empty where nothing was said.
 * @example whole(ofVersion10).goals is six empty lines
 */
export function whole(begun: Begun): Agreement {
  return withLines({
    crossSell: {}, charter: newCharter, goals: goalsWith([]), ...begun, inputs: { ...open, ...begun.inputs },
    asks: begun.asks.map((ask) => ({ ...{ accepted: "" }, ...ask })),
    commitments: begun.commitments.map((each) => ({ ...noParticulars, ...each })),
  });
}
