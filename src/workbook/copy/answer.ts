import type ExcelJS from "exceljs";
import { clauseStatuses, type ClauseAnswer } from "../../core/charter/charter";
import { dayOf, serialOf } from "../../core/fields";
import { answerHeads } from "./customer-copy";

/** What a customer wrote on the form: answers by clause, and what could not be read, in sentences. */
export interface CustomerAnswer {
  readonly answers: Readonly<Record<string, ClauseAnswer>>;
  readonly problems: readonly string[];
}

/**
 * Reads the form of a customer's copy that came back. Cells are found by their headings, so that rows may be sorted or left out.
 * Never throws for what somebody wrote: what cannot be read is named and left as it was.
 */
export async function readAnswer(file: ArrayBuffer): Promise<CustomerAnswer> {
  const { default: library } = await import("exceljs");
  const workbook = new library.Workbook();
  try {
    await workbook.xlsx.load(file);
  } catch {
    return { answers: {}, problems: ["This is no Excel file. Choose the copy that the customer sent back."] };
  }
  const form = workbook.worksheets.map(formOn).find((each) => each !== undefined);
  if (!form) return { answers: {}, problems: ["This workbook holds no form of ours. Choose the copy that the customer sent back."] };
  return answersOn(form);
}

interface Form { readonly sheet: ExcelJS.Worksheet; readonly headRow: number; readonly columns: ReadonlyMap<string, number> }

function formOn(sheet: ExcelJS.Worksheet): Form | undefined {
  for (let headRow = 1; headRow <= sheet.rowCount; headRow++) {
    const columns = new Map<string, number>();
    sheet.getRow(headRow).eachCell((cell, column) => columns.set(cell.text, column));
    if (answerHeads.every((words) => columns.has(words))) return { sheet, headRow, columns };
  }
  return undefined;
}

function answersOn({ sheet, headRow, columns }: Form): CustomerAnswer {
  const answers: Record<string, ClauseAnswer> = {};
  const problems: string[] = [];
  for (let row = headRow + 1; row <= sheet.rowCount; row++) {
    const cell = (words: (typeof answerHeads)[number]) => sheet.getRow(row).getCell(columns.get(words)!);
    const id = cell("Id").text.trim();
    if (id === "") continue;
    const status = clauseStatuses.find((each) => each === cell("Your answer").text.trim().toLowerCase());
    const on = dayIn(cell("On").value);
    if (status === undefined) problems.push(`${id}: “${cell("Your answer").text}” is no answer on the list.`);
    else if (on === undefined) problems.push(`${id}: “${cell("On").text}” is no day.`);
    else answers[id] = { status, on, by: short(cell("Said by").text), remark: short(cell("Remark").text) };
  }
  return { answers, problems };
}

const short = (text: string) => text.trim().slice(0, 255);

/** The library reads a number in a format of days as a moment; somebody may also have typed a day as text. Null is none. */
function dayIn(value: ExcelJS.CellValue): string | null | undefined {
  if (value === null || value === "") return null;
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value === "number") return dayOf(value);
  return typeof value === "string" && !Number.isNaN(serialOf(value)) ? value : undefined;
}
