/* npm run docs: writes the help page, the panel's catalogue and the list of signatures from the head comments of the functions. */
import { writeFileSync } from "node:fs";
import { documents } from "./documents";

for (const [path, content] of Object.entries(await documents())) writeFileSync(path, content);
