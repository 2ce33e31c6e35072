/*
 * What building the workbook costs on the headless preview, in processor time, beside a plain write of as many formulas in one column:
 * the same engine calculates both, so their ratio says what sheets, names, looks, rules and charts cost on top.
 */
import { openAddin } from "../office/open-preview";
import { sample } from "../../src/core/templates";
import { excelWorkbook } from "../../src/workbook";
import { planWorkbook } from "../../src/workbook/plan";

const runs = 3;
const formulas = planWorkbook(sample.agreement).sheets.flatMap(({ cells }) => cells).filter(({ content }) => content.kind === "formula").length;

async function main(): Promise<void> {
  const preview = await openAddin();
  /** Least of a few runs, each in a fresh workbook. */
  const least = async (work: () => Promise<unknown>) => {
    let ms = Infinity;
    for (let run = 0; run < runs; run++) {
      preview.host.reset();
      const start = process.cpuUsage();
      await work();
      const { user, system } = process.cpuUsage(start);
      ms = Math.min(ms, (user + system) / 1000);
    }
    return ms;
  };
  const column = Array.from({ length: formulas }, (_, i) => [`=A1*${i}+B$1`]);
  const plain = await least(() => preview.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.getRange(`D1:D${formulas}`).formulas = column;
    await context.sync();
    sheet.getRange("D1").load("values");
    await context.sync();
  }));
  const build = await least(() => excelWorkbook().build(sample.agreement, sample.id));
  console.log(JSON.stringify([
    { bench: "a plain write of its formulas", n: formulas, ms: plain },
    { bench: "building the workbook", n: formulas, ms: build, against: "a plain write of its formulas" },
  ]));
  preview.close();
  process.exit(0);
}

void main();
