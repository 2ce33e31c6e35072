import type { Agreement } from "../../src/core/agreement";
import { assess, isOnHold, nakedAsks, type Assessment } from "../../src/core/assessment";
import { agreementIndex, clausesOf, linesOf, printed } from "../../src/core/charter/clauses";
import { detailsOf, isAlike, missingIn, remedyOf } from "../../src/core/commitment/particulars";
import { asksOf, shareLinked } from "../../src/core/role/goals";
import { accessoryMargin, crossSellOf, otherTakeUp } from "../../src/core/value/cross-sell";
import { groups } from "../../src/core/value/drivers";
import { effortOf } from "../../src/core/value/effort";
import { schedule } from "../../src/core/value/ltv";
import type { Case } from "../../src/core/value/cases";
import { whiteSpaceOf } from "../../src/core/value/white-space";
import { cellAddress } from "../../src/workbook/address";
import { boxOf } from "../../src/workbook/formula";
import { atlasOf, layOut } from "../../src/workbook/layout";
import { specVersion } from "../../src/workbook/plan";
import { sheetsOf } from "../../src/workbook/sheets";
import { same, type Cells, type Difference, type Shown } from "./cells";

/** What core says a cell shows: the sheet, the cell by row id and column as in the sheet's own formulas, and how many columns further. */
type Said = readonly [sheet: string, cell: string, value: Shown, further?: number];

/** Compares the cells that core has a word on with what a calculation shows in them. */
export function compareWithCore(agreement: Agreement, cells: Cells): { compared: number; differences: Difference[] } {
  const atlas = atlasOf(sheetsOf(agreement, specVersion).map(layOut));
  const said = saidOf(agreement);
  const differences = said.flatMap(([sheet, cell, value, further = 0]) => {
    const { row, column: first } = boxOf(cell, sheet, atlas);
    const [name, column] = [atlas.get(sheet)!.name, first + further];
    const shown = cells(name, row, column);
    if (same(shown, value)) return [];
    return [{ cell: `${name}!${cellAddress(row, column)}`, says: `${JSON.stringify(shown)}, but core ${JSON.stringify(value)} for ${cell}` }];
  });
  return { compared: said.length, differences };
}

function saidOf(agreement: Agreement): Said[] {
  const assessed = assess(agreement);
  return [
    ...headlines(agreement, assessed), ...askCells(agreement, assessed), ...commitmentCells(agreement, assessed), ...particularCells(agreement),
    ...goalCells(agreement, assessed), ...charterCells(agreement, assessed),
    ...(assessed.cases ? [...stakeCells(assessed), ...caseCells(assessed.cases), ...timeline(agreement, assessed, assessed.cases)] : []),
  ];
}

const orEmpty = (value: number | null): Shown => value ?? "";

function headlines(agreement: Agreement, assessed: Assessment): Said[] {
  const { asks, inputs } = agreement;
  const { cases, reciprocity, deserve, breakEvenRetention, fit, asks: each } = assessed;
  const total = (of: Case | undefined): Shown => of?.value.total ?? "no finite value";
  const naked = each.filter(({ status }) => status === "naked").length;
  return [
    ["value", "shown.E", total(cases?.asked)], ["value", "shown.F", total(cases?.actual)], ["value", "shown.G", total(cases?.without)],
    ["reciprocity", "total.earned", orEmpty(reciprocity)], ["reciprocity", "deserve.E", orEmpty(deserve)], ["reciprocity", "total.points", naked],
    ["reciprocity", "total.notEarned", assessed.unearned],
    ["commitments", "total.cost", assessed.costToDeserve], ["commitments", "total.budget", assessed.budget],
    ["value", "customerSurplus.E", assessed.customerSurplus], ["value", "altSurplus.E", orEmpty(assessed.alternativeSurplus)],
    ["inputs", "firstGuess.E", orEmpty(assessed.firstGuess)],
    ["stakes", "total.gap", assessed.sumOfGapStakes], ["stakes", "total.expected", assessed.expectedRoleValue],
    ["stakes", "interaction.E", assessed.interaction],
    ["stakes", "fit.E", orEmpty(fit.fit)], ["stakes", "coverage.E", fit.coverage],
    ["role", "total.N", asks.filter(({ on }) => on).reduce((sum, { effort }) => sum + effort, 0)],
    ...(cases ? [["value", "breakEven.E", breakEvenRetention ?? "none"] as const, ["inputs", "in_retention.E", cases.asked.levels.retention] as const] : []),
    ["role", "issue1.E", inputs.periods ?? "no end"],
    ...besideTheStakes(agreement),
  ];
}

