import { Button } from "@fluentui/react-components";
import { Body } from "../parts/Frame";
import { OneCustomer } from "../portfolio/OneCustomer";
import { Working } from "../history/Working";
import { usePortfolio } from "../portfolio/use-portfolio";
import { useGo } from "../use-desk";
import "../history/history.css";
import "../portfolio/portfolio.css";

/** One customer: why it is judged as it is, and the ways on. */
export default function Customer() {
  const { portfolio, state: { judged, row, doing, problem } } = usePortfolio();
  const go = useGo();
  return (
    <Body isRead>
      {problem && <p className="wrong" role="alert">{problem}</p>}
      {doing && <Working key={doing.what} doing={doing} cancel={portfolio.cancel} />}
      {judged?.scored
        ? <OneCustomer key={judged.customers.texts.id[row]} judged={judged} scores={judged.scored.scores} row={row} />
        : <p>No customers are here yet. <Button size="small" onClick={() => go("customers")}>Bring your customers in</Button></p>}
    </Body>
  );
}
