import { Button, InfoLabel } from "@fluentui/react-components";
import { ArrowDown12Filled, ArrowUp12Filled, ChevronDown16Regular, ChevronUp16Regular } from "@fluentui/react-icons";
import { useEffect, useId, useMemo, useRef, useState } from "react";
import type { Agreement } from "../../core/agreement";
import { assess, type Assessment } from "../../core/assessment";
import { money, percent, signed } from "../numbers";
import { useAgreement } from "../use-desk";
import { figureOf, linesOf, type Card, type Figure } from "./figures";

/** The net lifetime value, in sight on every step and live at every keystroke. */
export default function ValueCard({ card: { figure, since, note: said, today } }: { card: Card }) {
  const { agreement, assessment, state } = useAgreement();
  const note = today && assessment.cases ? `${said}; ${money(assessment.cases.actual.value.total)} today` : said;
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const before = useMemo(() => (since && state.since ? figureOf(assess(state.since), since) : null), [state.since, since]);
  const value = figureOf(assessment, figure);
  const change = since === undefined || value === null || before === null ? null : value - before;
  const { currency } = agreement.inputs;
  return (
    <section className="card" aria-label="Net lifetime value">
      <div className="card-line">
        <div className="card-value">
          <InfoLabel className="card-label" size="small" info={meaningOf(agreement)}>Net lifetime value</InfoLabel>
          <span className="card-number" aria-hidden="true">
            {value === null ? "–" : <><Counting to={value} /><small>{currency}</small></>}
          </span>
        </div>
        <div className="card-change" aria-hidden="true">
          {change !== null && <Change by={change} />}
          <span>{note}</span>
        </div>
        <Button
          appearance="transparent" size="small" className="card-more" icon={isOpen ? <ChevronUp16Regular /> : <ChevronDown16Regular />}
          aria-label="How the value is made up" aria-expanded={isOpen} aria-controls={isOpen ? id : undefined}
          onClick={() => setOpen(!isOpen)}
        />
      </div>
      {value === null && <p className="hint">{assessment.noValue ?? "There is no value yet."}</p>}
      {isOpen && <div id={id}><MadeUpOf figure={figure} agreement={agreement} assessment={assessment} /></div>}
      <Spoken text={value === null ? "No net lifetime value" : spoken(value, change, currency, note)} />
    </section>
  );
}

function Change({ by }: { by: number }) {
  const text = signed(by);
  if (text === "0") return <b className="none">no change</b>;
  return <b className={by > 0 ? "up" : "down"}>{by > 0 ? <ArrowUp12Filled /> : <ArrowDown12Filled />}{text}</b>;
}

function MadeUpOf({ figure, agreement, assessment }: { figure: Figure; agreement: Agreement; assessment: Assessment }) {
  return (
    <>
      <dl className="card-lines">
        {linesOf(figure, agreement, assessment).map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd className={value !== null && value < 0 ? "down" : undefined}>{value === null ? "not counted yet" : money(value)}</dd>
          </div>
        ))}
      </dl>
      <p className="hint">{conditionsOf(agreement)}</p>
    </>
  );
}

/** "Over 7 years, at 10%, paid at the end of each year". */
function conditionsOf({ inputs: { periods, period, rate, type } }: Agreement): string {
  const span = periods === null ? "With no end" : `Over ${periods} ${period}${periods === 1 ? "" : "s"}`;
  const paid = { 0: "at the end of", 0.5: "all through", 1: "at the start of" }[type];
  return `${span}, at ${percent(rate, 1)}, paid ${paid} each ${period}`;
}

function meaningOf({ inputs: { periods, period } }: Agreement): string {
  const reach = periods === null ? "for as long as they stay" : `over ${periods} ${period}s; what lies beyond is left out`;
  return `What one customer is worth to us in today’s money, ${reach}.`;
}

function spoken(value: number, change: number | null, currency: string, note: string): string {
  const said = `Net lifetime value ${money(value)} ${currency}`;
  if (change === null) return `${said}, ${note}`;
  return `${said}, ${signed(change) === "0" ? "no change" : `${change > 0 ? "up" : "down"} ${money(Math.abs(change))}`}, ${note}`;
}

/** Tells screen readers the number once it stands still, not every number on the way. */
function Spoken({ text }: { text: string }) {
  const [still, setStill] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setStill(text), 600);
    return () => clearTimeout(timer);
  }, [text]);
  return <p className="unseen" aria-live="polite">{still}</p>;
}

const COUNTING_MS = 150;
const isStill = () => window.matchMedia("(prefers-reduced-motion: reduce)").matches;

/** A number that runs to its new value; at once where motion is not wanted. */
function Counting({ to }: { to: number }) {
  const [shown, setShown] = useState(to);
  const from = useRef(to);
  useEffect(() => {
    const start = performance.now();
    const origin = from.current;
    let frame = requestAnimationFrame(function step(now) {
      const done = isStill() ? 1 : Math.min(1, (now - start) / COUNTING_MS);
      from.current = origin + (to - origin) * done;
      setShown(from.current);
      if (done < 1) frame = requestAnimationFrame(step);
    });
    return () => cancelAnimationFrame(frame);
  }, [to]);
  return <>{money(shown)}</>;
}
