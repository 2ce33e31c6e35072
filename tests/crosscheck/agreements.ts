import type { Agreement } from "../../src/core/agreement";
import { commitmentColumns, type FieldValue } from "../../src/core/fields";
import { sample, templates } from "../../src/core/templates";
import { modules } from "../../src/workbook/modules";
import { filledByExample, type Filled } from "../../src/workbook/modules/module";
import { edited } from "../workbook/legal-edits";

/** An agreement, with the sheets that were added to its workbook. */
export interface Checked { readonly name: string; readonly agreement: Agreement; readonly filled?: readonly Filled[] }

/** The sample with some fields entered differently. */
const variant = (name: string, fields: Readonly<Record<string, FieldValue>>): Checked =>
  ({ name, agreement: edited(sample.agreement, Object.entries(fields).map(([id, value]) => ({ id, value }))) });

const { agreement } = sample;
const everyAsk = (key: string, value: FieldValue) => Object.fromEntries(agreement.asks.map(({ id }) => [`asks.${id}.${key}`, value]));
const everyCommitment = (key: string, value: FieldValue) => Object.fromEntries(agreement.commitments.map(({ id }) => [`commitments.${id}.${key}`, value]));

/** The same with all sheets that can be added, filled with the worked example. */
const whole = ({ name, agreement: its }: Checked): Checked =>
  ({ name: `all sheets: ${name}`, agreement: its, filled: filledByExample(modules, its) });

/** Every template, and the sample at the corners of what a person may enter. */
export const checked: readonly Checked[] = [
  ...templates.map(({ id, agreement: its }) => ({ name: id, agreement: its })),
  whole({ name: "the sample", agreement }),
  whole(variant("no end, first period at risk, existing customer", { in_periods: null, in_at_risk: true, in_existing: "existing", in_type: 0.5 })),
  whole(variant("single sale, a must cap, an ask on hold", {
    in_mode: "T", in_must_cap: 0.3, "asks.A07.condition": "K5", "asks.A07.conditionLevel": 0.9, "commitments.K5.kept": 60,
  })),
  variant("no end", { in_periods: null }),
  variant("middle of the period, first period at risk", { in_type: 0.5, in_at_risk: true }),
  variant("15 periods, beginning, first period at risk", { in_periods: 15, in_type: 1, in_at_risk: true }),
  variant("one period", { in_periods: 1 }),
  variant("retention told as churn", { in_ret_basis: "churn", in_ret_value: 0.1 }),
  variant("retention told as life", { in_ret_basis: "life", in_ret_value: 10 }),
  variant("existing customer", { in_existing: "existing", in_ac: 0 }),
  variant("single sale", { in_mode: "T" }),
  variant("rate of -10 %, growth factor 1", { in_rate: -0.1, in_growth: 0 }),
  variant("no end, nobody stays", { in_periods: null, in_ret_value: 0, in_ret_without: 0, "drivers.retention.actual": 0, "drivers.retention.worst": 0 }),
  variant("no end, growth without end", { in_periods: null, in_growth: 0.3 }),
  variant("margin is lost at once", { in_growth: -1, "drivers.growth.actual": -1, "drivers.growth.worst": -1, in_cost_growth: -1 }),
  variant("one ask not in use", { "asks.A02.on": false }),
  variant("one commitment not in use", { "commitments.K2.on": false }),
  variant("nothing asked", everyAsk("on", false)),
  variant("everything asked, two asks to a driver", {
    ...everyAsk("on", true), ...everyAsk("share", 0.5), "measures.A01.asked": 0.8, "measures.A01.actual": 0.5, "measures.A03.asked": 1, "measures.A03.worst": 0.2,
  }),
  variant("nothing given", everyCommitment("on", false)),
  variant("weights half by judgement", { in_blend: 0.5, "asks.A02.judgement": 8, "asks.A13.judgement": 0 }),
  variant("a broken must and an ask on hold", {
    in_must_cap: 0.3, "asks.A06.must": 10, "asks.A07.condition": "K5", "asks.A07.conditionLevel": 0.9, "commitments.K5.kept": 60,
  }),
  variant("levels never measured", { "drivers.retention.actual": 0.9, ...everyCommitment("kept", null), ...everyCommitment("capability", null) }),
  variant("margin from a list that is taken up otherwise, an hour priced, nothing known of the budget", {
    in_acc_from: "the list", "crossSell.X3.product": "", "crossSell.X3.takeUp": null, "crossSell.X3.value": null, "crossSell.X3.margin": null,
    "crossSell.X10.product": "Pallets", "crossSell.X10.value": 900, in_effort_rate: 40, in_wallet: null, in_wallet_target: null, in_insight_kind: null,
  }),
  variant("margin from an empty list, a month, an hour that costs nothing, a budget of 0", {
    in_acc_from: "the list", in_period: "month", in_effort_rate: 0, in_wallet: 0,
    ...Object.fromEntries(["X1", "X2", "X3"].flatMap((id) => [[`crossSell.${id}.product`, ""], ...["takeUp", "value", "margin"].map((key) => [`crossSell.${id}.${key}`, null])])),
  }),
  variant("better than asked", { "drivers.orders.actual": 20, "drivers.daysLate.actual": -10, "drivers.retention.actual": 0.97 }),
  variant("a cost above every budget", { ...everyCommitment("unitCost", 5000), ...everyCommitment("budget", 100) }),
  variant("a charter dated, signed and answered", {
    "charter.ours.signedOn": "2026-11-30", "charter.theirs.signedOn": "2026-12-01", "clauses.A02.status": "accepted", "clauses.K2.status": "accepted with change",
    "clauses.A13.status": "declined", "commitments.K3.show": false, "asks.A10.owner": "", "commitments.K5.wording": "",
  }),
  { name: "a single commitment", agreement: { ...agreement, commitments: agreement.commitments.slice(1, 2), links: { A02: { K2: 9 } } } },
  variant("a ninth commitment, on a free line", Object.fromEntries([
    ...commitmentColumns.map(({ key }) => [`commitments.K9.${key}`, agreement.commitments[0]![key] as FieldValue]), ["links.A06.K9", 9],
  ])),
  { name: "thirteen commitments", agreement: { ...agreement, commitments: [...agreement.commitments, { ...agreement.commitments[0]!, id: "K13" }] } },
  variant("answers that do not say all, a goal on nothing, a naked ask not decided on", {
    "commitments.K2.window": "", "commitments.K5.authority": null, "commitments.K7.spreadNow": 1.2, "commitments.K6.eligible": 1, "commitments.K3.replyDays": null,
    "commitments.K4.channel": "", in_best_fit: null, in_best_value: null, "goals.G3.asks": "A08", "goals.G2.label": "", "asks.A06.accepted": "The contract says so",
  }),
];
