import { Badge } from "@fluentui/react-components";
import { CheckmarkCircle20Filled, Circle20Regular } from "@fluentui/react-icons";
import { openStep } from "../beginning";
import { Block, Finding } from "../parts/Block";
import { Body } from "../parts/Frame";
import { steps, type Step } from "../steps";
import { useDesk, useGo } from "../use-desk";

/** The whole path by chapter, to enter anywhere. */
export default function AllSteps() {
  const { state: { phase, visited } } = useDesk();
  const reached = phase === "built" ? steps.length : Math.max(0, ...visited.map((id) => steps.findIndex((step) => step.id === id) + 1));
  const done = phase === "built" ? steps.length : Math.max(0, reached - 1);
  const chapters = [...new Set(steps.map(({ chapter }) => chapter))];
  return (
    <Body>
      <Finding title={`${done} of ${steps.length} done`} hint="The quick path goes through them in this order. Take them in any." />
      {chapters.map((chapter) => (
        <Block key={chapter} title={chapter}>
          <div className="list">
            {steps.filter((step) => step.chapter === chapter)
              .map((step) => <StepRow key={step.id} step={step} isDone={step.quick <= done} />)}
          </div>
        </Block>
      ))}
    </Body>
  );
}

function StepRow({ step: { id, title, quick, ownFooter }, isDone }: { step: Step; isDone: boolean }) {
  const { desk, state: { phase } } = useDesk();
  const go = useGo();
  const open = () => (phase === "built" && ownFooter ? go("built") : void openStep(desk, id));
  return (
    <button type="button" className="link-row step-row" onClick={open}>
      {isDone
        ? <CheckmarkCircle20Filled className="good" aria-label="Done" />
        : <Circle20Regular className="muted" aria-label="Not done" />}
      <span className="link-text">{title}</span>
      <Badge appearance="tint" size="small">Quick {quick}</Badge>
    </button>
  );
}
