import { Button } from "@fluentui/react-components";
import { Warning20Filled } from "@fluentui/react-icons";
import { linkOf, type Agreement, type Ask, type Commitment } from "../../core/agreement";
import type { Assessment } from "../../core/assessment";
import { KEPT } from "../answered";
import { money } from "../numbers";
import { useAgreement, useField } from "../use-desk";

const askOf = ({ asks }: Agreement, id: string): Ask => asks.find((ask) => ask.id === id)!;
const isKept = ({ note }: Ask) => note.includes(KEPT);

/** One naked ask at a time: fund what would earn it, drop it, or keep it with open eyes. */
export function Naked() {
  const { agreement, assessment } = useAgreement();
  const [first, ...others] = assessment.asks
    .filter(({ id, status }) => status === "naked" && !isKept(askOf(agreement, id)))
    .sort((a, b) => b.weight - a.weight);
  if (!first) return null;
  const ask = askOf(agreement, first.id);
  const helper = bestUnfunded(agreement, assessment, ask);
  return (
    <div className="care" role="group" aria-label={`Nothing stands behind ${ask.label}`}>
      <div className="care-head">
        <Warning20Filled className="careful" />
        <div>
          <h3>Nothing stands behind “{ask.label}”</h3>
          <p className="hint">
            {helper
              ? `“${helper.commitment.label}” would earn it, but has ${helper.commitment.budget === 0 ? "no" : "too small a"} budget yet.`
              : "No commitment is linked to it yet. Open it below to choose one."}
          </p>
        </div>
      </div>
      <WaysOut ask={ask} helper={helper} />
      {others.length > 0 && <p className="hint">{others.length} more after this one.</p>}
    </div>
  );
}

interface Helper { readonly commitment: Commitment; readonly cost: number }

function WaysOut({ ask, helper }: { ask: Ask; helper: Helper | undefined }) {
  const { agreement } = useAgreement();
  const on = useField(`asks.${ask.id}.on`);
  const note = useField(`asks.${ask.id}.note`);
  return (
    <div className="buttons">
      {helper && <Fund helper={helper} currency={agreement.inputs.currency} />}
      <Button size="small" onClick={() => on.set(false)}>Drop the ask</Button>
      <Button size="small" appearance="subtle" onClick={() => note.set(ask.note ? `${ask.note} ${KEPT}` : KEPT)}>Keep</Button>
    </div>
  );
}

function Fund({ helper: { commitment, cost }, currency }: { helper: Helper; currency: string }) {
  const { set } = useField(`commitments.${commitment.id}.budget`);
  return (
    <Button size="small" appearance="primary" onClick={() => set(cost)}>Fund it, {money(cost - commitment.budget)} {currency}</Button>
  );
}

/** The linked commitment that would earn most if its cost were budgeted. */
function bestUnfunded(agreement: Agreement, assessment: Assessment, ask: Ask): Helper | undefined {
  return agreement.commitments
    .map((commitment, index) => {
      const { annualCost, funded } = assessment.commitments[index]!;
      return { commitment, cost: annualCost, gain: commitment.on ? linkOf(agreement, ask.id, commitment.id) * (1 - funded) : 0 };
    })
    .filter(({ gain }) => gain > 0)
    .sort((a, b) => b.gain - a.gain)[0];
}
