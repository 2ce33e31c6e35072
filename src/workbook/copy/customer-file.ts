import type { Agreement } from "../../core/agreement";
import { Refusal } from "../door";
import { writeXlsx } from "../xlsx";
import { formWords, planCustomerCopy } from "./customer-copy";
import { leaksIn } from "./leaks";
import { partsOf } from "./parts";

/**
 * The customer's copy as a file, looked through after it was written.
 * @throws Refusal that names what would have gone out, should anything of ours stand in it
 */
export async function customerFile(agreement: Agreement, plan = planCustomerCopy(agreement)): Promise<Uint8Array<ArrayBuffer>> {
  const file = await writeXlsx(plan, { title: "How we work together" });
  const [leak, ...more] = leaksIn(await partsOf(file), agreement, formWords());
  if (!leak) return file;
  const others = more.length > 0 ? `, and ${more.length} more` : "";
  throw new Refusal("failed", `The copy was not made: it would hold what is only ours (${leak.what}${others}). Change the wording it stands in.`);
}
