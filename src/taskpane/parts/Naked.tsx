import { Button, Field, Input } from "@fluentui/react-components";
import { Warning20Filled } from "@fluentui/react-icons";
import { useEffect, useRef, useState } from "react";
import { linkOf, type Agreement, type Ask, type Commitment } from "../../core/agreement";
import { nakedAsks, type Assessment } from "../../core/assessment";
import { counted, money } from "../numbers";
import { useAgreement, useField } from "../use-desk";
import { Block } from "./Block";
import { Entry } from "./Entry";

/** One naked ask at a time: fund what would earn it, drop it, or keep it for a reason in writing. Below, those that are kept. */
export function Naked() {
  const { agreement, assessment, state: { typed } } = useAgreement();
  const naked = nakedAsks(agreement, assessment);
  // A reason that is being rewritten may be empty for a moment; its box stays until the person leaves it.
  const isKept = ({ id, accepted }: Ask) => accepted.trim() !== "" || typed[`asks.${id}.accepted`] !== undefined;
  const [ask, ...others] = naked.filter((each) => !isKept(each));
  return (
    <>
      {ask && <ToDecide key={ask.id} ask={ask} others={others.length} />}
      <Kept asks={naked.filter(isKept)} />
    </>
  );
}

function ToDecide({ ask, others }: { ask: Ask; others: number }) {
  const { agreement, assessment } = useAgreement();
  const [isKeeping, setKeeping] = useState(false);
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
      {isKeeping ? <InWriting ask={ask} giveUp={() => setKeeping(false)} /> : <WaysOut ask={ask} helper={helper} keep={() => setKeeping(true)} />}
      {others > 0 && <p className="hint">{others} more after this one.</p>}
    </div>
  );
}

function WaysOut({ ask, helper, keep }: { ask: Ask; helper: Helper | undefined; keep: () => void }) {
  const { agreement } = useAgreement();
  const on = useField(`asks.${ask.id}.on`);
  return (
    <div className="buttons">
      {helper && <Fund helper={helper} currency={agreement.inputs.currency} />}
      <Button size="small" onClick={() => on.set(false)}>Drop the ask</Button>
      <Button size="small" appearance="subtle" onClick={keep}>Keep</Button>
    </div>
  );
}

/** Who keeps a naked ask says why; the charter is not published before. */
function InWriting({ ask, giveUp }: { ask: Ask; giveUp: () => void }) {
  const { set } = useField(`asks.${ask.id}.accepted`);
  const [reason, setReason] = useState("");
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  return (
    <>
      <Field label="We ask for it all the same, because">
        <Input ref={input} value={reason} maxLength={255} onChange={(_, { value }) => setReason(value)} />
      </Field>
      <div className="buttons">
        <Button size="small" appearance="primary" disabled={reason.trim() === ""} onClick={() => set(reason.trim())}>Keep it</Button>
        <Button size="small" appearance="subtle" onClick={giveUp}>Not yet</Button>
      </div>
    </>
  );
}

/** The naked asks that are kept, each with its reason. */
function Kept({ asks }: { asks: readonly Ask[] }) {
  if (asks.length === 0) return null;
  return (
    <Block title={`${counted(asks.length, "ask")} kept without backing`} hint="On purpose, and in writing">
      {asks.map(({ id, label }) => <Entry key={id} of={`asks.${id}.accepted`} label={`${label}, because`} />)}
    </Block>
  );
}

interface Helper { readonly commitment: Commitment; readonly cost: number }

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
