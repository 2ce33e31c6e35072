import { calculate } from "../functions/formula";
import { openExcel } from "../functions/excel";
import { number, percent, table, type HelpPage, type Section } from "./page";

interface Exercise {
  readonly id: string;
  readonly title: string;
  /** The case, as a colleague would tell it, and what is asked. */
  readonly told: string;
  readonly given: readonly (readonly [what: string, much: string])[];
  /** What is to be typed into a cell. */
  readonly formula: string;
  readonly as: "money" | "percent" | "number";
  /** How to get there by hand, and what it means. */
  readonly way: string;
}

const exercises: readonly Exercise[] = [
  { id: "worth", title: "One good customer", as: "money", formula: "=ROLE.CUSTOMERLTV(10%, 85%, 1200)",
    told: "A customer leaves 1,200 a year after all that serving costs. What is this customer worth today, for as long as the relationship lasts?",
    given: [["Margin a year", "1,200"], ["Of 100, still there a year later", "85"], ["Discount rate", "10\u00A0%"]],
    way: "m / (1 + d − r) = 1,200 / 0.25. Four years of margin, although the relationship lasts longer on average: later money is worth less, and may not come." },
  { id: "upfront", title: "Paid in advance", as: "money", formula: "=ROLE.CUSTOMERLTV(10%, 85%, 1200, , , , 1)",
    told: "The same customer pays on the first day of each year. What is the relationship worth now?",
    given: [["Margin a year, on its first day", "1,200"], ["Retention", "85\u00A0%"], ["Discount rate", "10\u00A0%"]],
    way: "Every payment comes a year sooner, so the whole is worth 10\u00A0% more: × 1.1." },
  { id: "churn", title: "Two of a hundred a month", as: "percent", formula: "=ROLE.RETENTIONRATE(2%, \"churn\", 12, 1)",
    told: "“We lose only 2\u00A0% a month.” Of 100 customers, what share is left after a year?",
    given: [["Churn a month", "2\u00A0%"], ["Months", "12"]],
    way: "0.98 × 0.98 × … twelve times. Not 100 − 24: those who are gone cannot leave again." },
  { id: "late", title: "Twenty-seven days", as: "money", formula: "=ROLE.LATEPAYCOST(9%, 250000, 27)",
    told: "A customer buys for 250,000 a year and pays 27 days late. Money costs you 9\u00A0%. What does the delay cost in a year?",
    given: [["Net revenue", "250,000"], ["Days late", "27"], ["Cost of capital", "9\u00A0%"], ["Days in a year", "365"]],
    way: "250,000 × 27 / 365 lies with the customer on average; 9\u00A0% of that a year. Now ask what other asks cost you. Late payment is rarely the largest." },
  { id: "mistakes", title: "Six mistakes a year", as: "money", formula: "=ROLE.RECOVERYCOST(6, 180, 90%, 900)",
    told: "You make 6 mistakes a year with a customer. Putting one right costs 180. One that is not forgiven costs 900 more. This customer forgives 9 of 10. What do mistakes cost in a year?",
    given: [["Mistakes a year", "6"], ["Cost of putting one right", "180"], ["Forgiven", "90\u00A0%"], ["Loss, if not forgiven", "900"]],
    way: "6 × (180 + 0.1 × 900). A customer who forgives 4 of 10 costs 4,320: forgiveness has a price, so it may be asked for, and deserved." },
  { id: "attainment", title: "Halfway is not half", as: "percent", formula: "=ROLE.ATTAINMENT(18, 5, 45)",
    told: "You ask for payment 5 days late at most; at 45 days the ask earns nothing. The customer pays after 18. How far is the ask met?",
    given: [["Actual", "18 days"], ["Target", "5 days"], ["Worst", "45 days"]],
    way: "(18 − 45) / (5 − 45) = 27 / 40. Nobody said that less is better: the order of target and worst does." },
  { id: "fit", title: "One question unanswered", as: "percent", formula: "=ROLE.ROLEFIT({52000,18,\"?\"}, {60000,5,4}, {20000,45,0}, {50,30,20})",
    told: "Three asks: buy for 60,000, pay 5 days late at most, give feedback 4 times. The last was never counted. How well does the customer play the role, on what is known?",
    given: [["Bought", "52,000 of 60,000; worst 20,000; weight 50"], ["Days late", "18 of 5; worst 45; weight 30"], ["Feedback", "unknown of 4; worst 0; weight 20"]],
    way: "0.8 and 0.675, weighted 50 to 30; the unknown counts for neither side. Coverage is 80 of 100: say that beside the fit. Had feedback been taken as 0, the fit would be 60.25\u00A0%, and wrong." },
  { id: "earned", title: "Who earns the ask?", as: "percent", formula: "=ROLE.RECIPROCITY({60;40}, {9,3;0,3}, {1,0.5})",
    told: "Two asks weigh 60 and 40. Your first commitment earns the first ask strongly (9). The second earns both somewhat (3), and half of it is funded. How much of what you ask is earned?",
    given: [["First ask, weight 60", "9 × 1 + 3 × 0.5, at most 9"], ["Second ask, weight 40", "3 × 0.5"]],
    way: "Cover of the first is 1, for more than 9 is not counted; of the second 1.5 / 9. So 60 × 1 + 40 × 0.1667, of 100. The second ask stands nearly naked: fund the rest of that commitment, and the cover doubles." },
  { id: "pays", title: "Does the promise pay?", as: "percent", formula: "=ROLE.BREAKEVENRETENTION(10%, 1200, 4800, 150)",
    told: "The customer of the first exercise is worth 4,800. A new service would cost 150 a year for each customer. To what share must it lift retention, from 85\u00A0%, so as to pay for itself?",
    given: [["Margin a year", "1,200"], ["Cost of the service a year", "150"], ["Value without it", "4,800"], ["Discount rate", "10\u00A0%"]],
    way: "1,050 / (1.1 − r) = 4,800. Three points and an eighth: put that sentence before those who decide, and ask them whether they believe it." },
  { id: "spend", title: "How much to win one?", as: "money", formula: "=INDEX(ROLE.GOODBUSINESS(10%, 85%, 1200, 150, , , , , TRUE), 1, 3)",
    told: "A lead looks like that customer, and would get the service too, which costs 150 a year from the start. Your rule: 3 of lifetime value for each 1 spent on winning it. What is the most you may spend?",
    given: [["Margin a year", "1,200"], ["Cost to deserve a year", "150"], ["Retention", "85\u00A0%"], ["Discount rate", "10\u00A0%"]],
    way: "1,050 / 0.25 = 4,200 before anything is spent on winning; a third of it. A bonus for winning is part of what is spent." },
];

