import { questions } from "../../src/core/commitment/questions";
import { asks, families } from "../../src/core/role/asks";
import { issues } from "../../src/core/role/issues";
import { actual, agreement, askOf, asked, customerOf, customers, inputs, levelOf, result, totals, whale, without } from "./facts";
import { cents, money, number, percent, table, type HelpPage, type Section } from "./page";

const on = result.asks.filter((ask) => ask.on);
const label = (id: string) => agreement.asks.find((ask) => ask.id === id)!.label;
const byGap = [...on].sort((a, b) => b.gapStake - a.gapStake);
const [discount, pay, buy] = [askOf("A13"), askOf("A06"), askOf("A02")];
const inWords = <T>(all: readonly T[], say: (each: T) => string) => all.map(say).join("; ");
const listValue = ({ levels: { orders, orderValue } }: typeof asked) => orders * orderValue;
const both = (name: string, one: number, other: number) => [name, money(one), money(other)];

const year = table(["One year, in EUR", "As asked", "Fern Foods"], [
  both("List value of orders (no addend)", listValue(asked), listValue(actual)),
  both("Contribution after discount", asked.annual.contributionAfterDiscount, actual.annual.contributionAfterDiscount),
  both("Accessories", asked.annual.accessories, actual.annual.accessories),
  both("Upgrades", asked.annual.upgrades, actual.annual.upgrades),
  both("Insight", asked.annual.insight, actual.annual.insight),
  both("Cost to serve", asked.annual.costToServe, actual.annual.costToServe),
  both("Late payment", asked.annual.latePayment, actual.annual.latePayment),
  both("Putting mistakes right", asked.annual.recovery, actual.annual.recovery),
  both("Contacts beyond the standard", asked.annual.excessContacts, actual.annual.excessContacts),
  both("Claims without ground", asked.annual.abuse, actual.annual.abuse),
  both("Annual contribution", asked.annual.total, actual.annual.total),
], { total: true });

const value = table(["Present value over 7 years, in EUR", "As asked", "Fern Foods", "Without commitments"], [
  ["Contribution", ...[asked, actual, without].map(({ value: { contribution } }) => money(contribution))],
  ["Referrals", ...[asked, actual, without].map(({ value: { referrals } }) => money(referrals))],
  ["Commitments", ...[asked, actual, without].map(({ value: { commitments } }) => money(commitments))],
  ["Cost of winning", ...[asked, actual, without].map(({ value: { acquisition } }) => money(acquisition))],
  ["Net lifetime value", ...[asked, actual, without].map(({ value: { total } }) => money(total))],
], { total: true });

const stakes = table(["Ask", "Gap stake", "Swing stake", "Weight", "Met by Fern Foods"],
  byGap.map(({ id, gapStake, swingStake, weight, attainment }) =>
    [label(id), money(gapStake), money(swingStake), percent(weight), attainment === null ? "?" : percent(attainment, 0)]));

const given = table(["Commitment", "Level", "Costs a year", "Funded", "Kept"], agreement.commitments.filter((each) => each.on).map((each, i) => {
  const { annualCost, funded, keptAttainment } = result.commitments[i]!;
  return [each.label, `${number(each.committed, each.committed % 1 ? 1 : 0)} ${each.unit}`, money(annualCost), percent(funded, 0),
    keptAttainment === null ? "?" : percent(keptAttainment, 0)];
}), { words: [1] });

const earned = table(["Ask", "Weight", "Earned", ""],
  [...on].sort((a, b) => b.weight * (1 - b.cover) - a.weight * (1 - a.cover)).slice(0, 6)
    .map(({ id, weight, cover, status }) => [label(id), percent(weight), percent(cover, 0), status]), { words: [3] });

const verdicts = table(["Customer", "Profit a year", "Net now", "Potential", "Fit", "Verdict"],
  customers.map(({ name, profit, net, potential, fit, verdict }) => [name, money(profit), money(net), money(potential), percent(fit, 0), verdict]), { words: [5] });

const onTime = agreement.commitments[1]!;
const lossMaker = customerOf("Larch Discount");
const giveShare = -asked.value.commitments / (asked.value.contribution + asked.value.referrals);

