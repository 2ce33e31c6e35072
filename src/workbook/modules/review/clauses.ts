import type { Agreement, Ask, Commitment } from "../../../core/agreement";
import type { ReviewRow } from "../../../core/portfolio/review";
import { columnLetters } from "../../address";
import { firstLink } from "../../sheets/reciprocity";

/** The clauses that the sheet follows. */
export interface Clauses { readonly asks: readonly Ask[]; readonly ours: readonly { readonly commitment: Commitment; readonly column: string }[] }

/** Asks and commitments in use, or measured once; `column` is where a commitment's links stand on Reciprocity. */
export function clausesOf({ asks, commitments }: Agreement, rows: readonly ReviewRow[]): Clauses {
  const known = new Set(rows.filter(({ level }) => level !== null).map(({ clause }) => clause));
  const isHere = ({ id, on }: Ask | Commitment) => on || known.has(id);
  const ours = commitments.map((commitment, i) => ({ commitment, column: columnLetters(firstLink + i) }));
  return { asks: asks.filter(isHere), ours: ours.filter(({ commitment }) => isHere(commitment)) };
}