const shown = (value: number, as: Exercise["as"]) => {
  if (as === "percent") return percent(value, Number((value * 100).toFixed(2)) === Number((value * 100).toFixed(1)) ? 1 : 2);
  return number(value, Number.isInteger(Number(value.toFixed(6))) ? 0 : 2);
};

/** As precise as the number that is shown. */
const tolerance = (value: number, as: Exercise["as"]) => (as === "percent" ? 0.0005 : Math.max(0.5, Math.abs(value) * 0.0005));

/** Ten cases with an answer cell each, worked out with the functions themselves. */
export async function exercisesPage(): Promise<HelpPage> {
  const excel = await openExcel();
  const sections = exercises.map((exercise, i): Section => {
    const value = calculate(exercise.formula, excel.call);
    if (typeof value !== "number" && !Array.isArray(value)) throw new Error(`${exercise.formula} gives ${JSON.stringify(value)}`);
    const answer = Array.isArray(value) ? Number(value[0]![0]) : value;
    return { id: exercise.id, title: `${i + 1}. ${exercise.title}`, html: exerciseIn(exercise, answer) };
  });
  return {
    id: "exercises", title: "Ten exercises", script: "exercises.js", sections,
    lead: "Type your answer into the yellow cell. Then read the way, and try the formula in Excel.",
  };
}

const exerciseIn = ({ id, told, given, formula, as, way }: Exercise, answer: number) => `
      <p>${told}</p>${table(["Given", ""], given, { words: [1] })}
      <div class="answer" data-answer="${answer}" data-within="${tolerance(answer, as)}" data-as="${as}">
        <label for="${id}-answer">Your answer${as === "percent" ? ", in %" : ""}</label>
        <input id="${id}-answer" inputmode="decimal" autocomplete="off"> <output for="${id}-answer"></output>
      </div>
      <details>
        <summary>Show the way</summary>
        <p><b>${shown(answer, as)}</b> with <code>${formula.replace(/"/g, "&quot;")}</code></p>
        <p>${way}</p>
      </details>`;