const sections: readonly Section[] = [
  { id: "question", title: "1. The question", html: `
      <p>Ask a room of managers what the role of their customer is, and someone says: to buy our products. Then ask four things. How many? At what margin? For how long?
        What else do you want the customer to do? The silence that follows is the reason for this workbook.</p>
      <p>A company hires nobody without a job description, yet it spends more on winning a customer than on hiring a clerk, and writes nothing down. So anybody with money
        is a good customer, sales is paid for every signature, and service carries what follows.</p>
      <p>The method turns the question into an agreement with two sides: what we ask, what we give so as to deserve it, what both are worth, and what follows for
        each customer. It stays in an ordinary workbook, in formulas that anybody can follow.</p>
      <p>In the sample, four quick answers say ${money(result.firstGuess!)}: ${money(inputs.guessOrders!)} orders of ${money(inputs.guessValue!)}, at
        ${percent(inputs.guessMargin!, 0)}, for ${money(inputs.guessYears!)} years. With time, risk, behaviour and our own promises counted, the role is worth
        ${money(asked.value.total)}, and the customer who is there today ${money(actual.value.total)}.</p>
      <p class="aside">The idea that a customer has a role, its nine issues, the aspects and responsibilities behind the asks and the eight commitment questions come from
        two articles by Lior Arussy: “Defining the role of the customer” (23 March 2004) and “Shall We Dance?” (1 January 2007). Words, method and numbers here are our own.</p>` },
  { id: "role", title: "2. The role", html: `
      <p>First, nine issues say what kind of relationship is meant: ${inWords(issues, ({ label: name }) => name.toLowerCase())}. They are numbers, and some follow
        from others.</p>
      <p>Then come the asks, ${asks.length} in all, in four groups: ${inWords(families, (family) => `<b>${family}</b> (${asks.filter((ask) => ask.family === family).length})`)}.
        Nobody needs all of them. An ask is in use when someone will act on it.</p>
      <p>An ask is complete when it has a <b>unit</b>, a <b>target</b>, a <b>worst level</b> that earns nothing, a <b>source</b> and an <b>owner</b>. It may have a <b>must</b>,
        without which the customer fails the role, and a <b>condition</b>: “recommend us” counts only where we kept our word.</p>
      <p>Words such as “promptly” or “good” without a number beside them are found and named. “Payment within ${pay.asked} days of the due date” can be kept or broken;
        “timely payment” cannot.</p>
      <p>A customer who comes once is asked less: for a single transaction only purchase and payment count.</p>` },
  { id: "year", title: "3. One year of a customer", html: `
      <p>Behaviour becomes money line by line. Late payment costs what the money costs while it lies elsewhere; a mistake costs its repair, and more where it is not forgiven;
        contacts cost beyond the number that is normal; claims without ground cost what is paid out. Each line is a formula with labels that a controller can change.</p>${year}
      <p>Both customers buy for nearly the same list value. What makes them different is in the lines below it.</p>` },
  { id: "value", title: "4. What a customer is worth", html: `
      <p>Three flows run for as long as the relationship lasts: contribution, referrals, and what our commitments cost. Each is discounted, and each is multiplied by the
        chance that the customer is still there.</p>
      <p class="formula">first amount × first-margin factor × (1 + q + q² + …), with q = retention × (1 + growth) / (1 + discount rate)</p>${value}
      <p>The cost to deserve is inside. Of each euro that we ask, ${number(giveShare * 100, 1)} cents of present value go back as commitments.</p>
      <p>Which textbook formula this is, and what the others would say, stands in <a href="primer.html">Lifetime value for finance</a>. The sheet prints the convention, the
        horizon, and the share of value beyond it.</p>` },
  { id: "stakes", title: "5. What each ask is worth", html: `
      <p>Two questions sound alike and are not. <b>Where is most to gain with this customer?</b> Move one ask from target to today and see what is lost: the gap stake.
        <b>How much does this ask matter at all?</b> Move it from target to worst: the swing stake. Swing stakes become the weights, for they do not depend on who is looked at.</p>${stakes}
      <p>“${discount.label}” has ${number(discount.gapStake / pay.gapStake, 0)} times the gap of “${pay.label}”, about which most meetings are held. “${buy.label}” weighs most.</p>
      <p>Gaps do not add up. All of them are ${money(result.sumOfGapStakes)}, but from as asked to today only ${money(asked.value.total - actual.value.total)} are lost:
        ${money(Math.abs(result.interaction))} would be counted twice, for a customer who leaves early pays late for fewer years. The bridge on Summary shows it first.</p>` },
  { id: "fit", title: "6. How well a customer plays the role", html: `
      <p class="formula">attainment = (actual − worst) / (target − worst), not below 0, not above its cap</p>
      <p>No switch says whether more or less is better; the order of target and worst does. ${pay.actual} days late, of ${pay.asked} asked and ${pay.worst} at worst, is an
        attainment of ${number(pay.attainment!, 3)}.</p>
      <p><b>Fit</b> is the weighted attainment of all asks that are known. Fern Foods plays ${percent(result.fit.fit!)} of its role. What is not known is left out and said:
        <b>coverage</b> is the share of weight that is known, and low and high say what the fit would be if all the rest were at its worst, or at its target.</p>
      <p>Hazel Catering has a fit of ${percent(customerOf("Hazel Catering").fit)} on a coverage of ${percent(customerOf("Hazel Catering").coverage)}. That is no judgement; it is a
        reason to ask. Juniper Deli is profitable, pays ${levelOf("Juniper Deli", "A06")} days late, and breaks the must of ${pay.must}: its fit is 0, whatever else it does.</p>
      <p>An ask that is on hold, because we broke our own word, counts neither for nor against the customer.</p>` },
  { id: "commitments", title: "7. The moment of truth", html: `
      <p>To ask is easy. Eight questions turn it around: ${inWords(questions, ({ question }) => question.replace(/\?$/, "").replace(/^./, (first) => first.toLowerCase()))}?</p>${given}
      <p>Together they cost ${money(result.costToDeserve)} a year for each customer, of which ${money(result.budget)} are budgeted. Do they pay? Without them, retention would be
        ${percent(inputs.retWithout, 0)} instead of ${percent(asked.levels.retention, 0)} and the role worth ${money(without.value.total)}. They pay from a retention of
        ${percent(result.breakEvenRetention!)} on: they must keep ${number((result.breakEvenRetention! - inputs.retWithout) * 100, 1)} customers more of a hundred.
        One sentence, for those who approve the budget.</p>
      <p>A commitment beyond what was ever proven is marked: ${onTime.committed}% on time is promised, ${onTime.capability}% was shown. And surprises are budgeted but never
        printed, for a surprise that is announced is none.</p>` },
  { id: "reciprocity", title: "8. Do we deserve it?", html: `
      <p>Commitments are linked to the asks they earn: 9 strongly, 3 somewhat, 1 a little, as in quality function deployment. Only what is funded counts.</p>
      <p class="formula">cover = sum of (strength × funded share) / 9, at most 1; reciprocity = sum of (weight × cover)</p>
      <p>In the sample ${percent(result.reciprocity!)} of what we ask is earned. Most of what is not:</p>${earned}
      <p>An ask with less than ${percent(inputs.naked, 0)} cover is <b>naked</b>: we ask, and give nothing for it. There are three honest ways out: fund something, drop the ask,
        or accept it with a written reason. A commitment that earns nothing is a gift; that is allowed, and said.</p>
      <p><b>Deserve</b> looks at what was kept, not promised: ${percent(result.deserve!)}. Below ${percent(inputs.deserveMin, 0)} we have no ground to let anybody go.</p>` },
  { id: "charter", title: "9. Talk, then sign", html: `
      <p>A role that no customer has seen is a wish. Eight questions for a first talk, and a log: which clause, what level the customer names, in whose words, and how
        probable it is that it will be so. From ${money(result.sumOfGapStakes)} that stand open, ${money(result.expectedRoleValue)} may then be expected.</p>
      <p>The charter is one page. Each promise of ours faces the asks that it earns, our side first, and says “we count on you”, never “you must”. Each clause is proposed,
        accepted, accepted with a change or declined. The agreement index counts both sides half.</p>
      <p>What leaves the house is a workbook of its own, made from nothing: no money of ours, no verdict, no hidden sheet, no comment, no name. A scan looks for what should
        not be there, and refuses.</p>
      <p>Every change makes a row in a log with before, after, who, when and why, sealed on top of the row before. Published versions are kept whole; any two can be held
        against each other, with what each difference is worth.</p>` },
  { id: "decide", title: "10. Decide, customer by customer", html: `
      <p>In this order: too little known, so <b>find out</b>; worth something and fitting from ${percent(inputs.fitInvest, 0)} on, <b>invest</b>; worth something, <b>develop</b>; not, or a
        must broken, but it could be, <b>renegotiate</b>; neither, <b>let go</b>. A value on the line passes.</p>${verdicts}
      <p>${money(whale.peak.customers)} of ${totals.customers} customers earn ${percent(whale.peak.share!)} of the profit; the others give it back. Larch Discount stays, year after
        year, and loses ${money(-lossMaker.profit)} each: loyal is not the same as good. Together the customers are worth ${money(totals.equity)}, without the two to let go
        ${money(totals.equityWithoutLetGo)}, and ${money(totals.potential)} if all played the role.</p>
      <p>Letting go is a way of seven steps, not a label: avoidable cost first, our own word, the law, a ladder from explaining to helping them leave. Persons are proposed,
        never decided, by a number.</p>` },
  { id: "before", title: "11. Before the sale, and pay", html: `
      <p>The cheapest way to be rid of a wrong customer is not to win it. Six numbers of a quote give its lifetime value, the most that may be spent on winning it, and the
        contribution below which it loses. Leads go through the same screen.</p>
      <p>And nobody should be paid for losses. A bonus on the signature ignores what comes after. In the sample ${cents(totals.bonusOnLoss)} of ${money(totals.bonus)} in bonuses, or
        ${percent(totals.bonusOnLoss / totals.bonus)}, were paid on value that is not there. Beside it stands the other way: the same money in parts, each due when a
        milestone of the customer is reached.</p>
      <p>Marketing, sales and service get their part of the role: offers that fit what is asked, milestones that open when value was proven, words to say at each stage, and one
        owner for every touch point. Quarter by quarter, both sides are held against the charter, and each clause says what it moved.</p>` },
  { id: "trust", title: "12. Why the numbers can be trusted", html: `
      <ul>
        <li><b>One model, three times.</b> Sheets calculate with Excel’s own formulas, functions and panel with one kernel; tests hold them against each other, and an
          independent spreadsheet program calculates every template again.</li>
        <li><b>The workbook audits itself</b> against modelling rules of FAST, ICAEW and SMART, before it is handed over and whenever you wish; the result stands on About.</li>
        <li><b>Checks on the sheets</b> compare the schedule with the closed formula, the bridge with its ends, and the weights with 1. Row 3 of each sheet shows them.</li>
        <li><b>Nothing is hidden:</b> no hidden sheet, row or name, no macro, no link to another file, no number typed into a formula.</li>
      </ul>
      <h3>What it does not do</h3>
      <p>Retention is the same in every period, unless a model of your own orders says otherwise. Customers do not act on each other. Probabilities of cooperation are judgements.
        A stake says what an ask is worth if the rest stays as asked, and is no promise. A verdict is a proposal, and where the law protects a customer, the law decides.</p>
      <p class="source"><b>Sources.</b> L. Arussy, as on the first page. Lifetime value: P. Fader and B. Hardie on textbook formulas, and the purchase models that bear their
        names on the help page of the functions. Swing weights: decision analysis. The relationship matrix: quality function deployment.</p>` },
];

/** The method on twelve sheets of paper: each idea with its numbers from the sample. */
export const method: HelpPage = {
  id: "method", title: "The method", paged: true, sections,
  lead: "Twelve pages, one idea each, with the numbers of the sample. Print them: every idea begins a page.",
};
