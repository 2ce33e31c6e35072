import { asks } from "../../role/asks";
import { sameId } from "../check-customers";
import { columnsBy, numberKeys, textKeys, unknown, type Customers } from "../customers";

/** What refreshing a customer table changes, before it is written. */
export interface Refresh {
  readonly customers: Customers;
  readonly added: readonly string[];
  /** Known customers of whom at least one number or text differs. */
  readonly changed: readonly string[];
  /** Customers that the new table does not hold; they are kept. */
  readonly gone: readonly string[];
}

/** What a person decided here, which no source knows. */
const ours: ReadonlySet<string> = new Set(["id", "override", "reason", "overrideOwner", "until"]);

/**
 * Brings new data over known customers, by id: what the new table knows replaces what was known, what it leaves empty stays,
 * and overrides are never touched. New customers are added at the end; those that are gone are kept and named.
 */
export function refreshed(known: Customers, fresh: Customers): Refresh {
  const { target, added } = placesOf(known, fresh);
  const changed = new Set<number>();
  const merge = <Value>(key: string, column: { [row: number]: Value }, news: ArrayLike<Value> | undefined) => {
    if (!news || ours.has(key)) return;
    target.forEach((row, i) => {
      if (news[i] === "" || Number.isNaN(news[i]) || Object.is(column[row], news[i])) return;
      column[row] = news[i]!;
      if (row < known.count) changed.add(row);
    });
  };
  const text = (key: (typeof textKeys)[number]) => {
    const column = [...known.texts[key], ...added.map((i) => (key === "id" ? fresh.texts.id[i]! : ""))];
    merge(key, column, fresh.texts[key]);
    return column;
  };
  const number = (key: string, before: Float64Array | undefined, news: Float64Array | undefined) => {
    const column = new Float64Array(known.count + added.length).fill(unknown);
    column.set(before ?? []);
    merge(key, column, news);
    return column;
  };
  const observed = asks.map(({ id }) => id).filter((id) => known.levels[id] ?? fresh.levels[id]);
  const present = new Set(target);
  return {
    customers: {
      count: known.count + added.length, texts: columnsBy(textKeys, text),
      numbers: columnsBy(numberKeys, (key) => number(key, known.numbers[key], fresh.numbers[key])),
      levels: columnsBy(observed, (id) => number(id, known.levels[id], fresh.levels[id])),
    },
    added: added.map((i) => fresh.texts.id[i]!),
    changed: [...changed].sort((a, b) => a - b).map((row) => known.texts.id[row]!),
    gone: known.texts.id.filter((_, row) => !present.has(row)),
  };
}

/** The row of each fresh customer among the known ones, and which of them are new. */
function placesOf(known: Customers, fresh: Customers): { target: number[]; added: number[] } {
  const place = new Map(known.texts.id.map((id, row) => [sameId(id), row]));
  const added: number[] = [];
  const target = fresh.texts.id.map((id, i) => place.get(sameId(id)) ?? known.count + added.push(i) - 1);
  return { target, added };
}
