import { Field, Input, Select } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import type { Agreement } from "../../core/agreement";
import { unitInWords } from "../../core/fields";
import { futuresOf, levelsUnder, scenarios, type Future, type Scenario } from "../../core/portfolio/scenarios";
import { drivers, type Driver, type DriverId } from "../../core/value/drivers";
import { entryText, money, perUnit, readEntry, signed, valueText } from "../numbers";
import { Block } from "../parts/Block";
import { Sums } from "../parts/Sums";
import { useAgreement } from "../use-desk";

/** Levels as they were typed, by driver; what is not typed stays as asked. */
type Typed = Readonly<Partial<Record<DriverId, string | undefined>>>;

/** What a scenario is called once a level of it was changed. */
const own = "own";

const toneOf = (change: number) => (Math.round(change) === 0 ? undefined : change < 0 ? "careful" : "good");

/** A future of the person's own: any level changed, and the value follows at once. Nothing is written anywhere. */
export function OwnFuture() {
  const { agreement } = useAgreement();
  const [typed, setTyped] = useState<Typed>({});
  const [begun, setBegun] = useState(scenarios[0]!.id);
  const [{ value, change }] = useMemo(() => futuresOf(agreement, [scenarioOf(typed)]) as [Future], [agreement, typed]);
  const begin = (scenario: Scenario) => { setBegun(scenario.id); setTyped(typedOf(agreement, scenario)); };
  const type = (id: DriverId, text: string) => { setBegun(own); setTyped({ ...typed, [id]: text === "" ? undefined : text }); };
  return (
    <Block title="What if it comes differently?" hint="Change any level. This is a trial: nothing is written to the workbook.">
      <BeginWith begun={begun} begin={begin} />
      <div className="stays-in-sight">
        <Sums rows={[
          ["Worth then", value === null ? "no finite value" : `${money(value)} ${agreement.inputs.currency}`],
          ["Against the role as asked", change === null ? "–" : <span key="change" className={toneOf(change)}>{signed(change)}</span>],
        ]}
        />
      </div>
      <div className="trial">
        {drivers.map((driver) => <Level key={driver.id} driver={driver} text={typed[driver.id]} type={(text) => type(driver.id, text)} />)}
      </div>
    </Block>
  );
}

/** Begins with one of the scenarios, to go on from there. */
function BeginWith({ begun, begin }: { begun: string; begin: (scenario: Scenario) => void }) {
  return (
    <Field label="Begin with">
      <Select value={begun} onChange={(_, { value }) => begin(scenarios.find(({ id }) => id === value)!)}>
        {scenarios.map(({ id, label }) => <option key={id} value={id}>{label}</option>)}
        {begun === own && <option value={own} disabled>Your own</option>}
      </Select>
    </Field>
  );
}

function Level({ driver, text, type }: { driver: Driver; text: string | undefined; type: (text: string) => void }) {
  const { agreement } = useAgreement();
  const asked = levelsUnder(agreement, scenarios[0]!)[driver.id];
  const problem = text === undefined ? undefined : readEntry(driver, text).problem;
  const unit = unitInWords(driver.unit, agreement);
  return (
    <div className="level">
      <span className="row-text">{driver.label}<span className="hint">Asked: {valueText(driver.kind, asked)} {perUnit(asked, unit.replace(/^% /, ""))}</span></span>
      <Field validationMessage={problem} className="trial-level">
        <Input
          value={text ?? ""} inputMode="decimal" aria-label={`${driver.label}, then`} placeholder={entryText(driver, asked)}
          contentAfter={driver.kind === "percent" ? <span className="unit">%</span> : undefined} onChange={(_, { value }) => type(value)}
        />
      </Field>
    </div>
  );
}

/** What is typed and legal, as a scenario. */
function scenarioOf(typed: Typed): Scenario {
  const moves = drivers.flatMap((driver): [DriverId, { to: number }][] => {
    const { value } = { value: null, ...readEntry(driver, typed[driver.id] ?? "") };
    return typeof value === "number" ? [[driver.id, { to: value }]] : [];
  });
  return { id: own, label: "Your own", moves: Object.fromEntries(moves) };
}

/** The levels a scenario moves, as a person would type them. */
function typedOf(agreement: Agreement, scenario: Scenario): Typed {
  const levels = levelsUnder(agreement, scenario);
  return Object.fromEntries(drivers.filter(({ id }) => id in scenario.moves).map((driver) => [driver.id, entryText(driver, levels[driver.id])]));
}
