import fs from "node:fs";
import path from "node:path";
import type { FieldValue } from "../../src/core/fields";
import type { Outputs, Problem } from "../../src/workbook";

/** A workbook as fixtures/write-workbook.cts kept it, and what the version that built it read there. */
interface Earlier {
  readonly sheets: readonly { readonly id: string; readonly name: string; readonly mark?: string; readonly address?: string;
    readonly contents?: unknown[][]; }[];
  readonly names: readonly { readonly name: string; readonly formula: string }[];
  readonly tables: readonly { readonly name: string; readonly sheet: string; readonly address: string }[];
  readonly styles: readonly string[];
  readonly settings: readonly { readonly key: string; readonly value: string }[];
  readonly expected: { readonly entries: Readonly<Record<string, FieldValue>>; readonly outputs: Outputs; readonly errors: readonly Problem[] };
}

const cellsOf = (address: string) => address.slice(address.lastIndexOf("!") + 1);

/** Puts a workbook of an earlier version into the fresh one that is open, through the client library; what it was then expected to say. */
export async function openEarlier(version: string): Promise<Earlier["expected"]> {
  const file = path.resolve(__dirname, `../workbook/fixtures/workbook-${version}.json`);
  const earlier = JSON.parse(fs.readFileSync(file, "utf8")) as Earlier;
  await Excel.run(async (context) => {
    const ids = await addSheets(context, earlier);
    fill(context.workbook, earlier, ids);
    await context.sync();
  });
  return earlier.expected;
}

/** Sheets get new ids from the host, so those in the settings are put in step. */
async function addSheets(context: Excel.RequestContext, { sheets }: Earlier): Promise<ReadonlyMap<string, string>> {
  const { worksheets } = context.workbook;
  worksheets.load("items/name");
  await context.sync();
  const there = new Set(worksheets.items.map(({ name }) => name));
  const added = sheets.map(({ id, name, mark }) => {
    const worksheet = there.has(name) ? worksheets.getItem(name) : worksheets.add(name);
    if (mark !== undefined) worksheet.customProperties.add("customerRole", mark);
    return { id, worksheet: worksheet.load("id") };
  });
  await context.sync();
  return new Map(added.map(({ id, worksheet }) => [id, worksheet.id]));
}

function fill({ worksheets, names, tables, styles, settings }: Excel.Workbook, earlier: Earlier, ids: ReadonlyMap<string, string>): void {
  for (const { name, sheet, address } of earlier.tables) {
    const heading = earlier.sheets.find((each) => each.name === sheet)!;
    const range = worksheets.getItem(sheet).getRange(cellsOf(heading.address!));
    range.formulas = heading.contents!;
    tables.add(address, true).name = name;
  }
  for (const { name, formula } of earlier.names) names.add(name, formula);
  for (const { name, address, contents } of earlier.sheets) if (address) worksheets.getItem(name).getRange(cellsOf(address)).formulas = contents!;
  for (const style of earlier.styles.filter((each) => each !== "Normal")) styles.add(style);
  for (const { key, value } of earlier.settings) {
    settings.add(key, value.replace(/"(sheet\d+)"/g, (_, id: string) => JSON.stringify(ids.get(id) ?? id)));
  }
}
