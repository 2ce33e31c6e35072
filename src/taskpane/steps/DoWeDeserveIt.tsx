import { questions } from "../../core/commitment/questions";
import { BarList } from "../parts/BarList";
import { BetterOff } from "../parts/BetterOff";
import { Block, Finding } from "../parts/Block";
import { Entry } from "../parts/Entry";
import { withUnit } from "../parts/levels";
import { Question } from "../parts/Question";
import { WhoOwes } from "../parts/WhoOwes";
import { percent } from "../numbers";
import { useAgreement } from "../use-desk";

/** Step 8: do we keep our word, who owes whom, is the customer better off, and what do we say of ourselves. */
export default function DoWeDeserveIt() {
  return (
    <>
      <Score />
      <KeptLevels />
      <WhoOwes />
      <BetterOff />
      {selfChecks.map(({ of, title, context }) => (
        <Question key={of} of={of} title={title} layout="horizontal" options={answers}>
          <p className="hint context">{context}</p>
        </Question>
      ))}
      <p className="hint">
        Figures: Lior Arussy, “Defining the role of the customer”, 23 March 2004. Executives in North America, Europe, Asia and Africa.
        Context, no benchmark.
      </p>
    </>
  );
}

const answers = [{ value: "yes", label: "Yes" }, { value: "partly", label: "Partly" }, { value: "no", label: "No" }];

/** Asked of ourselves, with what others answered; the survey gives no sizes of its parts, so they are no measure. */
const selfChecks = [
  {
    of: "in_check_role", title: "Is our customer’s role well defined?",
    context: "Context, 2004, n = 165: 42.9% said yes in the US, 17.2% in Europe.",
  },
  {
    of: "in_check_deserve", title: "Do we deserve our customers’ loyalty?",
    context: "Context, 2004, n = 165: 50% did not believe that they do.",
  },
  {
    of: "in_check_dialogue", title: "Do we hold a true dialogue with them?",
    context: "Context, 2004, n = 165: over 54% said they do not.",
  },
] as const;

function Score() {
  const { agreement: { inputs: { deserveMin } }, assessment: { deserve } } = useAgreement();
  if (deserve === null) {
    return <Finding title="Do we keep our word?" hint="Not known yet. Enter what was kept, and the share of it follows." />;
  }
  const line = percent(deserveMin);
  return (
    <Finding
      title={`We keep ${percent(deserve)} of our word`}
      hint={deserve < deserveMin
        ? `Below ${line}: put our own house in order before judging a customer.`
        : `By the weight of what each commitment earns. Judging a customer needs ${line}.`}
    >
      <BarList kind="give" rows={[{ id: "deserve", label: "Deserve", value: percent(deserve, 1), share: deserve }]} />
    </Finding>
  );
}

/** What was kept of every commitment in use, in the order of the questions. */
function KeptLevels() {
  const { agreement, assessment } = useAgreement();
  const on = questions.flatMap(({ number }) => agreement.commitments.filter((commitment) => commitment.on && commitment.question === number));
  if (on.length === 0) return <Block title="What did we keep?" hint="No commitment is on yet. Switch some on under “The moment of truth”." />;
  return (
    <Block title="What did we keep?" hint="The level of the latest period, beside the level promised">
      <div className="list">
        {on.map(({ id, label, committed, unit }) => {
          const { keptAttainment } = assessment.commitments.find((each) => each.id === id)!;
          return (
            <div key={id} className="issue">
              <span className="row-text">
                {label}
                <span className="hint">
                  Promised {withUnit(committed, "decimal", unit)}{keptAttainment !== null && `, ${percent(keptAttainment)} kept`}
                </span>
              </span>
              <Entry of={`commitments.${id}.kept`} name={`${label}, kept`} unit="" width={96} placeholder="unknown" />
            </div>
          );
        })}
      </div>
    </Block>
  );
}
