import { Tab, TabList } from "@fluentui/react-components";
import { useState } from "react";
import { Block } from "../parts/Block";
import { AskBars, CommitmentBars, Earned } from "../parts/Links";
import { Naked } from "../parts/Naked";
import { Sums } from "../parts/Sums";
import { counted, money } from "../numbers";
import { useAgreement } from "../use-desk";

/** Step 7: which commitments earn which asks, linked from either side; what is naked, and what is given for nothing. */
export default function IsItEarned() {
  const [side, setSide] = useState<"ask" | "commitment">("ask");
  return (
    <>
      <Earned />
      <Naked />
      <Block title="Who earns what?" hint="Open one and tap 9, 3 or 1. Only what is funded counts.">
        <TabList className="tabs" selectedValue={side} onTabSelect={(_, { value }) => setSide(value as typeof side)}>
          <Tab value="ask">By ask</Tab>
          <Tab value="commitment">By commitment</Tab>
        </TabList>
        {side === "ask" ? <AskBars /> : <CommitmentBars />}
      </Block>
      <Balance />
      <Gifts />
    </>
  );
}

function Balance() {
  const { agreement: { inputs: { currency } }, assessment: { unearned, asks } } = useAgreement();
  const count = (status: string) => asks.filter((ask) => ask.status === status).length;
  return (
    <Sums
      rows={[
        ["Fully earned", counted(count("earned"), "ask")], ["Partly earned", counted(count("partly"), "ask")],
        ["Naked: nothing behind them", counted(count("naked"), "ask")],
        ["Value asked without giving for it", <>{money(unearned)} <small>{currency}</small></>],
      ]}
    />
  );
}

/** Funded commitments that earn no ask: meant as gifts, or forgotten links. */
function Gifts() {
  const { agreement, assessment } = useAgreement();
  const gifts = agreement.commitments.filter(({ id }) => assessment.commitments.find((each) => each.id === id)!.gift);
  if (gifts.length === 0) return null;
  return (
    <Block title={`${counted(gifts.length, "commitment")} given for nothing`} hint="Funded, but linked to no ask. A gift, or a link forgotten?">
      <ul className="list">{gifts.map(({ id, label }) => <li key={id} className="standing"><span className="row-text">{label}</span></li>)}</ul>
    </Block>
  );
}
