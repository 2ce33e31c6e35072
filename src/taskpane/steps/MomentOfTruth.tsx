import { Button } from "@fluentui/react-components";
import { Add16Regular, Delete16Regular } from "@fluentui/react-icons";
import type { Commitment } from "../../core/agreement";
import { paysFrom } from "../../core/assessment";
import { isOpen, questions, type Question } from "../../core/commitment/questions";
import { withCommitment, withoutCommitment, written } from "../../core/commitment/rows";
import { annualCost } from "../../core/commitment/cost";
import { inputs } from "../../core/value/inputs";
import { Block, Finding } from "../parts/Block";
import { BreakEven } from "../parts/BreakEven";
import { Choice } from "../parts/Choice";
import { CommitmentCost, CommitmentLevels } from "../parts/CommitmentFields";
import { CommitmentRow } from "../parts/CommitmentRow";
import { Entry } from "../parts/Entry";
import { Particulars } from "../parts/Particulars";
import { hasCurve, PerfectionCurve } from "../parts/PerfectionCurve";
import { Tick } from "../parts/Tick";
import { Wording } from "../parts/Wording";
import { counted, money, oneDecimal, percent } from "../numbers";
import { useAgreement } from "../use-desk";

/** Step 6: the eight questions, each with its commitments or the reason for none, and whether they pay for themselves. */
export default function MomentOfTruth() {
  return (
    <>
      <Asked />
      {questions.map((question) => <Answers key={question.number} question={question} />)}
      <NoLineLeft />
      <Cost />
      <PaysForItself />
    </>
  );
}

function Asked() {
  const { agreement, assessment: { cases } } = useAgreement();
  const { inputs: { currency, period }, commitments } = agreement;
  const asked = cases && cases.asked.value.contribution + cases.asked.value.referrals;
  return (
    <Finding
      title="What will you give to deserve it?"
      hint={`${asked === null ? "" : `You asked for ${money(asked)} ${currency} of value. `}${counted(commitments.filter(({ on }) => on).length, "commitment")} so far; cost per customer and ${period}.`}
    />
  );
}

/** One question: its commitments, one more, or why none. */
function Answers({ question }: { question: Question }) {
  const { number, label, none, printed } = question;
  const { agreement } = useAgreement();
  const answers = written(agreement).filter((commitment) => commitment.question === number);
  const isAnswered = answers.some(({ on }) => on);
  const name = inputs.find(({ id }) => id === none)!.name;
  return (
    <Block number={number} title={question.question} hint={printed ? label : `${label}: never printed for the customer`}>
      {answers.length > 0 && (
        <div className="list">
          {answers.map((commitment) => <CommitmentRow key={commitment.id} commitment={commitment} Details={Details} isNamed />)}
        </div>
      )}
      {!isAnswered && (
        <>
          <Entry of={name} label="None, because" placeholder="say why" />
          {isOpen(agreement, question) && <p className="hint careful">Add a commitment, or write down why there is none.</p>}
        </>
      )}
      <AddCommitment number={number} label={label} />
    </Block>
  );
}

/** On the first free line, before Build and after: every sheet keeps room for it. */
function AddCommitment({ number, label }: { number: number; label: string }) {
  const { desk, agreement } = useAgreement();
  if (written(agreement).length === agreement.commitments.length) return null;
  return (
    <Button
      appearance="transparent" className="more" icon={<Add16Regular />} aria-label={`Add a commitment: ${label}`}
      onClick={() => desk.tell({ type: "edited", change: (now) => withCommitment(now, number) })}
    >
      Add a commitment
    </Button>
  );
}

function NoLineLeft() {
  const { agreement } = useAgreement();
  const { length } = agreement.commitments;
  if (written(agreement).length < length) return null;
  return <p className="hint">All {length} lines for commitments are taken. Remove one to add another.</p>;
}

