import { Button, Link, Radio, RadioGroup, Spinner } from "@fluentui/react-components";
import {
  CheckmarkCircle20Regular, DismissCircle20Regular, Edit20Regular, Print20Regular, ShieldCheckmark20Regular, Warning20Regular,
} from "@fluentui/react-icons";
import { useId, useState, type ReactNode } from "react";
import type { Remark } from "../../core/check";
import { publishingRemarks, undecided } from "../../core/charter/publish";
import { openStep } from "../beginning";
import { Block, Finding } from "../parts/Block";
import { CharterPreview } from "../parts/CharterPreview";
import { Clauses } from "../parts/Clauses";
import { Disclosure } from "../parts/Disclosure";
import { Entry } from "../parts/Entry";
import { Body, focusFirstFault, Footer } from "../parts/Frame";
import { counted } from "../numbers";
import { useAgreement, useGo } from "../use-desk";

type Kind = "customer" | "colleagues" | "archive";

/** Step 13: the charter as it will be signed, what was answered, and a copy for whoever needs one. */
export default function AgreeAndPublish() {
  const { agreement } = useAgreement();
  const remarks = publishingRemarks(agreement);
  const errors = remarks.filter(({ severity }) => severity === "error");
  const [kind, setKind] = useState<Kind>("customer");
  return (
    <>
      <Body>
        <Heading isReady={errors.length === 0} />
        <Paper />
        <DatesAndPeople />
        <Clauses titleId={WORDS} />
        <Copies kind={kind} choose={setKind} />
        <Checks kind={kind} errors={errors.map(({ label, message }) => `${label}: ${message}`)} warnings={remarks.length - errors.length} />
      </Body>
      <Publish kind={kind} errors={errors} />
    </>
  );
}

function Heading({ isReady }: { isReady: boolean }) {
  const { desk, agreement: { charter, inputs }, state: { built } } = useAgreement();
  const sheet = built?.build.sheets.find(({ id }) => id === "charter");
  return (
    <Finding
      title={isReady ? "The charter, ready to sign" : "The charter, almost ready"}
      hint={(
        <>
          Version {charter.version} · {inputs.segment}
          {sheet && <> · changes save to <Link inline onClick={() => void desk.goTo({ sheet: sheet.name, address: "A5" })}>{sheet.name}</Link></>}
        </>
      )}
    />
  );
}

/** The page, and the ways to its words and to the printer. */
function Paper() {
  const { desk, agreement, state: { built } } = useAgreement();
  const sheet = built?.build.sheets.find(({ id }) => id === "charter");
  const print = () => {
    void desk.goTo({ sheet: sheet!.name, address: "A5" })
      .then(() => desk.tell({ type: "noticed", notice: { kind: "told", message: "The page is set up. Print this sheet from the File menu." } }));
  };
  return (
    <div className="block">
      <CharterPreview agreement={agreement} />
      <div className="buttons">
        <Button icon={<Edit20Regular />} onClick={() => document.getElementById(WORDS)?.scrollIntoView?.()}>Edit wording</Button>
        {sheet && <Button icon={<Print20Regular />} onClick={print}>Print</Button>}
      </div>
    </div>
  );
}

const WORDS = "charter-words";

function DatesAndPeople() {
  return (
    <Block title="When, and who signs?">
      <div className="list">
        <Disclosure summary={<Summary title="Version and dates" of={["version", "date", "review"]} />}>
          <div className="fields">
            <Entry of="charter.version" label="Version of the role" />
            <div className="pair">
              <Entry of="charter.date" label="Date" />
              <Entry of="charter.review" label="Next review" />
            </div>
            <Entry of="charter.contact" label="Whom the customer calls" />
          </div>
        </Disclosure>
        <Signatory side="ours" title="For us" />
        <Signatory side="theirs" title="For the customer" />
      </div>
    </Block>
  );
}

function Signatory({ side, title }: { side: "ours" | "theirs"; title: string }) {
  const field = (key: string) => `charter.${side}.${key}`;
  return (
    <Disclosure summary={<Summary title={title} of={[`${side}.name`, `${side}.title`, `${side}.signedOn`]} />}>
      <div className="fields">
        <Entry of={field("name")} label="Name" />
        <Entry of={field("title")} label="Title" />
        <Entry of={field("signedOn")} label="Signed on" />
      </div>
    </Disclosure>
  );
}

