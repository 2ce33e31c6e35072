import type { Rule } from "../finding";

const mends = [{ kind: "calculation", mode: "automatic" }] as const;

export const calculationSettings: Rule = {
  id: "W09", severity: "error", origin: "House rule", scope: "any",
  demand: "Excel calculates by itself and with all digits",
  why: "With other settings the sheets show numbers that do not follow from their inputs.",
  one: "{about}",
  fixLabel: "Calculate automatically",
  lacks: ({ calculation, precisionAsDisplayed }) =>
    (calculation === undefined && precisionAsDisplayed === undefined ? "How Excel calculates is not known." : undefined),
  *ofBook({ snapshot: { calculation, precisionAsDisplayed } }) {
    if (calculation === "manual") yield { about: "Excel calculates only when told to", mends };
    const leavesOut = "Excel leaves out data tables when it calculates";
    if (calculation === "automaticExceptTables") yield { about: leavesOut, severity: "warning", mends };
    if (precisionAsDisplayed) yield { about: "Excel cuts every number to the digits shown" };
  },
};
