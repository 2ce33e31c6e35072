import { askedRetention, driverLevels, type Agreement } from "../agreement";
import { periodsInYear } from "../value/inputs";
import { longestLife, year } from "./reality";
import type { Measure, Wishes } from "./wishes";

/** One level of a role that order history can speak about: as asked of the customer, or as is today. */
export type Level = "asked" | "actual";

/** How a measure of history is held in an agreement, whose period may be shorter than a year. */
interface Assumption {
  readonly driver: "orders" | "orderValue" | "retention" | "growth";
  /** Field of each level. */
  readonly fields: Readonly<Record<Level, string>>;
  /** From a level per period to one per year and back; `n` is periods a year. */
  readonly perYear: (level: number, n: number) => number;
  readonly perPeriod: (level: number, n: number) => number;
  /** Digits worth keeping of a finding. */
  readonly tidy: (value: number) => number;
}

const threeDigits = (value: number) => Number(value.toPrecision(3));
const perMille = (value: number) => Number(value.toFixed(3));
const fieldsOf = (driver: string) => ({ asked: `drivers.${driver}.asked`, actual: `drivers.${driver}.actual` });

/** The measures that have a field of their own; how long a customer stays follows from retention. */
export const assumptions: Readonly<Record<Exclude<Measure, "lifetime">, Assumption>> = {
  ordersPerYear: {
    driver: "orders", fields: fieldsOf("orders"), perYear: (level, n) => level * n, perPeriod: (level, n) => level / n, tidy: threeDigits,
  },
  orderValue: {
    driver: "orderValue", fields: fieldsOf("orderValue"), perYear: (level) => level, perPeriod: (level) => level, tidy: threeDigits,
  },
  retention: {
    driver: "retention", fields: { ...fieldsOf("retention"), asked: "in_ret_value" },
    perYear: (level, n) => level ** n, perPeriod: (level, n) => level ** (1 / n), tidy: perMille,
  },
  growth: {
    driver: "growth", fields: { ...fieldsOf("growth"), asked: "in_growth" },
    perYear: (level, n) => Math.expm1(n * Math.log1p(level)), perPeriod: (level, n) => Math.expm1(Math.log1p(level) / n), tidy: perMille,
  },
};

const periodsPerYear = ({ inputs }: Agreement) => periodsInYear[inputs.period];
const measures = Object.keys(assumptions) as (keyof typeof assumptions)[];

/** What an agreement assumes, in the units of history: a year, whatever the period of the agreement; unknown levels are left out. */
export function wishesOf(agreement: Agreement, level: Level = "asked"): Wishes {
  const levels = driverLevels(agreement);
  const n = periodsPerYear(agreement);
  const wishes: Wishes = Object.fromEntries(measures.flatMap((measure) => {
    const { driver, perYear } = assumptions[measure];
    const value = levels[driver][level];
    return value === null ? [] : [[measure, perYear(value, n)]];
  }));
  return wishes.retention === undefined ? wishes : { ...wishes, lifetime: yearsStayed(wishes.retention) };
}

/** Years of the first ten that a customer stays who may leave at any time, at a constant retention a year. */
function yearsStayed(retention: number): number {
  const years = longestLife / year;
  if (retention >= 1) return years;
  return retention <= 0 ? 0 : (1 - retention ** years) / -Math.log(retention);
}

/** What a finding would be as a level of this agreement: per period, with as many digits as it deserves. */
export function asLevel(agreement: Agreement, measure: keyof typeof assumptions, value: number): number {
  const { perPeriod, tidy } = assumptions[measure];
  return tidy(perPeriod(value, periodsPerYear(agreement)));
}

/** The agreement with a finding of history as one of its levels. */
export function withFinding(agreement: Agreement, measure: keyof typeof assumptions, level: Level, value: number): Agreement {
  const found = asLevel(agreement, measure, value);
  const { driver } = assumptions[measure];
  if (level === "asked" && driver === "retention") return withAskedRetention(agreement, found);
  if (level === "asked" && driver === "growth") return { ...agreement, inputs: { ...agreement.inputs, growth: found } };
  const drivers = { ...agreement.drivers, [driver]: { ...agreement.drivers[driver], [level]: found } };
  return { ...agreement, drivers };
}

/** Retention is entered as itself, as churn or as a life: a finding keeps to churn, and is else the retention itself. */
function withAskedRetention({ inputs, ...rest }: Agreement, retention: number): Agreement {
  if (askedRetention(inputs) === retention) return { inputs, ...rest };
  if (inputs.retBasis === "churn") return { ...rest, inputs: { ...inputs, retValue: perMille(1 - retention) } };
  return { ...rest, inputs: { ...inputs, retBasis: "retention", retValue: retention } };
}
