import { Badge, Button } from "@fluentui/react-components";
import { CheckmarkCircle20Filled, Circle20Regular } from "@fluentui/react-icons";
import { openStep } from "../beginning";
import { Block, Finding } from "../parts/Block";
import { Body, Footer } from "../parts/Frame";
import { chapters, fullPath, quickPath, type Step } from "../steps";
import { useDesk, type View } from "../use-desk";

/** The whole path by chapter, to enter anywhere. */
export default function AllSteps() {
  const view = useDesk();
  const done = fullPath.filter((step) => isDone(step, view));
  return (
    <>
      <Body>
        <Finding
          title={`${done.length} of ${fullPath.length} done`}
          hint="The quick path asks the marked ones in short. Take them and the others in any order, or never."
        />
        {chapters.filter((chapter) => fullPath.some((step) => step.chapter === chapter)).map((chapter) => (
          <Block key={chapter} title={chapter}>
            <div className="list">
              {fullPath.filter((step) => step.chapter === chapter)
                .map((step) => <StepRow key={step.id} step={step} isDone={done.includes(step)} />)}
            </div>
          </Block>
        ))}
      </Body>
      {view.state.phase === "draft" && <ToBuild />}
    </>
  );
}

function StepRow({ step, isDone: done }: { step: Step; isDone: boolean }) {
  const { desk } = useDesk();
  const short = inShort(step);
  return (
    <button type="button" className="link-row step-row" onClick={() => void openStep(desk, step.id)}>
      {done
        ? <CheckmarkCircle20Filled className="good" aria-label="Done" />
        : <Circle20Regular className="muted" aria-label="Not done" />}
      <span className="link-text">{step.title}</span>
      {short && <Badge appearance="tint" size="small">Quick {short.quick}</Badge>}
      <span className="count">{fullPath.indexOf(step) + 1}</span>
    </button>
  );
}

function ToBuild() {
  const { desk } = useDesk();
  return (
    <Footer>
      <Button appearance="subtle" onClick={() => desk.tell({ type: "wentBack" })}>Back</Button>
      <Button appearance="primary" onClick={() => void openStep(desk, "build")}>Next: build</Button>
    </Footer>
  );
}

const inShort = ({ inShort: id }: Step) => quickPath.find((step) => step.id === id);

/** A step is done once a person was there, or passed its short form, and nothing it asks for is open; no one need go where all is answered. */
function isDone(step: Step, { state, assessment }: View): boolean {
  const short = inShort(step);
  const wasThere = state.visited.includes(step.id) || (short !== undefined && isPassed(short, state));
  if (!step.isAnswered) return wasThere;
  const isAnswered = state.agreement !== undefined && assessment !== undefined && step.isAnswered(state.agreement, assessment);
  return isAnswered && (wasThere || !short);
}

/** The quick path is taken in order: who built, or reached a later step, has passed this one. */
const isPassed = ({ quick }: Step, { phase, visited }: View["state"]) =>
  phase === "built" || quickPath.some((later) => later.quick! > quick! && visited.includes(later.id));
