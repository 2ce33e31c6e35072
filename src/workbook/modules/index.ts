import { bonus } from "./bonus";
import { dialogue } from "./dialogue";
import { history } from "./history";
import { leads } from "./leads";
import type { Module } from "./module";
import { portfolio, whale } from "./portfolio";
import { plan } from "./put-to-work";
import { review } from "./review";
import { scenarios, sensitivity } from "./what-if";

/** Every module in the order in which the panel offers them; what a module needs stands before it. */
export const modules: readonly Module[] = [history, portfolio, whale, leads, bonus, plan, dialogue, review, scenarios, sensitivity];
