import { Button } from "@fluentui/react-components";
import { CheckmarkCircle20Filled, DismissCircle20Filled, Warning20Filled } from "@fluentui/react-icons";
import { Finding } from "../parts/Block";
import { BuildButton } from "../parts/BuildButton";
import { Body, Footer } from "../parts/Frame";
import { SheetList, usePreview } from "../parts/SheetsToBuild";
import { Waiting } from "../parts/Waiting";
import { counted, money, percent } from "../numbers";
import { useAgreement, useGo } from "../use-desk";

/** Step 6: what stands, what will be written, and the button that writes it. */
export default function BuildTheWorkbook() {
  const { desk, agreement, remarks, state: { templateId } } = useAgreement();
  const { sheets, refusal } = usePreview(agreement);
  const errors = remarks.filter(({ severity }) => severity === "error").length;
  const go = useGo();
  return (
    <>
      <Body isRead>
        <Finding
          title={errors === 0 ? "Ready to build" : "Almost ready to build"}
          hint="New sheets only. Nothing you have is changed, and “Remove this build” takes them away again."
        />
        <Standing errors={errors} />
        {refusal && <p className="care" role="alert">{refusal}</p>}
        {sheets ? <SheetList sheets={sheets} /> : !refusal && <Waiting what="Looking at your sheets" />}
      </Body>
      <Footer>
        <Button appearance="subtle" onClick={() => desk.tell({ type: "went", page: "balance", isStep: true, backward: true })}>Back</Button>
        {errors === 0
          ? <BuildButton agreement={agreement} templateId={templateId} count={sheets?.length} />
          : <Button appearance="primary" onClick={() => go("problems")}>Show what to mend</Button>}
      </Footer>
    </>
  );
}

type State = "good" | "careful" | "wrong";

/** What stands so far, in four lines, and a fifth while something is wrong. */
function Standing({ errors }: { errors: number }) {
  const { agreement, assessment } = useAgreement();
  const { asks, reciprocity, cases } = assessment;
  const asked = asks.filter(({ on }) => on);
  const open = asked.filter(({ missing }) => missing.length > 0).length;
  const naked = asked.filter(({ status }) => status === "naked").length;
  const given = agreement.commitments.filter(({ on }) => on);
  const ownerless = given.filter(({ owner }) => owner.trim() === "").length;
  const { currency, periods, period } = agreement.inputs;
  const worth = cases && `${money(cases.asked.value.total)} ${currency} a customer`;
  return (
    <ul className="list">
      {errors > 0 && <Line state="wrong" title="Entries" text={`${counted(errors, "entry", "entries")} to mend before we can build`} />}
      <Line
        state={open ? "careful" : "good"} title="Asks"
        text={`${asked.length}, ${open ? `${open} to complete` : "all with unit, target and source"}`}
      />
      <Line
        state={ownerless || given.length === 0 ? "careful" : "good"} title="Commitments"
        text={given.length === 0
          ? "none yet: we give nothing for what we ask"
          : `${given.length}, ${ownerless ? `${ownerless} without owner` : "with cost and owner"}`}
      />
      <Line
        state={naked ? "careful" : "good"} title="Balance"
        text={reciprocity === null
          ? "nothing is asked yet"
          : `${percent(reciprocity)} earned${naked ? `, ${counted(naked, "ask")} kept without backing` : ""}`}
      />
      <Line
        state={cases ? "good" : "wrong"} title="Net value"
        text={worth === null
          ? assessment.noValue ?? "there is no value yet"
          : `${worth}${periods === null ? ", without an end" : ` over ${counted(periods, period)}`}`}
      />
    </ul>
  );
}

const icons = {
  good: <CheckmarkCircle20Filled className="good" aria-label="Good" />,
  careful: <Warning20Filled className="careful" aria-label="Needs care" />,
  wrong: <DismissCircle20Filled className="wrong" aria-label="To mend" />,
};

function Line({ state, title, text }: { state: State; title: string; text: string }) {
  return (
    <li className="standing">
      {icons[state]}
      <span className="row-text"><b>{title}</b><span className="hint">{text}</span></span>
    </li>
  );
}
