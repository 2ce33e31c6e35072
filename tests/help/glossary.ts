import { clausesOf } from "../../src/core/charter/clauses";
import { drivers, groups } from "../../src/core/value/drivers";
import { actual, agreement, askOf, asked, commitmentOf, customerOf, levelOf, result } from "./facts";
import { money, number, percent, type HelpPage } from "./page";

/** One word, what it means, and what it is in the worked example. */
type Term = readonly [word: string, meaning: string, inTheSample: string];

const clauses = clausesOf(agreement);
const asksOn = agreement.asks.filter(({ on }) => on).length;
const commitmentsOn = agreement.commitments.filter(({ on }) => on).length;
const recommend = askOf("A07");
const pay = askOf("A06");
const buy = askOf("A02");
const fix = commitmentOf("K5");

const terms: readonly Term[] = [
  ["Agreement", "Role, commitments, links and numbers together: all that a person enters. Everything else is worked out from it.",
    `${asksOn} asks, ${commitmentsOn} commitments and the links between them.`],
  ["Ask", "One thing we ask of the customer, with a unit, a target, a worst level, a source and an owner.",
    `“${pay.label}”: ${pay.asked} days late at most.`],
  ["Attainment", "How far an actual level has come from worst (0) to target (1). It does not go below 0 nor above its cap.",
    `Fern Foods pays ${pay.actual} days late: ${number(pay.attainment!, 3)} of the way from ${pay.worst} to ${pay.asked}.`],
  ["Charter", "The page that both sides sign. It shows levels and wordings, and none of our money.", `${clauses.length - asksOn} promises of ours face ${asksOn} asks.`],
  ["Clause", "One line of the charter: an ask in use, or a commitment that the customer sees. It is proposed, accepted, accepted with change or declined.",
    "“Payment within 5 days of the due date” is accepted with a change."],
  ["Commitment", "One thing we promise in return, with a level, a worst level, a cost, a budget and an owner.",
    `“${fix.label}” costs ${money(fix.annualCost)} a year.`],
  ["Condition", "An ask may count only if we kept a certain commitment. If we did not, the ask is on hold: neither met nor failed.",
    `“${recommend.label}” counts only if deliveries were kept to at least ${percent(recommend.conditionLevel!, 0)}.`],
  ["Cost to deserve", "What all commitments cost in one period, budgeted or not.", `${money(result.costToDeserve)} a year for a customer.`],
  ["Cover", "How far funded commitments earn one ask: the sum of link strength times funded share, against 9.",
    `“${buy.label}” has a cover of ${percent(buy.cover, 0)}, “${pay.label}” of ${percent(pay.cover, 0)}.`],
  ["Coverage", "The share of the weight about which something is known. A fit on little coverage says little.",
    `Hazel Catering: ${percent(customerOf("Hazel Catering").coverage)}, so “find out” comes before any verdict.`],
  ["Deserve", "How well we keep our commitments, each weighted by the asks that lean on it.", `${percent(result.deserve!)}.`],
  ["Driver", "A quantity that moves the money, such as orders, discount or retention. An ask is worth what its driver is worth.", `${drivers.length} drivers in ${groups.length} groups.`],
  ["Fit", "The weighted attainment of all asks that are known and apply; 0 when a must is broken.", `Fern Foods: ${percent(result.fit.fit!)}.`],
  ["Forward value", "Net lifetime value without the cost of winning: that money is spent, so it decides nothing about a customer one has.",
    `Fern Foods: ${money(actual.value.forward)}, against ${money(actual.value.total)} with it.`],
  ["Must", "The level without which the customer fails the role, whatever else it does.",
    `At most ${pay.must} days late. Juniper Deli pays ${levelOf("Juniper Deli", "A06")} days late: its fit is ${percent(customerOf("Juniper Deli").fit, 0)}.`],
  ["Naked", "An ask with next to nothing funded behind it. Fund something, drop the ask, or accept it openly.",
    `“${pay.label}”: the commitment that should earn it, correct invoices, has no budget.`],
  ["Net lifetime value", "Present value of contribution and of referrals, less the commitments and the cost of winning the customer.",
    `${money(asked.value.total)} as asked, ${money(actual.value.total)} as Fern Foods is.`],
  ["Override", "A verdict that a person has set aside, with a reason, an owner and an end. Its price per year stays in sight.",
    "Kestrel Retail is renegotiated instead of let go, until the depot moves."],
  ["Reciprocity", "The share of all weight that is earned: how much of what we ask has something funded behind it.", `${percent(result.reciprocity!)}.`],
  ["Role", "What we ask of the right customer, as a whole; if the customer were an employee, the job description.", "The role of a regional food producer."],
  ["Stake", "The net lifetime value that hangs on one ask. The gap stake counts from target to today, the swing stake from target to worst.",
    `“${pay.label}”: ${money(pay.gapStake)} to gain, ${money(pay.swingStake)} at stake in all.`],
  ["Target and worst", "The level that earns an ask fully, and the level that earns nothing. Their order says whether more or less is better.",
    `Days late: target ${pay.asked}, worst ${pay.worst}, so less is better.`],
  ["Verdict", "Invest, develop, renegotiate, find out or let go: what the numbers propose. A person decides.", `Fern Foods: ${customerOf("Fern Foods").verdict.toLowerCase()}.`],
  ["Weight", "An ask’s share of all swing stakes: money says how much it matters.", `“${buy.label}” weighs ${percent(buy.weight)}, “${pay.label}” ${percent(pay.weight)}.`],
];

const letters = [...new Set(terms.map(([word]) => word[0]!))];

/** The words of the product, one for each thing. */
export const glossary: HelpPage = {
  id: "glossary", title: "Glossary",
  lead: `${terms.length} words, one for each thing, in panel, sheets and functions alike. In green: what it is in the sample.`,
  sections: groupsOf(["A–C", "A", "C"], ["D–N", "D", "N"], ["O–Z", "O", "Z"]),
};

function groupsOf(...ranges: readonly (readonly [title: string, from: string, to: string])[]) {
  return ranges.map(([title, from, to]) => ({
    id: from.toLowerCase(), title, html: `
      <dl>${letters.filter((letter) => letter >= from && letter <= to)
        .flatMap((letter) => terms.filter(([word]) => word.startsWith(letter)))
        .map(([word, meaning, inTheSample]) => `
        <dt id="${word.toLowerCase().replaceAll(" ", "-")}">${word}</dt>
        <dd>${meaning}</dd>
        <dd class="so">${inTheSample}</dd>`).join("")}
      </dl>`,
  }));
}
