import { Button } from "@fluentui/react-components";
import { Add16Regular, CheckmarkCircle20Filled, DoorArrowRight20Regular, LockClosed20Regular, Warning12Filled, Warning20Filled } from "@fluentui/react-icons";
import { useMemo, type ReactElement } from "react";
import { gateLadder, lackingIn, risingChances, stepHeadings, type GatedStep, type Ladder } from "../../core/portfolio/ladder";
import { dayText } from "../history/days";
import { counted, formatNumber, money, percent } from "../numbers";
import { Block } from "../parts/Block";
import { Disclosure } from "../parts/Disclosure";
import { useAgreement } from "../use-desk";
import { RowButtons, TypedCell, type Editing } from "./TypedCell";
import { adding, freeId, placeOfNew, removing, rowsNow } from "./typed-rows";
import { isWaitingStep, stepColumns, stepsIn, type StepNow } from "./step-rows";
import { useRowFocus } from "./use-row-focus";

/** The ladder of sales: what opens when value is proven, and what waits until then. */
export function Milestones({ table, change, asOf }: Editing & { asOf: number }) {
  const { agreement: { inputs: { rate } } } = useAgreement();
  const steps = useMemo(() => stepsIn(table), [table]);
  const ladder = useMemo(() => gateLadder(rate, steps, asOf), [rate, steps, asOf]);
  const { list, add, added, removed } = useRowFocus();
  const begin = async () => {
    const isAdded = await change(adding(table, isWaitingStep, {
      [stepHeadings.id]: freeId("M", rowsNow(table)), [stepHeadings.label]: "Our new milestone", [stepHeadings.needed]: 1,
    }));
    if (isAdded) added(placeOfNew(table, isWaitingStep));
  };
  return (
    <Block title={titleOf(ladder)} hint={<Hint ladder={ladder} />}>
      <Lacking steps={steps} />
      {steps.length > 0 && (
        <div className="list" ref={list}>
          {ladder.steps.map((step, i) => (
            <StepRow key={`${steps[i]!.at.row} ${step.id}`} step={steps[i]!} judged={step} table={table} change={change} removed={() => removed(i)} />
          ))}
        </div>
      )}
      {risingChances(steps).map((label) => <p key={label} className="hint careful">“{label}” has a higher chance than a step before it. Nobody reaches it sooner.</p>)}
      <div className="buttons"><Button ref={add} size="small" icon={<Add16Regular />} onClick={() => void begin()}>Add a milestone</Button></div>
    </Block>
  );
}

function titleOf({ steps, blocked, blockedBy }: Ladder): string {
  if (steps.length === 0) return "What opens when value is proven?";
  return blockedBy === null ? "Every gate is open" : `${money(blocked)} wait until value is proven`;
}

function Hint({ ladder: { steps, value, blockedBy } }: { ladder: Ladder }) {
  const { agreement: { inputs: { currency } } } = useAgreement();
  if (steps.length === 0) return "More business follows when the customer has had the value of the step before";
  return `Of ${money(value)} ${currency} expected from ${counted(steps.length, "milestone")}${blockedBy === null ? "" : `; the gate is “${blockedBy}”`}`;
}

/** Every milestone has a test and a date: those that lack one are named. */
function Lacking({ steps }: { steps: readonly StepNow[] }) {
  const open = steps.map((step) => ({ step, lacks: lackingIn(step) })).filter(({ lacks }) => lacks.length > 0);
  if (open.length === 0) return null;
  return (
    <div className="care" role="alert">
      <div className="care-head">
        <Warning20Filled className="careful" />
        <div>{open.map(({ step: { at, id, label }, lacks }) => <p key={at.row}>{id} “{label}” has no {lacks.join(" and no ")}.</p>)}</div>
      </div>
    </div>
  );
}

const marks: Record<GatedStep["state"], readonly [word: string, icon: ReactElement]> = {
  passed: ["Passed", <CheckmarkCircle20Filled className="good" />], next: ["Next", <DoorArrowRight20Regular className="brand" />],
  locked: ["Locked", <LockClosed20Regular className="muted" />],
};

function StepRow({ step, judged, table, change, removed }: Editing & { step: StepNow; judged: GatedStep; removed: () => void }) {
  const { agreement: { inputs: { currency } } } = useAgreement();
  const { at, label, due } = step;
  const [word, icon] = marks[judged.state];
  const cell = { at, table, change };
  const remove = async () => { if (await change(removing(table, at.row, Object.values(stepColumns)))) removed(); };
  return (
    <Disclosure
      startsOpen={label === "Our new milestone"}
      summary={(
        <>
          {icon}
          <span className="row-text">
            <span className="name">{label}</span>
            <span className="hint">{word}{gateOf(step)}</span>
            {judged.late && <span className="hint careful with-icon"><Warning12Filled />Late: due {dayText(due)}</span>}
          </span>
          <b className="cost">{money(judged.expected)}</b>
        </>
      )}
    >
      <div className="fields">
        <TypedCell of={stepColumns.label} {...cell} />
        <TypedCell of={stepColumns.test} {...cell} lines={2} />
        <TypedCell of={stepColumns.due} {...cell} />
        <div className="three">
          <TypedCell of={stepColumns.committed} {...cell} /><TypedCell of={stepColumns.realised} {...cell} />
          <TypedCell of={{ ...stepColumns.needed, unit: "%" }} {...cell} />
        </div>
        <div className="three">
          <TypedCell of={{ ...stepColumns.value, unit: currency }} {...cell} /><TypedCell of={{ ...stepColumns.probability, unit: "%" }} {...cell} />
          <TypedCell of={stepColumns.years} {...cell} />
        </div>
        <RowButtons table={table} at={at} what={label} remove={() => void remove()} />
      </div>
    </Disclosure>
  );
}

/** How far the test is: "360 of 400 realised, 90%". */
function gateOf({ committed, realised, needed }: StepNow): string {
  if (Number.isNaN(committed)) return ", nothing is promised yet";
  const got = Number.isNaN(realised) ? 0 : realised;
  const so = committed === 0 ? "" : `, ${percent(got / committed)}`;
  return `: ${formatNumber(got, 1)} of ${formatNumber(committed, 1)} realised${so}${needed === 1 || Number.isNaN(needed) ? "" : `, opens at ${percent(needed)}`}`;
}