/** Other products, what is left of the budget, and the customer's effort. */
function besideTheStakes(agreement: Agreement): Said[] {
  const { brings, full, takeUp } = crossSellOf(agreement);
  const space = whiteSpaceOf(agreement);
  const { hours, used } = effortOf(agreement);
  return [
    ["inputs", "crossSellBrings.H", brings], ["inputs", "byList.E", full], ["inputs", "crossSellTakeUp.E", orEmpty(takeUp)],
    ["inputs", "in_acc_used.E", accessoryMargin(agreement)],
    ...(takeUp === null ? [] : [["inputs", "otherTakeUp.E", Number(otherTakeUp(agreement) !== null)] as const]),
    ["stakes", "openBudget.E", orEmpty(space?.value ?? null)], ["value", "effortHours.E", hours], ["value", "effort.E", used],
    ...(space ? [["stakes", "walletShare.E", space.share] as const, ["stakes", "walletMargin.E", space.margin] as const] : []),
  ];
}

const statusWords = { off: "off", naked: "NAKED", partly: "partly", earned: "earned" } as const;

function askCells({ asks }: Agreement, { asks: assessed, commitments }: Assessment): Said[] {
  return assessed.flatMap((ask, index): Said[] => {
    const { id, gapStake, gapShare, swingStake, weight, attainment, cover, status, unearned, expected, asked, worst, actual, missing, on } = ask;
    return [
      ["stakes", `${id}.gap`, gapStake], ["stakes", `${id}.gapShare`, gapShare], ["stakes", `${id}.swing`, swingStake],
      ["stakes", `${id}.weight`, weight], ["stakes", `${id}.expected`, expected], ["stakes", `${id}.attainment`, orEmpty(attainment)],
      ["stakes", `${id}.target`, orEmpty(asked)], ["stakes", `${id}.worst`, orEmpty(worst)], ["stakes", `${id}.actual`, orEmpty(actual)],
      ["stakes", `${id}.hold`, Number(isOnHold(asks[index]!, commitments))],
      ["role", `${id}.weight`, weight], ["role", `${id}.worth`, swingStake], ["role", `${id}.complete`, on ? Number(missing.length > 0) : "off"],
      ["reciprocity", `${id}.earned`, cover], ["reciprocity", `${id}.notEarned`, unearned], ["reciprocity", `${id}.status`, statusWords[status]],
    ];
  });
}

function commitmentCells({ commitments }: Agreement, { commitments: assessed }: Assessment): Said[] {
  return assessed.flatMap(({ id, annualCost, funded, feasible, load, gift, keptAttainment }, index): Said[] => {
    const word = feasible === null ? "unproven" : feasible ? "yes" : "LOOK";
    return [
      ["commitments", `${id}.cost`, annualCost], ["commitments", `${id}.funded`, funded],
      ["commitments", `${id}.keptAttainment`, orEmpty(keptAttainment)], ["commitments", `${id}.feasible`, commitments[index]!.on ? word : "off"],
      ["reciprocity", "load.first", load, index], ["reciprocity", "gift.first", Number(gift), index],
    ];
  });
}

/** What each question asks besides the level, in words and as lacking, and what the charter adds. */
function particularCells({ commitments }: Agreement): Said[] {
  const word = { true: "kept", false: "over", null: "" } as const;
  return commitments.flatMap((commitment): Said[] => {
    const { id, on } = commitment;
    const missing = missingIn(commitment).length;
    return [
      ["commitments", `particulars${id}.missing`, on ? missing : 0], ["commitments", `particulars${id}.complete`, on ? Number(missing > 0) : "off"],
      ["commitments", `particulars${id}.alike`, on ? word[`${isAlike(commitment)}`] : ""],
      ["commitments", `particulars${id}.adds`, detailsOf(commitment)], ["commitments", `particulars${id}.broken`, remedyOf(commitment)],
    ];
  });
}

