/*
 * npm run bench [-- --json]: how fast the history models, HISTORY, SCORETABLE and a build are on this machine, beside the design's targets.
 * Warm is the best of many runs in one process, cold the first run in a fresh one (bytecode not yet compiled by the engine).
 */
import { spawnSync } from "node:child_process";
import { cpus, loadavg } from "node:os";
import { fileURLToPath } from "node:url";
import { works, type Work } from "./works";

interface Measured { bench: string; n: number; ms: number; per_second: number; target?: Work["target"]; against?: { bench: string; times: number } }

/** What a script of its own tells. */
interface Told { bench: string; n: number; ms: number; against?: string }

const here = fileURLToPath(import.meta.url);
const asJson = process.argv.includes("--json");
const [flag, coldWork] = process.argv.slice(2);

function timed(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

/** Best of at least five runs, and of as many as fit into a second. */
function warm(run: () => unknown): number {
  const times: number[] = [];
  const until = performance.now() + 1000;
  while (times.length < 5 || (performance.now() < until && times.length < 200)) times.push(timed(run));
  return Math.min(...times);
}

const measured = (bench: string, n: number, ms: number, target?: Work["target"]): Measured =>
  ({ bench, n, ms: Number(ms.toPrecision(4)), per_second: Math.round((n / ms) * 1000), ...(target && { target }) });

/** What a fresh process with the same flags prints as its last line. */
function inFreshProcess(script: string, ...flags: string[]): string {
  const { stdout, stderr, status } = spawnSync(process.execPath, [...process.execArgv, script, ...flags], { encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
  return stdout.trim();
}

const line = (bench: string, n: string, ms: string, perSecond: string, target: string, verdict: string) =>
  [bench.padEnd(34), n.padStart(10), ms.padStart(10), perSecond.padStart(13), target.padStart(12), verdict].join("  ");

function print(row: Measured): void {
  if (asJson) {
    console.log(JSON.stringify({ bench: row.bench, n: row.n, ms: row.ms, per_second: row.per_second, ...(row.against && { times: row.against.times }) }));
    return;
  }
  const { ms, perSecond } = row.target ?? {};
  const target = ms ? `<= ${ms} ms` : perSecond ? `>= ${perSecond / 1e6} M/s` : "";
  const reached = ms ? row.ms <= ms : perSecond ? row.per_second >= perSecond : undefined;
  const times = row.against ? `${row.against.times} times ${row.against.bench}` : "";
  const verdict = [reached === undefined ? "" : reached ? "reached" : "missed", times].filter(Boolean).join(", ");
  console.log(line(row.bench, row.n.toLocaleString("en"), row.ms.toFixed(2), row.per_second.toLocaleString("en"), target, verdict));
}

/** Figures of other libraries as the design quotes them: measured there, on another day; never part of the JSON lines. */
const quoted = [
  { bench: "Pareto/NBD fit", n: 1_000_000, library: "lifetimes", ms: 374_000 },
  { bench: "Pareto/NBD fit", n: 1_000_000, library: "lifetimes, rows grouped first", ms: 18_800 },
];

function main(): void {
  const rows: Measured[] = [];
  const report = (row: Measured) => {
    rows.push(row);
    print(row);
  };
  const compare = (row: Measured, against: string | undefined) => {
    const base = rows.find(({ bench, n }) => bench === against && n === row.n);
    report({ ...row, ...(base && { against: { bench: base.bench, times: Number((row.ms / base.ms).toPrecision(3)) } }) });
  };
  if (!asJson) console.log(line("bench", "n", "ms", "per second", "target", ""));
  for (const work of works) {
    const { bench, n } = work;
    if (work.cold) report(measured(`${bench}, cold`, n, Number(inFreshProcess(here, "--cold", `${bench} ${n}`))));
    compare(measured(work.cold ? `${bench}, warm` : bench, n, warm(work.prepare()), work.target), work.against);
  }
  for (const script of ["./runtime.cts", "./building.cts"]) {
    const lines = inFreshProcess(fileURLToPath(new URL(script, import.meta.url))).split("\n");
    for (const { bench, n, ms, against } of JSON.parse(lines.at(-1)!) as Told[]) compare(measured(bench, n, ms), against);
  }
  if (asJson) return;
  const [load, processors] = [loadavg()[0]!, cpus().length];
  if (load > processors) console.log(`\nThis machine is busy (load ${load.toFixed(1)} on ${processors} processors): times are longer than they need be.`);
  console.log("\nQuoted in the design, not measured here:");
  for (const { bench, n, library, ms } of quoted) {
    const own = rows.find((row) => row.bench === `${bench}, warm` && row.n === n)!;
    console.log(`  ${bench}, ${n.toLocaleString("en")}: ${library} ${ms / 1000} s, ${Math.round(ms / own.ms)} times as long as above`);
  }
}

if (flag === "--cold") console.log(timed(works.find(({ bench, n }) => `${bench} ${n}` === coldWork)!.prepare()));
else main();
