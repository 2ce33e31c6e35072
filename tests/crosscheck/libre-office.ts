import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import ExcelJS from "exceljs";
import type { Cells } from "./cells";

/** A profile of its own: every file is calculated anew instead of trusted for its results, and numbers in text are written as in English. */
const settings = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>en-US</value></prop></item>
</oor:items>`;

/**
 * The cells of .xlsx files as LibreOffice calculates them: one process for all of them.
 * @throws Error if LibreOffice is not installed, or leaves a file out
 */
export async function recalculate(files: ReadonlyMap<string, Uint8Array>): Promise<Map<string, Cells>> {
  const folder = mkdtempSync(path.join(tmpdir(), "crosscheck-"));
  try {
    const [profile, given, back] = ["profile", "given", "back"].map((name) => path.join(folder, name)) as [string, string, string];
    for (const each of [path.join(profile, "user"), given, back]) mkdirSync(each, { recursive: true });
    writeFileSync(path.join(profile, "user/registrymodifications.xcu"), settings);
    const numbered = [...files].map(([name, bytes], index) => ({ name, bytes, file: `${index}.xlsx` }));
    for (const { file, bytes } of numbered) writeFileSync(path.join(given, file), bytes);
    convert(profile, back, numbered.map(({ file }) => path.join(given, file)));
    return new Map(await Promise.all(numbered.map(async ({ name, file }) => [name, await cellsOf(path.join(back, file), name)] as const)));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function convert(profile: string, back: string, files: readonly string[]): void {
  const args = [`-env:UserInstallation=${pathToFileURL(profile).href}`, "--headless", "--norestore", "--convert-to", "xlsx", "--outdir", back, ...files];
  const { error, status, stderr } = spawnSync("soffice", args, { encoding: "utf8" });
  if (error && "code" in error && error.code === "ENOENT") {
    throw new Error("LibreOffice is missing, and without it nothing is checked: apt-get install --no-install-recommends libreoffice-calc");
  }
  if (error) throw error;
  if (status !== 0) throw new Error(`LibreOffice ended with ${status}: ${stderr}`);
}

async function cellsOf(file: string, name: string): Promise<Cells> {
  if (!existsSync(file)) throw new Error(`LibreOffice did not write "${name}".`);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(file);
  return (sheet, row, column) => plain(workbook.getWorksheet(sheet)!.getCell(row + 1, column + 1));
}

/** What a cell shows. ExcelJS reads a number in a format of days as a day, an empty text as nothing at all, and hides a result of 0 in the value of a formula. */
function plain(cell: ExcelJS.Cell): ReturnType<Cells> {
  const shown = cell.type === ExcelJS.ValueType.Formula ? cell.result : cell.value;
  if (shown === undefined || shown === null) return "";
  if (shown instanceof Date) return shown.getTime() / 86_400_000 + 25_569;
  if (typeof shown === "object") return "error" in shown ? shown.error : String(shown);
  return shown;
}
