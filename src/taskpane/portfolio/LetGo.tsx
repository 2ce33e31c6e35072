import { Button, Field, Input, Radio, RadioGroup, Textarea } from "@fluentui/react-components";
import { Checkmark16Filled, Circle16Regular, Warning16Filled } from "@fluentui/react-icons";
import { useState, type ReactNode } from "react";
import { costToDeserve } from "../../core/commitment/cost";
import type { Customer } from "../../core/portfolio/customers";
import {
  decisionOf, exitLadder, legalChecks, letGo, type Answer, type LetGoCase, type LetGoState, type LetGoStep,
} from "../../core/portfolio/let-go";
import type { Scores } from "../../core/portfolio/portfolio";
import { dayOfIso } from "../history/days";
import { counted, money, parseNumber } from "../numbers";
import { Block } from "../parts/Block";
import { Disclosure } from "../parts/Disclosure";
import { Sums } from "../parts/Sums";
import { useAgreement } from "../use-desk";
import type { Answers } from "./portfolio";
import { usePortfolio } from "./use-portfolio";

interface LetGoProps { customer: Customer; scores: Scores; row: number; asOf: number }

const nothing: Answers = { stayingCost: "", stayingDeserve: "", answers: {}, legal: {}, rung: null, decidedBy: "" };

/** Letting a customer go: seven steps, each passed, open, or speaking for keeping; only then is there something to record. */
export function LetGo({ customer, scores, row, asOf }: LetGoProps) {
  const { agreement, assessment } = useAgreement();
  const { portfolio, state: { answers: all } } = usePortfolio();
  const typed = all[customer.id] ?? nothing;
  const change = (part: Partial<Answers>) => portfolio.answer(customer.id, { ...typed, ...part });
  const given: LetGoCase = {
    ...typed, now: flowsOf(customer, costToDeserve(agreement)), deserve: assessment.deserve,
    stayingCost: parseNumber(typed.stayingCost) ?? 0, stayingDeserve: parseNumber(typed.stayingDeserve) ?? 0,
  };
  const state = letGo(agreement, given);
  const passed = state.steps.filter((step) => step.state === "passed").length;
  const { currency, period } = agreement.inputs;
  return (
    <Block
      title="Before anybody is let go"
      hint={`${passed} of ${state.steps.length} steps passed. Letting go is a decision in steps, never a label.`}
    >
      <div className="list">
        {state.steps.map((step) => (
          <Disclosure key={step.id} summary={<StepSummary step={step} />}>
            <div className="fields"><p className="hint">{step.question}</p>{controls(step, typed, change)}</div>
          </Disclosure>
        ))}
      </div>
      <Sums rows={[
        ["Value if only avoidable cost counts", `${money(state.avoidableValue)} ${currency}`],
        [`Not deciding costs a ${period}`, `${money(Math.max(0, state.pricePerPeriod))} ${currency}`],
        ["Never deciding costs", `${money(Math.max(0, state.priceForever))} ${currency}`],
      ]} />
      <Record state={state} given={given} row={row} value={scores.net[row]!} asOf={asOf} name={customer.name || customer.id} />
    </Block>
  );
}

const flowsOf = ({ contribution, retention, growth, referrals, deserveCost }: Customer, usual: number): LetGoCase["now"] => ({
  contribution: contribution ?? NaN, retention: retention ?? NaN, growth: growth ?? 0, referrals: referrals ?? 0,
  deserveCost: deserveCost ?? usual,
});

const marks = {
  passed: <Checkmark16Filled className="good" aria-label="Passed" />,
  stays: <Warning16Filled className="careful" aria-label="Speaks for keeping" />,
  open: <Circle16Regular className="muted" aria-label="Open" />,
};

function StepSummary({ step: { title, state, because } }: { step: LetGoState["steps"][number] }) {
  return (
    <span className="row-text">
      <span className="with-icon">{marks[state]}<span className="name">{title}</span></span>
      <span className="hint">{state === "stays" ? `Speaks for keeping: ${because}` : because}</span>
    </span>
  );
}

