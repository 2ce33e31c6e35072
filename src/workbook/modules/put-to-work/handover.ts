import { calc, line, link, total, type BlockSpec, type RowSpec } from "../../spec";
import type { FormatName } from "../../workbook-plan";

const fetched = (id: string, label: string, unit: string, source: string, formula: string, format: FormatName): RowSpec =>
  line(id, { label, unit, source }, { E: link(formula, format) });
const followed = (id: string, label: string, unit: string, formula: string, format: FormatName): RowSpec =>
  line(id, { label, unit, source: "Lines above" }, { E: calc(formula, format) });

/** As on Stakes: how often the first margin comes, and what one of it is worth today. */
const annuity = (q: string) =>
  `IF(ABS([$${q}] - 1) < [$tolQ], [$years], (1 - (1 - [$noEnd]) * [$${q}] ^ ([$years] + [$noEnd])) / (1 - [$${q}]))`;
const firstMargin = (retention: string) => `(1 - [$atRisk] * (1 - [$${retention}])) * (1 + [$rate]) ^ -(1 - [$type])`;

/** One owner for the long haul: what is lost because fewer stay when the owner changes after the sale. */
export const handover: BlockSpec = {
  id: "handover",
  bands: [{ title: "Sales: what handing a customer over after the sale costs", tone: "give", from: "A" }],
  rows: [
    fetched("margin", "Contribution less commitments", "{currency}/{period}", "Stakes",
      "[stakes/out_contribution_role] - [commitments/out_deserve_cost]", "money"),
    fetched("stays", "Retention with one owner", "% per {period}", "Inputs", "[inputs/in_retention]", "percent"),
    fetched("lostPoints", "Retention lost when a customer is handed over", "points per {period}", "Inputs", "N([inputs/in_handover_loss])", "percent"),
    fetched("isKnown", "It is known", "flag", "Inputs", "COUNT([inputs/in_handover_loss])", "flag"),
    followed("after", "Retention after a handover", "% per {period}", "MAX(0, [$stays] - [$lostPoints])", "percent"),
    fetched("years", "Over, 0 = no end", "{period}s", "Inputs", "N([inputs/in_periods])", "money"),
    fetched("noEnd", "No end", "flag", "Inputs", "(COUNT([inputs/in_periods]) = 0) * 1", "flag"),
    fetched("type", "Timing", "0 end to 1 begin", "Inputs", "[inputs/in_type]", "decimal"),
    fetched("atRisk", "First period at risk", "flag", "Inputs", "[inputs/in_at_risk] * 1", "flag"),
    fetched("tolQ", "Growth factor counts as 1 within", "factor", "Inputs", "[inputs/chk_tol_q]", "level"),
    followed("qStays", "Growth factor q with one owner", "factor", "[$stays] * (1 + [$growth]) / (1 + [$rate])", "factor"),
    followed("qAfter", "Growth factor q after a handover", "factor", "[$after] * (1 + [$growth]) / (1 + [$rate])", "factor"),
    followed("sStays", "Annuity with one owner", "factor", annuity("qStays"), "factor"),
    followed("sAfter", "Annuity after a handover", "factor", annuity("qAfter"), "factor"),
    followed("worthStays", "Value with one owner", "{currency}", `[$margin] * [$sStays] * ${firstMargin("stays")}`, "money"),
    followed("worthAfter", "Value after a handover", "{currency}", `[$margin] * [$sAfter] * ${firstMargin("after")}`, "money"),
    followed("hasEnd", "The value has an end", "flag", "1 - [$noEnd] * ([$qStays] >= 1) * ([$margin] <> 0)", "flag"),
    line("lost", { label: "What the handover costs", unit: "{currency}", source: "Lines above" },
      { E: total('IF([$isKnown] * [$hasEnd] = 0, "", [$worthStays] - [$worthAfter])', "money", { name: "out_handover" }) }),
  ],
};
