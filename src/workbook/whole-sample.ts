import type { Agreement } from "../core/agreement";
import { versionsOf } from "../core/templates/sample-story";
import type { LoadModules } from "./modules/load";
import { filledByExample } from "./modules/module";
import { pastOf } from "./past";
import { specVersion } from "./plan";
import type { Whole } from "./whole";

/** The worked example with all there is: every module filled, its three versions, and the warning that is meant to be there. */
export async function wholeSample(agreement: Agreement, load: LoadModules): Promise<Whole> {
  return {
    filled: filledByExample(await load(), agreement),
    past: pastOf(versionsOf(agreement), specVersion),
    explained: [{
      rule: "F05", sheet: "Sensitivity",
      reason: "The grid holds one formula, the same in each cell: read it once. Cutting it up would make a second sheet of steps.",
    }],
  };
}
