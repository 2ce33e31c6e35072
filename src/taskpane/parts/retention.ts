import { askedRetention, type Agreement } from "../../core/agreement";
import type { Inputs } from "../../core/value/inputs";
import type { Answer } from "../use-desk";
import { staying, tidy } from "./levels";

type Basis = Inputs["retBasis"];

const withRetention = ({ inputs, ...rest }: Agreement, retBasis: Basis, retention: number): Agreement => ({
  ...rest, inputs: { ...inputs, retBasis, retValue: tidy(valueIn[retBasis](retention)) },
});

/** The one number entered, by what it is entered as. */
const valueIn: Readonly<Record<Basis, (retention: number) => number>> = {
  retention: (retention) => retention, churn: (retention) => 1 - retention, life: (retention) => 1 / (1 - retention),
};

/** What retention is known as. Another choice says the same in other words: the value of the customer does not move. */
export const basis: Answer = {
  id: "answers.basis", cell: "in_ret_basis", label: "Known as", unit: "list", kind: "list", options: ["retention", "churn", "life"],
  get: ({ inputs }) => inputs.retBasis,
  set: (agreement, value) => withRetention(agreement, value as Basis, askedRetention(agreement.inputs)),
};

const leaving: Answer = {
  id: "answers.leaving", cell: "in_ret_value", label: "Customers of 100 who leave", unit: "of 100", kind: "decimal", min: 0, max: 100,
  get: ({ inputs }) => tidy((1 - askedRetention(inputs)) * 100),
  set: (agreement, value) => withRetention(agreement, "churn", 1 - tidy((value as number) / 100)),
};

const life: Answer = {
  id: "answers.life", cell: "in_ret_value", label: "How long a customer stays", unit: "{period}s", kind: "decimal", min: 1, max: 1000,
  get: ({ inputs }) => tidy(valueIn.life(askedRetention(inputs))),
  set: (agreement, value) => withRetention(agreement, "life", 1 - 1 / (value as number)),
};

/** The control that belongs to each basis. */
export const retentionAnswer: Readonly<Record<Basis, Answer>> = { retention: { ...staying, optional: false }, churn: leaving, life };
