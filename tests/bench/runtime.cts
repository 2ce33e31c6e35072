/*
 * What a call costs on its way through Microsoft's custom-functions runtime, on the headless preview: cell by cell, and spilled,
 * beside formulas of the grid's own of the same shape. The runtime delivers results at most every half second, so the clock would
 * measure that pause: the work is told in processor time, and the pause once, by the clock.
 */
import { openAddin } from "../office/open-preview";
import { simulateBgNbd } from "../core/history/simulate";

const cells = 1000;
const runs = 4;

type Write = (sheet: Excel.Worksheet, run: number) => void;

async function main(): Promise<void> {
  const preview = await openAddin();
  preview.host.functions.mode = "runtime";
  const conversation = (write: (sheet: Excel.Worksheet) => void) => preview.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    write(sheet);
    await context.sync();
    const shown = sheet.getUsedRange().load("values");
    await context.sync();
    return shown.values;
  });
  /** Least of a few runs; every run asks something new, so that nothing is answered from memory. */
  const least = async (spent: () => () => number, write: Write) => {
    let ms = Infinity;
    for (let run = 0; run < runs; run++) {
      const so = spent();
      await conversation((sheet) => write(sheet, run));
      ms = Math.min(ms, so());
    }
    return ms;
  };
  const processor = () => {
    const start = process.cpuUsage();
    return () => {
      const { user, system } = process.cpuUsage(start);
      return (user + system) / 1000;
    };
  };
  const clock = () => {
    const start = performance.now();
    return () => performance.now() - start;
  };
  const perCell = (formula: (i: number) => string): Write => (sheet, run) => {
    sheet.getRange(`A1:A${cells}`).formulas = Array.from({ length: cells }, (_, i) => [formula((run + 1) * 10_000 + i)]);
  };
  const rows: { bench: string; n: number; ms: number }[] = [];
  const report = async (bench: string, n: number, spent: () => () => number, write: Write) => {
    rows.push({ bench, n, ms: await least(spent, write) });
  };

  await report("runtime, grid's own formulas", cells, processor, perCell((i) => `=-PV(10%,5,${i})`));
  await report("runtime, one call per cell", cells, processor, perCell((i) => `=ROLE.CUSTOMERLTV(10%,85%,${i})`));
  preview.host.reset();
  const { frequency, recency, T } = simulateBgNbd([0.243, 4.414, 0.793, 2.426], { n: cells, seed: 1, days: true });
  await conversation((sheet) => {
    sheet.getRange(`A1:C${cells}`).values = Array.from(frequency, (x, i) => [x, recency[i]!, T[i]!]);
  });
  await report("runtime, grid's own formula spilled", cells, processor, (sheet, run) => {
    sheet.getRange("E1").formulas = [[`=A1:A${cells}*B1:B${cells}+${run}`]];
  });
  await report("runtime, one call spilled", cells, processor, (sheet, run) => {
    sheet.getRange("E1").formulas = [[`=ROLE.BGNBD.ALIVE({0.24${run},4.414,0.793,2.426},A1:A${cells},B1:B${cells},C1:C${cells})`]];
  });
  await report("runtime, wait for one call", 1, clock, (sheet, run) => {
    sheet.getRange("G1").formulas = [[`=ROLE.CUSTOMERLTV(10%,85%,${run})`]];
  });
  console.log(JSON.stringify(rows));
  preview.close();
  process.exit(0);
}

void main();
