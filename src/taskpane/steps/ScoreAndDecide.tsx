import { Button } from "@fluentui/react-components";
import { PeopleList28Regular } from "@fluentui/react-icons";
import { Decide } from "../portfolio/Decide";
import { usePortfolio } from "../portfolio/use-portfolio";
import { Working } from "../history/Working";
import { useGo } from "../use-desk";
import "../history/history.css";
import "../portfolio/portfolio.css";

/** Step 12: which customers earn, which cost, and what is proposed for each. */
export default function ScoreAndDecide() {
  const { portfolio, state: { judged, doing, problem } } = usePortfolio();
  return (
    <>
      {problem && <p className="wrong" role="alert">{problem}</p>}
      {doing && <Working key={doing.what} doing={doing} cancel={portfolio.cancel} />}
      {judged?.scored ? <Decide judged={judged} scores={judged.scored.scores} /> : !doing && <NoCustomers />}
    </>
  );
}

function NoCustomers() {
  const { portfolio } = usePortfolio();
  const go = useGo();
  const trySample = async () => {
    const { dayOf, sampleCustomers } = await import(/* webpackChunkName: "steps" */ "../../core/portfolio/sample-customers");
    await portfolio.judge(sampleCustomers, dayOf(2026, 3, 31));
  };
  return (
    <div className="empty">
      <PeopleList28Regular aria-hidden="true" />
      <h2>Which customers play the role?</h2>
      <p>Bring in a list with one row per customer. Each gets a value, a fit and a proposal.</p>
      <Button appearance="primary" onClick={() => go("customers")}>Bring your customers in</Button>
      <Button appearance="subtle" onClick={() => void trySample()}>Try with the sample’s 12 customers</Button>
    </div>
  );
}
