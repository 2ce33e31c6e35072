import { writeFile } from "node:fs/promises";
import { dayOf } from "../core/fields";
import { sample, templates } from "../core/templates";
import { signedRole } from "../core/templates/sample-story";
import { certified } from "./audit/certified";
import { loadModules } from "./modules/load";
import { planWith } from "./modules/plan";
import { coreAlone } from "./contents";
import { wholeSample } from "./whole-sample";
import { writeXlsx } from "./xlsx";

/**
 * `npm run sample -- FILE [TEMPLATE]`: writes the sample workbook with all sheets that can be added, or the workbook of another
 * template, without Excel.
 */
const [file = "", id = sample.id] = process.argv.slice(2);
const today = dayOf(Date.now() / 86_400_000 + 25_569)!;
const template = templates.find((each) => each.id === id);

if (!file.endsWith(".xlsx")) refuse("Say where, with the ending Excel knows: npm run sample -- sample.xlsx");
else if (!template) refuse(`There is no template ${id}. Choose one of: ${templates.map((each) => each.id).join(", ")}.`);
else {
  const agreement = template === sample ? signedRole(sample.agreement) : template.agreement;
  const { filled, past } = template === sample ? await wholeSample(agreement, loadModules) : coreAlone;
  const plan = certified(planWith(agreement, filled, past.rows), today);
  await writeFile(file, await writeXlsx(plan, { title: `Customer role: ${agreement.inputs.segment}` }));
}

function refuse(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
  process.exitCode = 1;
}
