import type { Headless } from "../../src/preview/headless";
import { writeXlsx, type WorkbookPlan } from "../../src/workbook";
import { planWith } from "../../src/workbook/modules/plan";
import { boxAddress } from "../../src/workbook/address";
import { contentOf, extent, grid } from "../../src/workbook/excel-write";
import { openAddin } from "../office/open-preview";
import { checked, type Checked } from "./agreements";
import { compareFormulas, type Cells, type Difference, type Shown } from "./cells";
import { compareWithCore } from "./core-cells";
import { recalculate } from "./libre-office";

/** The worked example with one formula that is not what it should be. */
const SLIP = "the sample with a slip in one formula";

const planOf = ({ agreement, filled = [] }: Checked): WorkbookPlan => planWith(agreement, filled);

let addin: Headless;
let libreOffice: Map<string, Cells>;
const tally = { passed: 0, formulas: 0, byCore: 0 };

beforeAll(async () => {
  const files = new Map<string, Uint8Array>();
  for (const each of checked) files.set(each.name, await writeXlsx(planOf(each), { title: each.name }));
  files.set(SLIP, await writeXlsx(withSlip(planOf(checked[0]!)), { title: SLIP }));
  libreOffice = await recalculate(files);
  addin = await openAddin();
});

afterAll(() => {
  addin?.close();
  const { passed, formulas, byCore } = tally;
  process.stdout.write(`\n${passed} passed, ${checked.length + 1 - passed} failed: ${formulas} formula cells in LibreOffice and in the preview's grid, `
    + `${byCore} cells against core\n`);
});

test.each(checked)("$name: every formula cell is the same in LibreOffice and in the grid, and what core says", async (each) => {
  const { name, agreement } = each;
  const plan = planOf(each);
  const office = libreOffice.get(name)!;
  const grid = await gridOf(plan);
  const formulas = compareFormulas(plan, office, grid);
  const byCore = compareWithCore(agreement, office);
  tally.formulas += formulas.compared;
  tally.byCore += byCore.compared;
  expect(inWords([...formulas.differences, ...byCore.differences])).toEqual([]);
  tally.passed++;
});

test("a slip in one formula is found", async () => {
  const { agreement } = checked[0]!;
  const plan = planOf(checked[0]!);
  const { differences } = compareFormulas(plan, libreOffice.get(SLIP)!, await gridOf(plan));
  expect(inWords(differences)).toContainEqual(expect.stringMatching(/^Stakes!I\d+: /));
  expect(compareWithCore(agreement, libreOffice.get(SLIP)!).differences.length).toBeGreaterThan(0);
  tally.passed++;
});

const inWords = (differences: readonly Difference[]) => differences.map(({ cell, says }) => `${cell}: ${says}`);

/** One digit more in the role's cost to serve, on Stakes. */
function withSlip(plan: WorkbookPlan): WorkbookPlan {
  const stakes = plan.sheets.find(({ id }) => id === "stakes")!;
  const slipped = stakes.cells.find(({ column, content }) => column === 8 && content.kind === "formula" && content.formula.startsWith("=-1 * $E$"))!;
  const cells = stakes.cells.map((cell) => (cell === slipped && cell.content.kind === "formula"
    ? { ...cell, content: { ...cell.content, formula: cell.content.formula.replace("-1", "-1.1") } } : cell));
  return { ...plan, sheets: plan.sheets.map((sheet) => (sheet === stakes ? { ...sheet, cells } : sheet)) };
}

/** The plan's contents, entered through Microsoft's client library and calculated by the preview's grid. */
async function gridOf({ sheets }: WorkbookPlan): Promise<Cells> {
  addin.host.reset();
  const values = await Excel.run(async (context) => {
    const { application, worksheets } = context.workbook;
    application.suspendApiCalculationUntilNextSync();
    const added = sheets.map((sheet) => ({ sheet, worksheet: worksheets.add(sheet.name) }));
    const ranges = added.map(({ sheet: { name, cells }, worksheet }) => {
      const box = extent(cells);
      const range = worksheet.getRange(boxAddress(box));
      range.formulas = grid(box, cells, (cell) => contentOf(cell?.content));
      return { name, box, range };
    });
    await context.sync();
    for (const { range } of ranges) range.load("values");
    await context.sync();
    return new Map(ranges.map(({ name, box, range }) => [name, { box, shown: range.values as Shown[][] }]));
  });
  return (sheet, row, column) => {
    const { box, shown } = values.get(sheet)!;
    return shown[row - box.row]?.[column - box.column] ?? "";
  };
}
