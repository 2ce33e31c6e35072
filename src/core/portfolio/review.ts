import { askLevels, driverLevels, type Agreement } from "../agreement";
import { assess, type Assessment } from "../assessment";
import { Fault } from "../fault";
import { askById, type AskId } from "../role/asks";
import { modelOf } from "../value/cases";
import { drivers, type NumberKind } from "../value/drivers";
import { scalesOf } from "./scales";

/** One measured level of one period: of an ask, by its id, or of a commitment of ours, by its id. */
export interface ReviewRow {
  readonly period: string;
  readonly clause: string;
  /** In the unit of the clause; null when nobody measured. */
  readonly level: number | null;
  /** What happened in that period, in words; one row of it is enough. */
  readonly remark?: string;
}

/** Headings of a table with one row for each period: the period, what happened, and a clause under its id, which comes first. */
export const periodHeading = "Period";
export const remarkHeading = "What happened";
export const clauseHeading = (id: string, label: string) => `${id} ${label}`;

/** How one clause stood in a period, our side and theirs alike. */
export interface ReviewedClause {
  readonly id: string;
  readonly side: "ours" | "theirs";
  readonly label: string;
  readonly unit: string;
  readonly kind: NumberKind;
  readonly agreed: number;
  readonly level: number | null;
  readonly attainment: number | null;
  /** On hold because we broke our word. */
  readonly onHold: boolean;
  /** What its change since the period before adds to the net lifetime value; 0 for our side, which is paid either way. */
  readonly drift: number;
  /** What is still missing to the target in value; 0 for our side. */
  readonly gap: number;
  /** What the clause carries: the weight of an ask, the load of a commitment. */
  readonly weight: number;
}

/** One period, both sides. */
export interface PeriodReview {
  readonly period: string;
  readonly clauses: readonly ReviewedClause[];
  readonly fit: number | null;
  readonly coverage: number;
  readonly deserve: number | null;
  /** Net lifetime value at the levels of this period; null where it is not finite. */
  readonly value: number | null;
  /** Against the period before; the first against the levels at signing. */
  readonly drift: number;
  /** What of the drift no single clause explains. */
  readonly interaction: number;
  /** Against the levels at signing, and against the role as asked. */
  readonly sinceSigning: number;
  readonly behindRole: number;
}

/**
 * Reviews an agreement period by period, in the order in which the periods appear. A level that nobody measured in a period stays
 * as it was before.
 * @param signed the agreement with the levels at signing; without it the first period is where the counting starts
 */
export function reviewPeriods(agreement: Agreement, rows: readonly ReviewRow[], signed?: Agreement): PeriodReview[] {
  const periods = [...new Set(rows.map(({ period }) => period))];
  const of = (period: string | undefined) => rows.filter((row) => row.period === period);
  const start = signed ?? withLevels(agreement, of(periods[0]));
  let before = start;
  return periods.map((period) => {
    const now = withLevels(before, of(period));
    const review = reviewOf(start, before, now, period);
    before = now;
    return review;
  });
}

/** The agreement as it would read with the levels of a period as today's; unknown ids change nothing. */
export function withLevels(agreement: Agreement, rows: readonly ReviewRow[]): Agreement {
  const level = new Map(rows.filter((row) => row.level !== null).map((row) => [row.clause, row.level!]));
  const levels = { ...agreement.drivers };
  const measures = { ...agreement.measures };
  for (const [id, actual] of level) {
    const definition = askById.get(id);
    if (!definition) continue;
    const own = measures[id as AskId];
    if (!definition.measured && own) measures[id as AskId] = { ...own, actual };
    if (definition.measured) Object.assign(levels, driversAt(agreement, definition.driver, actual));
  }
  const commitments = agreement.commitments.map((each) => (level.has(each.id) ? { ...each, kept: level.get(each.id)! } : each));
  return { ...agreement, drivers: levels, measures, commitments };
}

/** Drivers of a group with another level today; purchases keep the size of an order. */
function driversAt({ drivers: levels }: Agreement, group: string, actual: number): Partial<Agreement["drivers"]> {
  if (group === "purchases") {
    const size = levels.orderValue.actual || levels.orderValue.asked || 1;
    return { orders: { ...levels.orders, actual: actual / size }, orderValue: { ...levels.orderValue, actual: size } };
  }
  return Object.fromEntries(drivers.filter((driver) => driver.group === group).map(({ id }) => [id, { ...levels[id], actual }]));
}

function reviewOf(signed: Agreement, before: Agreement, now: Agreement, period: string): PeriodReview {
  const result = assess(now);
  const [value, earlier, start] = [valueOf(now), valueOf(before), valueOf(signed)];
  const theirs = askClauses(before, now, result);
  const drift = difference(value, earlier);
  return {
    period, clauses: [...ourClauses(now, result), ...theirs], fit: result.fit.fit, coverage: result.fit.coverage, deserve: result.deserve,
    value, drift, interaction: drift - theirs.reduce((sum, clause) => sum + clause.drift, 0),
    sinceSigning: difference(value, start), behindRole: difference(result.cases?.asked.value.total ?? null, value),
  };
}

const difference = (a: number | null, b: number | null) => (a === null || b === null ? 0 : a - b);

/** Net lifetime value at today's levels, or with the levels of another agreement in one group of drivers. */
function valueOf(agreement: Agreement, group?: { readonly id: string; readonly from: Agreement }): number | null {
  const model = modelOf(agreement);
  const other = group && driverLevels(group.from);
  const changes = drivers.filter((driver) => driver.group === group?.id).map(({ id }) => [id, other?.[id].actual ?? 0]);
  try {
    return model.price({ ...model.actual, ...Object.fromEntries(changes) }, true).value.total;
  } catch (error) {
    if (error instanceof Fault) return null;
    throw error;
  }
}

function askClauses(before: Agreement, now: Agreement, result: Assessment): ReviewedClause[] {
  const base = valueOf(before);
  const hasValues = base !== null && valueOf(now) !== null;
  return scalesOf(now, result).map(({ ask, target, suspended }) => {
    const { actual, attainment, gapStake, weight } = result.asks.find(({ id }) => id === ask.id)!;
    const isSame = actual === askLevels(before, ask.id)?.actual;
    const { driver, measured } = askById.get(ask.id)!;
    const isPriced = hasValues && !isSame && measured && ask.driver === driver;
    const alone = isPriced ? ask.share * difference(valueOf(before, { id: ask.driver, from: now }), base) : 0;
    return {
      id: ask.id, side: "theirs", label: ask.label, unit: ask.unit, kind: askById.get(ask.id)!.kind, agreed: target, level: actual, attainment, onHold: suspended,
      drift: alone, gap: gapStake, weight,
    };
  });
}

function ourClauses({ commitments }: Agreement, result: Assessment): ReviewedClause[] {
  return commitments.filter(({ on }) => on).map((each) => {
    const { keptAttainment, load } = result.commitments.find(({ id }) => id === each.id)!;
    return {
      id: each.id, side: "ours", label: each.label, unit: each.unit, kind: "decimal", agreed: each.committed, level: each.kept, attainment: keptAttainment,
      onHold: false, drift: 0, gap: 0, weight: load,
    };
  });
}
