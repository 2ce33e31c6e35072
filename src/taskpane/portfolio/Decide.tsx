import { Button } from "@fluentui/react-components";
import { PersonFeedback20Regular, TableCursor16Regular, Warning16Filled } from "@fluentui/react-icons";
import { useMemo, useState } from "react";
import { overridesOf } from "../../core/portfolio/overrides";
import type { Scores } from "../../core/portfolio/portfolio";
import { totalsOf, whaleOf, type Curve, type Totals } from "../../core/portfolio/totals";
import type { Verdict } from "../../core/portfolio/verdict";
import { mostNative } from "../../workbook";
import { formatNumber, money, percent, signed } from "../numbers";
import { Block, Finding } from "../parts/Block";
import { Chip } from "../parts/Chip";
import { Sums } from "../parts/Sums";
import { dayText } from "../history/days";
import { useAgreement, useGo } from "../use-desk";
import { Cohorts } from "./Cohorts";
import { CustomerTable } from "./CustomerTable";
import { hasPotential, mostOnSheets, noPotential } from "./on-sheets";
import { Overrides } from "./Overrides";
import type { Judged } from "./portfolio";
import { usePortfolio } from "./use-portfolio";
import { WhaleCurve } from "./WhaleCurve";
import { customersText, numberWord, worstFirst } from "./words";

interface DecideProps { judged: Judged; scores: Scores }

/** All customers: where the profit comes from, what is proposed for whom, and what that would change. */
export function Decide({ judged, scores }: DecideProps) {
  const { customers } = judged;
  const totals = useMemo(() => totalsOf(scores, customers), [scores, customers]);
  const curve = useMemo(() => whaleOf(scores), [scores]);
  const overrides = useMemo(() => overridesOf(customers, scores, judged.asOf), [customers, scores, judged.asOf]);
  const nameOf = (row: number) => customers.texts.name[row] || customers.texts.id[row]!;
  return (
    <>
      <Equity totals={totals} />
      <Finding title={finding(curve, totals)} hint="Profit after commitments added up, best customer first">
        <WhaleCurve curve={curve} nameOf={nameOf} profitOf={(row) => scores.profit[row]!} />
      </Finding>
      <Proposals judged={judged} scores={scores} totals={totals} nameOf={nameOf} />
      <NotOrders />
      {overrides.length > 0 && <Overrides overrides={overrides} />}
      <Cohorts customers={customers} scores={scores} />
      <Whereabouts judged={judged} />
    </>
  );
}

/** What all customers are worth, and what it comes to without those that are proposed to go, and if every role were played. */
function Equity({ totals }: { totals: Totals }) {
  const { agreement: { inputs: { currency } } } = useAgreement();
  const { customers, counts, equity, equityWithoutLetGo, potential, withoutValue } = totals;
  const isKnown = potential !== equity;
  const gain = equityWithoutLetGo - equity;
  const going = counts["Let go"];
  return (
    <section className="card in-body" aria-label="Customer equity">
      <div className="card-line">
        <div className="card-value">
          <span className="card-label">Value of {customersText(customers)}</span>
          <span className="card-number">{money(equity)}<small>{currency}</small></span>
        </div>
        {going > 0 && (
          <div className="card-change">
            <b className="up">{signed(gain)}</b><span>if {numberWord(going).toLowerCase()} {going === 1 ? "is" : "are"} let go</span>
          </div>
        )}
      </div>
      <dl className="card-lines">
        <div><dt>Without those to let go</dt><dd>{money(equityWithoutLetGo)}</dd></div>
        <div><dt>If everybody played the role</dt><dd>{isKnown ? money(potential) : "not known"}</dd></div>
      </dl>
      <p className="hint">
        {going > 0 && "Letting go gains this only as far as the costs can be avoided. "}
        {withoutValue > 0 && `${customersText(withoutValue)} without a value ${withoutValue === 1 ? "is" : "are"} not in it.`}
      </p>
    </section>
  );
}

function finding({ peak, givenBack, total }: Curve, { customers }: Totals): string {
  const [earning, others] = [peak.customers, customers - peak.customers];
  if (givenBack <= 0) return "Every customer earns";
  if (total <= 0) return `Together they cost ${money(-total)} a period`;
  return `${numberWord(earning)} ${earning === 1 ? "customer earns" : "customers earn"} it all. `
    + `${numberWord(others)} ${others === 1 ? "gives" : "give"} ${money(givenBack)} back.`;
}

