import { Button } from "@fluentui/react-components";
import { Add16Regular, ChevronDown16Regular } from "@fluentui/react-icons";
import { useState } from "react";
import { linkOf, type Ask, type Commitment, type Strength } from "../../core/agreement";
import type { AskAssessment } from "../../core/assessment";
import { counted, percent } from "../numbers";
import { useAgreement, useField } from "../use-desk";
import { Bar } from "./Bar";
import { Finding } from "./Block";
import { Disclosure } from "./Disclosure";
import { Segment } from "./Segment";

/** The finding of both depths: how much of what is asked is earned. */
export function Earned() {
  const { assessment: { reciprocity } } = useAgreement();
  return (
    <Finding
      title={reciprocity === null ? "Nothing is asked yet" : `${percent(reciprocity)} of what you ask is earned`}
      hint="Each ask by weight, and the commitments behind it"
    >
      <Bar share={reciprocity ?? 0} />
    </Finding>
  );
}

/** Every ask by how far it is earned, worst first; those fully earned on request. */
export function AskBars() {
  const { assessment } = useAgreement();
  const [showsEarned, setShowsEarned] = useState(false);
  const byCover = assessment.asks.filter(({ on }) => on).sort((a, b) => a.cover - b.cover || b.weight - a.weight);
  // The order as the step opened: a row that is being worked on does not run away.
  const [places] = useState(() => byCover.map(({ id }) => id));
  const [earned] = useState(() => new Set(byCover.filter(({ status }) => status === "earned").map(({ id }) => id)));
  const rows = [...byCover].sort((a, b) => places.indexOf(a.id) - places.indexOf(b.id));
  const shown = showsEarned ? rows : rows.filter(({ id }) => !earned.has(id));
  const hidden = rows.length - shown.length;
  return (
    <div className="list">
      {shown.map((ask) => <AskBar key={ask.id} ask={ask} />)}
      {hidden > 0 && (
        <button type="button" className="rest" aria-expanded="false" onClick={() => setShowsEarned(true)}>
          {counted(hidden, "ask")} fully earned<ChevronDown16Regular className="chevron" />
        </button>
      )}
    </div>
  );
}

/** An ask and how far it is earned; it opens to the commitments that earn it. */
function AskBar({ ask: { id, cover } }: { ask: AskAssessment }) {
  const { agreement } = useAgreement();
  const ask = agreement.asks.find((each) => each.id === id)!;
  return (
    <Disclosure
      summary={(
        <>
          <span className="row-text">{ask.label}</span>
          <Bar share={cover} />
          <b className={cover === 0 ? "share careful" : "share"}>{percent(cover)}</b>
        </>
      )}
    >
      <Links ask={ask} />
    </Disclosure>
  );
}

/** Every commitment behind an ask, with the strength of its link. */
function Links({ ask }: { ask: Ask }) {
  const { agreement } = useAgreement();
  const on = agreement.commitments.filter((commitment) => commitment.on);
  // Those linked when the row opened stay in sight when their link is taken away.
  const [linked] = useState(() => new Set(on.filter(({ id }) => linkOf(agreement, ask.id, id) > 0).map(({ id }) => id)));
  const [showsAll, setShowsAll] = useState(linked.size === 0);
  const shown = showsAll ? on : on.filter(({ id }) => linked.has(id));
  const others = on.length - shown.length;
  if (on.length === 0) return <p className="hint">No commitment is on yet. Switch some on under “What we give”.</p>;
  return (
    <>
      <p className="hint">It earns the ask: 9 strongly, 3 somewhat, 1 a little</p>
      {shown.map((commitment) => <Link key={commitment.id} ask={ask} commitment={commitment} />)}
      {others > 0 && (
        <Button size="small" appearance="transparent" className="more" icon={<Add16Regular />} onClick={() => setShowsAll(true)}>
          {counted(others, "other commitment")}
        </Button>
      )}
    </>
  );
}

/** One link, named after the other side of it. */
function Link({ ask, commitment, named = "commitment" }: { ask: Ask; commitment: Commitment; named?: "ask" | "commitment" }) {
  const { assessment } = useAgreement();
  const { value, set } = useField(`links.${ask.id}.${commitment.id}`);
  const { funded } = assessment.commitments.find(({ id }) => id === commitment.id)!;
  return (
    <div className="link">
      <div>
        {named === "ask" ? ask.label : commitment.label}
        {funded < 1 && named === "commitment" && <span className="hint careful">{fundedInWords(funded)}</span>}
      </div>
      <Segment value={value as Strength} legend={`How strongly “${commitment.label}” earns “${ask.label}”`} onChange={set} />
    </div>
  );
}

function fundedInWords(funded: number): string {
  if (funded === 0) return "not funded";
  return Math.abs(funded - 0.5) < 0.005 ? "half funded" : `${percent(funded)} funded`;
}

/** A commitment and the weight of what it earns; it opens to the asks, to be linked from this side. */
export function CommitmentBars() {
  const { agreement, assessment } = useAgreement();
  const on = agreement.commitments.filter((commitment) => commitment.on);
  const loadOf = (id: string) => assessment.commitments.find((each) => each.id === id)!.load;
  const most = Math.max(...on.map(({ id }) => loadOf(id)), Number.MIN_VALUE);
  // The order as the step opened, as for the asks.
  const [places] = useState(() => [...on].sort((a, b) => loadOf(b.id) - loadOf(a.id)).map(({ id }) => id));
  if (on.length === 0) return <p className="hint">No commitment is on yet. Switch some on under “The moment of truth”.</p>;
  return (
    <div className="list">
      {[...on].sort((a, b) => places.indexOf(a.id) - places.indexOf(b.id)).map((commitment) => (
        <Disclosure
          key={commitment.id}
          summary={<><span className="row-text">{commitment.label}</span><Bar share={loadOf(commitment.id) / most} /></>}
        >
          <Earns commitment={commitment} />
        </Disclosure>
      ))}
    </div>
  );
}

function Earns({ commitment }: { commitment: Commitment }) {
  const { agreement } = useAgreement();
  return (
    <>
      <p className="hint">It earns: 9 strongly, 3 somewhat, 1 a little</p>
      {agreement.asks.filter(({ on }) => on).map((ask) => <Link key={ask.id} ask={ask} commitment={commitment} named="ask" />)}
    </>
  );
}
