import { Warning16Filled } from "@fluentui/react-icons";
import type { Override } from "../../core/portfolio/overrides";
import { dayText } from "../history/days";
import { counted, money } from "../numbers";
import { Block } from "../parts/Block";
import { useAgreement, useGo } from "../use-desk";
import { usePortfolio } from "./use-portfolio";

/** Where a person has decided otherwise: why, who, until when, and what another period costs; the dearest first. */
export function Overrides({ overrides }: { overrides: readonly Override[] }) {
  const { agreement: { inputs: { currency, period } } } = useAgreement();
  const { portfolio } = usePortfolio();
  const go = useGo();
  const open = overrides.filter(({ problems }) => problems.length > 0).length;
  return (
    <Block
      title="What was decided"
      hint={open > 0 ? `${counted(open, "decision needs", "decisions need")} care.` : "With reason, owner and an end."}
    >
      <div className="list">
        {overrides.slice(0, 20).map(({ row, name, decided, reason, owner, until, price, problems }) => (
          <button key={row} type="button" className="link-row" onClick={() => { portfolio.look(row); go("customer"); }}>
            <span className="row-text">
              <span><b>{name}</b>: {decided}</span>
              <span className="hint">{[reason, owner, until === null ? "" : `until ${dayText(until)}`].filter(Boolean).join(" · ")}</span>
              {problems.map((problem) => <span key={problem} className="hint careful with-icon"><Warning16Filled />{problem}</span>)}
            </span>
            {!Number.isNaN(price) && (
              <span className="at-end">
                {money(Math.abs(price))} <small>{currency}/{period}</small>
                <span className="hint block-line">{price > 0 ? "what it costs" : "what it brings"}</span>
              </span>
            )}
          </button>
        ))}
      </div>
    </Block>
  );
}
