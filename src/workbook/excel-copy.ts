import type { Agreement } from "../core/agreement";
import { customerFile } from "./copy/customer-file";
import { frozen } from "./copy/frozen";
import type { CopyKind } from "./door";
import { openBuild } from "./excel-edit";
import { askSnapshot } from "./excel-read";
import { asRefusal, attempt } from "./excel-run";
import { planWorkbook } from "./plan";
import { writeXlsx } from "./xlsx";

/** Makes a copy and opens it as a workbook of its own, not yet saved; the open workbook stays as it is. */
export async function openCopy(kind: CopyKind, agreement: Agreement, day: string): Promise<void> {
  const file = kind === "customer" ? await customerFile(agreement) : await archiveFile(agreement, day);
  try {
    await Excel.createWorkbook(inBase64(file));
  } catch (error) {
    throw asRefusal(error);
  }
}

/** Our sheets as they stand, as values. */
function archiveFile(agreement: Agreement, day: string): Promise<Uint8Array> {
  return attempt(async (context) => {
    const { build, now } = await openBuild(context);
    const snapshot = askSnapshot(context, build, now);
    await context.sync();
    const title = `Customer role: ${agreement.inputs.segment}, ${day}`;
    return writeXlsx(frozen(planWorkbook(agreement), snapshot(), day), { title });
  });
}

const inBase64 = (file: Uint8Array) => btoa(Array.from(file, (byte) => String.fromCharCode(byte)).join(""));
