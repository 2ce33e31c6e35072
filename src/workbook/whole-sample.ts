import type { Agreement } from "../core/agreement";
import { versionsOf } from "../core/templates/sample-story";
import type { LoadModules } from "./modules/load";
import { filledByExample } from "./modules/module";
import { pastOf } from "./past";
import { specVersion } from "./plan";
import type { Contents } from "./contents";

/** The worked example with all there is: every module filled, and the versions it had before. */
export async function wholeSample(agreement: Agreement, load: LoadModules): Promise<Contents> {
  return { filled: filledByExample(await load(), agreement), past: pastOf(versionsOf(agreement), specVersion) };
}
