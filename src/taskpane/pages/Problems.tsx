import { Button, Tab, TabList } from "@fluentui/react-components";
import { ArrowSync16Regular, Checkmark16Regular, DismissCircle20Filled, Warning20Filled } from "@fluentui/react-icons";
import { useState } from "react";
import { fieldsOf } from "../../core/fields";
import { openStep } from "../beginning";
import { Block } from "../parts/Block";
import { Body, Footer } from "../parts/Frame";
import { useDesk } from "../use-desk";

/** One thing to mend or know, wherever it was found. */
interface Finding {
  readonly key: string;
  readonly severity: "error" | "warning";
  readonly place: string;
  readonly label: string;
  readonly message: string;
  readonly address?: string;
  readonly jump: () => void;
  readonly explain?: () => void;
}

type Shown = "all" | Finding["severity"];

/** Everything that needs care, by sheet once there are sheets and by step before, each with a jump. */
export default function Problems() {
  const { desk, state } = useDesk();
  const findings = useFindings();
  const [shown, setShown] = useState<Shown>("all");
  const count = (severity: Shown) => findings.filter((finding) => severity === "all" || finding.severity === severity).length;
  const listed = findings.filter(({ severity }) => shown === "all" || severity === shown);
  const places = [...new Set(listed.map(({ place }) => place))];
  return (
    <>
      <Body>
        {findings.length > 0 && (
          <TabList className="tabs" size="small" selectedValue={shown} onTabSelect={(_, { value }) => setShown(value as Shown)}>
            <Tab value="all">All {count("all")}</Tab>
            <Tab value="error">Errors {count("error")}</Tab>
            <Tab value="warning">Warnings {count("warning")}</Tab>
          </TabList>
        )}
        {places.map((place) => (
          <Block key={place} title={place}>
            <ul className="list">
              {listed.filter((finding) => finding.place === place).map((finding) => <Row key={finding.key} finding={finding} />)}
            </ul>
          </Block>
        ))}
        {findings.length === 0 && (
          <p className="with-icon"><Checkmark16Regular className="good" />
            {state.agreement ? "Nothing needs care." : "There is nothing to check yet: no role was begun in this workbook."}</p>
        )}
      </Body>
      {state.agreement && (
        <Footer>
          <span className="hint">{fieldsOf(state.agreement).length} entries checked</span>
          {state.built && <Button icon={<ArrowSync16Regular />} onClick={() => void desk.readAgain()}>Check again</Button>}
        </Footer>
      )}
    </>
  );
}

/** The step on which a field of the draft is answered. */
function stepOf(id: string): { id: string; title: string } {
  if (id.startsWith("commitments.")) return { id: "give", title: "What we give" };
  if (id.startsWith("links.")) return { id: "balance", title: "Does it balance?" };
  return /^(asks|measures|drivers)\./.test(id) ? { id: "ask", title: "What we ask" } : { id: "four", title: "Four questions" };
}

function useFindings(): Finding[] {
  const { desk, state: { built }, remarks } = useDesk();
  if (built) {
    return built.problems.map((problem, index) => ({
      ...problem, key: `${problem.sheet}!${problem.address} ${index}`, place: problem.sheet, jump: () => void desk.goTo(problem),
      explain: () => void desk.goTo(problem).then(() => desk.tell({ type: "went", page: "explain", isStep: false })),
    }));
  }
  return remarks.map((remark, index) => {
    const step = stepOf(remark.id);
    return { ...remark, key: `${remark.id} ${index}`, place: step.title, jump: () => void openStep(desk, step.id) };
  });
}

function Row({ finding: { severity, label, message, address, jump, explain } }: { finding: Finding }) {
  const where = address ? "cell" : "step";
  return (
    <li className="problem">
      {severity === "error"
        ? <DismissCircle20Filled className="wrong" aria-label="Error" />
        : <Warning20Filled className="careful" aria-label="Warning" />}
      <span className="row-text">
        <span>{label}</span>
        <span className="hint">{address && `${address} · `}{message}</span>
        <span className="buttons">
          <Button size="small" onClick={jump} aria-label={`Go to ${where}${address ? ` ${address}` : ""}: ${label}`}>Go to {where}</Button>
          {explain && <Button size="small" appearance="subtle" onClick={explain} aria-label={`Explain ${address}: ${label}`}>Explain</Button>}
        </span>
      </span>
    </li>
  );
}
