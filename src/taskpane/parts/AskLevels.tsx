import { Fragment } from "react";
import type { Ask } from "../../core/agreement";
import { askById } from "../../core/role/asks";
import { money } from "../numbers";
import { useAgreement } from "../use-desk";
import { Choice } from "./Choice";
import { Entry } from "./Entry";
import { levelEntries, measuredAs } from "./levels";

/** What an ask is measured as, and the two levels between which it earns. */
export function AskLevels({ ask }: { ask: Ask }) {
  const { agreement } = useAgreement();
  return (
    <>
      <Entry of={measuredAs(ask.id)} label="Measured as" info={askById.get(ask.id)!.hint} />
      {levelEntries(agreement, ask.id).map(({ label, target, worst }) => (
        <Fragment key={label}>
          {label && <p className="fields-title">{label}</p>}
          <div className="pair">
            <Entry {...target} label="Target" name={`${label} target`} info="Earns full marks" />
            <Entry
              {...worst} label="Worst" name={`${label} worst`}
              info="Earns nothing. Whether more or less is better follows from target and worst."
            />
          </div>
        </Fragment>
      ))}
    </>
  );
}

/** What an ask is worth, as the last line of its details. */
export function AskWorth({ ask }: { ask: Ask }) {
  const { agreement, assessment } = useAgreement();
  const { swingStake } = assessment.asks.find(({ id }) => id === ask.id)!;
  return (
    <p className="worth">
      <span className="hint">Worth, from target to worst</span><b>{money(swingStake)} {agreement.inputs.currency}</b>
    </p>
  );
}

/** The commitment an ask waits for, if any. */
export function AskCondition({ ask }: { ask: Ask }) {
  const { agreement } = useAgreement();
  const commitments = agreement.commitments.filter(({ on, id }) => on || id === ask.condition);
  return (
    <Choice
      of={`asks.${ask.id}.condition`} label="Counts only if we keep"
      info="If we break this commitment, the ask is put on hold: not scored, not failed."
      options={[{ value: "", label: "it always counts" }, ...commitments.map(({ id, label }) => ({ value: id, label }))]}
    />
  );
}
