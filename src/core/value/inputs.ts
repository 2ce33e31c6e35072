/**
 * The scalar inputs of an agreement as data: the Inputs sheet, the panel's fields, reading back and every check come from here.
 * `name` is the workbook name of the cell; a rule that is not met is a problem with that cell.
 */
export type InputKind = "text" | "list" | "flag" | "percent" | "money" | "count" | "decimal";

export interface InputDefinition {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly unit: string;
  readonly block: InputBlock;
  readonly kind: InputKind;
  readonly options?: readonly (string | number)[];
  readonly min?: number;
  readonly max?: number;
  readonly whole?: true;
  readonly longest?: number;
  /** A blank has a meaning of its own (for instance "no end" for the horizon). */
  readonly optional?: true;
  readonly hint?: string;
  /** Version of the sheets that first had it: an older workbook lacks the cell and is whole without it. */
  readonly since?: string;
}

export const inputBlocks = [
  "Who it is for", "First guess", "Time and risk", "One period", "Service and mistakes", "Referrals", "The budget and our share",
  "The customer's side",
  "The customer's best alternative",
  "What we ask ourselves", "Decision lines", "Tolerances",
] as const;
export type InputBlock = (typeof inputBlocks)[number];

/** How many of each period a year has. */
export const periodsInYear = { year: 1, quarter: 4, month: 12 } as const;

/** Answers to a question we ask ourselves. */
const selfAnswers = ["yes", "partly", "no"] as const;

/** Where the margin of accessories comes from: a figure of its own, or the lines of the cross-selling list. */
export const marginSources = ["one figure", "the list"] as const;

/** What a customer can teach us. */
export const insightKinds = [
  "product feedback", "usage data", "sales data", "forecast", "market knowledge", "competitor news", "test site", "advisory board",
] as const;

export const currencies = ["EUR", "USD", "GBP", "CHF", "JPY", "CAD", "AUD", "SEK", "NOK", "DKK", "PLN", "CZK", "BRL", "INR", "CNY"] as const;

