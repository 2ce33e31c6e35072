import { askLevels, driverLevels, type Agreement } from "../../agreement";
import { askById, type AskId } from "../../role/asks";
import type { DriverId } from "../../value/drivers";
import { periodsInYear } from "../../value/inputs";
import type { CustomerColumn } from "../customers";
import { median } from "../outliers";
import type { Content } from "./content";
import { wordsOf } from "./heading";
import { unitWords, type UnitWord } from "./words";

/** What the numbers of a column are multiplied by to be in our unit, and why, in words. */
export interface Scaling { readonly factor: number; readonly reason?: string }

const asWritten: Scaling = { factor: 1 };

/** Finds out the unit of a column: 18 against 0.18, a month against a year, thousands, weeks. */
export function scalingOf(agreement: Agreement, column: CustomerColumn, heading: string, content: Content): Scaling {
  if (column.kind === "percent") return percentScaling(agreement, column, content);
  const said = unitsIn(heading);
  const parts = [
    column.unit.includes("/{period}") || column.key === "A02" ? periodScaling(agreement, said) : asWritten,
    column.kind === "money" && said.has("thousands") ? { factor: 1000, reason: "in thousands" } : asWritten,
    column.key === "A06" && said.has("weeks") ? { factor: 7, reason: "weeks as days" } : asWritten,
  ];
  const reasons = parts.flatMap(({ reason }) => reason ?? []);
  return { factor: parts.reduce((product, { factor }) => product * factor, 1), ...(reasons.length > 0 && { reason: reasons.join(", ") }) };
}

/** Whether a heading says that the numbers below it count thousands. */
export const saysThousands = (heading: string) => unitsIn(heading).has("thousands");

function unitsIn(heading: string): Set<UnitWord["says"]> {
  const text = ` ${wordsOf(heading).join(" ")} `;
  return new Set(unitWords.filter(({ words }) => words.some((word) => text.includes(` ${word} `))).map(({ says }) => says));
}

function periodScaling({ inputs }: Agreement, said: Set<UnitWord["says"]>): Scaling {
  const given = said.has("per month") ? "month" : said.has("per quarter") ? "quarter" : said.has("per year") ? "year" : undefined;
  if (!given || given === inputs.period) return asWritten;
  return { factor: periodsInYear[given] / periodsInYear[inputs.period], reason: `per ${given}, told per ${inputs.period}` };
}

/** Shares are fractions with us. Numbers are per cent if as fractions they would be illegal, or farther from what the role speaks of. */
function percentScaling(agreement: Agreement, { key, min = -1, max = 1 }: CustomerColumn, { numbers, percents }: Content): Scaling {
  const hundredth = { factor: 0.01, reason: "per cent without the sign" };
  if (numbers.length === 0) return percents > 0 ? { factor: 1, reason: "per cent" } : asWritten;
  const legal = (factor: number) => numbers.filter((value) => value * factor >= min && value * factor <= max).length / numbers.length;
  if (legal(1) < 0.95 && legal(0.01) > legal(1)) return hundredth;
  const size = median(Float64Array.from(numbers.filter((value) => value !== 0), Math.abs));
  const usual = usualSize(agreement, key);
  const distance = (factor: number) => Math.abs(Math.log((size * factor) / usual));
  return usual > 0 && size > 0 && distance(0.01) < distance(1) ? hundredth : asWritten;
}

/** The larger of target and worst of what the column measures. */
function usualSize(agreement: Agreement, key: CustomerColumn["key"]): number {
  const driver = key.replace(/^pot/, "").toLowerCase() as DriverId;
  const levels = askById.has(key) ? askLevels(agreement, key as AskId) : driverLevels(agreement)[driver];
  return levels ? Math.max(Math.abs(levels.asked), Math.abs(levels.worst)) : 0;
}

/** A number in our unit, without the noise of binary fractions: 1.8 / 100 is to be 0.018. */
export function scaled(value: number, factor: number): number {
  if (factor === 1) return value;
  const product = factor < 1 ? value / Math.round(1 / factor) : value * factor;
  const rounded = Math.round(product * 1e9) / 1e9;
  return Math.abs(product - rounded) <= Math.abs(product) * 1e-15 ? rounded : product;
}
