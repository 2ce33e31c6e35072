/** Everything a person could see of the workbook, through the client library: two equal dumps mean nothing was touched. */
export async function dump() {
  return Excel.run(async (context) => {
    const { workbook } = context;
    const sheets = workbook.worksheets.load("items/id, items/name, items/visibility, items/tabColor, items/showGridlines");
    const names = workbook.names.load("items/name, items/formula");
    const tables = workbook.tables.load("items/name");
    const styles = workbook.styles.load("items/name");
    const settings = workbook.settings.load("items/key, items/value");
    const properties = workbook.properties.load("title, subject, author, company");
    await context.sync();
    const cells = sheets.items.map((sheet) => ({
      sheet, used: sheet.getUsedRangeOrNullObject().load("address, formulas, values, numberFormat"),
    }));
    await context.sync();
    return {
      sheets: cells.map(({ sheet: { id, name, visibility, tabColor, showGridlines }, used }) => ({
        id, name, visibility, tabColor, showGridlines,
        cells: used.isNullObject ? null
          : { address: used.address, formulas: used.formulas, values: used.values, formats: used.numberFormat },
      })),
      names: names.items.map(({ name, formula }) => ({ name, formula })),
      tables: tables.items.map(({ name }) => name),
      styles: styles.items.map(({ name }) => name),
      properties: properties.toJSON(),
      settings: settings.items.map(({ key, value }) => ({ key, value })),
    };
  });
}

/** Runs steps of a person's or of a test's own on the workbook. */
export const onWorkbook = (steps: (workbook: Excel.Workbook) => void) => Excel.run(async (context) => {
  steps(context.workbook);
  await context.sync();
});

/** The values of a range, or of what a defined name stands for. */
export const valuesOf = (address: string): Promise<unknown[][]> => Excel.run(async (context) => {
  const [sheet, cells] = address.includes("!") ? address.split("!") as [string, string] : [undefined, address];
  const { names, worksheets } = context.workbook;
  const range = sheet === undefined ? names.getItem(address).getRange() : worksheets.getItem(sheet).getRange(cells);
  range.load("values");
  await context.sync();
  return range.values as unknown[][];
});
