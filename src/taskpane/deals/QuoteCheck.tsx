import { Button, Field, Input } from "@fluentui/react-components";
import { TableCellEdit16Regular } from "@fluentui/react-icons";
import { useState } from "react";
import type { Agreement } from "../../core/agreement";
import { unitInWords } from "../../core/fields";
import { quoteInputs, startOfQuote, type Quote, type QuoteAnswer } from "../../core/portfolio/quote";
import { money, percent } from "../numbers";
import { Block } from "../parts/Block";
import { SaveText } from "../parts/SaveText";
import { Sums } from "../parts/Sums";
import { useAgreement } from "../use-desk";
import { LeadMark } from "./LeadMark";
import { answerTo, quoteFormula, quoteText, readQuote, typedOf } from "./quote-text";

/** Six numbers of a quote, and the answer before anybody is paid for it. It begins with the role as asked. */
export function QuoteCheck() {
  const { agreement, assessment } = useAgreement();
  const [typed, setTyped] = useState(() => typedOf(startOfQuote(
    agreement, Math.round(assessment.cases?.asked.annual.total ?? 0), assessment.cases?.asked.levels.retention ?? 0)));
  const { quote, problems } = readQuote(typed);
  const answer = quote && answerTo(agreement, quote);
  return (
    <Block title="Is this quote good business?" hint="Six numbers, asked before the offer goes out">
      <div className="fields">
        {pairs.map((pair) => (
          <div className="pair" key={pair[0]!.key}>
            {pair.map(({ key, label, unit, hint, kind }) => (
              <Field key={key} className="entry" label={label} validationMessage={problems[key]}>
                <Input
                  value={typed[key]} inputMode="decimal" autoComplete="off" title={unitInWords(hint, agreement)}
                  contentAfter={<span className="unit">{kind === "percent" ? "%" : unitInWords(unit, agreement)}</span>}
                  onChange={(_, { value }) => setTyped({ ...typed, [key]: value })}
                />
              </Field>
            ))}
          </div>
        ))}
      </div>
      <div className="fields" aria-live="polite">
        {typeof answer === "string" && <p className="wrong">{answer}</p>}
        {quote && typeof answer === "object" && <Answer agreement={agreement} quote={quote} answer={answer} />}
      </div>
    </Block>
  );
}

const pairs = [0, 2, 4].map((first) => quoteInputs.slice(first, first + 2));

function Answer({ agreement, quote, answer }: { agreement: Agreement; quote: Quote; answer: QuoteAnswer }) {
  const { desk, state: { selection } } = useAgreement();
  const { currency, period } = agreement.inputs;
  const formula = quoteFormula(agreement, quote);
  return (
    <>
      <Sums rows={[
        ["Proposal", <LeadMark key="verdict" verdict={answer.verdict} />],
        ["Net lifetime value", `${money(answer.netValue)} ${currency}`],
        ["Most to spend on winning", `${money(answer.maximumAcquisition)} ${currency}`],
        ["Loses below a contribution of", `${money(answer.breakEvenMargin)} ${currency} a ${period}`],
      ]}
      >
        <p className="hint">{reason(answer, quote, agreement)}</p>
      </Sums>
      <ul className="list">
        <SaveText title="As text" hint="Numbers, answer and formula" file="quote.txt" type="text/plain" text={() => quoteText(agreement, quote, answer)} />
      </ul>
      <div className="buttons">
        <Button
          size="small" icon={<TableCellEdit16Regular />} disabledFocusable={selection !== undefined && !selection.empty}
          onClick={() => void desk.insert(formula)}
        >
          Insert as formula{selection && ` in ${selection.address}`}
        </Button>
      </div>
    </>
  );
}

function reason({ verdict, netValue }: QuoteAnswer, { fit, coverage }: Quote, { inputs: { fitInvest, minCov } }: Agreement): string {
  switch (verdict) {
    case "Find out": return `Only ${percent(coverage)} of the fit is known; a proposal needs ${percent(minCov)}.`;
    case "Pursue": return `It is worth more than it costs, and the fit of ${percent(fit)} is at least ${percent(fitInvest)}.`;
    case "Renegotiate": return netValue < 0 ? "What we give and what winning costs take more than it brings." : `The fit of ${percent(fit)} is below ${percent(fitInvest)}.`;
    case "Drop": return "It costs more than it brings, even before what we give.";
  }
}
