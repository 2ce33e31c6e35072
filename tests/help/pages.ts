import { clinic } from "./clinic";
import { exercisesPage } from "./exercises";
import { glossary } from "./glossary";
import { method } from "./method";
import { written, type HelpPage } from "./page";
import { primer } from "./primer";

/** Every page of help that is written here. */
export const helpPages = async (): Promise<readonly HelpPage[]> => [method, primer, await exercisesPage(), glossary, clinic];

/** The same as files: path -> content. */
export const helpFiles = async (): Promise<Record<string, string>> =>
  Object.fromEntries((await helpPages()).map((page) => [`assets/help/${page.id}.html`, written(page)]));
