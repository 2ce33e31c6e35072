import { askLevels, type Agreement, type Ask, type Commitment } from "./agreement";
import { annualCost } from "./commitment/cost";
import { isAlike, missingIn } from "./commitment/particulars";
import { isOpen, questions } from "./commitment/questions";
import { vagueTerms } from "./commitment/vague";
import { faultOf, fieldsOf } from "./fields";
import { askById } from "./role/asks";
import { asksOf, idsIn, named } from "./role/goals";
import { groups } from "./value/drivers";
import { canBeAsked, crossSellIds, crossSellOf, lineOf, missingInLine, otherTakeUp } from "./value/cross-sell";
import { inputs } from "./value/inputs";

/** Something a person should mend or know, tied to the field it is about. */
export interface Remark {
  /** Field id, so that panel and sheet find the same place. */
  readonly id: string;
  readonly severity: "error" | "warning";
  readonly label: string;
  /** One sentence that says what to do. */
  readonly message: string;
}

/**
 * Everything wrong or doubtful in an agreement, errors first. An error makes a number false or impossible;
 * a warning is a deal to look at again. An agreement without errors can be built.
 */
export function checkAgreement(agreement: Agreement): Remark[] {
  const remarks = [
    ...entryFaults(agreement),
    ...agreement.asks.filter(({ on }) => on).flatMap((ask) => checkAsk(agreement, ask)),
    ...driverShares(agreement),
    ...agreement.commitments.filter(({ on }) => on).flatMap(checkCommitment),
    ...openQuestions(agreement),
    ...nobodyQualifies(agreement),
    ...goalsThatHangOnNothing(agreement),
    ...checkCrossSell(agreement),
    ...checkRelationship(agreement),
  ];
  const rank = { error: 0, warning: 1 };
  return remarks.sort((a, b) => rank[a.severity] - rank[b.severity]);
}

function entryFaults(agreement: Agreement): Remark[] {
  return fieldsOf(agreement).flatMap((field) => {
    const message = faultOf(field, field.get(agreement));
    return message ? [{ id: field.id, severity: "error" as const, label: field.label, message }] : [];
  });
}

function checkAsk(agreement: Agreement, ask: Ask): Remark[] {
  const levels = askLevels(agreement, ask.id);
  const remarks: Remark[] = [];
  const say = (key: string, severity: Remark["severity"], message: string) => {
    remarks.push({ id: `asks.${ask.id}.${key}`, severity, label: ask.label, message });
  };
  if (levels && levels.asked === levels.worst) {
    remarks.push({ id: levelId(ask, "worst"), severity: "error", label: ask.label, message: "Must differ from the target. Which level earns nothing?" });
  }
  if (levels && ask.must !== null && !isBetween(ask.must, levels.asked, levels.worst)) {
    say("must", "warning", "The must lies outside target and worst. Is it meant so?");
  }
  if (ask.owner.trim() === "") say("owner", "warning", "Name an owner: someone must watch the number.");
  if (ask.source.trim() === "") say("source", "warning", "Say where the number comes from.");
  if (ask.condition !== "" && !agreement.commitments.some(({ id }) => id === ask.condition)) {
    say("condition", "error", `There is no commitment ${ask.condition}. Choose one from the list.`);
  }
  const vague = vagueTerms(ask.wording);
  if (vague.length > 0) say("wording", "warning", `“${vague[0]}” has no number. Say how many, how much or how soon.`);
  return remarks;
}

const isBetween = (level: number, one: number, other: number) => level >= Math.min(one, other) && level <= Math.max(one, other);

/** Where a level of an ask is entered: with its driver, or as its own measure. Purchases are entered as orders. */
export function levelId(ask: Pick<Ask, "id">, level: "asked" | "actual" | "worst"): string {
  const definition = askById.get(ask.id)!;
  if (!definition.measured) return `measures.${ask.id}.${level}`;
  if (level === "asked" && definition.driver === "growth") return "in_growth";
  if (level === "asked" && definition.driver === "retention") return "in_ret_value";
  return `drivers.${definition.driver === "purchases" ? "orders" : definition.driver}.${level}`;
}

/** The same money may not be promised twice: the asks that share a driver carry at most all of it. */
function driverShares({ asks }: Agreement): Remark[] {
  return groups.flatMap(({ id, label }) => {
    const sharing = asks.filter((ask) => ask.on && ask.driver === id);
    const total = sharing.reduce((sum, ask) => sum + ask.share, 0);
    if (total <= 1 + 1e-9) return [];
    const percent = Math.round(total * 100);
    return [{
      id: `asks.${sharing.at(-1)!.id}.share`, severity: "error" as const, label: sharing.map((ask) => ask.label).join(", "),
      message: `Together they carry ${percent}% of “${label}”. Lower the shares to 100% or less.`,
    }];
  });
}

