import { cellAddress } from "./address";
import { Refusal, type Outputs } from "./door";
import { openBuild, readOpened, type Memory } from "./excel-edit";
import { attempt } from "./excel-run";
import { outputNames } from "./read";

/** Selects the cell of a field, an output or a problem; a Refusal "not-found" when it is gone. */
export function goTo(target: string | { readonly sheet: string; readonly address: string }, memory: Memory): Promise<void> {
  return attempt(async (context) => {
    const { sheet, address } = typeof target === "string" ? await addressOf(context, target, memory) : target;
    const worksheet = context.workbook.worksheets.getItemOrNullObject(sheet).load("name");
    await context.sync();
    if (worksheet.isNullObject) throw new Refusal("not-found", `The sheet ${sheet} is no longer there.`);
    worksheet.activate();
    worksheet.getRange(address).select();
    await context.sync();
  });
}

async function addressOf(context: Excel.RequestContext, id: string, memory: Memory): Promise<{ sheet: string; address: string }> {
  const { places } = await readOpened(await openBuild(context), memory);
  const place = places.get(outputNames[id as keyof Outputs] ?? id);
  if (!place) throw new Refusal("not-found", "This cell is no longer on the sheets.");
  return { sheet: place.cells.name, address: cellAddress(place.row, place.column) };
}

/** Writes a formula into the selected cell if that is empty, and takes it out again if its result would need filled cells. */
export function insertFormula(formula: string): Promise<string> {
  return attempt(async (context) => {
    const cell = context.workbook.getActiveCell().load("address, formulas, values");
    await context.sync();
    const address = withoutSheet(cell.address);
    if (!isEmpty(cell)) throw new Refusal("occupied", `${address} is not empty. Select an empty cell; then we write the example there.`);
    cell.formulas = [[formula]];
    cell.load("values");
    await context.sync();
    if (cell.values[0]![0] !== "#SPILL!") return address;
    cell.clear("Contents");
    await context.sync();
    throw new Refusal("occupied", `The result needs more empty cells than there are beside ${address}. Select a cell with more space.`);
  });
}

/** The selected cell, and whether it is free; undefined while a cell is being edited. */
export function selectedCell(): Promise<{ address: string; empty: boolean } | undefined> {
  return attempt(async (context) => {
    const cell = context.workbook.getActiveCell().load("address, formulas, values");
    await context.sync();
    return { address: withoutSheet(cell.address), empty: isEmpty(cell) };
  }).catch(() => undefined);
}

/** "B5" of "Inputs!B5". */
const withoutSheet = (address: string) => address.slice(address.lastIndexOf("!") + 1);

/** Whether a loaded cell holds neither a formula nor a value, nor part of the result of a formula elsewhere. */
const isEmpty = ({ formulas, values }: Excel.Range) => formulas[0]![0] === "" && values[0]![0] === "";
