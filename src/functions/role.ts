import { attainment as attained } from "../core/role/attainment";
import { explainFit } from "../core/role/fit-detail";
import { requireFit, type Scale } from "../core/role/fit";
import { customerRows, scorer } from "../core/role/score-customers";
import { stakeWeights as weightsOfStakes } from "../core/role/stake-weights";
import { readRow, zip } from "../core/range";
import {
  answer, inShapeOf, lists, measured, memory, names, observed, observedRows, optional, optionalLists, required, spill, spillEach, switches,
} from "./excel";

/** How the asks are measured, as Excel hands it over. */
const scaleLists = (targets: any, worsts: any, weights: any, musts: any, caps: any) => ({
  ...lists({ targets, worsts }), ...lists({ weights }, 0), ...optionalLists({ musts }, null), ...optionalLists({ caps }, 1),
});

interface ScaleRow { targets: number; worsts: number; weights: number; musts: number | null | undefined; caps: number | undefined }

const scaleOf = ({ targets, worsts, weights, musts, caps }: ScaleRow): Scale =>
  ({ target: targets, worst: worsts, weight: weights, must: musts, cap: caps });

/**
 * How far an actual level has come from the worst (0) to the target (1).
 * @customfunction ATTAINMENT
 * @helpurl https://localhost:3000/help/functions.html#ATTAINMENT
 * @purpose Measure one ask of the customer, or one commitment of ours: days late, share of wallet, reply time. Lower-is-better needs no
 * switch, because worst may lie above target.
 * @param actual The level reached, in the unit of target
 * @param target The level that earns everything
 * @param worst The level that earns nothing; above or below target
 * @param [cap=1] The most that can be earned, above 0 and at most 1.5; 0 reads 1
 * @returns Attainment, 0 to cap
 * @formula MEDIAN(0, cap, (actual - worst) / (target - worst))
 * @errors #NUM! cap is negative or above 1.5. #DIV/0! target equals worst. #N/A actual is missing (empty or ?) or n/a
 * @source Linear value function between two anchors, as in multi-attribute value theory (Keeney and Raiffa, 1976)
 * @example =ROLE.ATTAINMENT(18, 5, 45) is 0.675
 * @example =ROLE.ATTAINMENT(0.42, 0.35, 0.15, 1.25) is 1.25
 * @example =ROLE.ATTAINMENT(4, 2, 12) is 0.80
 * @example =ROLE.ATTAINMENT("?", 2, 12) is #N/A
 */
export function attainment(actual: any, target: any, worst: any, cap: any): number {
  return answer(() => {
    const given = { ...measured({ actual }), ...required({ target, worst }), ...optional({ cap }, 1) };
    return attained(given.actual, given.target, given.worst, given.cap);
  });
}

/**
 * How well a customer plays its role: the weighted attainment of the asks, with musts.
 * @customfunction ROLEFIT
 * @helpurl https://localhost:3000/help/functions.html#ROLEFIT
 * @purpose Score one customer on everything you ask. The same function scores your side: kept levels as actuals, committed levels as targets.
 * @param actuals The levels reached, one row or column; empty or ? = unknown, n/a = does not apply
 * @param targets The levels that earn everything, as many as actuals
 * @param worsts The levels that earn nothing, as many as actuals
 * @param weights Weights, 0 or more, as many as actuals; empty = 0
 * @param [musts] Levels that must be kept, as many as actuals; empty = no must
 * @param [caps=1] The most that can be earned, one cell or as many as actuals, above 0 and at most 1.5
 * @param [missing=0] 0 = unknown actuals are left out, 1 = they earn nothing
 * @param [min_coverage=0] Least share of the weight that must be known, 0 to 1
 * @param [must_cap=0] The most a customer can score with a broken must, 0 to 1
 * @returns Fit, 0 to the largest cap
 * @formula sum of weight x attainment over the known asks / sum of their weights; if a must is broken, at most must_cap
 * @errors #VALUE! the lists differ in length, or a cell holds text. #NUM! a weight is negative or an argument outside its range.
 * #DIV/0! target equals worst, or nothing that applies has weight. #N/A nothing is known, or less than min_coverage
 * @source Weighted additive value (Keeney and Raiffa, 1976), chosen over geometric desirability because every point can be explained
 * @example =ROLE.ROLEFIT({52000,18,0.31,0.42,1,0.8,"?"}, {60000,5,0.35,0.6,2,0.9,4}, {20000,45,0.15,0.2,0,0.4,0},
 * {20,15,20,15,10,10,10}, {"",30,0.2,"","","",""}) is 0.704167
 * @example =ROLE.ROLEFIT({52000,31,0.31,0.42,1,0.8,"?"}, {60000,5,0.35,0.6,2,0.9,4}, {20000,45,0.15,0.2,0,0.4,0},
 * {20,15,20,15,10,10,10}, {"",30,0.2,"","","",""}) is 0
 * @example =ROLE.ROLEFIT({98,4.5,2,0.8,1,0}, {98.5,4,2,0.95,1,2}, {95,12,0,0.5,0,0}, {25,20,15,20,10,10}) is 0.785119
 */
