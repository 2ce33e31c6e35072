import { writeFile } from "node:fs/promises";
import { sample, templates } from "../core/templates";
import { modules } from "./modules";
import { filledByExample } from "./modules/module";
import { planWith } from "./modules/plan";
import { writeXlsx } from "./xlsx";

/**
 * `npm run sample -- FILE [TEMPLATE]`: writes the sample workbook with all sheets that can be added, or the workbook of another
 * template, without Excel.
 */
const [file = "", id = sample.id] = process.argv.slice(2);
const template = templates.find((each) => each.id === id);

if (!file.endsWith(".xlsx")) refuse("Say where, with the ending Excel knows: npm run sample -- sample.xlsx");
else if (!template) refuse(`There is no template ${id}. Choose one of: ${templates.map((each) => each.id).join(", ")}.`);
else {
  const { agreement } = template;
  const filled = template === sample ? filledByExample(modules, agreement) : [];
  await writeFile(file, await writeXlsx(planWith(agreement, filled), { title: `Customer role: ${agreement.inputs.segment}` }));
}

function refuse(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
  process.exitCode = 1;
}