const definitions = [
  { id: "segment", name: "in_segment", label: "Segment", unit: "text", block: "Who it is for", kind: "text", longest: 60, hint: "One role per kind of customer" },
  { id: "company", name: "in_company", label: "Our company", unit: "text", block: "Who it is for", kind: "text", longest: 80, optional: true },
  { id: "customer", name: "in_customer", label: "Customer measured as is", unit: "text", block: "Who it is for", kind: "text", longest: 80, optional: true, hint: "The typical customer of today" },
  { id: "currency", name: "in_currency", label: "Currency", unit: "ISO code", block: "Who it is for", kind: "list", options: currencies },
  { id: "period", name: "in_period", label: "Period", unit: "text", block: "Who it is for", kind: "list", options: ["year", "quarter", "month"] },
  { id: "mode", name: "in_mode", label: "Relationship or single sale", unit: "R or T", block: "Who it is for", kind: "list", options: ["R", "T"], hint: "T: only purchase and payment count" },
  { id: "existing", name: "in_existing", label: "New or existing customer", unit: "list", block: "Who it is for", kind: "list", options: ["new", "existing"], hint: "Existing: the cost of winning is already spent" },
  { id: "sample", name: "in_sample", label: "Sample or template values", unit: "Y or N", block: "Who it is for", kind: "list", options: ["Y", "N"], hint: "Y prints a reminder until the values are your own" },
  { id: "guessOrders", name: "in_guess_orders", label: "First guess: how many orders", unit: "orders/{period}", block: "First guess", kind: "decimal", min: 0, optional: true },
  { id: "guessValue", name: "in_guess_value", label: "First guess: value of an order", unit: "{currency}", block: "First guess", kind: "money", min: 0, optional: true },
  { id: "guessMargin", name: "in_guess_margin", label: "First guess: margin after discount", unit: "% of list value", block: "First guess", kind: "percent", min: -1, max: 1, optional: true },
  { id: "guessYears", name: "in_guess_years", label: "First guess: for how long", unit: "{period}s", block: "First guess", kind: "decimal", min: 0, optional: true },
  { id: "rate", name: "in_rate", label: "Discount rate", unit: "% per {period}", block: "Time and risk", kind: "percent", min: -0.5, max: 1, hint: "Money later is worth less" },
  { id: "retBasis", name: "in_ret_basis", label: "Retention basis", unit: "list", block: "Time and risk", kind: "list", options: ["retention", "churn", "life"] },
  { id: "retValue", name: "in_ret_value", label: "Retention, churn or life", unit: "% per {period} or {period}s", block: "Time and risk", kind: "decimal", min: 0, hint: "By the basis above" },
  { id: "retWithout", name: "in_ret_without", label: "Retention without commitments", unit: "% per {period}", block: "Time and risk", kind: "percent", min: 0, max: 1 },
  { id: "handoverLoss", name: "in_handover_loss", label: "Retention lost when a customer is handed over", unit: "points per {period}", block: "Time and risk", kind: "percent", min: 0, max: 1, optional: true, since: "1.1", hint: "Blank: not known" },
  { id: "periods", name: "in_periods", label: "Horizon", unit: "{period}s, blank = no end", block: "Time and risk", kind: "count", min: 1, max: 15, whole: true, optional: true },
  { id: "growth", name: "in_growth", label: "Growth of margin as asked", unit: "% per {period}", block: "Time and risk", kind: "percent", min: -1, max: 1 },
  { id: "costGrowth", name: "in_cost_growth", label: "Cost inflation of commitments", unit: "% per {period}", block: "Time and risk", kind: "percent", min: -1, max: 1 },
  { id: "type", name: "in_type", label: "Timing", unit: "0 end, 0.5 mid, 1 begin", block: "Time and risk", kind: "list", options: [0, 0.5, 1], hint: "When in the period the money arrives" },
  { id: "atRisk", name: "in_at_risk", label: "First period at risk", unit: "TRUE or FALSE", block: "Time and risk", kind: "flag" },
  { id: "ac", name: "in_ac", label: "Acquisition cost", unit: "{currency}", block: "Time and risk", kind: "money", min: 0, hint: "The cost of winning the customer" },
  { id: "margin", name: "in_margin", label: "Margin at list", unit: "% of list value", block: "One period", kind: "percent", min: -1, max: 1 },
  { id: "serve", name: "in_serve", label: "Cost to serve", unit: "{currency}/{period}", block: "One period", kind: "money", min: 0 },
  { id: "accValue", name: "in_acc_value", label: "Accessory margin at full take-up", unit: "{currency}/{period}", block: "One period", kind: "money", min: 0 },
  { id: "accFrom", name: "in_acc_from", label: "Accessory margin from", unit: "list", block: "One period", kind: "list", options: marginSources, optional: true, since: "1.1", hint: "The list is Cross-sell below; blank is one figure" },
  { id: "upgMargin", name: "in_upg_margin", label: "Upgrade margin", unit: "{currency}/{period}", block: "One period", kind: "money", min: 0 },
  { id: "insightValue", name: "in_insight", label: "Value of an insight session", unit: "{currency}", block: "One period", kind: "money", min: 0 },
  { id: "insightKind", name: "in_insight_kind", label: "Kind of insight", unit: "list", block: "One period", kind: "list", options: insightKinds, optional: true, since: "1.1", hint: "What you want to learn; the charter says it" },
  { id: "wacc", name: "in_wacc", label: "Cost of capital for receivables", unit: "% per year", block: "One period", kind: "percent", min: 0, max: 0.5 },
  { id: "days", name: "in_days", label: "Days in the year", unit: "days", block: "One period", kind: "list", options: [365, 360] },
  { id: "badDebt", name: "in_bad_debt", label: "Bad debt", unit: "% of revenue", block: "One period", kind: "percent", min: 0, max: 1 },
  { id: "incidents", name: "in_incidents", label: "Incidents", unit: "incidents/{period}", block: "Service and mistakes", kind: "decimal", min: 0 },
  { id: "recovery", name: "in_recovery", label: "Recovery cost of an incident", unit: "{currency}", block: "Service and mistakes", kind: "money", min: 0 },
  { id: "loss", name: "in_loss", label: "Loss if a mistake is not forgiven", unit: "{currency}", block: "Service and mistakes", kind: "money", min: 0 },
  { id: "contactsStd", name: "in_contacts_std", label: "Standard contacts", unit: "contacts/{period}", block: "Service and mistakes", kind: "count", min: 0 },
  { id: "contactCost", name: "in_contact_cost", label: "Cost of a contact above standard", unit: "{currency}", block: "Service and mistakes", kind: "money", min: 0 },
  { id: "refConv", name: "in_ref_conv", label: "Referrals that become customers", unit: "% of referrals", block: "Referrals", kind: "percent", min: 0, max: 1 },
  { id: "refIncr", name: "in_ref_incr", label: "Of these, would not have come anyway", unit: "% of new customers", block: "Referrals", kind: "percent", min: 0, max: 1 },
  { id: "refValue", name: "in_ref_value", label: "Value of a new customer", unit: "{currency}", block: "Referrals", kind: "money", min: 0 },
  { id: "refSaved", name: "in_ref_saved", label: "Acquisition cost saved", unit: "{currency}", block: "Referrals", kind: "money", min: 0 },
  { id: "refCost", name: "in_ref_cost", label: "Cost of a referral", unit: "{currency}", block: "Referrals", kind: "money", min: 0 },
  { id: "wallet", name: "in_wallet", label: "Spent on our kind of goods", unit: "{currency}/{period}", block: "The budget and our share", kind: "money", min: 0, optional: true, since: "1.1", hint: "With us and with all others; blank while unknown" },
  { id: "walletTarget", name: "in_wallet_target", label: "Share of it that we ask for", unit: "% of the budget", block: "The budget and our share", kind: "percent", min: 0, max: 1, optional: true, since: "1.1" },
  { id: "benefit", name: "in_benefit", label: "Benefit the customer realises", unit: "{currency}/{period}", block: "The customer's side", kind: "money", min: 0 },
  { id: "worth", name: "in_worth", label: "What our commitments are worth to the customer", unit: "{currency}/{period}", block: "The customer's side", kind: "money", min: 0 },
  { id: "price", name: "in_price", label: "Price the customer pays", unit: "{currency}/{period}", block: "The customer's side", kind: "money", min: 0 },
  { id: "effort", name: "in_effort", label: "Effort of playing the role", unit: "{currency}/{period}", block: "The customer's side", kind: "money", min: 0 },
  { id: "effortRate", name: "in_effort_rate", label: "Cost of an hour to the customer", unit: "{currency}/hour", block: "The customer's side", kind: "money", min: 0, optional: true, since: "1.1", hint: "Prices the hours of the asks in place of the line above" },
  { id: "altBenefit", name: "in_alt_benefit", label: "Benefit with the alternative", unit: "{currency}/{period}", block: "The customer's best alternative", kind: "money", min: 0, optional: true, since: "1.1", hint: "Blank while you do not know" },
  { id: "altWorth", name: "in_alt_worth", label: "What their commitments are worth", unit: "{currency}/{period}", block: "The customer's best alternative", kind: "money", min: 0, optional: true, since: "1.1", hint: "0 if they promise nothing" },
  { id: "altPrice", name: "in_alt_price", label: "Price of the alternative", unit: "{currency}/{period}", block: "The customer's best alternative", kind: "money", min: 0, optional: true, since: "1.1" },
  { id: "altEffort", name: "in_alt_effort", label: "Effort with the alternative", unit: "{currency}/{period}", block: "The customer's best alternative", kind: "money", min: 0, optional: true, since: "1.1", hint: "With the cost of changing over" },
  { id: "checkRole", name: "in_check_role", label: "Is our customer's role well defined?", unit: "list", block: "What we ask ourselves", kind: "list", options: selfAnswers, optional: true, since: "1.1", hint: "yes, partly or no" },
  { id: "checkDeserve", name: "in_check_deserve", label: "Do we deserve our customers' loyalty?", unit: "list", block: "What we ask ourselves", kind: "list", options: selfAnswers, optional: true, since: "1.1", hint: "yes, partly or no" },
  { id: "checkDialogue", name: "in_check_dialogue", label: "Do we hold a true dialogue with them?", unit: "list", block: "What we ask ourselves", kind: "list", options: selfAnswers, optional: true, since: "1.1", hint: "yes, partly or no" },
  { id: "noneExperience", name: "in_none_experience", label: "Experience: none, because", unit: "text", block: "What we ask ourselves", kind: "text", longest: 255, optional: true, since: "1.1" },
  { id: "noneService", name: "in_none_service", label: "Service level: none, because", unit: "text", block: "What we ask ourselves", kind: "text", longest: 255, optional: true, since: "1.1" },
  { id: "noneListening", name: "in_none_listening", label: "Listening: none, because", unit: "text", block: "What we ask ourselves", kind: "text", longest: 255, optional: true, since: "1.1" },
  { id: "noneResponse", name: "in_none_response", label: "Response: none, because", unit: "text", block: "What we ask ourselves", kind: "text", longest: 255, optional: true, since: "1.1" },
  { id: "noneFixing", name: "in_none_fixing", label: "Fixing problems: none, because", unit: "text", block: "What we ask ourselves", kind: "text", longest: 255, optional: true, since: "1.1" },
  { id: "noneBest", name: "in_none_best", label: "Best customers: none, because", unit: "text", block: "What we ask ourselves", kind: "text", longest: 255, optional: true, since: "1.1" },
  { id: "noneFace", name: "in_none_face", label: "One face everywhere: none, because", unit: "text", block: "What we ask ourselves", kind: "text", longest: 255, optional: true, since: "1.1" },
  { id: "noneSurprises", name: "in_none_surprises", label: "Surprises: none, because", unit: "text", block: "What we ask ourselves", kind: "text", longest: 255, optional: true, since: "1.1" },
  { id: "fitInvest", name: "in_fit_invest", label: "Fit from which we invest", unit: "% of fit", block: "Decision lines", kind: "percent", min: 0, max: 1 },
  { id: "minCov", name: "in_min_cov", label: "Least coverage for a verdict", unit: "% of weight", block: "Decision lines", kind: "percent", min: 0, max: 1 },
  { id: "mustCap", name: "in_must_cap", label: "Fit left when a must is broken", unit: "% of fit", block: "Decision lines", kind: "percent", min: 0, max: 1 },
  { id: "deserveMin", name: "in_deserve_min", label: "Deserve needed before we judge", unit: "% kept", block: "Decision lines", kind: "percent", min: 0, max: 1 },
  { id: "naked", name: "in_naked", label: "Naked below", unit: "% earned", block: "Decision lines", kind: "percent", min: 0, max: 1 },
  { id: "loyal", name: "in_loyal", label: "Loyal from", unit: "% retention per {period}", block: "Decision lines", kind: "percent", min: 0, max: 1 },
  { id: "bestFit", name: "in_best_fit", label: "Best customers: fit at least", unit: "% of fit", block: "Decision lines", kind: "percent", min: 0, max: 1, optional: true, since: "1.1", hint: "Who gets what is for the best only" },
  { id: "bestValue", name: "in_best_value", label: "Best customers: net value at least", unit: "{currency}", block: "Decision lines", kind: "money", optional: true, since: "1.1", hint: "Blank: fit alone decides" },
  { id: "full", name: "in_full", label: "Link points that earn an ask fully", unit: "points", block: "Decision lines", kind: "count", min: 0.000001, max: 100 },
  { id: "blend", name: "in_blend", label: "Share of money in the weights", unit: "% money", block: "Decision lines", kind: "percent", min: 0, max: 1, hint: "The rest is judgement" },
  { id: "tol", name: "chk_tol", label: "Tolerance of checks", unit: "{currency}", block: "Tolerances", kind: "decimal", min: 1e-9, max: 1000 },
  { id: "tolQ", name: "chk_tol_q", label: "Growth factor counts as 1 within", unit: "factor", block: "Tolerances", kind: "decimal", min: 1e-12, max: 0.001 },
] as const satisfies readonly InputDefinition[];

export const inputs: readonly InputDefinition[] = definitions;
export type InputId = (typeof definitions)[number]["id"];

type ValueOf<D> = D extends { kind: "flag" } ? boolean
  : D extends { options: readonly (infer O)[] } ? O | (D extends { optional: true } ? null : never)
  : D extends { kind: "text" } ? string
  : D extends { optional: true } ? number | null : number;

/** The value of every input; a blank horizon (no end), unanswered guesses and questions are null. */
export type Inputs = { -readonly [D in (typeof definitions)[number] as D["id"]]: ValueOf<D> };
