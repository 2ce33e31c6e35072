import { useMemo } from "react";
import type { Agreement } from "../../core/agreement";
import { unitInWords } from "../../core/fields";
import type { Customer } from "../../core/portfolio/customers";
import { smallestAgenda, type Agenda, type AgendaLine } from "../../core/portfolio/renegotiate";
import { askById } from "../../core/role/asks";
import { counted, money, signed } from "../numbers";
import { Block } from "../parts/Block";
import { withUnit } from "../parts/levels";
import { SaveText, fileName } from "../parts/SaveText";
import { useAgreement } from "../use-desk";

/** Renegotiate: the smallest set of clause changes that makes the customer worth keeping, as the agenda of a meeting. */
export function Talk({ customer }: { customer: Customer }) {
  const { agreement } = useAgreement();
  const agenda = useMemo(() => smallestAgenda(agreement, customer), [agreement, customer]);
  const { currency } = agreement.inputs;
  const name = customer.name || customer.id;
  if (!agenda) {
    return (
      <Block title="What would have to change?">
        <p>No set of up to five changes makes this customer worth keeping. Look at the value itself: contribution, retention and cost.</p>
      </Block>
    );
  }
  return (
    <Block
      title={`${counted(agenda.lines.length, "change makes", "changes make")} it worth keeping`}
      hint={`The smallest set there is: value ${money(agenda.valueNow)} becomes ${money(agenda.valueAfter)} ${currency}.`}
    >
      <ol className="list">
        {agenda.lines.map((line) => (
          <li key={`${line.kind} ${line.id}`} className="standing">
            <span className="row-text">
              <b>{titleOf(line)}</b>
              <span className="hint">{detailOf(line, agreement)}</span>
              {line.walkAway !== null && (
                <span className="hint">Walk away if it does not come to {levelOf(line, line.walkAway, agreement)}</span>
              )}
            </span>
            <span className="at-end"><b className={line.adds >= 0 ? "up" : "down"}>{signed(line.adds)}</b></span>
          </li>
        ))}
      </ol>
      {agenda.offers.length > 0 && <p className="soft">In return we go on giving: {agenda.offers.map(({ label }) => label).join("; ")}.</p>}
      <ul className="list">
        <SaveText
          title="Agenda of the meeting" hint="What we ask, what we offer, where we stop: to print or to send" type="text/plain"
          file={`${fileName(`${agreement.inputs.segment} ${name}`)}-agenda.txt`} text={() => agendaText(agenda, agreement, name)}
        />
      </ul>
    </Block>
  );
}

const titleOf = ({ kind, label }: AgendaLine) =>
  ({ ask: `We ask: ${label}`, lower: `We give less: ${label}`, drop: `We stop giving: ${label}` })[kind];

function levelOf({ kind, id, unit }: AgendaLine, level: number, agreement: Agreement): string {
  const words = unitInWords(unit, agreement);
  return kind === "ask" ? withUnit(level, askById.get(id)!.kind, words) : `${money(level)} ${words}`;
}

const detailOf = (line: AgendaLine, agreement: Agreement) =>
  `from ${levelOf(line, line.from, agreement)} to ${levelOf(line, line.to, agreement)}`;

/** The agenda as plain text, one line a point. */
function agendaText({ lines, offers, valueNow, valueAfter }: Agenda, agreement: Agreement, name: string): string {
  const { currency, segment } = agreement.inputs;
  return [
    `Meeting with ${name}`, segment, "",
    `Aim: both sides can go on. Our value now: ${money(valueNow)} ${currency}; after the talk: ${money(valueAfter)} ${currency}.`, "",
    "1. What we go on giving", ...(offers.length > 0 ? offers.map(({ label }) => `   - ${label}`) : ["   - everything agreed so far"]), "",
    "2. What we ask and change",
    ...lines.flatMap((line) => [
      `   - ${titleOf(line)}, ${detailOf(line, agreement)} (worth ${signed(line.adds)} ${currency})`,
      ...(line.walkAway === null ? [] : [`     walk away: ${levelOf(line, line.walkAway, agreement)}`]),
    ]), "",
    "3. Decided, by whom, until when", "   ", "",
    "A proposal for a person to decide on. Internal: not for the customer.",
  ].join("\r\n");
}
