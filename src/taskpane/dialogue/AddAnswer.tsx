import { Button, Field, Input, Select, Textarea } from "@fluentui/react-components";
import { useState } from "react";
import { clauseSaid, consents, type Consent, type Conversation } from "../../core/portfolio/dialogue";
import { unitInWords } from "../../core/fields";
import { dayOfIso, isoDay, today } from "../history/days";
import { formatNumber, parseNumber } from "../numbers";
import { Disclosure } from "../parts/Disclosure";
import { useAgreement } from "../use-desk";

const nothing = { clause: "", level: "", accepts: "" as Consent | "", likely: "", words: "" };
const someone = { customer: "", who: "", on: "" };

/** One answer of one customer to one clause. Whom we speak with stays for the next answer. */
export function AddAnswer({ write, startsOpen }: { write: (conversation: Conversation) => Promise<boolean>; startsOpen: boolean }) {
  const [whom, setWhom] = useState(() => ({ ...someone, on: isoDay(today()) }));
  const [said, setSaid] = useState(nothing);
  const [isTried, setTried] = useState(false);
  const { agreement } = useAgreement();
  const ours = clauseSaid(agreement, said.clause);
  const faults = faultsOf(whom, said);
  const told = (fault: string | undefined) => (isTried ? fault : undefined);
  const save = async () => {
    setTried(true);
    if (Object.values(faults).some((fault) => fault !== undefined)) return;
    const unit = ours ? unitInWords(ours.unit, agreement) : "";
    if (await write(conversationOf(whom, said, unit))) {
      setSaid(nothing);
      setTried(false);
    }
  };
  return (
    <div className="list">
      <Disclosure summary={<span className="row-text">Add an answer</span>} startsOpen={startsOpen}>
        <div className="fields">
          <Field label="Customer" required validationMessage={told(faults.customer)}>
            <Input value={whom.customer} maxLength={255} onChange={(_, { value }) => setWhom({ ...whom, customer: value })} />
          </Field>
          <Field label="Spoken with" hint="A name or a role, no more than is needed">
            <Input value={whom.who} maxLength={255} onChange={(_, { value }) => setWhom({ ...whom, who: value })} />
          </Field>
          <Field label="On" validationMessage={told(faults.on)}>
            <Input type="date" value={whom.on} onChange={(_, { value }) => setWhom({ ...whom, on: value })} />
          </Field>
          <ChooseClause chosen={said.clause} fault={told(faults.clause)} choose={(clause) => setSaid({ ...said, clause })} />
          <Field label="What does the customer expect?" validationMessage={told(faults.level)} hint={ours && `Ours: ${formatNumber(ours.level, 2)} ${unitInWords(ours.unit, agreement)}`}>
            <Input value={said.level} inputMode="decimal" placeholder="not said" onChange={(_, { value }) => setSaid({ ...said, level: value })} />
          </Field>
          <Field label="Accepts">
            <Select value={said.accepts} onChange={(_, { value }) => setSaid({ ...said, accepts: value as Consent | "" })}>
              <option value="">not said</option>
              {consents.map((consent) => <option key={consent} value={consent}>{consent}</option>)}
            </Select>
          </Field>
          <Field label="How likely to do it?" validationMessage={told(faults.likely)}>
            <Input
              value={said.likely} inputMode="decimal" placeholder="not said" contentAfter={<span className="unit">of 100</span>}
              onChange={(_, { value }) => setSaid({ ...said, likely: value })}
            />
          </Field>
          <Field label="In their words">
            <Textarea rows={2} maxLength={255} value={said.words} onChange={(_, { value }) => setSaid({ ...said, words: value })} />
          </Field>
          <div className="buttons"><Button appearance="primary" onClick={() => void save()}>Write it to the log</Button></div>
        </div>
      </Disclosure>
    </div>
  );
}

function ChooseClause({ chosen, fault, choose }: { chosen: string; fault?: string; choose: (id: string) => void }) {
  const { agreement: { asks, commitments } } = useAgreement();
  const options = (rows: readonly { id: string; on: boolean; label: string }[]) =>
    rows.filter(({ on }) => on).map(({ id, label }) => <option key={id} value={id}>{label}</option>);
  return (
    <Field label="About" required validationMessage={fault}>
      <Select value={chosen} onChange={(_, { value }) => choose(value)}>
        <option value="">choose</option>
        <optgroup label="What we ask">{options(asks)}</optgroup>
        <optgroup label="What we give">{options(commitments)}</optgroup>
      </Select>
    </Field>
  );
}

const isNumber = (text: string) => text.trim() === "" || parseNumber(text) !== undefined;
const numberOf = (text: string) => (text.trim() === "" ? null : parseNumber(text)!);

function faultsOf(whom: typeof someone, said: typeof nothing) {
  const likely = parseNumber(said.likely);
  return {
    customer: whom.customer.trim() === "" ? "Name the customer." : undefined,
    on: dayOfIso(whom.on) === undefined ? "Say on which day." : undefined,
    clause: said.clause === "" ? "Choose what the answer is about." : undefined,
    level: isNumber(said.level) ? undefined : "Enter a number, or leave it empty.",
    likely: !isNumber(said.likely) || (likely !== undefined && (likely < 0 || likely > 100)) ? "Enter a number from 0 to 100, or leave it empty." : undefined,
  };
}

function conversationOf(whom: typeof someone, { clause, level, accepts, likely, words }: typeof nothing, unit: string): Conversation {
  const share = numberOf(likely);
  return {
    clause, unit, accepts, words: words.trim(), customer: whom.customer.trim(), who: whom.who.trim(), on: dayOfIso(whom.on)!,
    level: numberOf(level), probability: share === null ? null : share / 100, closedOn: null,
  };
}
