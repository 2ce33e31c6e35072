import { Switch } from "@fluentui/react-components";
import { CheckmarkCircle16Filled, Warning16Filled } from "@fluentui/react-icons";
import type { ComponentType } from "react";
import type { Ask } from "../../core/agreement";
import { askById, families, type Family } from "../../core/role/asks";
import { useAgreement, useField } from "../use-desk";
import { Disclosure } from "./Disclosure";
import { inOneLine, levelEntries } from "./levels";

type AskDetails = ComponentType<{ ask: Ask }>;

/** The 18 asks in four closed groups, each a switch and a row that opens to its details. */
export function AskGroups({ Details }: { Details: AskDetails }) {
  return <div>{families.map((family) => <Group key={family} family={family} Details={Details} />)}</div>;
}

function Group({ family, Details }: { family: Family; Details: AskDetails }) {
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
      <div className="list">{asks.map((ask) => <AskRow key={ask.id} ask={ask} isFaulty={isFaulty(ask)} Details={Details} />)}</div>
    </Disclosure>
  );
}

/** Whether something typed for an ask needs care, so that its row must stay open. */
function useFaulty(): (ask: Ask) => boolean {
  const { agreement, faults } = useAgreement();
  return ({ id, on }) => {
    if (!on) return false;
    const levels = levelEntries(agreement, id).flatMap(({ target, worst }) => [target, worst])
      .flatMap(({ of }) => (typeof of === "string" ? [of] : [of.id, of.cell ?? of.id]));
    return [...faults.keys()].some((field) => levels.includes(field) || field.startsWith(`asks.${id}.`));
  };
}

function AskRow({ ask, isFaulty, Details }: { ask: Ask; isFaulty: boolean; Details: AskDetails }) {
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
      <Details ask={ask} />
    </Disclosure>
  );
}
