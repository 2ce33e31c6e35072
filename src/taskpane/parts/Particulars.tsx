import type { Commitment } from "../../core/agreement";
import { isAlike, missingIn, particulars, type Particular } from "../../core/commitment/particulars";
import { useAgreement } from "../use-desk";
import { Entry } from "./Entry";

/** What the question of a commitment asks besides its level: only that, and what is still missing of it. */
export function Particulars({ commitment }: { commitment: Commitment }) {
  const asked = particulars.filter(({ question }) => question === commitment.question);
  const missing = missingIn(commitment);
  if (asked.length === 0) return null;
  return (
    <>
      <div className="pair">{asked.map((each) => <Said key={each.key} commitment={commitment} particular={each} />)}</div>
      {commitment.on && missing.length > 0 && (
        <p className="hint careful">Still missing: {missing.map(({ key }) => words[key].label.toLowerCase()).join(", ")}.</p>
      )}
      <Alike commitment={commitment} />
    </>
  );
}

interface Words { readonly label: string; readonly example?: string; readonly info?: string }

const words: Readonly<Record<Particular["key"], Words>> = {
  window: { label: "Measured over", example: "a month" },
  exclusions: { label: "Not counting", example: "storms, strikes" },
  replyDays: { label: "What we hear is answered within", example: "unknown" },
  channel: { label: "Channel", example: "phone, mail" },
  hours: { label: "Hours", example: "Mon-Fri 8-18" },
  authority: { label: "May decide", info: "What the first person asked may give at once. It is never printed." },
  compensation: {
    label: "Compensation", example: "5% of the order", info: "What the customer gets for the trouble. The charter prints it with the remedy.",
  },
  spreadMost: { label: "May differ by", info: "Between the best and the worst touch point, measured alike in all of them." },
  spreadNow: { label: "Differs by now" },
};

function Said({ commitment: { id }, particular: { key, unit } }: { commitment: Commitment; particular: Particular }) {
  const { agreement: { inputs: { currency } } } = useAgreement();
  const { label, example, info } = words[key];
  const shown = { "{currency}": currency, "as measured": "" }[unit] ?? unit;
  return <Entry of={`commitments.${id}.${key}`} label={label} unit={shown} {...(info && { info })} placeholder={example ?? "unknown"} />;
}

/** Whether all touch points give what was promised. */
function Alike({ commitment }: { commitment: Commitment }) {
  const alike = isAlike(commitment);
  if (alike === null) return null;
  return alike
    ? <p className="hint good">Kept: the touch points differ by no more than we allow.</p>
    : <p className="hint careful">Not kept: the touch points differ by more than we allow.</p>;
}
