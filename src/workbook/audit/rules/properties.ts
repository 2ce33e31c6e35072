import type { Rule } from "../finding";

export const documentProperties: Rule = {
  id: "W13", severity: "warning", origin: "House rule", scope: "ours",
  demand: "The file says its title, its author and its company",
  why: "A file that travels should say by itself what it is and whom to ask.",
  one: "The file’s properties name no {about}",
  lacks: ({ properties }) => (properties === undefined ? "The file's properties are not known." : undefined),
  *ofBook({ snapshot: { properties } }) {
    const missing = Object.entries(properties!).filter(([, value]) => value.trim() === "").map(([name]) => name);
    if (missing.length > 0) yield { about: missing.join(", ").replace(/, (\w+)$/, " and $1") };
  },
};
