import { Button, Tab, TabList } from "@fluentui/react-components";
import { ChevronDown16Regular, Lightbulb20Regular } from "@fluentui/react-icons";
import { useId, useState } from "react";
import type { Agreement, Ask } from "../../core/agreement";
import type { AskAssessment } from "../../core/assessment";
import { whiteSpaceOf } from "../../core/value/white-space";
import { BarList, type BarRow } from "../parts/BarList";
import { Block, Finding } from "../parts/Block";
import { Disclosure } from "../parts/Disclosure";
import { Entry } from "../parts/Entry";
import { levelEntries } from "../parts/levels";
import { ShowInSheet } from "../parts/ShowInSheet";
import { Sums } from "../parts/Sums";
import { comparison, concentration, runningSums, sharedDrivers } from "../parts/worth";
import { counted, money, oneDecimal, percent } from "../numbers";
import { useAgreement, useField } from "../use-desk";

/** Step 5: what swings on each ask, what is missing today, and how both become weights. */
export default function WhatEachIsWorth() {
  return (
    <>
      <Stakes />
      <Compared />
      <Today />
      <WhiteSpace />
      <Opinion />
      <Shares />
    </>
  );
}

const nameOf = ({ asks }: Agreement, id: string) => asks.find((ask) => ask.id === id)!.label;
/** A share with its one decimal always shown, so that a column of them lines up. */
const exact = (share: number) => `${oneDecimal(share * 100)}%`;
type View = "weight" | "gap" | "table";

function Stakes() {
  const { assessment, agreement } = useAgreement();
  const [view, setView] = useState<View>("weight");
  const asks = assessment.asks.filter(({ on }) => on);
  const byWeight = [...asks].sort((a, b) => b.weight - a.weight);
  const { few, title } = concentration(byWeight.map(({ weight }) => weight));
  const mixed = agreement.inputs.blend < 1;
  return (
    <>
      <Finding
        title={title}
        hint={`What you would lose if one ask alone fell to its worst level. ${mixed ? "Money and opinion together make" : "These shares become"} the weights.`}
      />
      <section className="block">
        <TabList className="tabs" selectedValue={view} onTabSelect={(_, { value }) => setView(value as View)}>
          <Tab value="weight">Weight</Tab>
          <Tab value="gap">Gap today</Tab>
          <Tab value="table">Table</Tab>
        </TabList>
        {view === "weight" && <Weights asks={byWeight} few={few} />}
        {view === "gap" && <Gaps asks={asks} />}
        {view === "table" && <StakeTable asks={byWeight} />}
      </section>
    </>
  );
}

const SHOWN_FIRST = 7;

function Weights({ asks, few }: { asks: readonly AskAssessment[]; few: number }) {
  const { agreement } = useAgreement();
  const [showsAll, setShowsAll] = useState(asks.length <= SHOWN_FIRST + 1);
  const most = Math.max(asks[0]?.weight ?? 0, Number.MIN_VALUE);
  const rest = asks.slice(SHOWN_FIRST);
  const rows = asks.slice(0, showsAll ? undefined : SHOWN_FIRST).map(({ id, weight, swingStake }, index): BarRow => ({
    id, label: nameOf(agreement, id), share: weight / most, value: exact(weight), aside: money(swingStake), quiet: index >= few,
  }));
  return (
    <>
      <BarList rows={rows} />
      {!showsAll && (
        <Button
          appearance="transparent" className="more" icon={<ChevronDown16Regular />} iconPosition="after" onClick={() => setShowsAll(true)}
        >
          {rest.length} more, {exact(rest.reduce((sum, { weight }) => sum + weight, 0))} together
        </Button>
      )}
    </>
  );
}

/** What is missing today, and what the gaps count twice because asks help each other. */
function Gaps({ asks }: { asks: readonly AskAssessment[] }) {
  const { agreement, assessment: { sumOfGapStakes, interaction, cases } } = useAgreement();
  const byGap = [...asks].sort((a, b) => b.gapStake - a.gapStake);
  const most = Math.max(byGap[0]?.gapStake ?? 0, Number.MIN_VALUE);
  return (
    <>
      <BarList
        rows={byGap.map(({ id, gapStake, gapShare }) => ({
          id, label: nameOf(agreement, id), share: gapStake / most, value: money(gapStake), aside: exact(gapShare),
        }))}
      />
      {cases && (
        <dl className="soft sums">
          <div><dt>All gaps, one at a time</dt><dd>{money(sumOfGapStakes)}</dd></div>
          <div><dt>Counted twice</dt><dd>{money(interaction)}</dd></div>
          <div><dt>From as asked to today</dt><dd>{money(cases.asked.value.total - cases.actual.value.total)} <small>{agreement.inputs.currency}</small></dd></div>
        </dl>
      )}
    </>
  );
}