function Details({ commitment }: { commitment: Commitment }) {
  const { agreement: { inputs: { currency, period } } } = useAgreement();
  const { id, on, tier } = commitment;
  const field = (key: string) => `commitments.${id}.${key}`;
  return (
    <div className="fields">
      <Entry of={field("label")} label="We commit to" />
      <Wording of={field("wording")} info="What the charter prints. A number makes it a promise that can be kept." />
      <CommitmentLevels commitment={commitment} />
      <Entry of={field("costDriver")} label="Costed" />
      <CommitmentCost commitment={commitment} />
      <Choice of={field("tier")} label="For whom" options={[{ value: "all", label: "every customer" }, { value: "best", label: "the best customers only" }]} />
      {tier === "best" && <WhoIsBest />}
      <Particulars commitment={commitment} />
      <div className="pair"><Entry of={field("owner")} label="Who keeps it" /><Entry of={field("evidence")} label="Number from" /></div>
      <Entry of={field("touchPoints")} label="Where the customer meets it" />
      <Entry of={field("remedy")} label="If we break it" placeholder="nothing yet" />
      <Entry of={field("competitor")} label="What the best alternative gives" placeholder="unknown" />
      <Tick of={field("show")} label="Print it in the customer’s charter" />
      {on && hasCurve(commitment) && annualCost(commitment) > 0 && <PerfectionCurve commitment={commitment} currency={currency} period={period} />}
      <Alone commitment={commitment} />
      <Remove commitment={commitment} />
    </div>
  );
}

/** Two lines for all that is for the best; a customer must pass both. */
function WhoIsBest() {
  const { agreement: { inputs: { currency } } } = useAgreement();
  return (
    <div className="pair">
      <Entry of="in_best_fit" label="Best from a fit of" unit="%" placeholder="any" info="One line for all that is for the best customers only." />
      <Entry of="in_best_value" label="and a net value of" unit={currency} placeholder="any" />
    </div>
  );
}

/** What this commitment alone must change to pay for itself. */
function Alone({ commitment }: { commitment: Commitment }) {
  const { agreement, assessment: { cases } } = useAgreement();
  if (!cases || annualCost(commitment) === 0) return null;
  const needed = paysFrom(agreement, cases, commitment);
  const { retWithout, period } = agreement.inputs;
  return (
    <p className="worth">
      <span className="hint">Alone it pays if it keeps, of 100 each {period}</span>
      <b>{needed === null ? "never" : `${oneDecimal(Math.max(0, needed - retWithout) * 100)} more`}</b>
    </p>
  );
}

function Remove({ commitment: { id, label } }: { commitment: Commitment }) {
  const { desk } = useAgreement();
  return (
    <div className="buttons">
      <Button
        size="small" icon={<Delete16Regular />} aria-label={`Remove “${label}”`}
        onClick={() => desk.tell({ type: "edited", change: (agreement) => withoutCommitment(agreement, id) })}
      >
        Remove it
      </Button>
    </div>
  );
}

function Cost() {
  const { agreement: { inputs: { currency, period } }, assessment: { costToDeserve, budget, cases } } = useAgreement();
  const share = cases && -cases.asked.value.commitments / (cases.asked.value.contribution + cases.asked.value.referrals);
  return (
    <div className="list">
      <p className="total"><span>Cost to deserve, per {period}</span><b>{money(costToDeserve)} {currency}</b></p>
      <p className="total plain"><span>Budgeted</span><b>{money(budget)} {currency}</b></p>
      {share !== null && Number.isFinite(share) && <p className="total plain"><span>Given, of what is asked</span><b>{percent(share, 1)}</b></p>}
    </div>
  );
}

function PaysForItself() {
  const { agreement: { inputs: { retWithout, period } }, assessment: { cases, costToDeserve, breakEvenRetention } } = useAgreement();
  if (!cases || costToDeserve === 0) return null;
  return (
    <Block title="Does it pay for itself?">
      <BreakEven without={retWithout} paysFrom={breakEvenRetention} role={cases.asked.levels.retention} period={period} />
      <div className="pair"><Entry of="in_ret_without" label="Would stay without commitments" unit="%" width={220} /></div>
    </Block>
  );
}
