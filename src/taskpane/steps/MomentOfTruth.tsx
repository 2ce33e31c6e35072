import { Button } from "@fluentui/react-components";
import { Add16Regular, Delete16Regular } from "@fluentui/react-icons";
import type { Commitment } from "../../core/agreement";
import { paysFrom } from "../../core/assessment";
import { isOpen, questions, type Question } from "../../core/commitment/questions";
import { withCommitment, withoutCommitment } from "../../core/commitment/rows";
import { annualCost } from "../../core/commitment/cost";
import { inputs } from "../../core/value/inputs";
import { Block, Finding } from "../parts/Block";
import { BreakEven } from "../parts/BreakEven";
import { Choice } from "../parts/Choice";
import { CommitmentRow } from "../parts/CommitmentRow";
import { Entry } from "../parts/Entry";
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
      <AnotherOne />
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
  const answers = agreement.commitments.filter((commitment) => commitment.question === number);
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

/** Before Build a commitment is added here; afterwards as a row on its sheet, where the formulas are. */
function AddCommitment({ number, label }: { number: number; label: string }) {
  const { desk, state: { phase } } = useAgreement();
  if (phase === "built") return null;
  return (
    <Button
      appearance="transparent" className="more" icon={<Add16Regular />} aria-label={`Add a commitment: ${label}`}
      onClick={() => desk.tell({ type: "edited", change: (agreement) => withCommitment(agreement, number) })}
    >
      Add a commitment
    </Button>
  );
}

function AnotherOne() {
  const { desk, state: { built } } = useAgreement();
  const sheet = built?.build.sheets.find(({ id }) => id === "commitments");
  if (!sheet) return null;
  return (
    <Block
      title="One more commitment?"
      hint={`Add a row on the sheet ${sheet.name}. Its cost counts at once; it earns asks once the sheets are built again.`}
    >
      <div className="buttons">
        <Button size="small" onClick={() => void desk.goTo({ sheet: sheet.name, address: "A1" })}>Go to {sheet.name}</Button>
      </div>
    </Block>
  );
}

function Details({ commitment }: { commitment: Commitment }) {
  const { agreement: { inputs: { currency, period } } } = useAgreement();
  const { id, costDriver, on } = commitment;
  const field = (key: string) => `commitments.${id}.${key}`;
  return (
    <div className="fields">
      <Entry of={field("label")} label="We commit to" />
      <Wording of={field("wording")} info="What the charter prints. A number makes it a promise that can be kept." />
      <Entry of={field("unit")} label="Measured as" />
      <div className="pair">
        <Entry of={field("committed")} label="Level" unit="" />
        <Entry of={field("worst")} label="Worst" unit="" info="The level at which the promise counts as not kept at all." />
        <Entry of={field("capability")} label="Proven" unit="" placeholder="unknown" info="The level shown over the last twelve months." />
      </div>
      <Entry of={field("costDriver")} label="Costed" />
      <div className="pair">
        <Entry of={field("quantity")} label="How many" unit={`a ${period}`} info={`Costed ${costDriver || "per customer"}`} />
        <Entry of={field("unitCost")} label="Cost of one" unit={currency} />
      </div>
      <div className="pair">
        <Entry of={field("eligible")} label="For how many" unit="% of all" info="Share of customers entitled to it." />
        <Entry of={field("budget")} label="Budget" unit={currency} info={`What is set aside per customer and ${period}.`} />
      </div>
      <Choice of={field("tier")} label="For whom" options={[{ value: "all", label: "every customer" }, { value: "best", label: "the best customers only" }]} />
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
  const { desk, agreement: { commitments }, state: { phase } } = useAgreement();
  if (phase === "built" || commitments.length === 1) return null;
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
