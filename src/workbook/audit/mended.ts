import type { CellContent } from "../workbook-plan";
import type { Mend } from "./mend";

/** What a fix did, as a row of the log tells it. */
export interface Mended { readonly what: string; readonly unit: string; readonly before: string | number | null; readonly after: string | number | null }

/** The fix in words, with the first place it changed; `back` are the mends that undo it, the last one first. */
export function mendedInWords(label: string, mends: readonly Mend[], back: readonly Mend[]): Mended {
  const [first] = mends;
  const undo = first && [...back].reverse().find((each) => each.kind === first.kind && placeOf(each) === placeOf(first));
  const more = mends.length > 1 ? ` and ${mends.length - 1} more` : "";
  return {
    what: first ? `${label}: ${placeOf(first)}${more}` : label, unit: "check",
    before: undo ? stateOf(undo) : null, after: first ? stateOf(first) : null,
  };
}

function placeOf(mend: Mend): string {
  if (mend.kind === "name") return mend.name;
  if (mend.kind === "calculation") return "the workbook";
  return "address" in mend ? `${mend.sheet}!${mend.address}` : mend.sheet;
}

const shown = ({ hidden }: { readonly hidden: boolean }) => (hidden ? "hidden" : "shown");

/** What a mend leaves behind, in one cell of the log. */
function stateOf(mend: Mend): string | number | null {
  switch (mend.kind) {
    case "cells": return contentInWords(mend.contents[0]?.[0]);
    case "sheet": return mend.visibility;
    case "stretch": return shown(mend);
    case "freeze": return `${mend.rows} rows, ${mend.columns} columns`;
    case "tab": return mend.color || "none";
    case "name": return mend.formula ?? "none";
    case "calculation": return mend.mode;
    case "page": return [mend.area, mend.titles, mend.header, mend.footer].filter((each) => each !== undefined).join(", ") || null;
  }
}

/** A formula stands in the log as its text. */
function contentInWords(content: CellContent | undefined): string | number | null {
  if (content === undefined || content.kind === "empty") return null;
  if (content.kind === "formula") return content.formula;
  return typeof content.value === "boolean" ? String(content.value).toUpperCase() : content.value;
}
