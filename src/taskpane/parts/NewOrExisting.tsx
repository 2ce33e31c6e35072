import { useAgreement, type Answer } from "../use-desk";
import { money } from "../numbers";
import { Question } from "./Question";

/** Asked of an existing customer only; for a new one the first period is what is being sold. */
const kind: Answer = {
  id: "answers.existing", cell: "in_existing", label: "New or existing", unit: "list", kind: "list", options: ["new", "existing"],
  get: ({ inputs }) => inputs.existing,
  set: ({ inputs, ...rest }, value) => ({
    ...rest, inputs: { ...inputs, existing: value as "new" | "existing", atRisk: value === "existing" && inputs.atRisk },
  }),
};

const agreed: Answer = {
  id: "answers.agreed", cell: "in_at_risk", label: "Is the coming period agreed?", unit: "yes or no", kind: "list", options: ["yes", "no"],
  get: ({ inputs }) => (inputs.atRisk ? "no" : "yes"),
  set: ({ inputs, ...rest }, value) => ({ ...rest, inputs: { ...inputs, atRisk: value === "no" } }),
};

/** Whether the cost of winning still counts, and whether even the first money waits for a renewal. */
export function NewOrExisting() {
  const { agreement: { inputs }, assessment: { cases } } = useAgreement();
  const { currency, period, existing } = inputs;
  return (
    <>
      <Question
        of={kind} title="New or existing?" hint="For a new customer the cost of winning them counts"
        options={[
          { value: "new", label: "A new customer" },
          { value: "existing", label: "An existing one: the cost of winning is already spent" },
        ]}
      >
        {existing === "existing" && cases && (
          <p className="soft hint">Decide on {money(cases.asked.value.forward)} {currency}: the value from now on, without the cost of winning.</p>
        )}
      </Question>
      {existing === "existing" && (
        <Question
          of={agreed} title={`Is the coming ${period} already agreed?`} layout="horizontal"
          hint="If not, even its money waits for a renewal"
          options={[{ value: "yes", label: "Yes" }, { value: "no", label: "No" }]}
        />
      )}
    </>
  );
}