function checkCommitment(commitment: Commitment): Remark[] {
  const { id, label, committed, worst, capability, owner, wording, show, tier, eligible } = commitment;
  const remarks: Remark[] = [];
  const say = (key: string, severity: Remark["severity"], message: string) => {
    remarks.push({ id: `commitments.${id}.${key}`, severity, label, message });
  };
  if (committed === worst) say("worst", "error", "Must differ from the committed level. Which level earns nothing?");
  if (capability !== null && Math.sign(committed - worst) * (committed - capability) > 0) {
    say("committed", "warning", `You commit to more than you have shown: ${committed} against ${capability} proven.`);
  }
  if (owner.trim() === "") say("owner", "warning", "Name an owner: someone must keep this promise.");
  const missing = missingIn(commitment);
  if (missing.length > 0) {
    say(missing[0]!.key, "warning", `Say it in full; still missing: ${missing.map(({ label: what }) => what.toLowerCase()).join(", ")}.`);
  }
  if (isAlike(commitment) === false) {
    say("spreadNow", "warning", `The touch points differ by ${commitment.spreadNow}, and you allow ${commitment.spreadMost}.`);
  }
  if (tier === "best" && eligible >= 1) say("eligible", "warning", "For the best only, yet every customer is entitled to it: lower the share.");
  if (commitment.budget < annualCost(commitment) && commitment.budget === 0) say("budget", "warning", "Nothing is budgeted for this commitment.");
  const vague = show ? vagueTerms(wording) : [];
  if (vague.length > 0) say("wording", "warning", `“${vague[0]}” has no number. Say how many, how much or how soon.`);
  return remarks;
}

/** Each of the eight questions is answered by a commitment, or says in writing why by none. */
function openQuestions(agreement: Agreement): Remark[] {
  return questions.filter((question) => isOpen(agreement, question)).map(({ none, label }) => ({
    id: inputs.find(({ id }) => id === none)!.name, severity: "warning", label, message: `No commitment answers “${label}”. Add one, or say why there is none.`,
  }));
}

/** What is for the best only needs a line that says who is best. */
function nobodyQualifies({ inputs: { bestFit, bestValue }, commitments }: Agreement): Remark[] {
  const forBest = commitments.find(({ on, tier }) => on && tier === "best");
  if (!forBest || bestFit !== null || bestValue !== null) return [];
  const message = `“${forBest.label}” is for the best only. Say from which fit or value one is best.`;
  return [{ id: "in_best_fit", severity: "warning", label: "Best customers", message }];
}

/** A goal is reached by what customers do, so it hangs on asks in use. */
function goalsThatHangOnNothing(agreement: Agreement): Remark[] {
  const known = new Set<string>(agreement.asks.map(({ id }) => id));
  return named(agreement).flatMap((goal): Remark[] => {
    const strange = idsIn(goal).filter((id) => !known.has(id));
    const remark = (severity: Remark["severity"], message: string) => [{ id: `goals.${goal.id}.asks`, severity, label: goal.label, message }];
    if (strange.length > 0) return remark("error", `There is no ask ${strange[0]}. Write ids such as A02, A15.`);
    return asksOf(goal, agreement).length > 0 ? [] : remark("warning", "This goal hangs on no ask in use. Which asks bring it about?");
  });
}

/** The list of other products: every line whole, and taken up as the role asks. */
function checkCrossSell(agreement: Agreement): Remark[] {
  const say = (id: string, label: string, message: string): Remark => ({ id, severity: "warning", label, message });
  const lacking = crossSellIds.flatMap((id) => missingInLine(lineOf(agreement, id)).slice(0, 1)
    .map(({ key, label }) => say(`crossSell.${id}.${key}`, lineOf(agreement, id).product || `Cross-sell line ${id}`, `Without its ${label.toLowerCase()} this line brings nothing.`)));
  const takeUp = otherTakeUp(agreement);
  if (takeUp !== null) {
    lacking.push(say("drivers.accessories.asked", "Accessories taken", canBeAsked(takeUp)
      ? `The list is taken up by ${inPercent(takeUp)}, and the role asks for ${inPercent(agreement.drivers.accessories.asked)}. Ask for the same.`
      : `The list comes to a take-up of ${inPercent(takeUp)}, which nobody can be asked for. Look at the take-up and the margin of its lines.`));
  }
  if (agreement.inputs.accFrom === "the list" && crossSellOf(agreement).takeUp === null) {
    lacking.push(say("in_acc_from", "Accessory margin from", "The list is empty, so accessories bring nothing. Fill it, or choose one figure."));
  }
  return lacking;
}

const inPercent = (share: number) => `${Math.round(share * 100)}%`;

function checkRelationship({ inputs, drivers }: Agreement): Remark[] {
  const remarks: Remark[] = [];
  if (inputs.retBasis !== "life" && inputs.retValue > 1) {
    remarks.push({ id: "in_ret_value", severity: "error", label: "Retention", message: "Enter a share from 0% to 100%, or set the basis to life." });
  }
  if (inputs.retBasis === "life" && inputs.retValue < 1) {
    remarks.push({ id: "in_ret_value", severity: "error", label: "Retention", message: "A life is at least 1 period long." });
  }
  if (inputs.rate > 0.5) {
    remarks.push({ id: "in_rate", severity: "warning", label: "Discount rate", message: `Is ${Math.round(inputs.rate * 100)}% really the rate per ${inputs.period}?` });
  }
  if (drivers.orders.asked < drivers.orders.worst) {
    remarks.push({ id: "drivers.orders.worst", severity: "warning", label: "Orders", message: "The worst level is better than the target." });
  }
  return remarks;
}
