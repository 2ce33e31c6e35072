import {
  ArrowExit16Regular, ArrowSync16Regular, ArrowTrending16Regular, CheckmarkCircle16Regular, QuestionCircle16Regular,
} from "@fluentui/react-icons";
import type { ReactElement } from "react";
import type { Agreement } from "../../core/agreement";
import type { Verdict } from "../../core/portfolio/verdict";
import { formatNumber, percent } from "../numbers";

/** Verdicts in the order in which they need care, the worst first. */
export const worstFirst: readonly Verdict[] = ["Let go", "Renegotiate", "Find out", "Develop", "Invest"];

const icons: Record<Verdict, ReactElement> = {
  "Let go": <ArrowExit16Regular />, Renegotiate: <ArrowSync16Regular />, "Find out": <QuestionCircle16Regular />,
  Develop: <ArrowTrending16Regular />, Invest: <CheckmarkCircle16Regular />,
};
const tones: Record<Verdict, string> = {
  "Let go": "careful", Renegotiate: "careful", "Find out": "muted", Develop: "brand", Invest: "good",
};

/** A verdict as icon and word, in the colour of its care. */
export function VerdictMark({ verdict }: { verdict: Verdict }) {
  return <span className={`verdict ${tones[verdict]}`}>{icons[verdict]}<b>{verdict}</b></span>;
}

/** The rule behind each verdict, with the thresholds of the agreement. */
export function ruleInWords(verdict: Verdict, { inputs: { fitInvest, minCov } }: Agreement): string {
  switch (verdict) {
    case "Find out":
      return `The rule: less than ${percent(minCov)} of what counts is known, or the value has no number. Nobody is judged on ignorance.`;
    case "Invest": return `The rule: value of at least 0, every must kept, fit of at least ${percent(fitInvest)}.`;
    case "Develop": return `The rule: value of at least 0, every must kept, fit below ${percent(fitInvest)}.`;
    case "Renegotiate": return "The rule: value below 0 or a must broken, but of at least 0 now or with the role played.";
    case "Let go": return "The rule: value below 0, now and with the role played.";
  }
}

const small = ["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve"];
/** "Nine"; the number itself beyond twelve. */
export const numberWord = (count: number) => small[count] ?? formatNumber(count);

/** "12 customers", "100,000 customers". */
export const customersText = (count: number) => `${formatNumber(count)} ${count === 1 ? "customer" : "customers"}`;
