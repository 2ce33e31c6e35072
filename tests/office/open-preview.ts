import fs from "node:fs";
import path from "node:path";
import { generateCustomFunctionsMetadata } from "custom-functions-metadata";
import { openHeadless, type Headless, type HeadlessFunctions, type HeadlessOptions } from "../../src/preview/headless";

const root = path.resolve(__dirname, "../..");
export const NAMESPACE = "ROLE";

/**
 * The add-in's Excel code under Jest: Microsoft's client library over the headless preview, its functions registered, and
 * Excel, Office and CustomFunctions as globals, so that src/workbook/excel.ts runs as it is. Open once per file;
 * `host.reset()` gives a fresh workbook.
 */
export async function openAddin(options: HeadlessOptions = {}): Promise<Headless> {
  const opened = await openHeadless({ root, functions: await addinFunctions(), ...options });
  const { Excel, Office, CustomFunctions } = opened;
  Object.assign(globalThis, { Excel, Office, CustomFunctions, OfficeExtension: opened.window.OfficeExtension });
  return opened;
}

/** The functions of src/functions, by their metadata; undefined while there are none. */
async function addinFunctions(): Promise<HeadlessFunctions | undefined> {
  const folder = path.join(root, "src/functions");
  const families = fs.existsSync(folder) ? fs.readdirSync(folder).filter((file) => /^(?!excel|index).*\.ts$/.test(file)) : [];
  if (!families.length) return undefined;
  const parts = await Promise.all(families.map((file) => readFamily(path.join(folder, file))));
  return {
    namespace: NAMESPACE,
    metadata: { functions: parts.flatMap((part) => part.metadata.functions) },
    async load(window) {
      // The family files may ask for CustomFunctions.Error: it must be the library's own, of this window.
      Object.assign(globalThis, { CustomFunctions: window.CustomFunctions });
      for (const { file, associate } of parts) {
        const module = await import(file);
        for (const { functionName, id } of associate) window.CustomFunctions.associate(id, module[functionName]);
      }
    },
  };
}

async function readFamily(file: string) {
  const { metadataJson, associate, errors } = await generateCustomFunctionsMetadata(file);
  if (errors?.length) throw new Error(`${file}: ${errors.join("; ")}`);
  return { file, associate, metadata: JSON.parse(metadataJson) };
}
