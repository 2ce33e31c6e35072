import { Button, Radio, RadioGroup } from "@fluentui/react-components";
import { Add16Regular, Delete16Regular } from "@fluentui/react-icons";
import { useState } from "react";
import type { CrossSellLine } from "../../core/agreement";
import { canBeAsked, crossSellIds, crossSellOf, emptyLine, lineOf, otherTakeUp, withoutLine } from "../../core/value/cross-sell";
import { money, percent } from "../numbers";
import { useAgreement, useField } from "../use-desk";
import { Disclosure } from "./Disclosure";
import { Entry } from "./Entry";
import { Sums } from "./Sums";

/** What other products bring: one figure, or a list of which every line opens to its numbers. */
export function CrossSell() {
  const { agreement: { inputs: { currency } } } = useAgreement();
  const { value, set } = useField("in_acc_from");
  const isList = value === "the list";
  return (
    <>
      <RadioGroup aria-label="Where the margin of accessories comes from" value={isList ? "the list" : "one figure"} onChange={(_, chosen) => set(chosen.value)}>
        <Radio value="one figure" label="One figure" />
        <Radio value="the list" label="A list of products" />
      </RadioGroup>
      {isList ? <Products /> : <Entry of="in_acc_value" label="Accessories, if every order had one" unit={currency} />}
    </>
  );
}

function Products() {
  const { agreement } = useAgreement();
  const { currency, period } = agreement.inputs;
  const [asked, setAsked] = useState(0);
  const shown = Math.max(asked, 1, ...crossSellIds.map((id, index) => (lineOf(agreement, id) === emptyLine ? 0 : index + 1)));
  const { brings, full } = crossSellOf(agreement);
  const each = (value: number) => <>{money(value)} <small>{currency}</small></>;
  return (
    <>
      <div className="list">
        {crossSellIds.slice(0, shown).map((id) => <Product key={id} id={id} removed={() => setAsked(0)} />)}
        {shown < crossSellIds.length && (
          <Button appearance="transparent" className="more" icon={<Add16Regular />} onClick={() => setAsked(shown + 1)}>Add a product</Button>
        )}
      </div>
      <Sums rows={[[`The list brings a ${period}`, each(brings)], ["If all of it were taken", each(full)]]} />
      <OtherTakeUp />
    </>
  );
}

function Product({ id, removed }: { id: string; removed: () => void }) {
  const { agreement, desk, faults } = useAgreement();
  const { currency } = agreement.inputs;
  const line = lineOf(agreement, id);
  const field = (key: keyof CrossSellLine) => `crossSell.${id}.${key}`;
  const name = line.product || "New product";
  const remove = () => {
    desk.tell({ type: "edited", change: (now) => withoutLine(now, id) });
    removed();
  };
  return (
    <Disclosure
      startsOpen={line === emptyLine} forced={[...faults.keys()].some((fault) => fault.startsWith(`crossSell.${id}.`))}
      summary={<><span className="row-text">{name}<span className="hint">{inWords(line)}</span></span><b className="cost">{line === emptyLine ? "–" : money(brought(line))}</b></>}
    >
      <div className="fields">
        <Entry of={field("product")} label="Product" />
        <Entry of={field("value")} label="It sells for, if all of it is taken" unit={currency} />
        <div className="pair"><Entry of={field("takeUp")} label="Taken" unit="%" /><Entry of={field("margin")} label="Margin" unit="%" /></div>
        {line !== emptyLine && (
          <Button size="small" icon={<Delete16Regular />} aria-label={`Remove “${name}”`} onClick={remove}>Remove</Button>
        )}
      </div>
    </Disclosure>
  );
}

const brought = (line: CrossSellLine) => crossSellOf({ crossSell: { line } }).brings;

function inWords({ takeUp, value, margin }: CrossSellLine): string {
  if (takeUp === null || value === null || margin === null) return "not complete yet";
  return `${percent(takeUp)} of ${money(value)} at ${percent(margin)} margin`;
}

/** The list and the ask for accessories say the same, or the person chooses. */
function OtherTakeUp() {
  const { agreement } = useAgreement();
  const { set } = useField("drivers.accessories.asked");
  const takeUp = otherTakeUp(agreement);
  if (takeUp === null) return null;
  if (!canBeAsked(takeUp)) return <NobodysTakeUp takeUp={takeUp} />;
  return (
    <div className="care">
      <div>
        <p><b>The list is taken up by {percent(takeUp)}</b></p>
        <p className="hint">The role asks for {percent(agreement.drivers.accessories.asked)}, and that is what counts.</p>
      </div>
      <div className="buttons"><Button size="small" onClick={() => set(inWholePercent(takeUp))}>Ask for {percent(takeUp)}</Button></div>
    </div>
  );
}

const NobodysTakeUp = ({ takeUp }: { takeUp: number }) => (
  <div className="care">
    <div>
      <p><b>The list comes to a take-up of {percent(takeUp)}</b></p>
      <p className="hint">Nobody can be asked for that: a margin below 0% sets the lines against each other. Look at the take-up and margin of each.</p>
    </div>
  </div>
);

const inWholePercent = (share: number) => Math.round(share * 100) / 100;
