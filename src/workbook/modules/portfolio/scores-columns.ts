import type { Ask } from "../../../core/agreement";
import { askById } from "../../../core/role/asks";
import { levelFormat } from "../../sheets/inputs";
import { calc, link, note } from "../../spec";
import type { FormatName } from "../../workbook-plan";
import { capped, each, factor, flag, money, numeric, share, sums, words, type Column } from "./fit-columns";

/** What stands in the same row of Customers. */
const given = (column: string) => `[customers/customers.${column}@]`;
const orElse = (column: string, otherwise: string) => `IF(COUNT(${given(column)}) = 0, ${otherwise}, ${given(column)})`;
const fetched = (key: string, title: string, formula: string, format: FormatName): Column => numeric(key, title, link(formula, format));

/** What a reader came for stands first; what it follows from stands to the right. */
export const nativeColumns = (asks: readonly Ask[]): Column[] => [
  ...results, ...observations(asks), ...sums(asks), ...flows, ...lifetimes("", "now"), ...lifetimes("pot", "potential"), ...judgement,
  ...each(asks),
];

const results: readonly Column[] = [
  { key: "id", head: "Id", width: 9, cell: () => ({ ...link(`${given("id")} & ""`, "general"), align: "left" }) },
  words("name", "Customer", link(`IF(${given("name")} = "", ${given("id")}, ${given("name")}) & ""`, "general"), 48),
  { key: "unit", head: "Unit", width: 14, cell: () => note("as headed") },
  { key: "source", head: "Source", width: 15, cell: () => note("Customers") },
  words("decision", "Decision", calc("IF([@standing] = 1, [@override], [@verdict])", "general"), 14),
  words("verdict", "Verdict", calc("INDEX([lists/lst_verdict.B], MATCH(1, [@find:letGo], 0))", "general"), 14),
  share("fit", "Fit", 'IF([@known] = 0, "", MIN([@ceiling], [@raw]))'),
  share("low", "Fit at least", capped("[@points] / [@applicable]")),
  share("high", "Fit at most", capped("([@points] + [@open]) / [@applicable]")),
  share("coverage", "Coverage", "IF([@applicable] = 0, 0, [@known] / [@applicable])"),
  flag("broken", "Musts broken", "SUMPRODUCT([@appliesFirst:appliesLast], [@mustFirst:mustLast])"),
  money("profit", "Profit a period", 'IF([@hasMargin] = 0, "", [@contribution] - [@deserve])'),
  money("net", "Net value now", 'IF([@valued] = 0, "", [@first] * [@flows])'),
  money("potential", "Potential value", 'IF([@potValued] = 0, "", [@potFirst] * [@potFlows])'),
  money("upside", "Upside", 'IF([@valued] * [@potValued] = 0, "", [@potential] - [@net])'),
  flag("loyalLossMaker", "Loyal loss-maker", "(N([@profit]) < 0) * ([@retention] >= [$loyal])"),
  fetched("bonus", "Bonus", `N(${given("bonus")})`, "money"),
  money("bonusOnLoss", "Bonus on loss", 'IF([@valued] = 0, "", MAX(0, MIN([@bonus], [@bonus] - [@net])))'),
  flag("rank", "Rank by profit", "IF([@hasMargin] = 1, RANK([@profit], [scores.profit], 0) + COUNTIF([scores.profit:@], [@profit]) - 1, [@behind])"),
];

/** What Customers says of each ask. */
const observations = (asks: readonly Ask[]): Column[] => [
  words("mode", "Mode", link(`IF(${given("mode")} = "", [$mode], ${given("mode")})`, "general"), 8),
  ...asks.map(({ id }): Column =>
    numeric(id, `${id} observed`, link(`IF(${given(id)} = "", "", ${given(id)})`, levelFormat[askById.get(id)!.kind]))),
];

/** What the customer brings and costs in a period, now and if the role is played; blanks mean what Customers says they mean. */
const flows: readonly Column[] = [
  fetched("hasMargin", "Margin known", `COUNT(${given("contribution")})`, "flag"),
  fetched("hasRetention", "Retention known", `COUNT(${given("retention")})`, "flag"),
  fetched("contribution", "Contribution", `N(${given("contribution")})`, "money"),
  fetched("referralValue", "Referrals in money", `N(${given("referrals")}) * [$oneReferral]`, "money"),
  fetched("deserve", "Cost to deserve", orElse("deserveCost", "[$deserve]"), "money"),
  fetched("retention", "Retention", `N(${given("retention")})`, "percent"),
  fetched("growth", "Growth", `N(${given("growth")})`, "percent"),
  fetched("potContribution", "Potential contribution", orElse("potContribution", "[@contribution]"), "money"),
  numeric("potReferralValue", "Potential referrals in money", link(`IF(COUNT(${given("potReferrals")}) = 0, [@referralValue], `
    + `${given("potReferrals")} * [$oneReferral])`, "money")),
  money("potDeserve", "Potential cost to deserve", "[@deserve]"),
  fetched("potRetention", "Potential retention", orElse("potRetention", "[@retention]"), "percent"),
  fetched("potGrowth", "Potential growth", orElse("potGrowth", "[@growth]"), "percent"),
];

