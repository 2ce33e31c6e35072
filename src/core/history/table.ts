import type { Name } from "../range";
import type { Fit } from "./fit";
import type { Summary } from "./rfm";

type Rows = (string | number | boolean)[][];

/**
 * What a FIT function spills: the model's name and its parameters in one row, ready to be handed to the other functions.
 * With detail also the log-likelihood, a row of standard errors, and a row with the iterations and what became of the search.
 */
export function fitTable({ model, parameters, logLikelihood, standardErrors, iterations, message }: Fit, detail: boolean): Rows {
  if (!detail) return [[model, ...parameters]];
  const blanks = parameters.slice(1).map(() => "");
  return [
    [model, ...parameters, logLikelihood],
    ["SE", ...standardErrors.map((error) => error ?? ""), ""],
    ["Note", iterations, message, ...blanks],
  ];
}

/** What HISTORY spills: one row per customer, and a last row that says how many customer-days were dropped. */
export function historyTable({ customer, frequency, recency, T, monetaryValue, dropped }: Summary, headers: boolean): Rows {
  const rows: Rows = headers ? [["Customer", "Frequency", "Recency", "Age", "Monetary value"]] : [];
  customer.forEach((id: Name, i) => {
    const x = frequency[i]!;
    rows.push([id, x, recency[i]!, T[i]!, x === 0 ? "" : monetaryValue[i]!]);
  });
  rows.push(["Dropped", dropped, "", "", ""]);
  return rows;
}

/** One value per row. */
export const columnTable = (values: ArrayLike<number>): number[][] => Array.from(values, (value) => [value]);
