import type { Commitment } from "../../core/agreement";
import { written } from "../../core/commitment/rows";
import { Block, Finding } from "../parts/Block";
import { BreakEven } from "../parts/BreakEven";
import { CommitmentCost, CommitmentLevels } from "../parts/CommitmentFields";
import { CommitmentRow } from "../parts/CommitmentRow";
import { Entry } from "../parts/Entry";
import { money } from "../numbers";
import { useAgreement } from "../use-desk";

/** Step 4: one row per question, what it costs, and whether it pays for itself. */
export default function WhatWeGive() {
  const { agreement, assessment } = useAgreement();
  const { inputs: { currency, period, retWithout } } = agreement;
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
        {written(agreement).sort((a, b) => a.question - b.question)
          .map((commitment) => <CommitmentRow key={commitment.id} commitment={commitment} Details={CommitmentDetails} />)}
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

function CommitmentDetails({ commitment, question }: { commitment: Commitment; question: string | undefined }) {
  const field = (key: string) => `commitments.${commitment.id}.${key}`;
  return (
    <div className="fields">
      {question && <p className="hint">{question}</p>}
      <Entry of={field("label")} label="We commit to" />
      <CommitmentLevels commitment={commitment} />
      <CommitmentCost commitment={commitment} />
      <Entry of={field("owner")} label="Who keeps it" />
    </div>
  );
}
