import type { Agreement } from "../../src/core/agreement";
import { assess } from "../../src/core/assessment";
import { answerTo, isAgreed, newCharter, unanswered, withAnswer, withCharter } from "../../src/core/charter/charter";
import { agreementIndex, clausesOf, linesOf, printed } from "../../src/core/charter/clauses";
import { publishingRemarks } from "../../src/core/charter/publish";
import { gradeOf, targetGrade } from "../../src/core/charter/readability";
import { dayOf, faultOf, fieldOf, serialOf } from "../../src/core/fields";
import { sample, templates } from "../../src/core/templates";
import { signedRole } from "../../src/core/templates/sample-story";
import { edited } from "../workbook/legal-edits";

const { agreement } = sample;
const clauseOf = (id: string, its: Agreement = agreement) => clausesOf(its).find((clause) => clause.id === id);
const having = (fields: Record<string, string | number | boolean | null>) =>
  edited(agreement, Object.entries(fields).map(([id, value]) => ({ id, value })));

describe("the clauses of a charter", () => {
  test("stand under the number of the commitment that earns the ask most, ours first (links of 3-workbook, Reciprocity)", () => {
    // K1 9 for A13, K2 9 for A02, K3 9 for A10, K4 9 for A14, K5 9 for A09, K7 9 for A06; A18 has K1, K2 and K5 at 3, of equals the first.
    const numbers = Object.fromEntries(clausesOf(agreement).map(({ id, number }) => [id, number]));
    expect(numbers).toMatchObject({ K1: 1, K2: 2, K7: 7, A13: 1, A02: 2, A10: 3, A14: 4, A09: 5, A06: 7, A18: 1 });
    expect(clausesOf(agreement).slice(0, 7).every(({ side }) => side === "us")).toBe(true);
  });

  test("never show a surprise, nor what is off or not shown (R49, R84)", () => {
    const shown = having({ "commitments.K8.show": true, "commitments.K2.show": false, "asks.A06.on": false });
    expect(clausesOf(shown).map(({ id }) => id)).not.toEqual(expect.arrayContaining(["K8"]));
    expect([clauseOf("K8", shown), clauseOf("K2", shown), clauseOf("A06", shown)]).toEqual([undefined, undefined, undefined]);
    expect(clauseOf("K3", shown)!.number).toBe(2);
  });

  test("give an ask that nothing shown earns no number, and the last line", () => {
    const naked = having({ "commitments.K7.on": false });
    expect(clauseOf("A06", naked)!.number).toBe(0);
    expect(linesOf(clausesOf(naked)).at(-1)).toEqual({ theirs: clauseOf("A06", naked) });
  });

  test("stand on one line each, all of them", () => {
    for (const { agreement: its } of templates) {
      const lines = linesOf(clausesOf(its)).flatMap(({ ours, theirs }) => [ours, theirs]).filter((clause) => clause !== undefined);
      expect(lines.map(({ id }) => id).sort()).toEqual(clausesOf(its).map(({ id }) => id).sort());
    }
  });

  test.each([
    ["K2", "98%"], ["K1", "4 a year"], ["K4", "up to 4 hours"], ["K6", "1 a week"],
    ["A14", "up to 30 a year"], ["A02", "EUR 60,000 a year"], ["A13", "up to 5%"], ["A15", "3% a year"], ["A06", "up to 5 days late"], ["A17", "up to 0.2%"],
  ])("say the level of %s in short: %s", (id, amount) => expect(clauseOf(id)!.amount).toBe(amount));

  test("print in brackets what the wording leaves open (R43, R44, R45, R47), and the compensation with the remedy (R46)", () => {
    expect(["K2", "K3", "K4", "K6", "A06"].map((id) => printed(clauseOf(id)!))).toEqual([
      "98% on time and in full (over a month; not counting storms, strikes)", "2 customer councils a year (answered within 10 days)",
      "Answer within 4 hours (phone, mail, Mon-Fri 8-18)", "Priority slot for the top 25% (best customers only)", "Payment within 5 days of the due date",
    ]);
    expect(clauseOf("K5")!.remedy).toBe("Credit note, 5% of the order");
    expect(JSON.stringify(clausesOf(having({ "commitments.K5.authority": 777 })))).not.toContain("777"); // what we may decide stays with us
  });

  test("say of which kind the insight is to be, once one is chosen (R27)", () => {
    expect(printed(clauseOf("A10")!)).toBe("4 feedback sessions a year (product feedback)");
    expect(printed(clauseOf("A10", having({ in_insight_kind: null }))!)).toBe("4 feedback sessions a year");
  });

  test("say their name where no wording was written", () => {
    expect(clauseOf("A06", having({ "asks.A06.wording": "" }))!.wording).toBe("Pay on time");
  });
});

describe("the agreement index", () => {
  const weights = new Map(assess(agreement).asks.map(({ id, weight }) => [id, weight]));
  const index = (fields: Parameters<typeof having>[0]) => agreementIndex(having(fields), weights);

  test("is 0 when nothing is answered and 1 when all is accepted, with or without a change", () => {
    const all = Object.fromEntries(clausesOf(agreement).map(({ id }, i) => [`clauses.${id}.status`, i % 2 ? "accepted" : "accepted with change"]));
    expect(index({})).toBe(0);
    expect(index(all)).toBeCloseTo(1, 12);
    expect(index({ "clauses.A02.status": "declined" })).toBe(0);
  });

  test("counts each side half: a commitment by number, an ask by weight", () => {
    expect(index({ "clauses.K1.status": "accepted" })).toBeCloseTo(1 / 7 / 2, 12);
    expect(index({ "clauses.A02.status": "accepted" })).toBeCloseTo(weights.get("A02")! / 2, 12);
  });

  test("leaves all to the side that has clauses, and is unknown where none has", () => {
    const onlyAsks = { ...agreement, commitments: [] };
    expect(agreementIndex({ ...onlyAsks, charter: withAnswer(newCharter, "A02", { status: "accepted" }) }, weights)).toBeCloseTo(weights.get("A02")!, 12);
    expect(agreementIndex({ ...onlyAsks, asks: [] }, weights)).toBeNull();
  });
});

