/** Other futures of the role, and how far each of its numbers moves the value. */
export { scenarioModule as scenarios } from "./scenarios-sheet";
export { sensitivity } from "./sensitivity-sheet";
