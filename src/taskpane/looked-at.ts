import { Refusal, type CellValue } from "../workbook";
import type { Desk } from "./desk";

/** The day on which a sheet of ours looks at things, as Excel counts days: beside its label, wherever rows may have moved to. */
export async function dayLookedAt(desk: Pick<Desk, "readSource">, sheet: string): Promise<number> {
  const { headings, rows } = await desk.readSource(`'${sheet.replaceAll("'", "''")}'!A1:H20`);
  const line = [headings as readonly CellValue[], ...rows].find((row) => row.includes("Looked at on")) ?? [];
  const day = line.find((cell) => typeof cell === "number");
  if (day === undefined) throw new Refusal("not-found", `The day “Looked at on” is missing on the sheet ${sheet}.`);
  return day as number;
}
