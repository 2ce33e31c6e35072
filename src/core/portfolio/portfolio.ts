import type { Agreement } from "../agreement";
import { assess } from "../assessment";
import type { Actual } from "../role/attainment";
import { score } from "../role/fit";
import { bonusPaidOnLoss } from "./bonus";
import { valuer } from "./customer-value";
import { filledIn, notApplicable, type Customers } from "./customers";
import { countsIn, scalesOf, type AskScale } from "./scales";
import { verdict, type Verdict } from "./verdict";

/** What follows for each customer, in the order of the customers; NaN where nothing can be said. */
export interface Scores {
  readonly count: number;
  readonly coverage: Float64Array;
  readonly fit: Float64Array;
  /** Fit if every unknown ask turned out at its worst, and at its cap. */
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly mustsKept: Uint8Array;
  /** Contribution less the cost to deserve, per period. */
  readonly profit: Float64Array;
  /** Forward value as things are, and if the customer played the role. */
  readonly net: Float64Array;
  readonly potential: Float64Array;
  readonly upside: Float64Array;
  readonly verdict: readonly Verdict[];
  /** Brings less than it costs, and stays. */
  readonly loyalLossMaker: Uint8Array;
  readonly bonusOnLoss: Float64Array;
  /** Place on the whale curve, from 1; equal profits keep their order, an unknown one stands last. */
  readonly rank: Uint32Array;
}

/**
 * Scores a whole portfolio against an agreement in one pass: the numbers of SCORETABLE, NETLTV and CUSTOMERVERDICT, row by row.
 * Never throws for what a row holds: a customer whose value is unknown, outside its domain or endless is to be found out about.
 */
export function scorePortfolio(agreement: Agreement, customers: Customers): Scores {
  const given = filledIn(customers, agreement);
  const fits = scoreFits(agreement, given);
  const money = valueAll(agreement, given);
  return { count: given.count, ...fits, ...money, rank: rankOf(money.profit), verdict: judgeAll(agreement, fits, money) };
}

type Fits = Pick<Scores, "coverage" | "fit" | "low" | "high" | "mustsKept">;
type Money = Pick<Scores, "profit" | "net" | "potential" | "upside" | "loyalLossMaker" | "bonusOnLoss">;

function scoreFits(agreement: Agreement, { count, texts, levels }: Customers): Fits {
  const scales = scalesOf(agreement, assess(agreement));
  const columns = scales.map(({ ask }) => levels[ask.id]);
  const fits = {
    coverage: numbers(count), fit: numbers(count), low: numbers(count), high: numbers(count), mustsKept: new Uint8Array(count),
  };
  const actuals: Actual[] = scales.map(() => null);
  for (let row = 0; row < count; row++) {
    for (let i = 0; i < scales.length; i++) actuals[i] = actualOf(scales[i]!, columns[i]?.[row] ?? NaN, texts.mode[row]!);
    const { fit, coverage, low, high, mustsKept } = score(actuals, scales, agreement.inputs.mustCap);
    fits.coverage[row] = coverage;
    fits.fit[row] = fit ?? NaN;
    fits.low[row] = low ?? NaN;
    fits.high[row] = high ?? NaN;
    fits.mustsKept[row] = Number(mustsKept);
  }
  return fits;
}

/** The level as the score reads it: what does not count for this customer leaves every sum. */
export function actualOf(scale: AskScale, level: number, mode: string): Actual {
  if (level === notApplicable || !countsIn(scale, mode)) return "n/a";
  return Number.isNaN(level) ? null : level;
}

const numbers = (count: number) => new Float64Array(count);

function valueAll({ inputs }: Agreement, { count, numbers: given }: Customers): Money {
  const valueOf = valuer(inputs);
  const { contribution, retention, growth, referrals, deserveCost, potContribution, potRetention, potGrowth, potReferrals, bonus } = given;
  const money = {
    profit: numbers(count), net: numbers(count), potential: numbers(count), upside: numbers(count), bonusOnLoss: numbers(count),
    loyalLossMaker: new Uint8Array(count),
  };
  for (let i = 0; i < count; i++) {
    const cost = deserveCost[i]!;
    const flows = {
      contribution: contribution[i]!, retention: retention[i]!, growth: growth[i]!, referrals: referrals[i]!, deserveCost: cost,
    };
    money.profit[i] = flows.contribution - cost;
    money.net[i] = valueOf(flows);
    money.potential[i] = valueOf({
      contribution: potContribution[i]!, retention: potRetention[i]!, growth: potGrowth[i]!, referrals: potReferrals[i]!, deserveCost: cost,
    });
    money.upside[i] = money.potential[i]! - money.net[i]!;
    money.loyalLossMaker[i] = Number(money.profit[i]! < 0 && flows.retention >= inputs.loyal);
    money.bonusOnLoss[i] = bonus[i]! >= 0 ? bonusPaidOnLoss(money.net[i]!, bonus[i]!) : NaN;
  }
  return money;
}

function judgeAll({ inputs }: Agreement, { coverage, fit, mustsKept }: Fits, { net, potential }: Money): Verdict[] {
  const rules = { fitThreshold: inputs.fitInvest, minCoverage: inputs.minCov };
  return Array.from(net, (netValue, i) => {
    if (Number.isNaN(netValue)) return "Find out";
    const potentialValue = Number.isNaN(potential[i]!) ? null : potential[i];
    return verdict({ netValue, potentialValue, fit: fit[i]! || 0, coverage: coverage[i], mustOk: mustsKept[i] === 1, ...rules });
  });
}

function rankOf(profit: Float64Array): Uint32Array {
  const known = (i: number) => (Number.isNaN(profit[i]!) ? -Infinity : profit[i]!);
  const order = Uint32Array.from(profit, (_, i) => i).sort((a, b) => known(b) - known(a) || a - b);
  const rank = new Uint32Array(profit.length);
  order.forEach((row, place) => { rank[row] = place + 1; });
  return rank;
}
