import type { Agreement } from "../../core/agreement";
import type { LogRow } from "../log";
import type { SheetSpec } from "../spec";
import { aboutSheet } from "./about";
import { charterSheet } from "./charter";
import { checksSheet } from "./checks";
import { commitmentsSheet } from "./commitments";
import { inputsSheet } from "./inputs";
import { listsSheet } from "./lists";
import { reciprocitySheet } from "./reciprocity";
import { roleSheet } from "./role";
import { stakesSheet } from "./stakes";
import { summarySheet } from "./summary";
import { valueSheet } from "./value";
import { versionsSheet } from "./versions";

/** The sheets in the order of their tabs; About comes before them and lists them. */
const tabs: readonly ((agreement: Agreement, version: string, past: readonly LogRow[]) => SheetSpec)[] = [
  summarySheet, inputsSheet, roleSheet, commitmentsSheet, stakesSheet, reciprocitySheet, valueSheet, charterSheet,
  checksSheet, versionsSheet, listsSheet,
];

/** Every sheet of an agreement's workbook; `past` are the rows that its log begins with. */
export function sheetsOf(agreement: Agreement, version: string, past: readonly LogRow[] = []): SheetSpec[] {
  const sheets = tabs.map((sheet) => sheet(agreement, version, past));
  return [aboutSheet(sheets, version), ...sheets];
}