/** A closed row with what stands in it. */
function Summary({ title, of }: { title: string; of: readonly string[] }) {
  const { agreement: { charter } } = useAgreement();
  const value = (path: string) => path.split(".").reduce<unknown>((part, key) => (part as Record<string, unknown>)[key], charter);
  const filled = of.map(value).filter((each) => each !== null && each !== "");
  return <span className="row-text"><b>{title}</b><span className="hint">{filled.length > 0 ? filled.join(", ") : "open"}</span></span>;
}

const kinds: readonly { kind: Kind; label: string; hint: string; needsSheets?: true }[] = [
  { kind: "customer", label: "The customer", hint: "A new file: charter, measures and a form to answer on" },
  { kind: "colleagues", label: "Colleagues without the add-in", hint: "This workbook, with Excel’s own formulas", needsSheets: true },
  { kind: "archive", label: "The archive", hint: "Everything, frozen as values, dated", needsSheets: true },
];

function Copies({ kind, choose }: { kind: Kind; choose: (kind: Kind) => void }) {
  const { state: { phase } } = useAgreement();
  const titleId = useId();
  return (
    <Block title="Who is the copy for?" titleId={titleId} hint={phase === "draft" && "The last two need the sheets: build them first."}>
      <RadioGroup aria-labelledby={titleId} value={kind} onChange={(_, { value }) => choose(value as Kind)}>
        {kinds.map(({ kind: value, label, hint, needsSheets }) => (
          <Radio
            key={value} value={value} disabled={needsSheets === true && phase === "draft"}
            label={<>{label}<br /><span className="hint">{hint}</span></>}
          />
        ))}
      </RadioGroup>
    </Block>
  );
}

/** What was looked at before anything goes out. */
function Checks({ kind, errors, warnings }: { kind: Kind; errors: readonly string[]; warnings: number }) {
  const { state: { built } } = useAgreement();
  const failing = built?.outputs.errors ?? 0;
  const wrong = errors.length + failing;
  return (
    <ul className="list">
      {kind === "customer"
        ? <Line icon={<ShieldCheckmark20Regular className="good" />} title="Nothing internal goes out"
            text="No costs, values, verdicts, comments or names of authors. The file is looked through before it opens." />
        : <Line icon={<Warning20Regular className="careful" />} title="Your costs go with it" text="For our own people only, not for the customer." />}
      <Line
        icon={wrong > 0 ? <DismissCircle20Regular className="wrong" /> : <CheckmarkCircle20Regular className="good" />}
        title={`${built ? "Workbook and charter" : "Charter"}: ${counted(wrong, "error")}`}
        text={errors[0] ?? (failing > 0 ? "See the sheet Checks." : warnings > 0 ? counted(warnings, "warning") : "No warnings")}
      />
    </ul>
  );
}

const Line = ({ icon, title, text }: { icon: ReactNode; title: string; text: string }) =>
  <li className="standing">{icon}<span className="row-text"><b>{title}</b><span className="hint">{text}</span></span></li>;

const outcomes: Record<Kind, string> = {
  customer: "Create the customer’s copy", colleagues: "See what colleagues get", archive: "Create the archive",
};

function Publish({ kind, errors }: { kind: Kind; errors: readonly Remark[] }) {
  const { desk, agreement, state: { doing, built } } = useAgreement();
  const go = useGo();
  const isMaking = doing === "copying";
  const isBarred = errors.length > 0 || (kind !== "colleagues" && (built?.outputs.errors ?? 0) > 0);
  const mend = () => {
    if (errors.length > 0 && errors.length === undecided(agreement).length) void openStep(desk, "earn");
    else go("problems");
  };
  const publish = () => {
    if (focusFirstFault()) return;
    if (kind === "colleagues") go("share");
    else void desk.openCopy(kind);
  };
  return (
    <Footer>
      <Button appearance="subtle" onClick={() => desk.tell({ type: "wentBack" })}>Back</Button>
      {isBarred
        ? <Button appearance="primary" onClick={mend}>Show what to mend</Button>
        : (
          <Button appearance="primary" icon={isMaking ? <Spinner size="tiny" /> : undefined} disabledFocusable={isMaking} onClick={publish}>
            {outcomes[kind]}
          </Button>
        )}
    </Footer>
  );
}
