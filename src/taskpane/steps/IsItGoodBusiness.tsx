import { Bonuses } from "../deals/Bonuses";
import { LeadScreen } from "../deals/LeadScreen";
import { QuoteCheck } from "../deals/QuoteCheck";
import "../portfolio/portfolio.css";
import "../deals/deals.css";

/** Step 11: is a quote good business, which leads are worth winning, and what the bonus pays for. */
export default function IsItGoodBusiness() {
  return (
    <>
      <QuoteCheck />
      <LeadScreen />
      <Bonuses />
    </>
  );
}
