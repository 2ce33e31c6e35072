import { Switch } from "@fluentui/react-components";
import { Warning12Filled } from "@fluentui/react-icons";
import type { ComponentType } from "react";
import type { Commitment } from "../../core/agreement";
import { questions } from "../../core/commitment/questions";
import { money } from "../numbers";
import { useAgreement, useField } from "../use-desk";
import { Disclosure } from "./Disclosure";
import { withUnit } from "./levels";

/** One commitment: a switch, its question, its name, what it costs, and a row that opens to its details. */
export function CommitmentRow({ commitment, Details, isNamed = false }: {
  commitment: Commitment;
  Details: ComponentType<{ commitment: Commitment; question: string | undefined }>;
  /** The question stands above the row already. */
  isNamed?: boolean;
}) {
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
            {!isNamed && <span className="hint">{question?.label}{question?.printed === false && " (never printed)"}</span>}
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
      <Details commitment={commitment} question={question?.question} />
    </Disclosure>
  );
}
