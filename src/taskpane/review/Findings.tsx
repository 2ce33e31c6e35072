import { Button } from "@fluentui/react-components";
import { Warning20Filled } from "@fluentui/react-icons";
import type { Agreement } from "../../core/agreement";
import { levelInWords, nextActions, renewalMemo, type MemoLine, type NextAction } from "../../core/portfolio/renewal";
import type { PeriodReview } from "../../core/portfolio/review";
import { counted, money, percent, signed } from "../numbers";
import { Block, Finding } from "../parts/Block";
import { Disclosure } from "../parts/Disclosure";
import { SaveText } from "../parts/SaveText";
import { useAgreement } from "../use-desk";

interface ReviewsProps { reviews: readonly PeriodReview[] }
const share = (value: number | null) => (value === null ? "?" : percent(value));

/** Both sides in the latest period, ours first, and how it came to that. */
export function Standing({ reviews }: ReviewsProps) {
  const [first, last] = [reviews[0]!, reviews.at(-1)!];
  return (
    <Finding
      title={`We kept ${share(last.deserve)}, they met ${share(last.fit)}`}
      hint={reviews.length === 1 ? `In ${last.period}` : `In ${last.period}, after ${share(first.deserve)} and ${share(first.fit)} in ${first.period}`}
    >
      <table className="stakes">
        <thead><tr><th scope="col">Period</th><th scope="col">We kept</th><th scope="col">They met</th><th scope="col">Worth</th><th scope="col">Change</th></tr></thead>
        <tbody>
          {reviews.map(({ period, deserve, fit, value, drift }) => (
            <tr key={period}>
              <th scope="row">{period}</th><td>{share(deserve)}</td><td>{share(fit)}</td>
              <td>{value === null ? "?" : money(value)}</td><td className={drift < 0 ? "careful" : undefined}>{signed(drift)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Finding>
  );
}

/** Asks that wait for us: they are not failed. */
export function OnHold({ reviews }: ReviewsProps) {
  const held = reviews.at(-1)!.clauses.filter(({ onHold }) => onHold);
  if (held.length === 0) return null;
  return (
    <div className="care">
      <div className="care-head">
        <Warning20Filled className="careful" />
        <div><p>{counted(held.length, "ask")} on hold: {held.map(({ label }) => label).join(", ")}</p><p className="hint">We broke our word. They wait until we keep it again.</p></div>
      </div>
    </div>
  );
}

/** What each clause did to the value since the period before. */
export function Drift({ reviews }: ReviewsProps) {
  const { agreement: { inputs: { currency } } } = useAgreement();
  const last = reviews.at(-1)!;
  const moved = last.clauses.filter(({ drift }) => Math.round(drift) !== 0).sort((a, b) => Math.abs(b.drift) - Math.abs(a.drift));
  const title = Math.round(last.drift) === 0 ? "The value stayed where it was" : `The value moved by ${signed(last.drift)} ${currency}`;
  return (
    <Block title={title} hint={`In ${last.period}; ${signed(last.sinceSigning)} since the first period, ${money(last.behindRole)} behind the role`}>
      {moved.length > 0 && (
        <ul className="list">
          {moved.map(({ id, label, drift }) => (
            <li key={id} className="standing">
              <span className="row-text"><b>{label}</b></span><span className={drift > 0 ? "effect good" : "effect careful"}>{signed(drift)}</span>
            </li>
          ))}
          {Math.round(last.interaction) !== 0 && (
            <li className="standing"><span className="row-text">What several share</span><span>{signed(last.interaction)}</span></li>
          )}
        </ul>
      )}
    </Block>
  );
}

const whatToDo: Record<NextAction["what"], string> = { keep: "We keep it", move: "They move", measure: "Measure it" };

function inWords(agreement: Agreement, action: NextAction): string {
  if (action.from === null) return whatToDo[action.what];
  return `${whatToDo[action.what]}: from ${levelInWords(agreement, action.from, action)} to ${levelInWords(agreement, action.to, action)}`;
}

/** What both sides do until the next review, ours first. */
export function Next({ reviews }: ReviewsProps) {
  const { agreement } = useAgreement();
  const actions = nextActions(reviews.at(-1)!);
  if (actions.length === 0) return <Block title="Nothing to do: both sides keep their word" />;
  return (
    <Block title="What comes next?" hint="Our own side first, then what is worth most">
      <ul className="list">
        {actions.map((action) => (
          <li key={action.id} className="standing">
            <span className="row-text"><b>{action.label}</b><span className="hint">{inWords(agreement, action)}</span></span>
            {action.worth !== null && <span className="effect">{money(action.worth)}</span>}
          </li>
        ))}
      </ul>
    </Block>
  );
}

/** What we kept in the latest period becomes the level of today, in one step that can be taken back. */
export function KeptToday({ reviews }: ReviewsProps) {
  const { desk, agreement } = useAgreement();
  const last = reviews.at(-1)!;
  const kept = new Map(last.clauses.filter(({ side, level }) => side === "ours" && level !== null).map(({ id, level }) => [id, level]));
  const differ = agreement.commitments.filter(({ id, kept: now }) => kept.has(id) && kept.get(id) !== now);
  if (differ.length === 0) return <p className="hint">What we kept in {last.period} is the level of today.</p>;
  const use = () => desk.tell({ type: "edited", change: (current) => ({
    ...current, commitments: current.commitments.map((each) => ({ ...each, kept: kept.get(each.id) ?? each.kept })),
  }) });
  return <div className="buttons"><Button onClick={use}>Use what we kept in {last.period} as today’s levels</Button></div>;
}

/** The facts for the talk about renewal; nothing that is never shown to the customer. */
export function Memo({ reviews }: ReviewsProps) {
  const { agreement } = useAgreement();
  const lines = renewalMemo(agreement, reviews);
  const parts = [...new Set(lines.map(({ part }) => part))];
  const linesOf = (of: string) => lines.filter(({ part }) => part === of);
  const said = ({ text, money: amount }: MemoLine) => (amount === null ? text : `${text} ${signed(amount)} ${agreement.inputs.currency}`);
  const whole = () => parts.map((part) => [part, ...linesOf(part).map((each) => `- ${said(each)}`)].join("\n")).join("\n\n");
  return (
    <div className="list">
      <Disclosure summary={<span className="row-text">Memo for the renewal<span className="hint">Drafted from the periods above</span></span>}>
        {parts.map((part) => (
          <div key={part} className="memo">
            <h3>{part}</h3>
            <ul>{linesOf(part).map((each) => <li key={each.text}>{said(each)}</li>)}</ul>
          </div>
        ))}
        <ul className="list memo"><SaveText title="The memo as text" hint="To edit and to print" file="renewal-memo.txt" type="text/plain" text={whole} /></ul>
      </Disclosure>
    </div>
  );
}
