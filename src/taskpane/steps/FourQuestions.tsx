import type { Agreement } from "../../core/agreement";
import type { AskId } from "../../core/role/asks";
import type { FieldValue } from "../../core/fields";
import type { Inputs } from "../../core/value/inputs";
import { Block } from "../parts/Block";
import { Chip } from "../parts/Chip";
import { Entry } from "../parts/Entry";
import { staying, tidy } from "../parts/levels";
import { formatNumber, money } from "../numbers";
import { useAgreement, useField, type Answer } from "../use-desk";

/** Step 2: how many, at what margin, for how long, and what else. Each answer feeds the model and is kept as the first guess. */
export default function FourQuestions() {
  const { agreement } = useAgreement();
  const { currency, period, periods } = agreement.inputs;
  return (
    <>
      <p className="lead">Answer from memory. A rough guess is fine, and you may skip any of them.</p>
      <Block number={1} title="How many?" hint={`Orders in a ${period}, and a usual order`}>
        <div className="pair">
          <Entry of={orders} name={`Orders a ${period}`} unit={`a ${period}`} width={120} placeholder={skipped(agreement, orders)} />
          <span className="between">of</span>
          <Entry of={orderValue} name="Usual order" unit={currency} placeholder={skipped(agreement, orderValue)} />
        </div>
      </Block>
      <Block number={2} title="At what margin?" hint="What is left of the price after discount and direct cost">
        <Entry of={margin} name="Margin" unit="%" width={120} placeholder={skipped(agreement, margin)} />
      </Block>
      <Block number={3} title="For how long?" hint={`Of 100 such customers, how many still buy a ${period} later?`}>
        <div className="pair">
          <Entry of={staying} name={`Of 100, still here a ${period} later`} unit="of 100" width={120} />
          <span className="between">over</span>
          <Entry of={horizon} name={`Number of ${period}s`} unit={`${period}s`} placeholder="no end" />
        </div>
        {periods === null && <p className="hint">We count without an end. An end can be 1 to 15 {period}s.</p>}
      </Block>
      <WhatElse />
      <InOneBreath />
    </>
  );
}

const input = <K extends keyof Inputs>(agreement: Agreement, values: Pick<Inputs, K>): Agreement =>
  ({ ...agreement, inputs: { ...agreement.inputs, ...values } });

const asAsked = (agreement: Agreement, driver: "orders" | "orderValue", asked: number): Agreement =>
  ({ ...agreement, drivers: { ...agreement.drivers, [driver]: { ...agreement.drivers[driver], asked } } });

/**
 * An answer that is also kept as the first guess. Skipped, it is blank: the guess is none, and the model keeps the number it had.
 */
function guessed(guess: "guessOrders" | "guessValue" | "guessMargin", model: {
  read: (agreement: Agreement) => number; write: (agreement: Agreement, value: number) => Agreement;
}) {
  return {
    optional: true,
    get: (agreement: Agreement): FieldValue => (agreement.inputs[guess] === null ? null : tidy(model.read(agreement))),
    set: (agreement: Agreement, value: FieldValue) => {
      const kept = input(agreement, { [guess]: value as number | null } as Pick<Inputs, typeof guess>);
      return value === null ? kept : model.write(kept, value as number);
    },
    unasked: model.read,
  };
}

const orders = {
  id: "answers.orders", cell: "drivers.orders.asked", label: "Orders", unit: "orders/{period}", kind: "decimal", min: 0,
  ...guessed("guessOrders", {
    read: ({ drivers }) => drivers.orders.asked, write: (agreement, value) => asAsked(agreement, "orders", value),
  }),
} as const satisfies Answer & { unasked: unknown };

const orderValue = {
  id: "answers.orderValue", cell: "drivers.orderValue.asked", label: "Value of an order", unit: "{currency}", kind: "money", min: 0,
  ...guessed("guessValue", {
    read: ({ drivers }) => drivers.orderValue.asked, write: (agreement, value) => asAsked(agreement, "orderValue", value),
  }),
} as const satisfies Answer & { unasked: unknown };

/** Asked after discount, because that is what people know; the model keeps margin at list and discount apart. */
const margin = {
  id: "answers.margin", cell: "in_margin", label: "Margin after discount", unit: "%", kind: "percent", min: -1, max: 1,
  ...guessed("guessMargin", {
    read: ({ inputs, drivers }) => inputs.margin - drivers.discount.asked,
    write: (agreement, value) => input(agreement, { margin: tidy(value + agreement.drivers.discount.asked) }),
  }),
} as const satisfies Answer & { unasked: unknown };

/** Up to 15 periods are a horizon of the model; more, or none, is counted without an end. */
const LONGEST = 15;
const horizon: Answer = {
  id: "answers.horizon", cell: "in_periods", label: "For how long", unit: "{period}s", kind: "count", min: 1, whole: true, optional: true,
  get: ({ inputs }) => inputs.periods ?? inputs.guessYears,
  set: (agreement, value) => {
    const length = value as number | null;
    return input(agreement, { guessYears: length, periods: length !== null && length <= LONGEST ? length : null });
  },
};

/** What the model uses while an answer is skipped. */
const skipped = (agreement: Agreement, { unasked, kind }: { unasked: (agreement: Agreement) => number; kind: string }) =>
  `we use ${formatNumber(unasked(agreement) * (kind === "percent" ? 100 : 1), 2)}`;

/** The asks offered here; buying and staying are the first and third question, the others are found on the next step. */
const offered: readonly AskId[] = ["A06", "A07", "A13", "A09", "A15", "A10", "A05", "A04", "A14", "A17", "A08", "A16"];

function WhatElse() {
  return (
    <Block number={4} title="What else should the customer do?" hint="Pick what matters. Each becomes an ask with a number.">
      <div className="chips" role="group" aria-label="What else should the customer do?">
        {offered.map((id) => <AskChip key={id} id={id} />)}
      </div>
    </Block>
  );
}

function AskChip({ id }: { id: AskId }) {
  const { agreement } = useAgreement();
  const { value, set } = useField(`asks.${id}.on`);
  return <Chip on={value === true} onChange={set}>{agreement.asks.find((ask) => ask.id === id)!.label}</Chip>;
}

function InOneBreath() {
  const { agreement, assessment: { firstGuess, fourAnswers } } = useAgreement();
  const { currency } = agreement.inputs;
  if (fourAnswers === null) return null;
  return (
    <div className="soft">
      <dl className="sums">
        {firstGuess !== null && <div><dt>In one breath</dt><dd>{money(firstGuess)} <small>{currency}</small></dd></div>}
        <div><dt>With time, risk and cost counted</dt><dd>{money(fourAnswers)} <small>{currency}</small></dd></div>
      </dl>
      <p className="hint">{firstGuess === null ? "This" : "The second"} is what the rest of the path works with.</p>
    </div>
  );
}