/** The goals with the asks in use they hang on, what these weigh and are worth, and the naked asks that nobody has decided on. */
function goalCells(agreement: Agreement, assessed: Assessment): Said[] {
  const of = new Map(assessed.asks.map((ask) => [ask.id, ask]));
  return [
    ["role", "goalsLinked.E", orEmpty(shareLinked(agreement))],
    ["reciprocity", "undecided.E", nakedAsks(agreement, assessed).filter(({ accepted }) => accepted === "").length],
    ...agreement.goals.flatMap((goal): Said[] => {
      const asks = asksOf(goal, agreement).map(({ id }) => of.get(id)!);
      const sum = (key: "weight" | "swingStake") => asks.reduce((total, ask) => total + ask[key], 0);
      return [["role", `${goal.id}.count`, asks.length], ["role", `${goal.id}.weight`, sum("weight")], ["role", `${goal.id}.worth`, sum("swingStake")]];
    }),
  ];
}

/** Every clause with its number, its level in short and its line on the page, and how much of it all is agreed. */
function charterCells(agreement: Agreement, { asks }: Assessment): Said[] {
  const clauses = clausesOf(agreement);
  const lines = linesOf(clauses);
  const weights = new Map(asks.map(({ id, weight }) => [id, weight]));
  return [
    ["charter", "out_agreement.F", orEmpty(agreementIndex(agreement, weights))], ["charter", "unplaced.F", 0], ["charter", "unlisted.F", 0],
    ...clauses.flatMap((clause): Said[] => [
      ["charter", `line${clause.id}.number`, clause.number], ["charter", `line${clause.id}.text`, clause.wording],
      ["charter", `line${clause.id}.printed`, printed(clause)], ["charter", `line${clause.id}.remedy`, clause.remedy],
      ["charter", `line${clause.id}.amount`, clause.amount],
      ["charter", `line${clause.id}.slot`, 1 + lines.findIndex(({ ours, theirs }) => ours?.id === clause.id || theirs?.id === clause.id)],
    ]),
  ];
}

function stakeCells({ gapStakes, swingStakes }: Assessment): Said[] {
  return groups.flatMap(({ id }, index): Said[] => [
    ["stakes", "stake.gapFrom", gapStakes[id], index], ["stakes", "stake.swingFrom", swingStakes[id], index],
  ]);
}

type Cases = NonNullable<Assessment["cases"]>;
const named = { asked: { column: "role", suffix: "Role" }, actual: { column: "asIs", suffix: "AsIs" }, without: { column: "without", suffix: "Without" } } as const;
const each = (cases: Cases) => (["asked", "actual", "without"] as const).map((id) => ({ ...named[id], ...cases[id], paid: id !== "without" }));

function caseCells(cases: Cases): Said[] {
  return each(cases).flatMap(({ column, levels, annual, referralValue, value }) => Object.entries({
    ...levels, afterDiscount: annual.contributionAfterDiscount, fromAccessories: annual.accessories, fromUpgrades: annual.upgrades,
    fromInsight: annual.insight, costToServe: annual.costToServe, latePayment: annual.latePayment, recovery: annual.recovery,
    excessContacts: annual.excessContacts, abuseCost: annual.abuse, annual: annual.total, referralValue,
    pvContribution: value.contribution, pvReferrals: value.referrals, pvCommitments: value.commitments, acquisition: value.acquisition,
    net: value.total, forward: value.forward,
  }).map(([row, number]): Said => ["stakes", `${row}.${column}`, number]));
}

const shownPeriods = 15;

/** The 15 periods of each case: three flows, each by core's own schedule; nothing is counted beyond the horizon. */
function timeline({ inputs }: Agreement, { costToDeserve }: Assessment, cases: Cases): Said[] {
  const { rate, type, atRisk, costGrowth, periods, ac } = inputs;
  return each(cases).flatMap(({ suffix, paid, levels, annual, referralValue }) => {
    const flow = (margin: number, growth: number) => schedule({ rate, type, atRisk, retention: levels.retention, margin, growth, periods: shownPeriods });
    const flows = [flow(annual.total, levels.growth), flow(referralValue, 0), flow(paid ? -costToDeserve : 0, costGrowth)];
    let cumulative = -ac;
    return flows[0]!.flatMap(({ period, survival, discountFactor }, index): Said[] => {
      const present = period <= (periods ?? shownPeriods) ? flows.reduce((sum, proof) => sum + proof[index]!.presentValue, 0) : 0;
      cumulative += present;
      return [
        ["value", `survival${suffix}.H`, survival, index], ["value", `discount${suffix}.H`, discountFactor, index],
        ["value", `present${suffix}.H`, present, index], ["value", `cumulative${suffix}.H`, cumulative, index],
      ];
    });
  });
}
