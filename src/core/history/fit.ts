import { Fault } from "../fault";
import { checkHistories, groupHistories, coarsen, type Groups, type Histories } from "./groups";
import { maximise, type Derivatives, type Maximum } from "./optimise";

/** A model with its parameters where the likelihood of the data is largest. */
export interface Fit {
  /** "BGNBD" and so on: the first cell of the row a FIT function spills. */
  readonly model: string;
  /** In the order of the paper. */
  readonly parameters: readonly number[];
  readonly logLikelihood: number;
  /** From the observed information; null for a parameter that ran into a limit or about which the data say nothing. */
  readonly standardErrors: readonly (number | null)[];
  /** Covariance of the logarithms of the parameters. */
  readonly covariance: readonly (readonly number[])[];
  readonly iterations: number;
  /** "converged", or in words to which simpler model the data reduce this one. */
  readonly message: string;
}

/** What it means when a parameter, or the ratio of two, runs to a limit. */
export interface Limit {
  /** `time` is the mean T, for parameters that carry a unit of time; else 1. */
  readonly reached: (parameters: readonly number[], time: number) => boolean;
  readonly sentence: string;
}

/** Beyond e^8, or below e^-8, a shape predicts what its limit predicts. */
export const practicallyInfinite = Math.exp(8);
export const practicallyZero = Math.exp(-8);
/** How far the search for a shape goes. */
export const shapes = { low: Math.exp(-15), high: Math.exp(10) };

/** A parameter known to no better than a factor of e^10 is not known. */
const unknown = 100;

/** Puts a maximum into words; the standard error of p is p times that of ln p. */
export function fitOf(model: string, { parameters, value, covariance, evaluations }: Maximum, limits: readonly Limit[], time = 1): Fit {
  const reached = limits.filter((limit) => limit.reached(parameters, time)).map(({ sentence }) => sentence);
  return {
    model, parameters, logLikelihood: value, covariance, iterations: evaluations,
    standardErrors: parameters.map((p, i) => {
      const variance = covariance[i]![i]!;
      return variance > 0 && variance < unknown ? p * Math.sqrt(variance) : null;
    }),
    message: reached.length > 0 ? reached.join("; ") : "converged",
  };
}

/** What tells one model of purchase histories from another when it is fitted. */
export interface HistoryModel {
  readonly name: string;
  /** Which parameters carry the unit of time (alpha, beta) and are therefore searched on the scale of T. */
  readonly isTime: readonly boolean[];
  readonly limits: readonly Limit[];
  likelihoodOf(groups: Groups): (parameters: readonly number[]) => Derivatives;
}

/** With more rows than this, customers with coarser times find the start of the search. */
const manyRows = 3000;
const coarseTimes = 20;

/** Maximum likelihood over customers grouped by x, t_x and T. */
export function fitHistories({ name, isTime, limits, likelihoodOf }: HistoryModel, histories: Histories): Fit {
  checkHistories(histories);
  const groups = groupHistories(histories);
  if (!(groups.meanT > 0)) throw new Fault("missing", "There is nothing to fit: no customer was watched for any time yet.");
  const plain = isTime.map((time) => (time ? groups.meanT : 1));
  const box = {
    low: plain.map((unit) => unit * shapes.low),
    high: plain.map((unit, i) => unit * (isTime[i] ? shapes.high ** 2 : shapes.high)),
  };
  const search = (rows: Groups, start: readonly number[]) => maximise(likelihoodOf(rows), start, box);
  const start = groups.count.length > manyRows ? search(coarsen(groups, coarseTimes), plain).parameters : plain;
  return fitOf(name, search(groups, start), limits, groups.meanT);
}
