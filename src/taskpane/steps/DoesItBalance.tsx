import { Button } from "@fluentui/react-components";
import { Add16Regular, ChevronDown16Regular, Warning20Filled } from "@fluentui/react-icons";
import { useState } from "react";
import { linkOf, type Agreement, type Ask, type Commitment, type Strength } from "../../core/agreement";
import type { AskAssessment, Assessment } from "../../core/assessment";
import { Bar } from "../parts/Bar";
import { Block, Finding } from "../parts/Block";
import { Disclosure } from "../parts/Disclosure";
import { Segment } from "../parts/Segment";
import { counted, money, percent } from "../numbers";
import { useAgreement, useField } from "../use-desk";

/** Step 5: what is naked first, then every ask by how far it is earned. */
export default function DoesItBalance() {
  const { agreement, assessment } = useAgreement();
  const { reciprocity } = assessment;
  const [showsEarned, setShowsEarned] = useState(false);
  const byCover = assessment.asks.filter(({ on }) => on).sort((a, b) => a.cover - b.cover || b.weight - a.weight);
  // The order as the step opened: a row that is being worked on does not run away.
  const [places] = useState(() => byCover.map(({ id }) => id));
  const [earned] = useState(() => new Set(byCover.filter(({ status }) => status === "earned").map(({ id }) => id)));
  const rows = [...byCover].sort((a, b) => places.indexOf(a.id) - places.indexOf(b.id));
  const shown = showsEarned ? rows : rows.filter(({ id }) => !earned.has(id));
  const hidden = rows.length - shown.length;
  return (
    <>
      <Finding
        title={reciprocity === null ? "Nothing is asked yet" : `${percent(reciprocity)} of what you ask is earned`}
        hint="Each ask by weight, and the commitments behind it"
      >
        <Bar share={reciprocity ?? 0} />
      </Finding>
      <Naked asks={byCover.filter(({ id, status }) => status === "naked" && !isKept(askOf(agreement, id)))} />
      <Block title="Ask by ask" hint="Open one to say which commitments earn it">
        <div className="list">
          {shown.map((ask) => <AskBar key={ask.id} ask={ask} />)}
          {hidden > 0 && (
            <button type="button" className="rest" aria-expanded="false" onClick={() => setShowsEarned(true)}>
              {counted(hidden, "ask")} fully earned<ChevronDown16Regular className="chevron" />
            </button>
          )}
        </div>
      </Block>
    </>
  );
}

const askOf = ({ asks }: Agreement, id: string): Ask => asks.find((ask) => ask.id === id)!;

/** The decision to ask without giving is written down where the ask is, so that a reader of the workbook sees it too. */
const KEPT = "Asked without backing, on purpose.";
const isKept = ({ note }: Ask) => note.includes(KEPT);

/** One naked ask at a time: fund what would earn it, drop it, or keep it with open eyes. */
function Naked({ asks }: { asks: readonly AskAssessment[] }) {
  const { agreement, assessment } = useAgreement();
  const [first, ...others] = asks;
  if (!first) return null;
  const ask = askOf(agreement, first.id);
  const helper = bestUnfunded(agreement, assessment, ask);
  return (
    <div className="care" role="group" aria-label={`Nothing stands behind ${ask.label}`}>
      <div className="care-head">
        <Warning20Filled className="careful" />
        <div>
          <h3>Nothing stands behind “{ask.label}”</h3>
          <p className="hint">
            {helper
              ? `“${helper.commitment.label}” would earn it, but has ${helper.commitment.budget === 0 ? "no" : "too small a"} budget yet.`
              : "No commitment is linked to it yet. Open it below to choose one."}
          </p>
        </div>
      </div>
      <WaysOut ask={ask} helper={helper} />
      {others.length > 0 && <p className="hint">{others.length} more after this one.</p>}
    </div>
  );
}

interface Helper { readonly commitment: Commitment; readonly cost: number }

function WaysOut({ ask, helper }: { ask: Ask; helper: Helper | undefined }) {
  const { agreement } = useAgreement();
  const on = useField(`asks.${ask.id}.on`);
  const note = useField(`asks.${ask.id}.note`);
  return (
    <div className="buttons">
      {helper && <Fund helper={helper} currency={agreement.inputs.currency} />}
      <Button size="small" onClick={() => on.set(false)}>Drop the ask</Button>
      <Button size="small" appearance="subtle" onClick={() => note.set(ask.note ? `${ask.note} ${KEPT}` : KEPT)}>Keep</Button>
    </div>
  );
}

function Fund({ helper: { commitment, cost }, currency }: { helper: Helper; currency: string }) {
  const { set } = useField(`commitments.${commitment.id}.budget`);
  return (
    <Button size="small" appearance="primary" onClick={() => set(cost)}>Fund it, {money(cost - commitment.budget)} {currency}</Button>
  );
}

/** The linked commitment that would earn most if its cost were budgeted. */
function bestUnfunded(agreement: Agreement, assessment: Assessment, ask: Ask): Helper | undefined {
  return agreement.commitments
    .map((commitment, index) => {
      const { annualCost, funded } = assessment.commitments[index]!;
      return { commitment, cost: annualCost, gain: commitment.on ? linkOf(agreement, ask.id, commitment.id) * (1 - funded) : 0 };
    })
    .filter(({ gain }) => gain > 0)
    .sort((a, b) => b.gain - a.gain)[0];
}

function AskBar({ ask: { id, cover } }: { ask: AskAssessment }) {
  const { agreement } = useAgreement();
  const ask = askOf(agreement, id);
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

function Link({ ask, commitment }: { ask: Ask; commitment: Commitment }) {
  const { assessment } = useAgreement();
  const { value, set } = useField(`links.${ask.id}.${commitment.id}`);
  const { funded } = assessment.commitments.find(({ id }) => id === commitment.id)!;
  return (
    <div className="link">
      <div>
        {commitment.label}
        {funded < 1 && <span className="hint careful">{fundedInWords(funded)}</span>}
      </div>
      <Segment value={value as Strength} legend={`How strongly “${commitment.label}” earns “${ask.label}”`} onChange={set} />
    </div>
  );
}

function fundedInWords(funded: number): string {
  if (funded === 0) return "not funded";
  return Math.abs(funded - 0.5) < 0.005 ? "half funded" : `${percent(funded)} funded`;
}