function StakeTable({ asks }: { asks: readonly AskAssessment[] }) {
  const { agreement, assessment } = useAgreement();
  const soFar = runningSums(asks.map(({ weight }) => weight));
  return (
    <>
      <table className="stakes">
        <thead>
          <tr>
            <th scope="col">Ask</th><th scope="col">Swing</th><th scope="col">Weight</th><th scope="col">So far</th>
            <th scope="col" className="met">Met</th>
          </tr>
        </thead>
        <tbody>
          {asks.map(({ id, swingStake, weight, attainment }, index) => (
            <tr key={id}>
              <th scope="row">{nameOf(agreement, id)}</th>
              <td>{money(swingStake)}</td><td>{exact(weight)}</td><td>{percent(soFar[index]!)}</td>
              <td className="met">{attainment === null ? "?" : percent(attainment)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="hint">
        {assessment.fit.fit === null ? "How far the role is met today is not known." : `Today’s customer meets ${percent(assessment.fit.fit)} of the role.`}
      </p>
    </>
  );
}

function Compared() {
  const { agreement, assessment } = useAgreement();
  const pair = comparison(assessment.asks);
  if (!pair) return null;
  const { large, small, times } = pair;
  return (
    <div className="soft with-icon">
      <Lightbulb20Regular className="brand" />
      <div>
        <p>“{nameOf(agreement, large.id)}” matters <b>{times} times</b> more than “{nameOf(agreement, small.id)}”.</p>
        <p className="hint">Gap today: {money(large.gapStake)} against {money(small.gapStake)} {agreement.inputs.currency}</p>
      </div>
    </div>
  );
}

/** The customer of today, level by level. */
function Today() {
  const { agreement } = useAgreement();
  const on = agreement.asks.filter((ask) => ask.on);
  const customer = agreement.inputs.customer || "today’s customer";
  return (
    <Block title={`What does ${customer} do?`} hint="The gap is counted from here to the target">
      <div className="list">
        <Disclosure summary={<span className="row-text">{counted(on.length, "level")} of today</span>}>
          <div className="fields">{on.map((ask) => <Level key={ask.id} ask={ask} />)}</div>
        </Disclosure>
      </div>
    </Block>
  );
}

/** What fits beside a number in a narrow control: "days" for days beyond terms. */
const brief = (unit: string) => (unit.length > 10 ? unit.split(" ")[0]! : unit);

function Level({ ask }: { ask: Ask }) {
  const { agreement } = useAgreement();
  return levelEntries(agreement, ask.id).map(({ label, actual: { of, unit } }) => (
    <div key={label} className="level">
      <span className="row-text">{ask.label}{label && <span className="hint">{label}</span>}</span>
      <Entry of={of} unit={brief(unit)} name={`${label || ask.label} today`} width={110} placeholder="unknown" />
    </div>
  ));
}

/** What the customer still buys from others: beside the stakes, and no part of them. */
function WhiteSpace() {
  const { agreement } = useAgreement();
  const { currency, period } = agreement.inputs;
  const space = whiteSpaceOf(agreement);
  const finding = space === null ? "How much do they buy elsewhere?"
    : space.value > 0 ? `${money(space.value)} ${currency} a ${period} could still be ours` : "They give us the share we ask for";
  return (
    <Block title={finding} hint="What they spend on our kind of goods, with all sellers. A chance on top of the stakes.">
      <div className="pair">
        <Entry of="in_wallet" label="They spend" unit={currency} placeholder="unknown" />
        <Entry of="in_wallet_target" label="Our share as asked" unit="%" placeholder="unknown" />
      </div>
      {space && <Sums rows={[["Our share today", percent(space.share)], ["Margin of what they buy", exact(space.margin)]]} />}
    </Block>
  );
}

/** How much of the weight is money, and the points that make up the rest. */
function Opinion() {
  const { agreement } = useAgreement();
  const { value, set, show } = useField("in_blend");
  const titleId = useId();
  const share = Number(value);
  return (
    <Block
      title="Should opinion count too?" titleId={titleId}
      hint={share === 1 ? "100% money is the default. The share of opinion is printed in the workbook." : "Give each ask points; their shares fill the rest."}
    >
      <div className="slider">
        <input
          type="range" min={0} max={100} step={5} value={Math.round(share * 100)} aria-labelledby={titleId}
          aria-valuetext={`${percent(share)} money`} onChange={({ target }) => set(target.valueAsNumber / 100)}
        />
        <b>{percent(share)} money</b>
        <ShowInSheet show={show} what="Share of money in the weights" />
      </div>
      {share < 1 && agreement.asks.filter((ask) => ask.on).map(({ id, label }) => (
        <div key={id} className="level">
          <span className="row-text">{label}</span>
          <Entry of={`asks.${id}.judgement`} name={`Points for ${label}`} unit="points" width={110} />
        </div>
      ))}
    </Block>
  );
}

/** Asks that carry a driver together: the same money may not be promised twice. */
function Shares() {
  const { agreement } = useAgreement();
  const shared = sharedDrivers(agreement);
  if (shared.length === 0) return <Block title="Is any money counted twice?" hint="No: each driver is carried by one ask, and in full." />;
  return (
    <Block title="Is any money counted twice?" hint="Asks that move the same driver share it; 100% is all there is">
      {shared.map(({ id, label, asks, total }) => (
        <div key={id} className="soft">
          <p className={total > 1 + 1e-9 ? "share-sum careful" : "share-sum"}><span>{label}</span><b>{percent(total)} of 100%</b></p>
          {asks.map((ask) => (
            <div key={ask.id} className="level">
              <span className="row-text">{ask.label}</span>
              <Entry of={`asks.${ask.id}.share`} name={`Share of ${ask.label}`} unit="%" width={100} />
            </div>
          ))}
        </div>
      ))}
    </Block>
  );
}
