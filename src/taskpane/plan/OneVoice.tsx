import { Button } from "@fluentui/react-components";
import { CheckmarkCircle20Filled, Warning20Filled } from "@fluentui/react-icons";
import { useMemo } from "react";
import { handoverOfRole } from "../../core/portfolio/handover";
import { careOf, touchPointsOf, type TouchPoint } from "../../core/portfolio/service";
import { openStep } from "../beginning";
import { counted, money, oneDecimal, percent } from "../numbers";
import { Block } from "../parts/Block";
import { Entry } from "../parts/Entry";
import { Sums } from "../parts/Sums";
import { usePortfolio } from "../portfolio/use-portfolio";
import { useAgreement } from "../use-desk";

/** The owner rule: one voice at each touch point, and the same owner for the long haul. */
export function OneVoice() {
  return <><TouchPoints /><HandingOver /></>;
}

function TouchPoints() {
  const { desk, agreement } = useAgreement();
  const points = useMemo(() => touchPointsOf(agreement), [agreement]);
  const mixed = points.filter(({ consistent }) => !consistent);
  const title = points.length === 0 ? "Where do customers meet us?"
    : mixed.length === 0 ? "One voice answers at every touch point" : `${counted(mixed.length, "touch point has", "touch points have")} no single voice`;
  return (
    <Block title={title} hint={points.length === 0 ? "No commitment names a touch point yet." : "Each place has one owner, who answers for all that is promised there"}>
      {points.length > 0 && (
        <ul className="list">
          {[...mixed, ...points.filter(({ consistent }) => consistent)].map((point) => (
            <li key={point.name} className="standing">
              {point.consistent ? <CheckmarkCircle20Filled className="good" aria-label="One voice" /> : <Warning20Filled className="careful" aria-label="Needs care" />}
              <span className="row-text"><b>{point.name}</b><span className={point.consistent ? "hint" : "hint careful"}>{ownersOf(point)}</span></span>
              <span className="hint">{counted(point.commitments.length, "commitment")}</span>
            </li>
          ))}
        </ul>
      )}
      {points.length === 0 || mixed.length > 0
        ? <div className="buttons"><Button size="small" onClick={() => void openStep(desk, "truth")}>Open The moment of truth</Button></div> : null}
    </Block>
  );
}

function ownersOf({ owners, consistent }: TouchPoint): string {
  if (owners.length === 0) return "Nobody answers for it";
  const all = owners.join(" and ");
  return consistent ? all : owners.length === 1 ? `${all}, and nobody for the rest` : `${all}: who answers?`;
}

function HandingOver() {
  const { agreement } = useAgreement();
  const { currency, period, handoverLoss } = agreement.inputs;
  const { stays, after, cost } = handoverOfRole(agreement);
  return (
    <Block title="What does a handover cost?" hint="Who sold stays the owner. A new one after the sale costs customers.">
      <Entry of="in_handover_loss" label="Of 100 customers, how many more leave?" placeholder="not known" unit={`of 100 a ${period}`} />
      {handoverLoss !== null && (
        <Sums rows={[
          ["Stay with one owner", percent(stays, 1)], ["Stay after a handover", percent(after, 1)],
          ["One handover costs", cost === null ? "no finite value" : <span key="cost" className={cost > 0 ? "careful" : undefined}>{money(cost)} {currency}</span>],
        ]}
        />
      )}
      <OwnersToday />
    </Block>
  );
}

/** Whether customers have an owner, and for how long the same; only where customers were brought in. */
function OwnersToday() {
  const { state: { judged } } = usePortfolio();
  if (!judged || judged.customers.count === 0) return null;
  const { owned, years } = careOf(judged.customers, judged.asOf);
  return <p className="hint">{percent(owned)} of your customers have an owner{years !== null && `, the same for ${oneDecimal(years)} years on average`}.</p>;
}
