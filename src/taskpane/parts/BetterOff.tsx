import { effortOf } from "../../core/value/effort";
import { alternativeNames } from "../../core/value/surplus";
import { counted, money, oneDecimal } from "../numbers";
import { useAgreement } from "../use-desk";
import { BarList } from "./BarList";
import { Block } from "./Block";
import { Disclosure } from "./Disclosure";
import { Entry } from "./Entry";

/** What the customer keeps with us, beside what the best alternative would leave: below that the role does not last. */
export function BetterOff() {
  const { agreement: { inputs: { currency, period } }, assessment: { customerSurplus, alternativeSurplus } } = useAgreement();
  const longest = Math.max(Math.abs(customerSurplus), Math.abs(alternativeSurplus ?? 0), 1);
  const bar = (id: string, label: string, surplus: number, quiet = false) =>
    ({ id, label, value: `${money(surplus)} ${currency}`, share: Math.max(0, surplus) / longest, quiet });
  return (
    <Block title={finding(customerSurplus, alternativeSurplus, currency, period)} hint={`What the customer keeps each ${period}: benefit and worth of our word, less price and effort`}>
      <BarList
        kind="give"
        rows={[bar("us", "With us", customerSurplus), ...(alternativeSurplus === null ? [] : [bar("alternative", "With the best alternative", alternativeSurplus, true)])]}
      />
      <div className="list"><Sides /></div>
    </Block>
  );
}

function finding(ours: number, theirs: number | null, currency: string, period: string): string {
  if (theirs === null) return "Would the customer be better off elsewhere?";
  const ahead = ours - theirs;
  if (ahead === 0) return "The customer is as well off with the best alternative";
  return `The customer is ${money(Math.abs(ahead))} ${currency} a ${period} better off ${ahead > 0 ? "with us" : "with the best alternative"}`;
}

/** The four numbers of each side, closed at first. */
function Sides() {
  const { agreement } = useAgreement();
  const { inputs } = agreement;
  const { hours, priced } = effortOf(agreement);
  const missing = alternativeNames.filter((name) => inputs[name] === null).length;
  return (
    <>
      <Disclosure summary={<span className="row-text">With us</span>}>
        <div className="fields">
          <div className="pair"><Entry of="in_benefit" label="Benefit" unit={inputs.currency} /><Entry of="in_worth" label="Our word is worth" unit={inputs.currency} /></div>
          <div className="pair"><Entry of="in_price" label="Price" unit={inputs.currency} /><Entry of="in_effort" label="Effort" unit={inputs.currency} /></div>
          {priced !== null && <p className="hint">{`${oneDecimal(hours)} hours at ${money(inputs.effortRate ?? 0)} ${inputs.currency} make ${money(priced)}: that counts in place of the effort above.`}</p>}
        </div>
      </Disclosure>
      <Disclosure
        summary={<><span className="row-text">With the best alternative</span>{missing > 0 && <span className="hint">{missing === 4 ? "not known yet" : `${counted(missing, "number")} missing`}</span>}</>}
      >
        <div className="fields">
          <div className="pair">
            <Entry of="in_alt_benefit" label="Benefit" unit={inputs.currency} placeholder="unknown" />
            <Entry of="in_alt_worth" label="Their word is worth" unit={inputs.currency} placeholder="unknown" />
          </div>
          <div className="pair">
            <Entry of="in_alt_price" label="Price" unit={inputs.currency} placeholder="unknown" />
            <Entry of="in_alt_effort" label="Effort" info="With what it costs the customer to change over." unit={inputs.currency} placeholder="unknown" />
          </div>
        </div>
      </Disclosure>
    </>
  );
}
