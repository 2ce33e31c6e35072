import { driverLevels, type Agreement } from "../agreement";
import { assess } from "../assessment";
import { annualCost, costToDeserve, fundedShare } from "../commitment/cost";
import { askById } from "../role/asks";
import { mustState } from "../role/fit";
import { economicsOf } from "../value/cases";
import { annualContribution, type Drivers } from "../value/contribution";
import { drivers, type DriverId } from "../value/drivers";
import { valuer, type Flows } from "./customer-value";
import type { Customer } from "./customers";
import { actualOf } from "./portfolio";
import { driverAt, scalesOf, type AskScale } from "./scales";

/** One change of a clause: the customer comes to the target of an ask, or we give less. */
export interface Change {
  readonly kind: "ask" | "lower" | "drop";
  /** Of the ask or the commitment. */
  readonly id: string;
  readonly label: string;
  readonly from: number;
  readonly to: number;
  readonly unit: string;
}

/** A change with what it alone adds to the forward value. */
export interface ClauseChange extends Change { readonly alone: number }

/** Everything that could change, for one customer. */
export interface Clauses {
  readonly now: Flows;
  readonly changes: readonly ClauseChange[];
  /** Musts that are broken, by ask, with the level to keep: no talk ends well without them. */
  readonly required: ReadonlyMap<string, number>;
  /** Forward value after some changes, the asks moved by a part of their way. */
  value(changes: readonly Change[], part?: number): number;
}

/** What could change for a customer, and what any of it is worth. Unknown asks are no changes: find out first. */
export function clausesFor(agreement: Agreement, customer: Customer): Clauses {
  const { inputs } = agreement;
  const scales = scalesOf(agreement, assess(agreement));
  const mode = customer.mode || inputs.mode;
  const deserveCost = customer.deserveCost ?? costToDeserve(agreement);
  const now: Flows = {
    contribution: customer.contribution ?? NaN, retention: customer.retention ?? NaN, growth: customer.growth ?? 0,
    referrals: customer.referrals ?? 0, deserveCost,
  };
  const levels = levelsOf(agreement, customer);
  const valueOf = valuer(inputs);
  const yearOf = (at: Drivers) => annualContribution(at, economicsOf(agreement)).total;
  const saved = savings(agreement, deserveCost);
  const value = (changes: readonly Change[], part = 1) => {
    const moves = changes.filter(({ kind }) => kind === "ask").map((change) => {
      const driver = askById.get(change.id)!.driver;
      return driverAt(driver, change.from + part * (change.to - change.from));
    });
    const after: Drivers = Object.assign({}, levels, ...moves);
    return valueOf({
      contribution: now.contribution + yearOf(after) - yearOf(levels), retention: after.retention, growth: after.growth,
      referrals: after.referrals, deserveCost: deserveCost - changes.reduce((sum, change) => sum + saved(change), 0),
    });
  };
  const base = value([]);
  const open = [...asksOpen(scales, customer, levels, mode), ...commitmentsOpen(agreement)];
  const required = scales.filter((scale) => mustState(actualOf(scale, levelOf(customer, scale), mode), scale) === "broken");
  const priced = open.map((change) => ({ ...change, alone: value([change]) - base }));
  const needed = new Map<string, number>(required.map(({ ask }) => [ask.id, ask.must!]));
  return { now, required: needed, value, changes: priced.filter(({ id, alone }) => alone > 0 || needed.has(id)) };
}

const levelOf = ({ levels }: Customer, { ask }: AskScale) => {
  const level = levels[ask.id] ?? NaN;
  return level === "n/a" ? Infinity : level;
};

/** The drivers of a customer: what finance expects, what was observed, and for the rest what is typical today. */
function levelsOf(agreement: Agreement, customer: Customer): Drivers {
  const typical = driverLevels(agreement);
  const levels = Object.fromEntries(drivers.map(({ id }) => [id, typical[id].actual ?? typical[id].asked])) as unknown as Drivers;
  for (const [id, level] of Object.entries(customer.levels)) {
    const definition = askById.get(id);
    if (definition?.measured && typeof level === "number") Object.assign(levels, driverAt(definition.driver, level));
  }
  return {
    ...levels, retention: customer.retention ?? levels.retention, growth: customer.growth ?? 0, referrals: customer.referrals ?? 0,
  };
}

function asksOpen(scales: readonly AskScale[], customer: Customer, levels: Drivers, mode: string): Change[] {
  return scales.flatMap((scale) => {
    const { ask, target, worst } = scale;
    const observed = actualOf(scale, levelOf(customer, scale), mode);
    if (!askById.get(ask.id)?.measured || typeof observed !== "number") return [];
    const from = ask.driver === "purchases" ? observed : levels[ask.driver as DriverId];
    if (Math.sign(target - worst) * (target - from) <= 0) return [];
    return [{ kind: "ask" as const, id: ask.id, label: ask.label, from, to: target, unit: ask.unit }];
  });
}

/** A commitment can be dropped; one that is only partly funded can come down to what is budgeted. */
function commitmentsOpen({ commitments }: Agreement): Change[] {
  return commitments.filter((each) => annualCost(each) > 0).flatMap((each) => {
    const [cost, funded] = [annualCost(each), fundedShare(each)];
    const change = { id: each.id, label: each.label, from: cost, unit: "{currency}/{period}" };
    return [
      { ...change, kind: "drop" as const, to: 0 },
      ...(funded > 0 && funded < 1 ? [{ ...change, kind: "lower" as const, to: cost * funded }] : []),
    ];
  });
}

/** What giving less saves on this customer, who may cost more or less than the agreement says. */
function savings(agreement: Agreement, deserveCost: number) {
  const usual = costToDeserve(agreement);
  const scale = usual === 0 ? 0 : deserveCost / usual;
  return ({ kind, from, to }: Change) => (kind === "ask" ? 0 : (from - to) * scale);
}
