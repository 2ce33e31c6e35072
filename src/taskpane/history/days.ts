import { cultureOf } from "../numbers";

/** Excel counts days from the last one of 1899; between it and 1 March 1900 it has one day too many, which no order falls on. */
const firstDay = Date.UTC(1899, 11, 30);
const dayLength = 86_400_000;

const dateOf = (day: number) => new Date(firstDay + Math.floor(day) * dayLength);
const shown = new Intl.DateTimeFormat(cultureOf(navigator.language || "en").locale, {
  day: "numeric", month: "short", year: "numeric", timeZone: "UTC",
});

/** A day as people here write it: "31 Dec 2024". */
export const dayText = (day: number) => shown.format(dateOf(day));

/** A day as a date control holds it: "2024-12-31". */
export const isoDay = (day: number) => dateOf(day).toISOString().slice(0, 10);

/** Excel's number for the day a date control holds; undefined while it holds none. */
export function dayOfIso(text: string): number | undefined {
  const time = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(time) ? undefined : Math.round((time - firstDay) / dayLength);
}

/** The day it is where the person is. */
export function today(): number {
  const now = new Date();
  return Math.round((Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) - firstDay) / dayLength);
}
