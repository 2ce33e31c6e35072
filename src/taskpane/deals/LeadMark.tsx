import { ArrowExit16Regular, ArrowSync16Regular, CheckmarkCircle16Regular, QuestionCircle16Regular } from "@fluentui/react-icons";
import type { ReactElement } from "react";
import type { LeadVerdict } from "../../core/portfolio/good-business";

const marks: Record<LeadVerdict, readonly [icon: ReactElement, tone: string]> = {
  "Find out": [<QuestionCircle16Regular />, "muted"], Pursue: [<CheckmarkCircle16Regular />, "good"],
  Renegotiate: [<ArrowSync16Regular />, "careful"], Drop: [<ArrowExit16Regular />, "careful"],
};

/** The verdict on a quote or a lead as icon and word, in the colour of its care; what a sheet says otherwise stands as it is. */
export function LeadMark({ verdict }: { verdict: string }) {
  const [icon, tone] = verdict in marks ? marks[verdict as LeadVerdict] : [null, "muted"];
  return <span className={`verdict ${tone}`}>{icon}<b>{verdict}</b></span>;
}
