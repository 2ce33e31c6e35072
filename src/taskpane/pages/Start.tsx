import { Button } from "@fluentui/react-components";
import { ArrowImport20Regular, BookOpen20Regular, LockClosed16Regular, Play20Regular, TextBulletListSquare20Regular } from "@fluentui/react-icons";
import { begin } from "../beginning";
import { Body } from "../parts/Frame";
import { LinkRow } from "../parts/LinkRow";
import { Mark } from "../parts/Mark";
import { useDesk, useGo } from "../use-desk";

/** The first screen: the quick path, the sample, or any step. */
export default function Start() {
  const go = useGo();
  return (
    <Body>
      <div className="welcome">
        <Mark size={48} />
        <h2>Write your customer’s job description</h2>
        <p>What you ask of a customer, what you give to deserve it, and what both are worth. In this workbook, in numbers.</p>
      </div>
      <QuickPath />
      <div className="list">
        <LinkRow
          icon={<BookOpen20Regular />} title="Open the sample" hint="A finished role: Alder & Finch Packaging" onClick={() => go("sample")}
        />
        <LinkRow
          icon={<ArrowImport20Regular />} title="Bring in a role" hint="From a file that was saved here or by a colleague"
          onClick={() => go("import")}
        />
        <LinkRow
          icon={<TextBulletListSquare20Regular />} title="All steps" hint="In full depth, in any order" onClick={() => go("steps")}
        />
      </div>
      <p className="hint with-icon"><LockClosed16Regular />Everything stays in your workbook. No account, no server, nothing is sent.</p>
    </Body>
  );
}

function QuickPath() {
  const { desk, state: { agreement, visited } } = useDesk();
  const start = () => void begin(desk, "who");
  const goOn = () => desk.tell({ type: "went", page: visited.at(-1)!, isStep: true });
  return (
    <section className="quick">
      <h2>Quick path</h2>
      <p className="hint">6 short steps, about 5 minutes. You end with a built workbook; go deeper whenever you like.</p>
      {agreement
        ? (
          <>
            <Button appearance="primary" size="large" icon={<Play20Regular />} onClick={goOn}>
              Go on with {agreement.inputs.segment || "your role"}
            </Button>
            <Button appearance="subtle" onClick={start}>Start over</Button>
          </>
        )
        : <Button appearance="primary" size="large" icon={<Play20Regular />} onClick={start}>Start</Button>}
    </section>
  );
}
