import type { Rule } from "../finding";

/** What a file's ending says about programs in it; an add-in sees no more. */
const endings: readonly { readonly pattern: RegExp; readonly about: string; readonly severity: "error" | "warning" }[] = [
  { pattern: /\.xl(sm|tm|am)$/i, severity: "error", about: "The file is of a kind that carries macros" },
  { pattern: /\.xl(s|sb|t|a)$/i, severity: "warning", about: "The file is of an older or binary kind that may carry macros" },
];

export const macros: Rule = {
  id: "W07", severity: "error", origin: "ICAEW Financial Modelling Code: macros sparingly", scope: "any",
  demand: "The file carries no macros",
  why: "What a macro does cannot be read on the sheets, and many recipients may not run it.",
  one: "{about}",
  lacks: ({ fileName, isFromExcel }) => {
    if (fileName === undefined) return "The name of the file is not known.";
    return isFromExcel ? "Excel shows no macros to add-ins: only the ending of the file’s name was looked at." : undefined;
  },
  partly: true,
  *ofBook({ snapshot: { fileName = "" } }) {
    for (const { pattern, about, severity } of endings) if (pattern.test(fileName)) yield { about, severity };
  },
};
