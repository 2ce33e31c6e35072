import type { Agreement } from "../../core/agreement";
import { clausesOf, type Clause } from "../../core/charter/clauses";
import { counted } from "../numbers";

/** Clauses of each side that the picture has room for. */
const FEW = 4;

/** The page to sign, small: paper, so it stays white in the dark. */
export function CharterPreview({ agreement }: { agreement: Agreement }) {
  const clauses = clausesOf(agreement);
  const { company, customer } = agreement.inputs;
  const [us, you] = [company || "our company", customer || "our customer"];
  const ours = clauses.filter(({ side }) => side === "us");
  const theirs = clauses.filter(({ side }) => side === "you");
  const said = `The charter of ${us} and ${you}: ${counted(ours.length, "promise")} of ours, ${counted(theirs.length, "ask")} of the customer.`;
  return (
    <figure className="paper" role="img" aria-label={said}>
      <b className="paper-title">How we work together</b>
      <span className="paper-parties">{us} and {you}</span>
      <div className="paper-sides">
        <Side title="You can expect from us" clauses={ours} who={us} kind="give" />
        <Side title="We count on you" clauses={theirs} who={you} kind="ask" />
      </div>
    </figure>
  );
}

function Side({ title, clauses, who, kind }: { title: string; clauses: readonly Clause[]; who: string; kind: "ask" | "give" }) {
  const others = clauses.length - FEW;
  return (
    <div className={`paper-side ${kind}`}>
      <b>{title}</b>
      {clauses.slice(0, FEW).map(({ id, wording }) => <span key={id}>{wording}</span>)}
      <span className="paper-more">{others > 0 && `and ${others} more`}</span>
      <span className="paper-sign">For {who}</span>
    </div>
  );
}