/** What a step asks a person for. */
function controls({ id, question }: LetGoStep, typed: Answers, change: (part: Partial<Answers>) => void): ReactNode {
  switch (id) {
    case "avoidable": return (
      <>
        <Cost
          label="Cost inside the contribution that would stay" text={typed.stayingCost}
          onChange={(stayingCost) => change({ stayingCost })}
        />
        <Cost
          label="Cost to deserve that would stay" text={typed.stayingDeserve}
          onChange={(stayingDeserve) => change({ stayingDeserve })}
        />
      </>
    );
    case "deserve": return <p className="hint">Follows from what we kept, under “Do we deserve it?”.</p>;
    case "legal": return legalChecks.map((check) => (
      <YesNo
        key={check.id} question={check.question} answer={typed.legal[check.id] ?? null}
        onChange={(answer) => change({ legal: { ...typed.legal, [check.id]: answer } })}
      />
    ));
    case "exit": return (
      <RadioGroup aria-label={question} value={typed.rung ?? ""} onChange={(_, { value }) => change({ rung: value })}>
        {exitLadder.map(({ id: rung, label, says }) => (
          <Radio key={rung} value={rung} label={<><b>{label}</b><span className="hint block-line">{says}</span></>} />
        ))}
      </RadioGroup>
    );
    case "decision": return (
      <Field label="Decided by"><Input value={typed.decidedBy} onChange={(_, { value }) => change({ decidedBy: value })} /></Field>
    );
    default: return (
      <YesNo
        question={question} isBare answer={typed.answers[id] ?? null}
        onChange={(answer) => change({ answers: { ...typed.answers, [id]: answer } })}
      />
    );
  }
}

function Cost({ label, text, onChange }: { label: string; text: string; onChange: (text: string) => void }) {
  const { agreement: { inputs: { currency, period } } } = useAgreement();
  const isWrong = text.trim() !== "" && parseNumber(text) === undefined;
  return (
    <Field label={label} validationMessage={isWrong ? "Enter an amount, such as 1,200." : undefined}>
      <Input
        value={text} placeholder="0" inputMode="decimal" contentAfter={<span className="unit">{currency}/{period}</span>}
        onChange={(_, { value }) => onChange(value)}
      />
    </Field>
  );
}

interface YesNoProps {
  question: string;
  answer: Answer;
  /** The question stands above already. */
  isBare?: boolean;
  onChange: (answer: Answer) => void;
}

function YesNo({ question, answer, isBare = false, onChange }: YesNoProps) {
  return (
    <Field label={isBare ? undefined : question}>
      <RadioGroup layout="horizontal" aria-label={question} value={answer ?? ""} onChange={(_, { value }) => onChange(value as Answer)}>
        <Radio value="yes" label="Yes" />
        <Radio value="no" label="No" />
      </RadioGroup>
    </Field>
  );
}

interface RecordProps { state: LetGoState; given: LetGoCase; row: number; value: number; asOf: number; name: string }

/** The decision, into the row of the customer: what was decided, why, by whom, and when it is looked at again. */
function Record({ state, given, row, value, asOf, name }: RecordProps) {
  const { agreement: { inputs: { currency, period } } } = useAgreement();
  const { portfolio } = usePortfolio();
  const [reason, setReason] = useState("");
  const [until, setUntil] = useState("");
  const [isTried, setTried] = useState(false);
  const day = dayOfIso(until);
  const isOver = day === undefined || day < asOf;
  const open = state.steps.filter((step) => step.state === "open").length;
  const stays = state.steps.some((step) => step.state === "stays");
  if (open > 0 && !stays) {
    return <p className="hint">{counted(open, "step is", "steps are")} open. A decision can be recorded after the last one.</p>;
  }
  const record = () => {
    setTried(true);
    if (reason.trim() === "" || isOver || given.decidedBy.trim() === "") return;
    const { decision, rung, pricePerPeriod } = decisionOf(state, given, { day: asOf, customer: name, reason, value });
    const words = [
      `${decision}${rung && `, first: ${rung}`}`, reason.trim(), `avoidable value ${money(state.avoidableValue)}`,
      `waiting costs ${money(pricePerPeriod)} ${currency}/${period}`,
    ];
    void portfolio.decide(row, {
      override: state.mayEnd ? "Let go" : "Renegotiate", reason: words.join("; ").slice(0, 255), overrideOwner: given.decidedBy.trim(),
      until: day,
    });
  };
  return (
    <div className="fields soft">
      <p className="fields-title">{state.mayEnd ? "Every step is passed: it may be let go" : "It stays for now"}</p>
      <Field label="Reason" validationMessage={isTried && reason.trim() === "" ? "Give the reason." : undefined}>
        <Textarea rows={2} value={reason} onChange={(_, data) => setReason(data.value)} />
      </Field>
      <Field label="Look at it again on" validationMessage={isTried && isOver ? "Choose a day still to come." : undefined}>
        <Input type="date" value={until} onChange={(_, data) => setUntil(data.value)} />
      </Field>
      {isTried && given.decidedBy.trim() === "" && <p className="wrong" role="alert">Name who decides, in the last step.</p>}
      <div className="buttons"><Button appearance="primary" onClick={record}>Record the decision</Button></div>
    </div>
  );
}