export function roleFit(actuals: any[][], targets: any[][], worsts: any[][], weights: any[][], musts: any[][], caps: any[][], missing: any,
  min_coverage: any, must_cap: any): number {
  return answer(() => {
    const asks = zip({ ...observed({ actuals }), ...scaleLists(targets, worsts, weights, musts, caps) }, ["caps"]);
    return requireFit(asks.map((ask) => ({ actual: ask.actuals, ...scaleOf(ask) })), optional({ missing, min_coverage, must_cap }, 0));
  });
}

const scores = memory<any[][]>();

/**
 * Fit, coverage and the band of what is unknown for many customers in one call.
 * @customfunction SCORETABLE
 * @helpurl https://localhost:3000/help/functions.html#SCORETABLE
 * @purpose Score a whole customer table with a single formula, which stays fast where thousands of single calls would not.
 * @param actuals The levels reached: one row per customer, one column per ask; empty or ? = unknown, n/a = does not apply
 * @param targets The levels that earn everything, one per ask
 * @param worsts The levels that earn nothing, one per ask
 * @param weights Weights, 0 or more, one per ask; empty = 0
 * @param [musts] Levels that must be kept, one per ask; empty = no must
 * @param [caps=1] The most that can be earned, one cell or one per ask, above 0 and at most 1.5
 * @param [must_cap=0] The most a customer can score with a broken must, 0 to 1
 * @param [headers=FALSE] TRUE for a row of headings
 * @returns One row per customer: Fit, Coverage, Low, High, Musts kept; Fit is "" and Coverage 0 where nothing is known
 * @formula Fit as in ROLEFIT; Coverage = known / applicable weight; Low and High take every unknown ask at its worst and at its cap
 * @errors #VALUE! the columns are not the asks, or a cell holds text. #NUM! an argument is outside its range. #DIV/0! target equals worst
 * @source As ROLEFIT
 * @example =INDEX(ROLE.SCORETABLE({52000,18,0.31,0.42,1,0.8,"?"}, {60000,5,0.35,0.6,2,0.9,4}, {20000,45,0.15,0.2,0,0.4,0},
 * {20,15,20,15,10,10,10}), 1, 1) is 0.704167
 * @example =INDEX(ROLE.SCORETABLE({52000,18,0.31,0.42,1,0.8,"?"}, {60000,5,0.35,0.6,2,0.9,4}, {20000,45,0.15,0.2,0,0.4,0},
 * {20,15,20,15,10,10,10}), 1, 4) is 0.73375
 * @example =INDEX(ROLE.SCORETABLE({18;31}, {5}, {45}, {1}, {30}), 2, 5) is FALSE
 */
export function scoreTable(actuals: any[][], targets: any[][], worsts: any[][], weights: any[][], musts: any[][], caps: any[][],
  must_cap: any, headers: any): any[][] {
  return answer(() => scores([actuals, targets, worsts, weights, musts, caps, must_cap, headers], () => {
    const cells = observedRows("actuals", actuals);
    const asks = zip(scaleLists(targets, worsts, weights, musts, caps), ["caps"]).map(scaleOf);
    const customers = customerRows(cells, asks.length);
    const wish = { ...optional({ must_cap }, 0), ...switches({ headers }, false) };
    const score = scorer(asks, wish.mustCap);
    return spillEach(wish, { Fit: "fit", Coverage: "coverage", Low: "low", High: "high", "Musts kept": "mustsKept" },
      customers, (_, i) => score(readRow("actuals", customers, i)));
  }));
}

