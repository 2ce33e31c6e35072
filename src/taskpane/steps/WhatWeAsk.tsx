import { Switch } from "@fluentui/react-components";
import { CheckmarkCircle16Filled, Warning16Filled } from "@fluentui/react-icons";
import { Fragment } from "react";
import type { Ask } from "../../core/agreement";
import { askById, families, type Family } from "../../core/role/asks";
import { Finding } from "../parts/Block";
import { Choice } from "../parts/Choice";
import { Disclosure } from "../parts/Disclosure";
import { Entry } from "../parts/Entry";
import { inOneLine, levelEntries, measuredAs } from "../parts/levels";
import { money } from "../numbers";
import { useAgreement, useField } from "../use-desk";

/** Step 3: the asks in four closed groups; open only what differs from the template. */
export default function WhatWeAsk() {
  const { agreement: { asks }, state: { templateId } } = useAgreement();
  const on = asks.filter((ask) => ask.on).length;
  const filled = templateId === "blank" ? "" : ", each with a number from the template";
  return (
    <>
      <Finding title="The customer’s side" hint={`${on} of ${asks.length} asks are on${filled}. Open what you want to change.`} />
      <div>{families.map((family) => <Group key={family} family={family} />)}</div>
    </>
  );
}

function Group({ family }: { family: Family }) {
  const { agreement, assessment } = useAgreement();
  const isFaulty = useFaulty();
  const asks = agreement.asks.filter(({ id }) => askById.get(id)!.family === family);
  const on = asks.filter((ask) => ask.on);
  const incomplete = on.filter(({ id }) => assessment.asks.find((ask) => ask.id === id)!.missing.length > 0);
  return (
    <Disclosure
      kind="group" forced={asks.some(isFaulty)}
      summary={(
        <>
          <h3>{family}</h3>
          <span className="hint with-icon">
            {incomplete.length === 0 ? <CheckmarkCircle16Filled className="good" /> : <Warning16Filled className="careful" />}
            {on.length} on{incomplete.length > 0 && `, ${incomplete.length} to complete`}
          </span>
        </>
      )}
    >
      <div className="list">{asks.map((ask) => <AskRow key={ask.id} ask={ask} isFaulty={isFaulty(ask)} />)}</div>
    </Disclosure>
  );
}

/** Whether something typed for an ask needs care, so that its row must stay open. */
function useFaulty(): (ask: Ask) => boolean {
  const { agreement, faults } = useAgreement();
  return ({ id, on }) => on && [
    ...levelEntries(agreement, id).flatMap(({ target, worst }) => [target, worst])
      .flatMap(({ of }) => (typeof of === "string" ? [of] : [of.id, of.cell ?? of.id])),
    ...["unit", "must", "source", "condition"].map((key) => `asks.${id}.${key}`),
  ].some((field) => faults.has(field));
}

function AskRow({ ask, isFaulty }: { ask: Ask; isFaulty: boolean }) {
  const { agreement, assessment } = useAgreement();
  const { set } = useField(`asks.${ask.id}.on`);
  const { missing } = assessment.asks.find(({ id }) => id === ask.id)!;
  return (
    <Disclosure
      forced={isFaulty}
      before={<Switch checked={ask.on} aria-label={ask.label} onChange={(_, { checked }) => set(checked)} />}
      summary={(
        <span className="row-text">
          <span className={ask.on ? "name" : "name off"}>{ask.label}</span>
          <span className="hint">{inOneLine(agreement, ask)}</span>
          {missing.length > 0 && <span className="hint careful with-icon"><Warning16Filled />Missing: {missing.join(", ")}</span>}
        </span>
      )}
    >
      <AskDetails ask={ask} />
    </Disclosure>
  );
}

function AskDetails({ ask }: { ask: Ask }) {
  const { agreement, assessment } = useAgreement();
  const { swingStake } = assessment.asks.find(({ id }) => id === ask.id)!;
  const commitments = agreement.commitments.filter(({ on, id }) => on || id === ask.condition);
  return (
    <div className="fields">
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
      <Entry
        of={`asks.${ask.id}.must`} label="Must reach (optional)" unit="" placeholder="none"
        info="Beyond this the customer fails the role, whatever else is fine."
      />
      <Entry of={`asks.${ask.id}.source`} label="Where the number comes from" />
      <Entry of={`asks.${ask.id}.owner`} label="Who watches it" />
      <Choice
        of={`asks.${ask.id}.condition`} label="Counts only if we keep"
        info="If we break this commitment, the ask is put on hold: not scored, not failed."
        options={[{ value: "", label: "it always counts" }, ...commitments.map(({ id, label }) => ({ value: id, label }))]}
      />
      <p className="worth">
        <span className="hint">Worth, from target to worst</span><b>{money(swingStake)} {agreement.inputs.currency}</b>
      </p>
    </div>
  );
}
