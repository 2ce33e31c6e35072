import type { Agreement } from "../agreement";
import { assess } from "../assessment";
import { costToDeserve } from "../commitment/cost";
import type { AskId } from "../role/asks";
import type { Actual } from "../role/attainment";
import { score } from "../role/fit";
import { customerAt, type Customers } from "./customers";
import { judgeLead, type LeadVerdict } from "./good-business";
import { countsIn, scalesOf } from "./scales";

/** Somebody who may become a customer: what is expected of them in money, and what is known of how they would play the role. */
export interface LeadRow {
  readonly id: string;
  readonly name: string;
  readonly source: string;
  readonly mode: "R" | "T" | "";
  /** Contribution of the first period, and the chance to keep them for another; NaN while unknown. */
  readonly margin: number;
  readonly retention: number;
  /** What the commitments would cost and what winning costs; null = as in the agreement. */
  readonly deserveCost: number | null;
  readonly acquisitionCost: number | null;
  readonly levels: Readonly<Partial<Record<AskId, Actual>>>;
}

/** A lead after the screen. */
export interface ScreenedLead {
  readonly id: string;
  readonly name: string;
  readonly fit: number | null;
  readonly coverage: number;
  readonly verdict: LeadVerdict;
  /** NaN where `problem` says why. */
  readonly netValue: number;
  /** The most to spend on winning this one. */
  readonly maximumAcquisition: number;
  readonly acquisitionCost: number;
  /** Why there is no value, and what to do about it; null when there is one. */
  readonly problem: string | null;
}

/** What a screen adds up to. */
export interface Screen {
  readonly leads: readonly ScreenedLead[];
  readonly counts: Readonly<Record<LeadVerdict, number>>;
  /** Share of leads dropped; a screen that drops nobody screens nothing. */
  readonly rejected: number;
  /** Acquisition cost not spent on those dropped. */
  readonly saved: number;
  /** Net value of those pursued. */
  readonly pursued: number;
}

/** Leads from an imported table: it is read like customers, and their contribution is what is expected of them. */
export const leadsFrom = (customers: Customers, source: string): LeadRow[] => customers.texts.id.map((id, row): LeadRow => {
  const { name, source: own, mode, contribution, retention, deserveCost, acquisitionCost, levels } = customerAt(customers, row);
  return {
    id, name: name || id, source: own || source, mode: mode === "R" || mode === "T" ? mode : "",
    margin: contribution ?? NaN, retention: retention ?? NaN,
    deserveCost: deserveCost ?? null, acquisitionCost: acquisitionCost ?? null, levels,
  };
});

/** Why a lead has no value, in a sentence that says what to ask for; null when it has one. */
function noValueOf({ margin, retention }: LeadRow, { rate, periods }: Agreement["inputs"]): string | null {
  if (Number.isNaN(margin)) return "The contribution is unknown. Ask what they would bring in the first period.";
  if (Number.isNaN(retention)) return "The retention is unknown. Ask how likely they are to stay.";
  if (retention < 0 || retention > 1) return "The retention lies outside 0 to 100%.";
  if (periods === null && retention / (1 + rate) >= 1) return "At this retention and without an end the value has no finite number.";
  return null;
}

export const leadVerdicts: readonly LeadVerdict[] = ["Find out", "Pursue", "Renegotiate", "Drop"];

/** Screens leads against the role before money is spent on winning them; one without a value is to be found out about. */
export function screenLeads(agreement: Agreement, leads: readonly LeadRow[]): Screen {
  const { inputs } = agreement;
  const scales = scalesOf(agreement, assess(agreement));
  const deserve = costToDeserve(agreement);
  const screened = leads.map((lead): ScreenedLead => {
    const actuals = scales.map((scale) => (countsIn(scale, lead.mode || inputs.mode) ? lead.levels[scale.ask.id] ?? null : "n/a"));
    const { fit, coverage } = score(actuals, scales, inputs.mustCap);
    const acquisitionCost = lead.acquisitionCost ?? inputs.ac;
    const problem = noValueOf(lead, inputs);
    const answer = problem === null ? judgeLead({
      rate: inputs.rate, periods: inputs.periods ?? undefined, retention: lead.retention, margin: lead.margin,
      deserveCost: lead.deserveCost ?? deserve, acquisitionCost, fit: fit ?? 0, coverage,
    }, { fitThreshold: inputs.fitInvest, minCoverage: inputs.minCov }) : unjudged;
    return { id: lead.id, name: lead.name, fit, coverage, acquisitionCost, problem, ...answer };
  });
  return { leads: screened, ...sumUp(screened) };
}

const unjudged = { verdict: "Find out", netValue: NaN, maximumAcquisition: NaN } as const;

function sumUp(leads: readonly ScreenedLead[]): Omit<Screen, "leads"> {
  const of = (word: LeadVerdict) => leads.filter(({ verdict }) => verdict === word);
  const sum = (rows: readonly ScreenedLead[], key: "netValue" | "acquisitionCost") => rows.reduce((total, row) => total + row[key], 0);
  return {
    counts: Object.fromEntries(leadVerdicts.map((word) => [word, of(word).length])) as Record<LeadVerdict, number>,
    rejected: leads.length === 0 ? 0 : of("Drop").length / leads.length,
    saved: sum(of("Drop"), "acquisitionCost"), pursued: sum(of("Pursue"), "netValue"),
  };
}

/**
 * How well a screen saw: the share of leads kept that came to fit, once that is known.
 * @param laterFit fit by lead id, for those who became customers
 * @returns null while nothing is known of any lead kept
 */
export function precisionOf({ leads }: Screen, laterFit: Readonly<Record<string, number>>, fitThreshold: number): number | null {
  const kept = leads.filter(({ id, verdict }) => (verdict === "Pursue" || verdict === "Renegotiate") && laterFit[id] !== undefined);
  if (kept.length === 0) return null;
  return kept.filter(({ id }) => laterFit[id]! >= fitThreshold).length / kept.length;
}
