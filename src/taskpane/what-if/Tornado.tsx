import { useMemo } from "react";
import { futuresOf } from "../../core/portfolio/scenarios";
import { tornadoOf, type TornadoBar } from "../../core/portfolio/tornado";
import { money } from "../numbers";
import { Block } from "../parts/Block";
import { useAgreement } from "../use-desk";
import { SpanBar } from "./SpanBar";

/** A bar that has both its ends. */
type Whole = TornadoBar & { readonly low: number; readonly high: number };
const isWhole = (bar: TornadoBar): bar is Whole => bar.low !== null && bar.high !== null;

/** Which single number moves the value most: each alone, the widest first. */
export function Tornado() {
  const { agreement } = useAgreement();
  const bars = useMemo(() => tornadoOf(agreement).filter(isWhole), [agreement]);
  const base = useMemo(() => futuresOf(agreement)[0]!.value, [agreement]);
  const [widest] = bars;
  if (!widest || base === null) return null;
  const axis = { from: Math.min(base, ...bars.flatMap(({ low, high }) => [low, high])), to: Math.max(base, ...bars.flatMap(({ low, high }) => [low, high])) };
  return (
    <Block title={`${nameOf(widest)} moves the value most`} hint={`By ${money(Math.abs(Math.round(widest.high) - Math.round(widest.low)))} ${agreement.inputs.currency} from low to high. Each alone, the others as asked.`}>
      <ul className="bars spans">
        {bars.map(({ id, label, low, high }) => (
          <li key={id}>
            <span className="bar-label">{nameOf({ label })}<span className="hint">{label.slice(nameOf({ label }).length + 2)}</span></span>
            <b className="ends">{money(low)} to {money(high)}</b>
            <SpanBar
              base={base} axis={axis}
              spans={[{ from: Math.min(low, high), to: base, kind: "loss" }, { from: base, to: Math.max(low, high), kind: "give" }]}
            />
          </li>
        ))}
      </ul>
    </Block>
  );
}

/** What is swung, without how far. */
const nameOf = ({ label }: Pick<TornadoBar, "label">) => label.split(",")[0]!;
