import { Button } from "@fluentui/react-components";
import { Checkmark16Regular, QuestionCircle16Regular, Warning16Filled } from "@fluentui/react-icons";
import { asLevel, assumptions, withFinding, wishesOf, type Level } from "../../core/history/assumptions";
import type { Estimate } from "../../core/history/estimate";
import type { Reality } from "../../core/history/reality";
import { compareWishes, type Comparison, type Measure } from "../../core/history/wishes";
import { unitInWords } from "../../core/fields";
import { formatNumber, percent } from "../numbers";
import { Bar } from "../parts/Bar";
import { Block, Finding } from "../parts/Block";
import { Disclosure } from "../parts/Disclosure";
import { ShowInSheet } from "../parts/ShowInSheet";
import { useAgreement } from "../use-desk";
import { dayText } from "./days";
import { RangeLine } from "./RangeLine";
import { inPaneWords, measures } from "./words";

/** What history shows, beside what the role assumes. */
export function Findings({ reality }: { reality: Reality }) {
  const { agreement } = useAgreement();
  const comparisons = compareWishes(reality, wishesOf(agreement));
  const above = comparisons.filter(({ verdict }) => verdict === "above").length;
  return (
    <>
      <Finding
        title={above === 0
          ? "What you ask is within what history shows"
          : `You ask more than history shows in ${above} of ${comparisons.length} places`}
        hint={`${formatNumber(reality.customers)} customers, ${dayText(reality.firstDay)} to ${dayText(reality.asOf)}. `
          + "Nine times out of ten the truth lies in the range."}
      />
      <div className="list">
        {measures.map(({ id }) => (
          <MeasureRow key={id} comparison={comparisons.find(({ measure }) => measure === id)} measure={id} reality={reality} />
        ))}
      </div>
      {reality.notes.map((note) => <p key={note} className="with-icon careful"><Warning16Filled />{note}</p>)}
      <ByTenure years={reality.retentionByTenure} />
    </>
  );
}

const marks = {
  above: <Warning16Filled className="careful" aria-label="More than history shows" />,
  within: <Checkmark16Regular className="good" aria-label="Within what history shows" />,
  below: <Checkmark16Regular className="good" aria-label="Less than history shows" />,
  unknown: <QuestionCircle16Regular className="muted" aria-label="Cannot be told" />,
};

function MeasureRow({ measure, comparison, reality }: { measure: Measure; comparison: Comparison | undefined; reality: Reality }) {
  const { agreement } = useAgreement();
  const { title, unit, show } = measures.find(({ id }) => id === measure)!;
  const shown = reality[measure];
  return (
    <Disclosure
      summary={(
        <>
          <span className="row-text">
            <span className="with-icon">{comparison && marks[comparison.verdict]}<span className="name">{title}</span></span>
            <span className="hint">{comparison ? inPaneWords(comparison) : rangeInWords(shown, show)}</span>
          </span>
          <b className="finding-value">{show(shown.value)} <small>{unitInWords(unit, agreement)}</small></b>
        </>
      )}
    >
      <div className="fields">
        <RangeLine estimate={shown} wish={comparison?.wish} show={show} verdict={comparison?.verdict} />
        {measure === "lifetime"
          ? <p className="hint">Follows from how many stay another year; nothing of its own is entered for it.</p>
          : <Use measure={measure} value={shown.value} />}
      </div>
    </Disclosure>
  );
}

const rangeInWords = ({ low, high }: Estimate, show: (value: number) => string) =>
  (low === null || high === null ? "How surely cannot be told." : `Between ${show(low)} and ${show(high)}.`);

/** Takes a finding over as a level of the role, through the same fields in which a person types it. */
function Use({ measure, value }: { measure: keyof typeof assumptions; value: number }) {
  const { desk, agreement, state: { phase } } = useAgreement();
  const level = asLevel(agreement, measure, value);
  const shown = measure === "retention" || measure === "growth" ? percent(level, 1) : formatNumber(level, 2);
  const use = (which: Level) => desk.tell({ type: "edited", change: (current) => withFinding(current, measure, which, value) });
  const [actual, asked] = [wishes(agreement, measure, "actual"), wishes(agreement, measure, "asked")];
  const show = phase === "built" ? () => void desk.goTo(assumptions[measure].fields.actual) : undefined;
  return (
    <div className="buttons use">
      <Button size="small" disabledFocusable={actual === level} onClick={() => use("actual")}>Use {shown} as today’s level</Button>
      <Button size="small" disabledFocusable={asked === level} onClick={() => use("asked")}>Ask {shown}</Button>
      <ShowInSheet show={show} what={`${measure} of today`} />
    </div>
  );
}

/** The level now, with the digits a finding has. */
function wishes(agreement: Parameters<typeof wishesOf>[0], measure: keyof typeof assumptions, which: Level): number | undefined {
  const now = wishesOf(agreement, which)[measure];
  return now === undefined ? undefined : asLevel(agreement, measure, now);
}

/** Who stayed long stays longer: retention year by year. */
function ByTenure({ years }: { years: readonly Estimate[] }) {
  return (
    <Block title="How many stay, year by year" hint="Of 100 customers at the beginning of each year, how many are there at its end">
      <table className="by-tenure">
        <thead className="unseen"><tr><th scope="col">Year</th><th scope="col">Stay</th><th scope="col">Range</th></tr></thead>
        <tbody>
          {years.map(({ value, low, high }, index) => (
            <tr key={index}>
              <th scope="row">Year {index + 1}</th>
              <td className="wide"><Bar share={value} kind="ask" /></td>
              <td><b>{percent(value)}</b></td>
              <td className="hint">{low === null || high === null ? "" : `${Math.round(low * 100)} to ${percent(high)}`}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Block>
  );
}
