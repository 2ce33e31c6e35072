import type { Agreement } from "../agreement";
import { withAnswer, type Charter, type ClauseStatus } from "../charter/charter";
import { clausesOf } from "../charter/clauses";
import { fieldOf, serialOf, type FieldValue } from "../fields";

/** A version of the role as it was published: who did it, when as Excel counts days, and why. */
export interface PastVersion {
  readonly number: string;
  readonly by: string;
  readonly at: number;
  readonly reason: string;
  readonly agreement: Agreement;
  /** Ids of the fields that the log tells of, changed since the version before. */
  readonly changed: readonly string[];
}

interface Turn extends Omit<PastVersion, "at" | "agreement" | "changed"> {
  readonly day: string;
  readonly hour: number;
  readonly review: string;
  /** What was different in the version before. */
  readonly before: Readonly<Record<string, FieldValue>>;
}

/** How the role of the worked example came about: agreed, tightened after late deliveries, and agreed anew after the first talks. */
const turns: readonly Turn[] = [
  {
    number: "1.0", by: "Ana Costa", day: "2024-06-28", hour: 15, review: "2025-04-01",
    reason: "First role, agreed by sales, service and finance", before: {},
  },
  {
    number: "1.1", by: "Ines Rocha", day: "2025-04-14", hour: 10, review: "2025-10-01",
    reason: "Late deliveries in the first quarter of 2025",
    before: { "drivers.discount.asked": 0.03, in_price: 58200, "commitments.K5.committed": 90 },
  },
  {
    number: "2.0", by: "Ana Costa", day: "2026-10-01", hour: 11, review: "2027-03-31",
    reason: "Talks with four customers: councils, and feedback in return",
    before: { "commitments.K3.on": false, "asks.A10.on": false, in_none_listening: "4 value reviews a year had to do" },
  },
];

/** What Fern Foods changed in 2026; every other clause it took as it stood. */
const changes: Readonly<Record<string, string>> = {
  A06: "14 days until its payment run is weekly, from July 2027",
  A14: "60 contacts in the first year, 30 once labels come right",
};
const talkedOn = "2026-09-22";

/** The one ask that nothing funded stands behind, and why it is asked all the same. */
const kept: Readonly<Record<string, string>> = { A06: "The contract says 30 days; invoices right the first time are budgeted from 2028 on" };

/** The charter of a version, signed by both sides on its day. */
function signed(agreement: Agreement, { number, day, review }: Turn, said: Readonly<Record<string, string>>): Agreement {
  const { ours, theirs, ...charter } = agreement.charter;
  const paper: Charter = {
    ...charter, version: number, date: day, review, ours: { ...ours, signedOn: day }, theirs: { ...theirs, signedOn: day }, clauses: {},
  };
  const answer = (id: string) => {
    const status: ClauseStatus = id in said ? "accepted with change" : "accepted";
    return { status, by: theirs.name, on: id in said ? talkedOn : null, remark: said[id] ?? "" };
  };
  const asks = agreement.asks.map((ask) => ({ ...ask, accepted: kept[ask.id] ?? ask.accepted }));
  return { ...agreement, asks, charter: clausesOf(agreement).reduce((so, { id }) => withAnswer(so, id, answer(id)), paper) };
}

const changedBy = (agreement: Agreement, fields: Turn["before"]): Agreement =>
  Object.entries(fields).reduce((changed, [id, value]) => fieldOf(agreement, id)!.set(changed, value), agreement);

/**
 * The versions of the worked example, the first one first; the last is the role of today with its signed charter.
 * @param today The role of its template
 * @example versionsOf(sample.agreement).map(({ number }) => number) is ["1.0", "1.1", "2.0"]
 */
export function versionsOf(today: Agreement): readonly PastVersion[] {
  return turns.reduceRight<{ versions: readonly PastVersion[]; role: Agreement }>(({ versions, role }, turn, i) => {
    const { number, by, day, hour, reason, before } = turn;
    const said = i === turns.length - 1 ? changes : {};
    const version = { number, by, reason, at: serialOf(day) + hour / 24, agreement: signed(role, turn, said), changed: Object.keys(before) };
    return { versions: [version, ...versions], role: changedBy(role, before) };
  }, { versions: [], role: today }).versions;
}

/** The worked example as it is opened: its role, with the charter that both sides have signed. */
export const signedRole = (today: Agreement): Agreement => versionsOf(today).at(-1)!.agreement;
