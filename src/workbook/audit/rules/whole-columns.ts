import type { Rule } from "../finding";

export const wholeColumns: Rule = {
  id: "F09", severity: "warning", origin: "House rule", scope: "any",
  demand: "Formulas name the cells they read, not whole columns or what two ranges share",
  why: "A whole column takes in whatever is written below later, and slows every calculation.",
  one: "A formula reads {about}",
  many: "{n} formulas read {about}",
  ofFormula({ pieces }) {
    const whole = pieces.find(({ token }) => token.kind === "reference" && token.shape !== "cells")?.token;
    if (whole?.kind === "reference") return whole.shape === "columns" ? "whole columns" : "whole rows";
    return pieces.some(({ token }) => token.kind === "intersection") ? "what two ranges share" : undefined;
  },
};
