import { Button, Field, Input } from "@fluentui/react-components";
import { DismissCircle20Filled, Info20Regular, Warning20Filled } from "@fluentui/react-icons";
import { useState } from "react";
import type { Finding } from "../../workbook";
import { counted } from "../numbers";
import { useDesk } from "../use-desk";
import { Block } from "./Block";

/** One thing to mend or know, wherever it was found. */
export interface Concern {
  readonly key: string;
  readonly severity: Finding["severity"];
  /** The sheet or step; empty for the workbook. */
  readonly place: string;
  readonly title: string;
  /** In small below the title. */
  readonly note: string;
  /** "cell B5", "sheet", "step"; with the way there. */
  readonly where?: string;
  readonly jump?: () => void;
  readonly explain?: () => void;
  /** What the check said, which may be mended or accepted. */
  readonly finding?: Finding;
}

/** So many of a sheet are shown at first. */
const FEW = 8;

/** The concerns of one sheet or step, with how many there are. */
export function ProblemsOfPlace({ place, concerns }: { place: string; concerns: readonly Concern[] }) {
  const [isLong, setLong] = useState(false);
  const shown = isLong ? concerns : concerns.slice(0, FEW);
  return (
    <Block title={place || "The workbook"} hint={countsIn(concerns)}>
      <ul className="list">{shown.map((concern) => <Row key={concern.key} concern={concern} />)}</ul>
      {shown.length < concerns.length && (
        <Button className="more" appearance="transparent" onClick={() => setLong(true)}>
          {concerns.length - shown.length} more on {place || "the workbook"}
        </Button>
      )}
    </Block>
  );
}

/** "1 error, 2 warnings", or nothing where one look tells. */
function countsIn(concerns: readonly Concern[]): string | undefined {
  if (concerns.length < 3) return undefined;
  const words = { error: "error", warning: "warning", info: "remark" } as const;
  return Object.entries(words).map(([severity, word]) => [concerns.filter((each) => each.severity === severity).length, word] as const)
    .filter(([count]) => count > 0).map(([count, word]) => counted(count, word)).join(", ");
}

const icons = {
  error: <DismissCircle20Filled className="wrong" aria-label="Error" />,
  warning: <Warning20Filled className="careful" aria-label="Warning" />,
  info: <Info20Regular className="muted" aria-label="Remark" />,
};

function Row({ concern: { severity, title, note, where, jump, explain, finding } }: { concern: Concern }) {
  return (
    <li className="problem">
      {icons[severity]}
      <span className="row-text">
        <span>{title}</span>
        <span className="hint">{note}</span>
        <Ways what={title} where={where} jump={jump} explain={explain} finding={finding} />
      </span>
    </li>
  );
}

/** Go there first, then the safe fix, then accept. */
function Ways({ what, where, jump, explain, finding }: Pick<Concern, "where" | "jump" | "explain" | "finding"> & { what: string }) {
  const { desk } = useDesk();
  const [isAccepting, setAccepting] = useState(false);
  const { fix, severity } = finding ?? {};
  if (isAccepting) return <AcceptForm finding={finding!} close={() => setAccepting(false)} />;
  return (
    <span className="buttons">
      {jump && <Button size="small" onClick={jump} aria-label={`Go to ${where}: ${what}`}>Go to {where!.split(" ")[0]}</Button>}
      {explain && <Button size="small" appearance="subtle" onClick={explain} aria-label={`Explain: ${what}`}>Explain</Button>}
      {fix && (
        <Button
          size="small" appearance={jump ? "subtle" : "secondary"} onClick={() => void desk.mend(fix)} aria-label={`${fix.label}: ${what}`}
        >
          {fix.label}
        </Button>
      )}
      {severity === "warning" && (
        <Button
          size="small" appearance={jump || fix ? "subtle" : "secondary"} onClick={() => setAccepting(true)} aria-label={`Accept: ${what}`}
        >
          Accept
        </Button>
      )}
    </span>
  );
}

/** A warning is accepted for a reason: whoever reads the workbook later has nothing else to go by. */
function AcceptForm({ finding, close }: { finding: Finding; close: () => void }) {
  const { desk } = useDesk();
  const [reason, setReason] = useState("");
  const [problem, setProblem] = useState<string>();
  const accept = () => {
    if (reason.trim() === "") setProblem("Give a reason. It stays with the workbook.");
    else void desk.accept(finding, reason.trim());
  };
  return (
    <form className="fields" onSubmit={(event) => { event.preventDefault(); accept(); }}>
      <Field label="Why may it stay as it is?" size="small" validationMessage={problem}>
        {/* The person has just asked for this field. */}
        {/* eslint-disable-next-line jsx-a11y/no-autofocus */}
        <Input size="small" autoFocus value={reason} maxLength={200} onChange={(_, { value }) => setReason(value)} />
      </Field>
      <span className="buttons">
        <Button size="small" type="submit">Accept</Button>
        <Button size="small" appearance="subtle" onClick={close}>Back</Button>
      </span>
    </form>
  );
}
