import { sampleDialogue } from "../../../core/portfolio/sample-dialogue";
import type { Conversation } from "../../../core/portfolio/dialogue";
import type { Module } from "../module";
import { dialogueSheet } from "./dialogue-sheet";
import { interviewSheet } from "./interview-sheet";

/** What customers say about the role: a log, what follows for the value to be expected, and a form to take along. */
export const dialogue: Module<readonly Conversation[]> = {
  id: "dialogue",
  title: "Dialogue",
  purpose: "What customers answer to each ask, and the value that can be expected then",
  needs: [],
  sheets: (agreement, log) => [dialogueSheet(agreement, log), interviewSheet(agreement)],
  blank: () => [],
  example: () => sampleDialogue,
  sockets: { chk_dialogue: "[dialogue/unknown]" },
};
