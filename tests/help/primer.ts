import { convertRate, convertRetention } from "../../src/core/value/conversion";
import { expectedLife, schedule } from "../../src/core/value/ltv";
import { actual, inputs, small, smallValue } from "./facts";
import { cents, money, number, percent, table, type HelpPage } from "./page";

const whole = smallValue();
const five = smallValue({ periods: 5 });
const monthlyRate = convertRate(small.rate, { toPerYear: 12 });
const monthlyRetention = convertRetention(small.retention, "retention", { toPerYear: 12 });
const monthly = smallValue({ rate: monthlyRate, retention: monthlyRetention, margin: small.margin / 12 });
const growing = { periods: 5, growth: 0.03, acquisitionCost: 500 } as const;
const proof = schedule({ ...small, ...growing });

const formulas = table(["First margin", "Formula", "Worth"], [
  ["At the end of the period, certain", "m / (1 + d − r)", cents(whole)],
  ["In the middle of the period, certain", "m (1 + d)<sup>½</sup> / (1 + d − r)", cents(smallValue({ type: 0.5 }))],
  ["At the beginning of the period, certain", "m (1 + d) / (1 + d − r)", cents(smallValue({ type: 1 }))],
  ["At the end, if the customer renews", "m r / (1 + d − r)", cents(smallValue({ atRisk: true }))],
  ["At the beginning, if the customer renews", "m r (1 + d) / (1 + d − r)", cents(smallValue({ type: 1, atRisk: true }))],
], { words: [1] });

const years = table(["Year", "Still there", "Margin", "Expected", "Discount factor", "Present value", "Sum so far"], [
  ["0", "", "", "", "", "", cents(-growing.acquisitionCost)],
  ...proof.map(({ period, survival, margin, expected, discountFactor, presentValue, cumulative }) =>
    [String(period), number(survival, 4), cents(margin), cents(expected), number(discountFactor, 4), cents(presentValue), cents(cumulative)]),
]);

/** Two pages for those who sign the numbers: which convention, and what it does. */
export const primer: HelpPage = {
  id: "primer", title: "Lifetime value for finance",
  lead: "Two pages on conventions. Most quarrels about a lifetime value are about what was meant, and a few words settle them.",
  sections: [
    { id: "formulas", title: "One customer, five answers", html: `
      <p>A customer leaves us ${money(small.margin)} a year. Of 100 such customers, ${small.retention * 100} are still there a year later. We discount at
        ${percent(small.rate, 0)}. What is the customer worth? Textbooks give several formulas, all correct, for different questions:</p>${formulas}
      <p>From the lowest to the highest it is ${percent(smallValue({ type: 1 }) / smallValue({ atRisk: true }) - 1, 0)}, from the same three numbers.
        Customer Role has one kernel with two switches: <b>when in the period the money arrives</b> (<code>type</code>, as in Excel’s PV) and
        <b>whether the first margin needs a renewal</b> (<code>at_risk</code>). It prints which one was used. The default is the first line.</p>` },
    { id: "retention", title: "Retention, churn, life", html: `
      <p>Retention is the chance that a relationship survives into the next period. Churn is 1 less retention. With ${percent(small.retention, 0)} kept, churn is
        ${percent(1 - small.retention, 0)} and the expected life is 1 / ${number(1 - small.retention, 2)} = ${number(expectedLife(small.retention), 2)} years.</p>
      <p>To change the period, take roots, and never divide: ${percent(small.retention, 0)} a year is ${percent(monthlyRetention, 2)} a month, and
        ${percent(small.rate, 0)} a year is ${percent(monthlyRate, 3)} a month. Valued month by month, with ${money(small.margin / 12)} a month, the same customer is
        worth ${cents(monthly)} instead of ${cents(whole)}: the churn of the first year already bites.</p>` },
    { id: "horizon", title: "A horizon is not a lifetime", html: `
      <p>Cut off after 5 years, the customer is worth ${cents(five)}: ${percent(1 - five / whole, 0)} of the value lies beyond. Both numbers are useful, under their own
        names: the sheets say “over 5 years”, and beside it the share beyond the horizon. An endless value exists only while
        retention × (1 + growth) stays below 1 + discount rate.</p>` },
    { id: "proof", title: "The proof is a schedule", html: `
      <p>A closed formula is quick; a schedule convinces. The same customer with ${percent(growing.growth, 0)} growth and ${money(growing.acquisitionCost)}
        spent on winning it, over 5 years. Sheet Value prints it for every role, and a check holds the two against each other.</p>${years}` },
    { id: "existing", title: "New customers and those you have", html: `
      <p>For a new customer the cost of winning counts. For one you have it is spent, and decides nothing. So verdicts use the <b>forward value</b>. In the sample,
        Fern Foods is worth ${money(actual.value.total)} with the ${money(inputs.ac)} that it took to win, and ${money(actual.value.forward)} from today on.
        If the coming period is not agreed yet, its first margin is at risk too.</p>` },
    { id: "rates", title: "Which rate, and what it must not hold", html: `
      <ul>
        <li>The <b>discount rate</b> prices time and the risk of the business. That customers leave is in retention: a premium for it counts the same risk twice.</li>
        <li>The <b>cost of capital</b> prices money that lies with a customer who pays late: net revenue × days late / days in a year × rate.</li>
        <li><b>Growth</b> belongs to the margin, <b>inflation</b> to the commitments. Both are rates per period, like everything else.</li>
        <li>Enter <b>contribution</b>, after cost to serve and before overheads that stay when the customer goes.</li>
      </ul>` },
    { id: "checklist", title: "Before two values are compared", html: `
      <ol>
        <li>The same period, and rates converted by roots?</li>
        <li>The same moment of the first margin, certain or at risk?</li>
        <li>A lifetime, or a horizon; and which?</li>
        <li>With the cost of winning, or forward?</li>
        <li>After what is given to deserve it?</li>
        <li>Referrals inside, and only the share that would not have come anyway?</li>
      </ol>
      <p class="source"><b>Source.</b> That textbooks disagree in this way was shown by Peter Fader and Bruce Hardie, “What’s Wrong With This CLV Formula?”. Words and
        numbers here are our own, and worked out by the add-in’s own kernel.</p>` },
  ],
};
