import type { Estimate } from "./estimate";
import type { Reality } from "./reality";

/** What a role assumes about customers, in the units of the reality; what it does not say is left out. */
export interface Wishes {
  readonly ordersPerYear?: number;
  readonly orderValue?: number;
  readonly retention?: number;
  readonly growth?: number;
  readonly lifetime?: number;
}

export type Measure = keyof Wishes;

/** One assumption beside what history shows. */
export interface Comparison {
  readonly measure: Measure;
  readonly wish: number;
  readonly shown: Estimate;
  /** Above: the role wishes more than even the upper end of what history shows; below: less than the lower end. */
  readonly verdict: "above" | "within" | "below" | "unknown";
  readonly sentence: string;
}

/** Whole per cent, with a decimal where whole ones would hide the difference. */
const percent = (value: number) => String(Number((100 * value).toFixed(Math.abs(value) >= 0.1 && value < 0.99 ? 0 : 1)));
const plain = (value: number) => (Math.abs(value) >= 100 ? Math.round(value).toLocaleString("en") : String(Number(value.toPrecision(3))));

/** How each measure is worded: "you ask 90 % retention; your customers show 82 %, 78 to 86 %". */
const wording: Readonly<Record<Measure, { noun: string; unit: string; show: (value: number) => string }>> = {
  ordersPerYear: { noun: "orders a year", unit: "", show: plain },
  orderValue: { noun: "per order", unit: "", show: plain },
  retention: { noun: "retention", unit: " %", show: percent },
  growth: { noun: "growth a year", unit: " %", show: percent },
  lifetime: { noun: "years as a customer", unit: "", show: plain },
};

/** Holds the wishes of a role beside what history shows, with a plain sentence for each. */
export function compareWishes(reality: Reality, wishes: Wishes): Comparison[] {
  return (Object.keys(wording) as Measure[]).flatMap((measure) => {
    const wish = wishes[measure];
    return wish === undefined ? [] : [compare(measure, wish, reality[measure])];
  });
}

function compare(measure: Measure, wish: number, shown: Estimate): Comparison {
  const { noun, unit, show } = wording[measure];
  const { value, low, high } = shown;
  const asked = `you ask ${show(wish)}${unit} ${noun}; your customers show ${show(value)}${unit}`;
  if (low === null || high === null) return { measure, wish, shown, verdict: "unknown", sentence: `${asked}, how surely cannot be told` };
  const verdict = wish > high ? "above" : wish < low ? "below" : "within";
  return { measure, wish, shown, verdict, sentence: `${asked}, ${show(low)} to ${show(high)}${unit}` };
}
