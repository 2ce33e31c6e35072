import { writeFile } from "node:fs/promises";
import { sample, templates } from "../core/templates";
import { planWorkbook } from "./plan";
import { writeXlsx } from "./xlsx";

/** `npm run sample -- FILE [TEMPLATE]`: writes the sample workbook, or that of another template, without Excel. */
const [file = "", id = sample.id] = process.argv.slice(2);
const template = templates.find((each) => each.id === id);

if (!file.endsWith(".xlsx")) refuse("Say where, with the ending Excel knows: npm run sample -- sample.xlsx");
else if (!template) refuse(`There is no template ${id}. Choose one of: ${templates.map((each) => each.id).join(", ")}.`);
else {
  const { agreement } = template;
  await writeFile(file, await writeXlsx(planWorkbook(agreement), { title: `Customer role: ${agreement.inputs.segment}` }));
}

function refuse(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
  process.exitCode = 1;
}