function Proposals({ judged, scores, totals, nameOf }: DecideProps & { totals: Totals; nameOf: (row: number) => string }) {
  const { desk, state: { built } } = useAgreement();
  const [chosen, setChosen] = useState<readonly Verdict[]>(() => worstFirst.slice(0, 2).filter((word) => totals.counts[word] > 0));
  const toggle = (word: Verdict, on: boolean) => setChosen(on ? [...chosen, word] : chosen.filter((each) => each !== word));
  const sheet = built?.build.modules.find(({ id }) => id === "portfolio")?.sheets.find(({ id }) => id === "scores");
  const isAll = chosen.length === 0;
  return (
    <Block title="What is proposed?" hint={`Worst first. Looked at on ${dayText(judged.asOf)}.`}>
      <div className="chips" role="group" aria-label="Show only">
        {worstFirst.map((word) => (
          <Chip key={word} on={chosen.includes(word)} onChange={(on) => toggle(word, on)}>
            {`${word} ${formatNumber(totals.counts[word])}`}
          </Chip>
        ))}
      </div>
      <CustomerTable judged={judged} scores={scores} chosen={chosen} nameOf={nameOf} />
      <div className="buttons apart">
        {isAll ? <span /> : (
          <Button appearance="transparent" className="more" onClick={() => setChosen([])}>
            Show all {formatNumber(totals.customers)}
          </Button>
        )}
        {judged.place === "sheets" && sheet && (
          <Button icon={<TableCursor16Regular />} onClick={() => void desk.goTo({ sheet: sheet.name, address: "A1" })}>Open Scores</Button>
        )}
      </div>
      {totals.loyalLossMakers > 0 && (
        <p className="hint">{loyalInWords(totals.loyalLossMakers)}</p>
      )}
      {totals.bonus > 0 && (
        <Sums rows={[
          ["Bonus paid for winning them", money(totals.bonus)], ["of it on value that is not there", money(totals.bonusOnLoss)],
        ]} />
      )}
    </Block>
  );
}

const loyalInWords = (count: number) => `${customersText(count)} ${count === 1 ? "costs more than it brings and stays: a loyal loss-maker."
  : "cost more than they bring and stay: loyal loss-makers."}`;

/** Nobody is judged by machine. */
function NotOrders() {
  const { assessment: { deserve }, agreement: { inputs: { deserveMin } } } = useAgreement();
  const kept = deserve === null ? "nobody has measured that yet" : `${percent(deserve, 1)}, ${percent(deserveMin)} is needed`;
  return (
    <div className="soft with-icon">
      <PersonFeedback20Regular className="brand" aria-hidden="true" />
      <p>
        <b>Proposals, not orders.</b> A person decides each case, and hears a natural person first. Before letting go, check avoidable cost,
        contract and whether we kept our own commitments ({kept}).
      </p>
    </div>
  );
}

/** Where these customers stand, and the ways to bring in others. */
function Whereabouts({ judged }: { judged: Judged }) {
  const { portfolio, state: { doing } } = usePortfolio();
  const { state: { built } } = useAgreement();
  const go = useGo();
  const target = judged.from?.target;
  const again = () => {
    void portfolio.read(target);
    go("customers");
  };
  const others = () => {
    portfolio.restart();
    go("customers");
  };
  return (
    <Block title="These customers" hint={whereInWords(judged, built !== undefined)}>
      {!hasPotential(judged.customers) && <p className="hint with-icon careful"><Warning16Filled />{noPotential}</p>}
      <div className="buttons">
        {target !== undefined && (
          <Button disabledFocusable={doing !== undefined} onClick={again}>Refresh from {shortTarget(target)}</Button>
        )}
        <Button onClick={others}>Bring in a list</Button>
      </div>
    </Block>
  );
}

const shortTarget = (target: string) => target.replace(/^'(.*)'!/, "$1, ");

function whereInWords({ place, customers: { count } }: Judged, isBuilt: boolean): string {
  if (place === "sheets" && count > mostNative) {
    return "They stand on Customers and Scores, the scores as values of their day: Scores says when to bring the list in again. Overrides stay.";
  }
  if (place === "sheets") return "They stand on the sheets Customers and Scores. Overrides stay when you bring in a list again.";
  if (!isBuilt) return "They are judged here in the panel. Once the workbook is built, bring them in again to have them on sheets.";
  if (count <= mostOnSheets) return "They are judged here in the panel; the sheets could not be written.";
  const most = formatNumber(mostOnSheets);
  return `${customersText(count)} are judged here in the panel and end with it. More than ${most} are not written to sheets.`;
}
