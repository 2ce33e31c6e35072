import { Switch } from "@fluentui/react-components";
import { Warning12Filled } from "@fluentui/react-icons";
import type { Commitment } from "../../core/agreement";
import { questions } from "../../core/commitment/questions";
import { Block, Finding } from "../parts/Block";
import { BreakEven } from "../parts/BreakEven";
import { Disclosure } from "../parts/Disclosure";
import { Entry } from "../parts/Entry";
import { withUnit } from "../parts/levels";
import { money } from "../numbers";
import { useAgreement, useField } from "../use-desk";

/** Step 4: one row per question, what it costs, and whether it pays for itself. */
export default function WhatWeGive() {
  const { agreement, assessment } = useAgreement();
  const { inputs: { currency, period, retWithout }, commitments } = agreement;
  const { cases, costToDeserve, breakEvenRetention } = assessment;
  const asked = cases && cases.asked.value.contribution + cases.asked.value.referrals;
  return (
    <>
      <Finding
        title="The moment of truth"
        hint={(
          <>
            {asked !== null && `You asked for ${money(asked)} ${currency} of value. `}
            What will you give to deserve it? Cost per customer and {period}.
          </>
        )}
      />
      <div className="list">
        {[...commitments].sort((a, b) => a.question - b.question)
          .map((commitment) => <CommitmentRow key={commitment.id} commitment={commitment} />)}
        <p className="total"><span>Cost to deserve, per {period}</span><b>{money(costToDeserve)} {currency}</b></p>
      </div>
      {cases && costToDeserve > 0 && (
        <Block title="Does it pay for itself?">
          <BreakEven without={retWithout} paysFrom={breakEvenRetention} role={cases.asked.levels.retention} period={period} />
        </Block>
      )}
    </>
  );
}

function CommitmentRow({ commitment }: { commitment: Commitment }) {
  const { assessment, faults } = useAgreement();
  const { id, label, on, capability, unit } = commitment;
  const { set } = useField(`commitments.${id}.on`);
  const { annualCost, feasible } = assessment.commitments.find((each) => each.id === id)!;
  const question = questions.find(({ number }) => number === commitment.question);
  const isFaulty = on && [...faults.keys()].some((field) => field.startsWith(`commitments.${id}.`));
  return (
    <Disclosure
      forced={isFaulty}
      before={<Switch checked={on} aria-label={label} onChange={(_, { checked }) => set(checked)} />}
      summary={(
        <>
          <span className="row-text">
            <span className="hint">{question?.label}{question?.printed === false && " (never printed)"}</span>
            <span className={on ? "name" : "name off"}>{label}</span>
            {on && feasible === false && (
              <span className="hint careful with-icon">
                <Warning12Filled />Proven so far: {withUnit(capability!, "decimal", unit.startsWith("%") ? "%" : unit)}
              </span>
            )}
          </span>
          <b className="cost">{on ? money(annualCost) : "–"}</b>
        </>
      )}
    >
      <CommitmentDetails commitment={commitment} question={question?.question} />
    </Disclosure>
  );
}

function CommitmentDetails({ commitment: { id, costDriver }, question }: { commitment: Commitment; question: string | undefined }) {
  const { agreement } = useAgreement();
  const { currency, period } = agreement.inputs;
  const field = (key: string) => `commitments.${id}.${key}`;
  return (
    <div className="fields">
      {question && <p className="hint">{question}</p>}
      <Entry of={field("label")} label="We commit to" />
      <Entry of={field("unit")} label="Measured as" />
      <div className="pair">
        <Entry of={field("committed")} label="Level" unit="" />
        <Entry of={field("worst")} label="Worst" unit="" info="The level at which the promise counts as not kept at all." />
        <Entry of={field("capability")} label="Proven" unit="" placeholder="unknown" info="The level shown over the last twelve months." />
      </div>
      <div className="pair">
        <Entry of={field("quantity")} label="How many" unit={`a ${period}`} info={`Costed ${costDriver || "per customer"}`} />
        <Entry of={field("unitCost")} label="Cost of one" unit={currency} />
      </div>
      <div className="pair">
        <Entry of={field("eligible")} label="For how many" unit="% of all" info="Share of customers entitled to it." />
        <Entry of={field("budget")} label="Budget" unit={currency} info={`What is set aside per customer and ${period}.`} />
      </div>
      <Entry of={field("owner")} label="Who keeps it" />
    </div>
  );
}
