/** Where a clause stands between the two sides; the middle two are agreed. */
export const clauseStatuses = ["proposed", "accepted", "accepted with change", "declined"] as const;
export type ClauseStatus = (typeof clauseStatuses)[number];

/** What was said to one clause: an ask, or a commitment that the customer sees. Days are written 2027-03-31; null is not yet. */
export interface ClauseAnswer {
  status: ClauseStatus;
  by: string;
  on: string | null;
  remark: string;
}

/** Who signs for one side. */
export interface Signatory { name: string; title: string; signedOn: string | null }

/** What the charter says beside its clauses, and what was answered to them. */
export interface Charter {
  /** Version of the role as both sides call it, such as 1.0. */
  version: string;
  date: string | null;
  review: string | null;
  /** Whom the customer calls when something goes wrong. */
  contact: string;
  ours: Signatory;
  theirs: Signatory;
  /** Answers by id of ask or commitment; nothing said yet is absent, so that equal agreements are equal values. */
  clauses: Record<string, ClauseAnswer>;
}

const unsigned: Signatory = { name: "", title: "", signedOn: null };

/** A first version that nobody has dated, answered or signed. */
export const newCharter: Charter = { version: "1.0", date: null, review: null, contact: "", ours: unsigned, theirs: unsigned, clauses: {} };

/** What stands for a clause that nobody has answered. */
export const unanswered: ClauseAnswer = { status: "proposed", by: "", on: null, remark: "" };

/** The answer to one clause. */
export const answerTo = ({ clauses }: Charter, id: string): ClauseAnswer => clauses[id] ?? unanswered;

/** The charter with one part of an answer changed. */
export function withAnswer(charter: Charter, id: string, part: Partial<ClauseAnswer>): Charter {
  const { [id]: old = unanswered, ...others } = charter.clauses;
  const answer = { ...old, ...part };
  const isNew = (Object.keys(unanswered) as (keyof ClauseAnswer)[]).every((key) => answer[key] === unanswered[key]);
  return { ...charter, clauses: isNew ? others : { ...others, [id]: answer } };
}

/** Whether both sides mean the same by a clause, as it stands or as changed. */
export const isAgreed = ({ status }: ClauseAnswer): boolean => status.startsWith("accepted");

/**
 * An agreement with a charter: its own, or a new one where it was kept before there were charters.
 * @example withCharter({ ...old }).charter.version is "1.0"
 */
export const withCharter = <Part extends object>(agreement: Part & { readonly charter?: Charter }): Part & { charter: Charter } =>
  ({ ...agreement, charter: agreement.charter ?? newCharter });
