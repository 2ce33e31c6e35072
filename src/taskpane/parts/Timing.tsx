import { useMemo } from "react";
import type { Agreement } from "../../core/agreement";
import { assess } from "../../core/assessment";
import type { Inputs } from "../../core/value/inputs";
import { money } from "../numbers";
import { useAgreement, useField } from "../use-desk";
import { Disclosure } from "./Disclosure";
import { Tiles } from "./Tiles";

type Type = Inputs["type"];

/** When in the period the money may arrive, earliest first; the first dot of the drawing stands at `from`. */
const timings: readonly { type: Type; label: string; word: string; from: number }[] = [
  { type: 1, label: "At the start", word: "prepaid", from: 4 },
  { type: 0.5, label: "All through", word: "bit by bit", from: 16 },
  { type: 0, label: "At the end", word: "careful", from: 28 },
];

const valueAt = (agreement: Agreement, type: Type) =>
  assess({ ...agreement, inputs: { ...agreement.inputs, type } }).cases?.asked.value.total;

/** Three moments for the money, each drawn, with the value that follows from it. */
export function Timing({ labelledBy }: { labelledBy: string }) {
  const { agreement } = useAgreement();
  const { value, set } = useField("in_type");
  const values = useMemo(() => timings.map(({ type }) => valueAt(agreement, type)), [agreement]);
  return (
    <Tiles
      labelledBy={labelledBy} chosen={String(value)} across={3} onChange={(id) => set(Number(id))}
      tiles={timings.map(({ type, label, word, from }, index) => ({
        id: String(type), label, icon: <TimeLine from={from} />,
        detail: <>{values[index] === undefined ? "no value" : money(values[index])}<span className="hint">{word}</span></>,
      }))}
    />
  );
}

/** Three payments along a line of periods; the later, the less they are worth today. */
function TimeLine({ from }: { from: number }) {
  return (
    <svg className="time-line" viewBox="0 0 84 16" aria-hidden="true">
      <path d="M4 8H80M4 5v6M28 5v6M52 5v6M80 5v6" />
      {[4.5, 3.5, 2.5].map((radius, index) => <circle key={radius} cx={from + index * 24} cy="8" r={radius} />)}
    </svg>
  );
}

/** The formulas finance people know, by timing and whether the first period is at risk; unlimited and without growth. */
const textbooks: readonly { type: Type; atRisk: boolean; formula: string; known: string }[] = [
  { type: 0, atRisk: false, formula: "m / (1 + d − r)", known: "Ofek; Davis" },
  { type: 1, atRisk: false, formula: "m (1 + d) / (1 + d − r)", known: "Blattberg and others; Steenburgh & Avery" },
  { type: 0, atRisk: true, formula: "m r / (1 + d − r)", known: "Capon; Kotler & Keller; Lehmann & Winer" },
  { type: 0.5, atRisk: false, formula: "m √(1 + d) / (1 + d − r)", known: "Mid-period, usual in finance" },
];

/** Which textbook counts the money as chosen here; the names are closed at first. */
export function Textbooks() {
  const { agreement: { inputs: { type, atRisk, period } } } = useAgreement();
  return (
    <Disclosure kind="group" summary={<h3>Which textbook does this match?</h3>}>
      <ul className="list">
        {textbooks.map((each) => {
          const isOurs = each.type === type && each.atRisk === atRisk;
          return (
            <li key={each.formula} className="standing">
              <span className="row-text"><code>{each.formula}</code><span className="hint">{each.known}</span></span>
              {isOurs && <b className="chosen-word">yours</b>}
            </li>
          );
        })}
      </ul>
      <p className="hint">
        m margin of a {period}, d discount rate, r retention. First {period} {atRisk ? "at risk" : "certain"}: you say so under “Who is this for”.
      </p>
    </Disclosure>
  );
}
