import { useId, useMemo } from "react";
import { assess } from "../../core/assessment";
import { money, percent, signed } from "../numbers";
import { useAgreement, useField } from "../use-desk";
import { Block } from "./Block";
import { ShowInSheet } from "./ShowInSheet";

const STEP = 5;

/** The first step above the worst level, in per cent: an ask at its worst would earn nothing, and the check would say ERROR. */
const lowestAbove = (worst: number) => STEP * (Math.floor(Math.round(worst * 100) / STEP) + 1);

/** One ask of the worked example on a slider: how far a single number moves the value, in the panel and on every sheet. */
export function OneSlider() {
  const { agreement, assessment, state } = useAgreement();
  const { value, set, show } = useField("drivers.forgiveness.asked");
  const titleId = useId();
  const [now, then] = [assessment.cases, useMemo(() => assess(state.since ?? agreement).cases, [state.since, agreement])];
  const change = now && then ? now.asked.value.total - then.asked.value.total : null;
  return (
    <Block title="Move one number" titleId={titleId} hint="Of 10 honest mistakes, how many does the customer let you put right first?">
      <div className="slider">
        <input
          type="range" min={lowestAbove(agreement.drivers.forgiveness.worst)} max={100} step={STEP} value={Math.round(Number(value) * 100)} aria-labelledby={titleId}
          aria-valuetext={`${percent(Number(value))} forgiven, worth ${money(now?.asked.value.total ?? 0)}`}
          onChange={({ target }) => set(target.valueAsNumber / 100)}
        />
        <b>{percent(Number(value))}</b>
        <ShowInSheet show={show} what="Mistakes forgiven, as asked" />
      </div>
      {change !== null && (
        <p className="hint" role="status">
          {signed(change) === "0" ? "Slide it and watch the value above, and the sheets."
            : <><b className={change > 0 ? "up" : "down"}>{signed(change)} {agreement.inputs.currency}</b> over the years, from this one ask.</>}
        </p>
      )}
    </Block>
  );
}
