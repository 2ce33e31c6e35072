import { Refusal } from "./door";

/** Runs one conversation with Excel; whatever goes wrong becomes a Refusal that says what to do, but for the person's own end of it. */
export async function attempt<T>(batch: (context: Excel.RequestContext) => Promise<T>, options: Excel.RunOptions = {}): Promise<T> {
  try {
    return await Excel.run(options, batch);
  } catch (error) {
    if ((error as Error).name === "AbortError") throw error;
    throw asRefusal(error);
  }
}

/** An error of Excel's as a Refusal; a Refusal stays what it is. */
export function asRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  switch ((error as Partial<OfficeExtension.Error>).code) {
    case "InvalidOperationInCellEditMode":
      return new Refusal("cell-edit", "Press Enter or Esc in the sheet; then we write the number.");
    case "AccessDenied":
      return new Refusal("read-only", "The workbook or the sheet is protected or read-only. Unprotect it or save a copy, then try again.");
    case "RequestPayloadSizeLimitExceeded":
      return new Refusal("failed", "This is more than Excel takes at once. Nothing was changed.");
    default:
      return new Refusal("failed", `Excel could not do this and nothing was changed: ${wordsOf(error)}`);
  }
}

const wordsOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
