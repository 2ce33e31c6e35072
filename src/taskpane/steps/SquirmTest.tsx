import { Button } from "@fluentui/react-components";
import { guessesAnswered } from "../answered";
import { BarList } from "../parts/BarList";
import { Block, Finding } from "../parts/Block";
import { Entry } from "../parts/Entry";
import { Sums } from "../parts/Sums";
import { counted, money } from "../numbers";
import { useAgreement } from "../use-desk";

/** Step 1: the four answers given before any model, kept as they were, and how far the finished role is from them. */
export default function SquirmTest() {
  return (
    <>
      <BeforeAndAfter />
      <Guesses />
      <WhatElse />
      <TheWay />
    </>
  );
}

function BeforeAndAfter() {
  const { agreement, assessment: { firstGuess, cases } } = useAgreement();
  const { currency } = agreement.inputs;
  const now = cases?.asked.value.total;
  if (firstGuess === null || now === undefined) {
    return <Finding title={`${guessesAnswered(agreement)} of 4 answered`} hint="One minute, no help. You may skip any of them." />;
  }
  const longest = Math.max(firstGuess, now, 1);
  const gap = now - firstGuess;
  return (
    <Finding
      title={`${money(Math.abs(gap))} ${currency} ${gap < 0 ? "less" : "more"} than your first guess`}
      hint={`${guessesAnswered(agreement)} of 4 answered. The guess is kept as it was.`}
    >
      <BarList
        rows={[
          { id: "guess", label: "First guess", value: money(firstGuess), share: firstGuess / longest, quiet: true },
          { id: "now", label: "Now, both sides counted", value: money(now), share: now / longest },
        ]}
      />
    </Finding>
  );
}

function Guesses() {
  const { agreement: { inputs: { currency, period } } } = useAgreement();
  return (
    <>
      <Block number={1} title="How many?" hint={`Orders in a ${period}, and a usual order`}>
        <div className="pair">
          <Entry of="in_guess_orders" name={`Orders a ${period}, first guess`} unit={`a ${period}`} width={120} placeholder="skipped" />
          <span className="between">of</span>
          <Entry of="in_guess_value" name="Usual order, first guess" unit={currency} placeholder="skipped" />
        </div>
      </Block>
      <Block number={2} title="At what margin?" hint="After discount and direct cost">
        <Entry of="in_guess_margin" name="Margin, first guess" unit="%" width={150} placeholder="skipped" />
      </Block>
      <Block number={3} title="For how long?">
        <Entry of="in_guess_years" name={`${period}s, first guess`} unit={`${period}s`} width={150} placeholder="skipped" />
      </Block>
    </>
  );
}

function WhatElse() {
  const { desk, agreement: { asks } } = useAgreement();
  const on = asks.filter((ask) => ask.on);
  return (
    <Block number={4} title="What else should the customer do?" hint={`${counted(on.length, "ask")} so far`}>
      <div className="buttons">
        <Button size="small" onClick={() => desk.tell({ type: "went", page: "behaviour", isStep: true })}>Choose the asks</Button>
      </div>
    </Block>
  );
}

/** From the guess to the value, each step with what it counts. */
function TheWay() {
  const { agreement: { inputs: { currency } }, assessment: { firstGuess, fourAnswers, beforeGiving, cases } } = useAgreement();
  const way = [
    ["In one breath", firstGuess], ["With time, risk and cost counted", fourAnswers],
    ["With all you ask", beforeGiving], ["After what you give", cases?.asked.value.total ?? null],
  ] as const;
  const known = way.filter(([, value]) => value !== null);
  if (known.length === 0) return null;
  return (
    <Block title="Where the difference comes from">
      <Sums rows={known.map(([name, value]) => [name, <>{money(value!)} <small>{currency}</small></>])} />
    </Block>
  );
}
