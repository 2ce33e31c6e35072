import type { Agreement, Goal } from "../../core/agreement";
import { asksOf, goalIds, idsIn, named, shareLinked } from "../../core/role/goals";
import { counted, money, percent } from "../numbers";
import { useAgreement, useField } from "../use-desk";
import { Block } from "./Block";
import { Chip } from "./Chip";
import { Disclosure } from "./Disclosure";
import { Entry } from "./Entry";

/** What we want to reach with these customers, and which of the asks bring it about (R31). */
export function Goals() {
  const { agreement } = useAgreement();
  const { goals } = agreement;
  const used = named(agreement);
  // The first empty line is open to be filled in; the others wait until it is.
  const next = goals.find(({ label }) => label.trim() === "");
  return (
    <Block title={findingOf(agreement)} hint="A goal is reached by what customers do. Which asks bring it about?">
      <div className="list">
        {goals.filter((goal) => used.includes(goal) || goal === next).map((goal) => <GoalRow key={goal.id} goal={goal} />)}
      </div>
    </Block>
  );
}

function findingOf(agreement: Agreement): string {
  const share = shareLinked(agreement);
  if (share === null) return "Which business goals is this for?";
  return `${percent(share)} of ${counted(named(agreement).length, "business goal")} hang on an ask`;
}

function GoalRow({ goal }: { goal: Goal }) {
  const { agreement, assessment } = useAgreement();
  const asks = asksOf(goal, agreement);
  const worth = assessment.asks.filter(({ id }) => asks.some((ask) => ask.id === id)).reduce((sum, { swingStake }) => sum + swingStake, 0);
  const isNamed = goal.label.trim() !== "";
  const field = (key: string) => `goals.${goal.id}.${key}`;
  return (
    <Disclosure
      summary={(
        <span className="row-text">
          <span className={isNamed ? "name" : "name off"}>{isNamed ? goal.label : goal.id === goalIds[0] ? "Add a goal" : "Add another goal"}</span>
          {isNamed && (asks.length > 0
            ? <span className="hint">{counted(asks.length, "ask")}, {money(worth)} {agreement.inputs.currency} {asks.length === 1 ? "hang on it" : "hang on them; asks may share the same money"}</span>
            : <span className="hint careful">No ask in use brings it about</span>)}
        </span>
      )}
    >
      <div className="fields">
        <Entry of={field("label")} label="Goal" placeholder="what we want to reach" />
        <div className="pair">
          <Entry of={field("target")} label="Target" unit="" placeholder="how far" />
          <Entry of={field("unit")} label="Measured as" placeholder="% a year" />
        </div>
        <Entry of={field("by")} label="By" width={150} />
        <HangsOn goal={goal} />
      </div>
    </Disclosure>
  );
}

/** The asks in use, and those the goal names already. */
function HangsOn({ goal }: { goal: Goal }) {
  const { agreement: { asks } } = useAgreement();
  const { set } = useField(`goals.${goal.id}.asks`);
  const ids = idsIn(goal);
  const turn = (id: string, on: boolean) => set((on ? [...ids, id] : ids.filter((each) => each !== id)).join(", "));
  return (
    <div role="group" aria-label={`Asks that “${goal.label || goal.id}” hangs on`}>
      <p className="hint">It hangs on</p>
      <div className="chips">
        {asks.filter(({ id, on }) => on || ids.includes(id)).map(({ id, label }) => (
          <Chip key={id} on={ids.includes(id)} onChange={(on) => turn(id, on)}>{label}</Chip>
        ))}
      </div>
    </div>
  );
}