/**
 * Why a score is what it is: the asks of one customer, those that cost most first.
 * @customfunction ROLEFITDETAIL
 * @helpurl https://localhost:3000/help/functions.html#ROLEFITDETAIL
 * @purpose Prepare a talk with a customer: what to praise, what to ask for, what nobody has measured yet.
 * @param labels Names of the asks, as many as actuals
 * @param actuals The levels reached, one row or column; empty or ? = unknown, n/a = does not apply
 * @param targets The levels that earn everything, as many as actuals
 * @param worsts The levels that earn nothing, as many as actuals
 * @param weights Weights, 0 or more, as many as actuals; empty = 0
 * @param [musts] Levels that must be kept, as many as actuals; empty = no must
 * @param [caps=1] The most that can be earned, one cell or as many as actuals, above 0 and at most 1.5
 * @param [headers=TRUE] FALSE to leave out the row of headings
 * @returns One row per ask: Ask, Actual, Attainment, Weight, Points, Lost points, Must (kept, broken, unknown or ""); sorted by lost points,
 * largest first; unknown asks last, n/a left out
 * @formula points = weight x attainment; lost points = weight x MAX(0, 1 - attainment)
 * @errors #VALUE! the lists differ in length, a label is missing or a cell holds text. #NUM! an argument is outside its range.
 * #DIV/0! target equals worst
 * @source As ROLEFIT
 * @example =INDEX(ROLE.ROLEFITDETAIL({"Purchases","Share of wallet","Feedback"}, {52000,0.42,"?"}, {60000,0.6,4}, {20000,0.2,0},
 * {20,15,10}), 2, 1) is "Share of wallet"
 * @example =INDEX(ROLE.ROLEFITDETAIL({"Purchases","Share of wallet","Feedback"}, {52000,0.42,"?"}, {60000,0.6,4}, {20000,0.2,0},
 * {20,15,10}), 2, 6) is 6.75
 */
export function roleFitDetail(labels: any[][], actuals: any[][], targets: any[][], worsts: any[][], weights: any[][], musts: any[][],
  caps: any[][], headers: any): any[][] {
  return answer(() => {
    const asks = zip({ ...names({ labels }), ...observed({ actuals }), ...scaleLists(targets, worsts, weights, musts, caps) }, ["caps"]);
    return spill(switches({ headers }, true), {
      Ask: "label", Actual: "actual", Attainment: "attainment", Weight: "weight", Points: "points", "Lost points": "lost", Must: "must",
    }, explainFit(asks.map((ask) => ({ label: ask.labels, actual: ask.actuals, ...scaleOf(ask) }))));
  });
}

/**
 * Weights of the asks from the money that swings on each, blended with judgement if wished.
 * @customfunction STAKEWEIGHTS
 * @helpurl https://localhost:3000/help/functions.html#STAKEWEIGHTS
 * @purpose Let money, not opinion, weigh the asks: a stake is the lifetime value lost if one ask alone falls from target to worst.
 * @param stakes Stakes of the asks, in currency, one row or column; empty = 0, negative weighs 0
 * @param [judgement] Points given by judgement, 0 or more, as many as stakes; needed if blend is below 1
 * @param [blend=1] Share of money in the weight, 0 to 1
 * @returns Weights that sum to 1, in the shape of stakes
 * @formula blend x MAX(0, stake) / sum of the positive stakes + (1 - blend) x judgement / sum of judgement
 * @errors #VALUE! the lists differ in length, or judgement is needed and left out. #NUM! blend is outside 0 to 1 or judgement negative.
 * #DIV/0! a sum that is needed is 0
 * @source Swing weights (von Winterfeldt and Edwards, 1986), with money as the measure of the swing
 * @example =INDEX(ROLE.STAKEWEIGHTS({46043;24135;24016;7990;6938;6791;6537;6457;4140;3119;3027;2421}), 1, 1) is 0.32513
 * @example =INDEX(ROLE.STAKEWEIGHTS({300,100}, {1,1}, 50%), 1, 2) is 0.375
 */
export function stakeWeights(stakes: any[][], judgement: any[][], blend: any): any[][] {
  return answer(() => {
    const given = { ...lists({ stakes }, 0), ...optionalLists({ judgement }, 0), ...optional({ blend }, 1) };
    return inShapeOf(stakes, weightsOfStakes(given.stakes, given.judgement, given.blend));
  });
}
