import type { Agreement } from "../agreement";
import { checkAgreement, type Remark } from "../check";
import { assess, nakedAsks } from "../assessment";
import { clausesOf } from "./clauses";
import { gradeOf, targetGrade } from "./readability";

/**
 * What stands between an agreement and its customer. An error bars the way: a wrong entry, an ask or commitment in use that is not
 * complete, no clause at all, an ask that nothing earns and nobody has accepted in writing. A warning is said and may be lived with:
 * vague or hard words, an ask that we give nothing for.
 */
export function publishingRemarks(agreement: Agreement): Remark[] {
  const remarks = [
    ...checkAgreement(agreement).filter(concernsCharter), ...incomplete(agreement), ...undecided(agreement), ...tone(agreement),
    ...reading(agreement),
  ];
  return remarks.sort((a, b) => Number(a.severity === "warning") - Number(b.severity === "warning"));
}

/** Of the warnings about an agreement, only those about wordings concern the customer. */
const concernsCharter = ({ severity, id }: Remark) => severity === "error" || id.endsWith(".wording");

function incomplete(agreement: Agreement): Remark[] {
  if (clausesOf(agreement).length === 0) return [error("charter.version", "Charter", "There is no clause to agree on: switch on an ask or a commitment.")];
  const asks = assess(agreement).asks.flatMap(({ id, missing }) => {
    const { label } = agreement.asks.find((ask) => ask.id === id)!;
    return missing.length === 0 ? [] : [error(`asks.${id}.${fieldOf(missing[0]!)}`, label, `Complete this ask; still missing: ${missing.join(", ")}.`)];
  });
  const commitments = agreement.commitments.filter(({ on, owner }) => on && owner.trim() === "")
    .map(({ id, label }) => error(`commitments.${id}.owner`, label, "Complete this commitment; still missing: owner."));
  return [...asks, ...commitments];
}

/** The field to go to for what an ask lacks. */
const fieldOf = (missing: string) => (["unit", "source", "owner"].includes(missing) ? missing : "wording");

/** The moment of truth cannot be skipped (R50): what is asked is earned, dropped, or asked all the same for a written reason. */
export function undecided(agreement: Agreement): Remark[] {
  const message = "Nothing funded stands behind this ask: fund it, drop it, or write down why you ask all the same.";
  return nakedAsks(agreement, assess(agreement)).filter(({ accepted }) => accepted.trim() === "")
    .map(({ id, label }) => error(`asks.${id}.accepted`, label, message));
}

/** Every ask should stand beside something that we give for it. */
function tone(agreement: Agreement): Remark[] {
  return clausesOf(agreement).filter(({ side, number }) => side === "you" && number === 0)
    .map(({ id, wording }) => warning(`asks.${id}.wording`, wording, "Nothing that we promise stands beside this ask. Link a commitment to it."));
}

function reading(agreement: Agreement): Remark[] {
  const grade = gradeOf(clausesOf(agreement).map(({ wording }) => wording));
  if (grade === null || grade <= targetGrade) return [];
  const message = `The wordings read like grade ${Math.round(grade)}; aim for ${targetGrade}: shorter sentences, shorter words.`;
  return [warning("charter.version", "Charter", message)];
}

const error = (id: string, label: string, message: string): Remark => ({ id, severity: "error", label, message });
const warning = (id: string, label: string, message: string): Remark => ({ id, severity: "warning", label, message });