const annuity = (q: string) =>
  `IF(ABS([@${q}] - 1) < [$tolQ], [$periods], (1 - (1 - [$unlimited]) * [@${q}] ^ [$horizon]) / (1 - [@${q}]))`;

/** The closed form of Stakes for one customer: `pot` or nothing before the names of its columns. */
function lifetimes(prefix: "" | "pot", when: string): Column[] {
  const named = (name: string) => (prefix === "" ? name : prefix + name[0]!.toUpperCase() + name.slice(1));
  const [contribution, referralValue, deserve, retention, growth] =
    ["contribution", "referralValue", "deserve", "retention", "growth"].map(named);
  const [qC, qR, qD, sC, sR, sD, endless, valued, first, sum] =
    ["qContribution", "qReferrals", "qDeserve", "sContribution", "sReferrals", "sDeserve", "endless", "valued", "first", "flows"]
      .map(named);
  return [
    factor(qC!, `q of contribution, ${when}`, `[@${retention}] * (1 + [@${growth}]) / (1 + [$rate])`),
    factor(qR!, `q of referrals, ${when}`, `[@${retention}] / (1 + [$rate])`),
    factor(qD!, `q of commitments, ${when}`, `[@${retention}] * (1 + [$costGrowth]) / (1 + [$rate])`),
    factor(sC!, `Annuity of contribution, ${when}`, annuity(qC!)),
    factor(sR!, `Annuity of referrals, ${when}`, annuity(qR!)),
    factor(sD!, `Annuity of commitments, ${when}`, annuity(qD!)),
    flag(endless!, `Grows without end, ${when}`,
      `[$unlimited] * (SUMPRODUCT(([@${qC}:${qD}] >= 1) * ([@${contribution}:${deserve}] <> 0)) > 0)`),
    flag(valued!, `Has a value, ${when}`, `[@hasMargin] * [@hasRetention] * ([@${retention}] >= 0) * ([@${retention}] <= 1) `
      + `* ([@${growth}] >= -1) * (1 - [@${endless}])`),
    factor(first!, `First-payment factor, ${when}`, `(1 - [$atRisk] * (1 - [@${retention}])) * (1 + [$rate]) ^ -(1 - [$type])`),
    money(sum!, `Flows before timing, ${when}`,
      `[@${contribution}] * [@${sC}] + [@${referralValue}] * [@${sR}] - [@${deserve}] * [@${sD}]`),
  ];
}

/** The verdicts in the order of the rule: the first that holds is it. */
const judgement: readonly Column[] = [
  flag("find", "Find out", "(([@coverage] < [$minCov]) + (1 - [@valued]) > 0) * 1"),
  flag("invest", "Invest", "(1 - [@find]) * (N([@net]) >= 0) * ([@broken] = 0) * (N([@fit]) >= [$fitInvest])"),
  flag("develop", "Develop", "(1 - [@find]) * (N([@net]) >= 0) * ([@broken] = 0) * (1 - [@invest])"),
  flag("renegotiate", "Renegotiate", "(1 - [@find]) * (1 - [@invest]) * (1 - [@develop]) * (MAX([@net], [@potential]) >= 0)"),
  flag("letGo", "Let go", "1 - SUM([@find:renegotiate])"),
  words("override", "Override", link(`${given("override")} & ""`, "general"), 14),
  fetched("complete", "Override with reason, owner and end",
    `(COUNTBLANK(${given("override")}) + COUNTBLANK(${given("reason")}) + COUNTBLANK(${given("overrideOwner")}) = 0) `
    + `* COUNT(${given("until")})`, "flag"),
  fetched("standing", "Override stands", `[@complete] * (N(${given("until")}) >= [$asOf])`, "flag"),
  money("price", "Price of the override a period", '([@override] <> "") * -1 * N([@profit])'),
  factor("fitShown", "Fit, for the chart", "N([@fit])"),
  money("netShown", "Net value, for the chart", "N([@net])"),
  fetched("tenure", "Years with the same owner",
    `IF(COUNT(${given("ownerSince")}) = 0, "", ([$asOf] - ${given("ownerSince")}) / [$days])`, "decimal"),
  fetched("agreedFirst", "Agreed before the first order",
    `COUNT(${given("agreedOn")}) * (N(${given("agreedOn")}) <= N(${given("firstOrder")}))`, "flag"),
  flag("behind", "Rank without a profit", "COUNT([scores.profit]) + ROWS([scores.profit:@]) - COUNT([scores.profit:@])"),
  flag("best", "Among the best",
    "[$bestAsked] * (N([@fit]) >= [$bestFit]) * ([@valued] * (N([@net]) >= [$bestValue]) + (1 - [$bestValued]) > 0)"),
  flag("keeps", "Retention from 0 to 100%", "[@hasRetention] * ([@retention] >= 0) * ([@retention] <= 1)"),
];
