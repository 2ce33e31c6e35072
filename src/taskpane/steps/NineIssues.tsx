import { useId, type ReactNode } from "react";
import { askedRetention } from "../../core/agreement";
import { driverById } from "../../core/value/drivers";
import { horizonFit, shareBeyond, wholeLife } from "../../core/value/horizon";
import { insightKinds } from "../../core/value/inputs";
import { insightAsk } from "../../core/role/asks";
import { issues, type Issue } from "../../core/role/issues";
import { Block, Finding } from "../parts/Block";
import { Choice } from "../parts/Choice";
import { CrossSell } from "../parts/CrossSell";
import { Disclosure } from "../parts/Disclosure";
import { Entry } from "../parts/Entry";
import { measuredAs } from "../parts/levels";
import { Question } from "../parts/Question";
import { basis, retentionAnswer } from "../parts/retention";
import { Sums } from "../parts/Sums";
import { Textbooks, Timing } from "../parts/Timing";
import { formatNumber, money, oneDecimal, percent } from "../numbers";
import { useAgreement } from "../use-desk";

/** Step 3: the nine issues in their order, when the money arrives, and the numbers behind them. */
export default function NineIssues() {
  const { state: { phase } } = useAgreement();
  const where = phase === "built" ? "Yellow cells on Inputs. Change either side." : "Seven are yours, two are worked out from them.";
  return (
    <>
      <Finding title="Nine numbers describe the customer you want" hint={where} />
      <div className="list">{issues.slice(0, 3).map((issue) => <IssueRow key={issue.number} issue={issue} />)}</div>
      <WholeLife />
      <div className="list">{issues.slice(4).map((issue) => <IssueRow key={issue.number} issue={issue} />)}</div>
      <Horizon />
      <Staying />
      <Behind />
    </>
  );
}

/** One issue: its question, a word about it, and its number, typed or worked out. */
function IssueRow({ issue }: { issue: Issue }) {
  const { agreement } = useAgreement();
  const stay = `${formatNumber(askedRetention(agreement.inputs) * 100, 1)} of 100 stay each ${agreement.inputs.period}`;
  return (
    <div className="issue">
      <span className="number" aria-hidden="true">{issue.number}</span>
      <span className="row-text"><b>{issue.question}</b><span className="hint">{issue.number === 1 ? stay : issue.hint}</span></span>
      {"worked" in issue.from ? <YearWorth /> : <IssueEntry issue={issue} from={issue.from} />}
    </div>
  );
}

function IssueEntry({ issue, from }: { issue: Issue; from: Exclude<Issue["from"], { worked: unknown }> }) {
  const { agreement: { inputs: { currency, period } } } = useAgreement();
  if ("input" in from) return <Entry of="in_periods" name={issue.question} unit={`${period}s`} width={106} placeholder="no end" />;
  const { kind } = driverById.get(from.driver)!;
  const unit = from.driver === "growth" ? `% a ${period}` : { percent: "%", money: currency, count: `a ${period}`, decimal: `a ${period}` }[kind];
  const of = from.driver === "growth" ? "in_growth" : `drivers.${from.driver}.asked`;
  return <Entry of={of} name={issue.question} unit={unit} width={106} />;
}

function YearWorth() {
  const { agreement: { inputs: { currency } }, assessment: { cases } } = useAgreement();
  return (
    <span className="worked">
      <span><b>{cases ? money(cases.asked.annual.total) : "–"}</b> <small>{currency}</small></span>
      <span className="hint">worked out</span>
    </span>
  );
}

function WholeLife() {
  const { agreement: { inputs: { period } } } = useAgreement();
  const { number, question } = issues[3]!;
  const titleId = useId();
  return (
    <Block number={number} title={question} titleId={titleId} hint={`Money later is worth less. When in the ${period} does it reach you?`}>
      <Timing labelledBy={titleId} />
      <Textbooks />
    </Block>
  );
}

/** How the years counted stand to the years a customer stays, and what is left out. */
function Horizon() {
  const { agreement, assessment: { expectedLife } } = useAgreement();
  const { periods, period } = agreement.inputs;
  const [fit, beyond, life] = [horizonFit(agreement), shareBeyond(agreement), wholeLife(agreement)];
  if (periods === null) {
    return <p className="soft hint">Counted without an end. A customer stays {life === Infinity ? "for ever" : `${oneDecimal(life)} ${period}s`} on average.</p>;
  }
  const warning = {
    fitting: "",
    long: `${periods} ${period}s are more than twice as long as a customer stays (${oneDecimal(life)}). Is the retention right?`,
    short: `${periods} ${period}s are less than half as long as a customer stays (${life === Infinity ? "for ever" : oneDecimal(life)}). You may leave out much.`,
  }[fit];
  return (
    <div className={warning ? "care" : "soft"}>
      {warning && <p><b>{warning}</b></p>}
      <p className="hint">
        {expectedLife !== null && `${oneDecimal(expectedLife)} ${period}s is the expected life inside the ${periods}-${period} horizon. `}
        {beyond === null ? "Beyond it the value grows without an end." : `${percent(beyond)} of the value lies beyond it and is not counted.`}
      </p>
    </div>
  );
}