describe("an answer to a clause", () => {
  test("is kept only while it says something, so that equal agreements are equal values", () => {
    const said = withAnswer(newCharter, "A06", { status: "accepted", by: "Rui" });
    expect(answerTo(said, "A06")).toEqual({ ...unanswered, status: "accepted", by: "Rui" });
    expect(withAnswer(said, "A06", { status: "proposed", by: "" })).toEqual(newCharter);
    expect([isAgreed(answerTo(said, "A06")), isAgreed(unanswered)]).toEqual([true, false]);
  });

  test("is a field like any other: chosen from a list, on a day that the calendar has", () => {
    const [status, on] = [fieldOf(agreement, "clauses.A06.status")!, fieldOf(agreement, "clauses.A06.on")!];
    expect(faultOf(status, "perhaps")).toMatch(/^Choose one of: proposed, accepted/);
    for (const wrong of ["2027-02-30", "31.3.2027", "tomorrow", 46477]) expect(faultOf(on, wrong)).toBe("Enter a day, such as 2027-03-31.");
    expect([faultOf(on, "2028-02-29"), faultOf(on, null)]).toEqual([undefined, undefined]);
  });

  test("has a day that Excel counts as DATE does: 31 March 2027 is 46477, 1 March 1900 is 61", () => {
    expect([serialOf("2027-03-31"), serialOf("1900-03-01"), dayOf(46477), dayOf(46477.75)]).toEqual([46477, 61, "2027-03-31", "2027-03-31"]);
  });
});

test("an agreement from before there were charters gets a new one, and one that has a charter keeps it", () => {
  const { charter: _, ...old } = agreement;
  expect(withCharter(old).charter).toEqual(newCharter);
  expect(withCharter(agreement)).toEqual(agreement);
});

describe("reading level (Flesch and Kincaid, 1975)", () => {
  test("of short words is low, of long ones high", () => {
    // By hand: 5 words, 5 syllables: 0.39 x 5 + 11.8 x 1 - 15.59 = -1.84.
    expect(gradeOf(["We pay in five days"])).toBeCloseTo(-1.84, 10);
    // By hand: 2 words; or-gan-i-sa-tion-al 6 and con-sid-er-a-tions 5 syllables: 0.39 x 2 + 11.8 x 5.5 - 15.59 = 50.09.
    expect(gradeOf(["Organisational considerations"])).toBeCloseTo(50.09, 10);
    expect(gradeOf(["", " "])).toBeNull();
  });

  test("of every template is within grade 9 (9-look section 9)", () => {
    for (const { agreement: its } of templates) expect(gradeOf(clausesOf(its).map(({ wording }) => wording))).toBeLessThanOrEqual(targetGrade);
  });
});

describe("publishing", () => {
  test("is barred by a wrong entry, an incomplete ask and a commitment without owner (R02)", () => {
    const barred = publishingRemarks(having({ "asks.A06.owner": "", "commitments.K2.owner": " ", "drivers.discount.worst": 0.05 }));
    const errors = barred.filter(({ severity }) => severity === "error").map(({ id }) => id);
    expect(errors).toEqual(expect.arrayContaining(["asks.A06.owner", "commitments.K2.owner", "drivers.discount.worst"]));
  });

  test("warns of vague words, and of an ask that nothing faces (R12, 3-workbook section 3)", () => {
    const warned = publishingRemarks(having({
      "commitments.K4.wording": "We answer promptly", "commitments.K7.on": false, "asks.A06.accepted": "The contract says so",
    }));
    expect(warned.every(({ severity }) => severity === "warning")).toBe(true);
    expect(warned.map(({ id, message }) => `${id}: ${message}`)).toEqual(expect.arrayContaining([
      "commitments.K4.wording: “promptly” has no number. Say how many, how much or how soon.",
      "asks.A06.wording: Nothing that we promise stands beside this ask. Link a commitment to it.",
    ]));
  });

  test("needs a clause", () => {
    expect(publishingRemarks({ ...agreement, asks: [], commitments: [], links: {} }).some(({ id, severity }) => id === "charter.version" && severity === "error")).toBe(true);
  });

  test("is barred by a naked ask until it is funded, dropped, or kept for a reason in writing (R50)", () => {
    const bars = (its: Agreement) => publishingRemarks(its).filter(({ severity, id }) => severity === "error" && id.endsWith(".accepted")).map(({ id }) => id);
    expect(bars(agreement)).toEqual(["asks.A06.accepted"]);
    expect(bars(having({ "commitments.K7.budget": 150 }))).toEqual([]);
    expect(bars(having({ "asks.A06.on": false }))).toEqual([]);
    expect(bars(having({ "asks.A06.accepted": "The contract says so" }))).toEqual([]);
    expect(bars(templates.find(({ id }) => id === "blank")!.agreement)).toEqual(["asks.A02.accepted", "asks.A06.accepted"]);
  });

  test("has nothing in its way in the sample, and in a template only what a person must decide: its naked asks", () => {
    expect(publishingRemarks(signedRole(agreement))).toEqual([]);
    for (const { agreement: its } of templates) {
      expect(publishingRemarks(its).filter(({ severity, id }) => severity === "error" && !id.endsWith(".accepted"))).toEqual([]);
    }
  });
});
