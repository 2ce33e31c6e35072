/* What a call costs on its way through Microsoft's custom-functions runtime, on the headless preview: cell by cell, and spilled. */
import { openAddin } from "../office/open-preview";
import { simulateBgNbd } from "../core/history/simulate";

const cells = 1000;

async function main(): Promise<void> {
  const preview = await openAddin();
  preview.host.functions.mode = "runtime";
  const timed = async (write: (sheet: Excel.Worksheet) => void) => {
    const start = performance.now();
    await preview.Excel.run(async (context) => {
      write(context.workbook.worksheets.getFirst());
      await context.sync();
      const shown = context.workbook.worksheets.getFirst().getUsedRange().load("values");
      await context.sync();
      return shown.values;
    });
    return performance.now() - start;
  };
  const single = (from: number) => (sheet: Excel.Worksheet) => {
    sheet.getRange(`A1:A${cells}`).formulas = Array.from({ length: cells }, (_, i) => [`=ROLE.CUSTOMERLTV(10%,85%,${from + i})`]);
  };
  await timed(single(1));
  const perCell = await timed(single(5000));
  preview.host.reset();
  const { frequency, recency, T } = simulateBgNbd([0.243, 4.414, 0.793, 2.426], { n: cells, seed: 1, days: true });
  await timed((sheet) => {
    sheet.getRange(`A1:C${cells}`).values = Array.from(frequency, (x, i) => [x, recency[i]!, T[i]!]);
  });
  const spilled = await timed((sheet) => {
    sheet.getRange("E1").formulas = [[`=ROLE.BGNBD.ALIVE({0.243,4.414,0.793,2.426},A1:A${cells},B1:B${cells},C1:C${cells})`]];
  });
  console.log(JSON.stringify([
    { bench: "runtime, one call per cell", n: cells, ms: perCell }, { bench: "runtime, one call spilled", n: cells, ms: spilled },
  ]));
  preview.close();
  process.exit(0);
}

void main();