function Staying() {
  const { agreement } = useAgreement();
  const { inputs: { period, retBasis } } = agreement;
  const retention = askedRetention(agreement.inputs);
  const life = wholeLife(agreement);
  const words = {
    retention: `${formatNumber(retention * 100, 1)} of 100 stay`, churn: `${formatNumber(100 - retention * 100, 1)} of 100 leave`,
    life: life === Infinity ? "nobody ever leaves" : `${oneDecimal(life)} ${period}s on average`,
  };
  return (
    <Question
      of={basis} title="How do you know how long they stay?" hint="Give any one; the others follow"
      options={[
        { value: "retention", label: "Of 100, how many stay" }, { value: "churn", label: "Of 100, how many leave" },
        { value: "life", label: "How long one stays on average", disabled: retention >= 1 },
      ]}
    >
      <Entry key={retBasis} of={retentionAnswer[retBasis]} name={retentionAnswer[retBasis].label} width={150} />
      <p className="hint">{Object.values(words).join(", ")}</p>
    </Question>
  );
}

/** The numbers the nine are worked out with, closed at first. */
function Behind() {
  const { agreement, assessment: { cases } } = useAgreement();
  const { inputs: { currency, period } } = agreement;
  const annual = cases?.asked.annual;
  const each = (value: number | undefined) => <>{value === undefined ? "–" : money(value)} <small>{currency}</small></>;
  return (
    <Block title="What stands behind them" hint="Filled in by the template; open what differs">
      <div className="list">
        <Part title="Price and cost" finding={annual && `${money(annual.total)} ${currency} a ${period}`}>
          <div className="pair"><Entry of="in_margin" label="Margin at list" unit="%" /><Entry of="drivers.discount.asked" label="Discount" unit="%" /></div>
          <div className="pair"><Entry of="in_serve" label="Cost to serve" unit={currency} /><Entry of="in_ac" label="Cost of winning" unit={currency} /></div>
          {annual && (
            <Sums
              rows={[
                ["Contribution after discount", each(annual.contributionAfterDiscount)],
                ["Accessories, upgrades, insight", each(annual.accessories + annual.upgrades + annual.insight)],
                ["Service and behaviour",
                  each(annual.costToServe + annual.latePayment + annual.recovery + annual.excessContacts + annual.abuse)],
              ]}
            />
          )}
        </Part>
        <Part title="A referral" finding={cases && `${money(cases.asked.referralValue)} ${currency} a ${period}`}>
          <div className="pair">
            <Entry of="in_ref_conv" label="Become customers" unit="%" />
            <Entry of="in_ref_incr" label="Through it alone" unit="%" info="Of these, the share that would not have come anyway." />
          </div>
          <Entry of="in_ref_value" label="Value of a new customer" unit={currency} />
          <div className="pair"><Entry of="in_ref_saved" label="Cost saved" info="Winning a customer costs this; one who would have come anyway saves it." unit={currency} /><Entry of="in_ref_cost" label="Cost of one" unit={currency} /></div>
        </Part>
        <Part title="Insight" finding={annual && `${money(annual.insight)} ${currency} a ${period}`}>
          <Choice of="in_insight_kind" label="What kind" info="The charter prints it beside this ask." options={kinds} />
          <Entry of={measuredAs(insightAsk)} label="Measured as" />
          <div className="pair">
            <Entry of="drivers.insight.asked" label="How often" unit={`a ${period}`} />
            <Entry of="in_insight" label="Value of one" unit={currency} info="What you would pay for the same knowledge elsewhere." />
          </div>
        </Part>
        <Part title="Other products" finding={annual && `${money(annual.accessories + annual.upgrades)} ${currency} a ${period}`}>
          <CrossSell />
          <div className="pair">
            <Entry of="in_upg_margin" label="Upgrade margin" unit={currency} /><Entry of="drivers.upgrades.asked" label="Upgrades taken" unit="%" />
          </div>
        </Part>
        <Part title="Time and money" finding={`${percent(agreement.inputs.rate, 1)} a ${period}`}>
          <div className="pair">
            <Entry of="in_rate" label="Discount rate" unit="%" /><Entry of="in_cost_growth" label="Cost inflation" unit="%" />
          </div>
          <Entry of="in_ret_without" label="Would stay without commitments" unit="%" />
        </Part>
      </div>
    </Block>
  );
}

const kinds = [{ value: "", label: "not said" }, ...insightKinds.map((kind) => ({ value: kind, label: kind }))];

function Part({ title, finding, children }: { title: string; finding: string | undefined | null; children: ReactNode }) {
  return (
    <Disclosure summary={<><span className="row-text">{title}</span>{finding && <span className="hint">{finding}</span>}</>}>
      <div className="fields">{children}</div>
    </Disclosure>
  );
}
