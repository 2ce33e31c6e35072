import type { Commitment } from "../../core/agreement";
import { useAgreement } from "../use-desk";
import { Entry } from "./Entry";

/** What a commitment is measured as: the level promised, the one that earns nothing, and what was proven. */
export function CommitmentLevels({ commitment: { id } }: { commitment: Commitment }) {
  const field = (key: string) => `commitments.${id}.${key}`;
  return (
    <>
      <Entry of={field("unit")} label="Measured as" />
      <div className="pair">
        <Entry of={field("committed")} label="Level" unit="" />
        <Entry of={field("worst")} label="Worst" unit="" info="The level at which the promise counts as not kept at all." />
        <Entry of={field("capability")} label="Proven" unit="" placeholder="unknown" info="The level shown over the last twelve months." />
      </div>
    </>
  );
}

/** What a commitment costs a customer, and what is set aside for it. */
export function CommitmentCost({ commitment: { id, costDriver } }: { commitment: Commitment }) {
  const { agreement: { inputs: { currency, period } } } = useAgreement();
  const field = (key: string) => `commitments.${id}.${key}`;
  return (
    <>
      <div className="pair">
        <Entry of={field("quantity")} label="How many" unit={`a ${period}`} info={`Costed ${costDriver || "per customer"}`} />
        <Entry of={field("unitCost")} label="Cost of one" unit={currency} />
      </div>
      <div className="pair">
        <Entry of={field("eligible")} label="For how many" unit="% of all" info="Share of customers entitled to it." />
        <Entry of={field("budget")} label="Budget" unit={currency} info={`What is set aside per customer and ${period}.`} />
      </div>
    </>
  );
}
