import { explainReciprocity, reciprocity as coverage } from "../core/commitment/reciprocity";
import { vagueTerms } from "../core/commitment/vague";
import { answer, lists, names, optional, optionalNames, spill, switches, tables, texts, unlessZero } from "./excel";

/**
 * Share of what we ask of the customer that our funded commitments earn.
 * @customfunction RECIPROCITY
 * @helpurl https://localhost:3000/help/functions.html#RECIPROCITY
 * @purpose Check that a role is mutual before it is put to a customer: what is asked without anything given will not be kept.
 * @param weights Weights of the asks, 0 or more, one row or column; empty = 0
 * @param links Table, one row per ask, one column per commitment: 9 strong, 3 medium, 1 weak, 0 or empty none
 * @param funded Funded share of each commitment, 0 to 1; empty = 0
 * @param [full=9] Strength that earns an ask completely, above 0
 * @returns Reciprocity coverage, 0 to 1
 * @formula sum of weight x cover / sum of weights, where cover = MIN(1, SUMPRODUCT(links of the ask, funded) / full)
 * @errors #VALUE! links does not have one row per weight and one column per funded share. #NUM! a link or weight is negative, or funded
 * outside 0 to 1. #DIV/0! the weights sum to 0
 * @source Relationship matrix of quality function deployment, with its 9-3-1 scale
 * @example =ROLE.RECIPROCITY({20;15;20;15;10;10;10},
 * {9,3,0,1,0;0,0,9,0,0;3,9,0,0,0;9,3,0,3,0;3,0,0,0,3;0,9,0,3,0;0,0,0,9,0}, {1,0.6,0,1,0.5}) is 0.78
 */
export function reciprocity(weights: any[][], links: any[][], funded: any[][], full: any): number {
  return answer(() => coverage({ ...lists({ weights, funded }, 0), ...tables({ links }, 0), ...unlessZero({ full }, 9) }));
}

/**
 * Which asks are earned, partly earned or naked, those with most uncovered weight first.
 * @customfunction RECIPROCITYDETAIL
 * @helpurl https://localhost:3000/help/functions.html#RECIPROCITYDETAIL
 * @purpose Find the asks to fund, to drop or to accept as naked.
 * @param labels Names of the asks, as many as weights
 * @param weights Weights of the asks, 0 or more, one row or column; empty = 0
 * @param links Table, one row per ask, one column per commitment: 9 strong, 3 medium, 1 weak, 0 or empty none
 * @param funded Funded share of each commitment, 0 to 1; empty = 0
 * @param [full=9] Strength that earns an ask completely, above 0
 * @param [naked_below=0.1] Cover below which an ask is naked, 0 to 1
 * @param [headers=TRUE] FALSE to leave out the row of headings
 * @returns One row per ask: Ask, Cover, Uncovered weight, Status (naked, partly, earned); sorted by uncovered weight, largest first
 * @formula uncovered weight = weight x (1 - cover); naked if cover is below naked_below, earned at 1, else partly
 * @errors #VALUE! the shapes do not match or a label is missing. #NUM! an argument is outside its range
 * @source As RECIPROCITY
 * @example =INDEX(ROLE.RECIPROCITYDETAIL({"Purchase";"Pay on time"}, {20;15}, {9,3;0,9}, {1,0}), 2, 1) is "Pay on time"
 * @example =INDEX(ROLE.RECIPROCITYDETAIL({"Purchase";"Pay on time"}, {20;15}, {9,3;0,9}, {1,0}), 2, 4) is "naked"
 */
export function reciprocityDetail(labels: any[][], weights: any[][], links: any[][], funded: any[][], full: any, naked_below: any,
  headers: any): any[][] {
  return answer(() => {
    const balance = { ...names({ labels }), ...lists({ weights, funded }, 0), ...tables({ links }, 0), ...unlessZero({ full }, 9) };
    const { nakedBelow } = optional({ naked_below }, 0.1);
    return spill(switches({ headers }, true), { Ask: "label", Cover: "cover", "Uncovered weight": "uncovered", Status: "status" },
      explainReciprocity(balance, nakedBelow));
  });
}

/**
 * Number of vague terms in a promise: words such as promptly or best effort in clauses without a number.
 * @customfunction VAGUE
 * @helpurl https://localhost:3000/help/functions.html#VAGUE
 * @purpose Test the wording of asks and commitments before they are agreed. What has a number can be kept or broken; what is vague cannot.
 * @param text The wording of one ask or commitment
 * @param [terms] Terms that replace the built-in English list, one row or column
 * @returns Number of vague terms, 0 or more
 * @formula clauses end at ; or the end of a line or a full stop and a space; a clause with a digit counts 0; whole words, any case,
 * longest term first
 * @errors #VALUE! terms is a block instead of one row or column
 * @source Customer Role's own list, after the habit of service charters to promise without measure
 * @example =ROLE.VAGUE("We respond promptly") is 1
 * @example =ROLE.VAGUE("We respond within 4 hours") is 0
 * @example =ROLE.VAGUE("World-class and as soon as possible") is 2
 */
export function vague(text: any, terms: any[][]): number {
  return answer(() => vagueTerms(texts({ text }).text, optionalNames({ terms }, () => false).terms?.map(String)).length);
}
