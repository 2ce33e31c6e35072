import { existsSync, readFileSync } from "node:fs";
import { generateCustomFunctionsMetadata } from "custom-functions-metadata";
import ts from "typescript";

/** The families of custom functions in the order of the catalogue, with their titles. */
export const families = [
  ["value", "Value"], ["consequences", "Consequences"], ["role", "Role"], ["commitment", "Commitment and reciprocity"],
  ["portfolio", "Sales and portfolio"], ["history", "History"],
] as const;

/** The files of the families that exist. */
export const familyFiles = families.map(([name]) => `src/functions/${name}.ts`).filter((file) => existsSync(file));

/** One argument as the head comment of its function tells it. */
export interface Argument {
  name: string;
  description: string;
  isOptional: boolean;
  /** As a reader sees it: 0, FALSE, unlimited; "" if there is none. */
  standard: string;
}

/** One custom function as its head comment tells it: the only source of help page, panel catalogue and tests of examples. */
export interface Entry {
  id: string;
  /** Name of the function in the code. */
  functionName: string;
  family: string;
  description: string;
  purpose: string;
  arguments: Argument[];
  returns: string;
  formula: string;
  errors: string;
  source: string;
  examples: { formula: string; result: string }[];
}

const oneLine = (text: string) => text.replace(/\s+/g, " ").trim();
const textOf = (comment: ts.JSDocTag["comment"]) => oneLine(ts.getTextOfJSDocComment(comment) ?? "");

/** The parameter tag as written, so that the default inside its brackets is not lost. */
function argumentOf(tag: ts.JSDocParameterTag): Argument {
  const standard = tag.isBracketed ? /\[\w+=([^\]]*)\]/.exec(tag.getText())?.[1] ?? "" : "";
  return { name: tag.name.getText(), description: textOf(tag.comment), isOptional: tag.isBracketed, standard };
}

function entryOf(family: string, node: ts.FunctionDeclaration): Entry[] {
  const tags = ts.getJSDocTags(node);
  const all = (name: string) => tags.filter((tag) => tag.tagName.text === name).map((tag) => textOf(tag.comment));
  const one = (name: string) => all(name)[0] ?? "";
  const head = (node as ts.FunctionDeclaration & { jsDoc?: ts.JSDoc[] }).jsDoc?.at(-1);
  if (!one("customfunction")) return [];
  return [{
    id: one("customfunction").split(" ")[0]!,
    functionName: node.name!.text,
    family,
    description: textOf(head?.comment),
    purpose: one("purpose"), returns: one("returns"), formula: one("formula"), errors: one("errors"), source: one("source"),
    arguments: tags.filter(ts.isJSDocParameterTag).map(argumentOf),
    examples: all("example").map((example) => {
      const [, formula, result] = /^(=.*) is (.*)$/.exec(example) ?? [];
      if (formula !== undefined && result !== undefined) return { formula, result };
      throw new Error(`${one("customfunction")}: an example must read "=... is ...", not ${example}`);
    }),
  }];
}

/** Every custom function, read from the head comments of the family files. */
export function readReference(): Entry[] {
  return families.flatMap(([name, family]) => {
    const file = `src/functions/${name}.ts`;
    if (!existsSync(file)) return [];
    const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true);
    return source.statements.filter(ts.isFunctionDeclaration).flatMap((node) => entryOf(family, node));
  });
}

/** One function as Excel is told about it. */
export interface Registered {
  id: string;
  name: string;
  description: string;
  helpUrl: string;
  parameters: { name: string; description?: string; type?: string; optional?: boolean; dimensionality?: string; repeating?: boolean }[];
  result: { type?: string; dimensionality?: string };
  options?: Record<string, boolean>;
}

/** What Microsoft's generator makes of the family files: the metadata Excel reads, and which function answers which id. */
export async function readMetadata(): Promise<{ functions: Registered[]; associate: { id: string; functionName: string }[]; errors: string[] }> {
  const { metadataJson, associate, errors } = await generateCustomFunctionsMetadata(familyFiles);
  return { functions: (JSON.parse(metadataJson || "{\"functions\": []}") as { functions: Registered[] }).functions, associate, errors };
}
