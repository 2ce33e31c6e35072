import { distribution } from "./distribution";
import type { Template } from "./template";

export type { Template };

/** Every starting point, in the order of the tiles: the first four are shown, the rest on request, blank last. */
export const templates: readonly Template[] = [distribution];

/** The sample that can be opened without answering anything. */
export const sample = distribution;
