import { askedRetention, type Agreement } from "../agreement";
import { orNull } from "../fault";
import { modelOf } from "../value/cases";
import type { DriverId } from "../value/drivers";
import type { InputId, Inputs } from "../value/inputs";
import { moved, type Move } from "./scenarios";

/** One bar: what is swung, and how far to each side. */
export interface Swing {
  readonly id: string;
  readonly label: string;
  /** Towards the lower and the higher value of the role. */
  readonly low: Move;
  readonly high: Move;
  readonly of: { readonly driver: DriverId } | { readonly input: InputId } | "retention" | "commitments";
}

const either = (part: number) => ({ low: { by: 1 - part }, high: { by: 1 + part } });
const cost = (part: number) => ({ low: { by: 1 + part }, high: { by: 1 - part } });
const points = (step: number) => ({ low: { plus: -step }, high: { plus: step } });

/** The ten bars, widest of the worked example first. */
export const swings: readonly Swing[] = [
  { id: "horizon", label: "Horizon, 2 {period}s less or more", of: { input: "periods" }, ...points(2) },
  { id: "margin", label: "Margin at list, 10% less or more", of: { input: "margin" }, ...either(0.1) },
  { id: "retention", label: "Retention, 5 points less or more", of: "retention", ...points(0.05) },
  { id: "orders", label: "Orders or their value, 10% less or more", of: { driver: "orders" }, ...either(0.1) },
  { id: "rate", label: "Discount rate, 2 points more or less", of: { input: "rate" }, low: { plus: 0.02 }, high: { plus: -0.02 } },
  { id: "growth", label: "Growth, 2 points less or more", of: { input: "growth" }, ...points(0.02) },
  { id: "serve", label: "Cost to serve, 10% more or less", of: { input: "serve" }, ...cost(0.1) },
  { id: "deserve", label: "Cost to deserve, 10% more or less", of: "commitments", ...cost(0.1) },
  { id: "days", label: "Days late, 20 more or 5 less", of: { driver: "daysLate" }, low: { plus: 20 }, high: { plus: -5 } },
  { id: "ac", label: "Acquisition cost, 10% more or less", of: { input: "ac" }, ...cost(0.1) },
];

/** How the net lifetime value of the role answers to one swing; null on a side where it has no finite value. */
export interface TornadoBar {
  readonly id: string;
  readonly label: string;
  readonly low: number | null;
  readonly high: number | null;
  readonly range: number;
}

/** The tornado of the role: each swing alone, the widest first. A horizon without end cannot be swung and is left out. */
export function tornadoOf(agreement: Agreement, list: readonly Swing[] = swings): TornadoBar[] {
  return list.filter(({ id }) => id !== "horizon" || agreement.inputs.periods !== null).map((swing) => {
    const [low, high] = [valueAfter(agreement, swing, swing.low), valueAfter(agreement, swing, swing.high)];
    const range = low === null || high === null ? 0 : Math.abs(high - low);
    return { id: swing.id, label: swing.label.replace("{period}", agreement.inputs.period), low, high, range };
  }).sort((a, b) => b.range - a.range);
}

function valueAfter(agreement: Agreement, { of }: Swing, move: Move): number | null {
  return orNull(() => {
    const model = modelOf(swung(agreement, of, move));
    return model.price(model.asked, true).value.total;
  });
}

/** The agreement with one thing moved. */
export function swung(agreement: Agreement, of: Swing["of"], move: Move): Agreement {
  const { inputs, drivers, commitments } = agreement;
  if (of === "retention") {
    return { ...agreement, inputs: { ...inputs, retBasis: "retention", retValue: moved("retention", askedRetention(inputs), move) } };
  }
  if (of === "commitments") {
    return { ...agreement, commitments: commitments.map((each) => ({ ...each, unitCost: shifted(each.unitCost, move) })) };
  }
  if ("driver" in of) {
    const levels = drivers[of.driver];
    return { ...agreement, drivers: { ...drivers, [of.driver]: { ...levels, asked: moved(of.driver, levels.asked, move) } } };
  }
  const value = shifted(inputs[of.input] as number, move);
  return { ...agreement, inputs: { ...inputs, [of.input]: of.input === "periods" ? Math.max(1, value) : value } as Inputs };
}

const shifted = (value: number, move: Move) => ("to" in move ? move.to : "by" in move ? value * move.by : value + move.plus);
