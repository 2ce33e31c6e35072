import { Button, Tab, TabList } from "@fluentui/react-components";
import { ArrowSync16Regular, Checkmark16Regular } from "@fluentui/react-icons";
import { useState } from "react";
import { undecided } from "../../core/charter/publish";
import { fieldsOf } from "../../core/fields";
import { openStep } from "../beginning";
import { openFindings } from "../checker";
import { counted } from "../numbers";
import { AfterCheck, Running } from "../parts/CheckReport";
import { Body, Footer } from "../parts/Frame";
import { ProblemsOfPlace, type Concern } from "../parts/ProblemRows";
import { sheetsIn } from "../state";
import { useDesk } from "../use-desk";

type Shown = "all" | Concern["severity"];

const tabs: readonly { readonly value: Shown; readonly words: string }[] = [
  { value: "all", words: "All" }, { value: "error", words: "Errors" }, { value: "warning", words: "Warnings" },
  { value: "info", words: "Remarks" },
];

/** Everything that needs care, by sheet once there are sheets and by step before, each with a jump; and the check of the whole workbook. */
export default function Problems() {
  const { state: { check, agreement } } = useDesk();
  const concerns = useConcerns();
  const [shown, setShown] = useState<Shown>("all");
  const count = (value: Shown) => concerns.filter(({ severity }) => value === "all" || severity === value).length;
  const now = count(shown) > 0 ? shown : "all";
  const listed = concerns.filter(({ severity }) => now === "all" || severity === now);
  const places = usePlaces(listed);
  return (
    <>
      <Body>
        {check?.running && <Running progress={check.running} />}
        {check?.wasCancelled && <p className="soft" role="status">The check was cancelled. Nothing was changed.</p>}
        {concerns.length > 0 && (
          <TabList className="tabs" size="small" selectedValue={now} onTabSelect={(_, { value }) => setShown(value as Shown)}>
            {tabs.filter(({ value }) => value !== "info" || count(value) > 0)
              .map(({ value, words }) => <Tab key={value} value={value}>{words} {count(value)}</Tab>)}
          </TabList>
        )}
        {places.map((place) => (
          <ProblemsOfPlace key={place} place={place} concerns={listed.filter((concern) => concern.place === place)} />
        ))}
        {concerns.length === 0 && (agreement || check?.result) && (
          <p className="with-icon"><Checkmark16Regular className="good" />Nothing needs care.</p>
        )}
        {check?.result ? <AfterCheck result={check.result} /> : <Invitation />}
      </Body>
      <CheckFooter />
    </>
  );
}

/** What the check is, before the first one. */
function Invitation() {
  const { state: { check } } = useDesk();
  if (check?.running) return null;
  return (
    <p className="hint">
      “Check workbook” reads every sheet of this file, whoever made it, and looks for what modelling standards warn of: broken and
      overwritten formulas, hidden rows, numbers stored as text and more. It changes nothing.
    </p>
  );
}

function CheckFooter() {
  const { desk, state: { check, agreement } } = useDesk();
  const again = async () => {
    await desk.save();
    if (desk.state().phase === "built") await desk.readAgain();
    await desk.check();
  };
  return (
    <Footer>
      <span className="hint" role="status">{said(check, agreement ? fieldsOf(agreement).length : 0)}</span>
      {check?.running
        ? <Button onClick={desk.cancelCheck}>Cancel</Button>
        : (
          <Button appearance={check?.result ? "secondary" : "primary"} icon={<ArrowSync16Regular />} onClick={() => void again()}>
            {check?.result ? "Check again" : "Check workbook"}
          </Button>
        )}
    </Footer>
  );
}

/** "Checked at 14:05, 57 rules". */
function said(check: ReturnType<typeof useDesk>["state"]["check"], entries: number): string {
  if (check?.running) return "Checking";
  if (!check?.result) return entries > 0 ? `${counted(entries, "entry", "entries")} checked` : "";
  if (check.isOutdated) return "The workbook has changed since the check";
  const { passed, findings, notChecked } = check.result;
  const rules = new Set([...passed, ...findings.map(({ rule }) => rule), ...notChecked.map(({ rule }) => rule)]).size;
  const time = new Date(check.at!).toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
  return `Checked at ${time}, ${rules} rules`;
}

// --- what is listed

/** The step on which a field of the draft is answered. */
function stepOf(id: string): { id: string; title: string } {
  if (id.startsWith("commitments.")) return { id: "give", title: "What we give" };
  if (id.startsWith("links.")) return { id: "balance", title: "Does it balance?" };
  return /^(asks|measures|drivers)\./.test(id) ? { id: "ask", title: "What we ask" } : { id: "four", title: "Four questions" };
}

function useConcerns(): Concern[] {
  return [...useEntries(), ...useUndecided(), ...useFound()];
}

/** What no entry is wrong about, but what bars the way to the customer. */
function useUndecided(): Concern[] {
  const { desk, state: { agreement } } = useDesk();
  return (agreement ? undecided(agreement) : []).map(({ id, label, message }) => ({
    key: id, severity: "warning", place: "Is what we ask earned?", title: label, note: message, where: "step",
    jump: () => void openStep(desk, "earn"),
  }));
}

/** What is wrong with entries: always known. */
function useEntries(): Concern[] {
  const { desk, state: { built }, remarks } = useDesk();
  if (built) {
    return built.problems.map((problem, index) => ({
      key: `${problem.sheet}!${problem.address} ${index}`, severity: problem.severity, place: problem.sheet, title: problem.label,
      note: `${problem.address} · ${problem.message}`, where: `cell ${problem.address}`, jump: () => void desk.goTo(problem),
      explain: () => void desk.goTo(problem).then(() => desk.tell({ type: "went", page: "explain", isStep: false })),
    }));
  }
  return remarks.map(({ id, severity, label, message }, index) => {
    const step = stepOf(id);
    return {
      key: `${id} ${index}`, severity, place: step.title, title: label, note: message, where: "step",
      jump: () => void openStep(desk, step.id),
    };
  });
}

/** What the last check found and nobody has accepted. */
function useFound(): Concern[] {
  const { desk, state: { check } } = useDesk();
  if (!check?.result) return [];
  return openFindings(check.result).map((finding, index) => {
    const { rule, severity, sheet, address, label, title, why } = finding;
    const areas = address?.split(",") ?? [];
    const cells = areas.length > 2 ? `${areas.slice(0, 2).join(", ")} and ${areas.length - 2} more` : areas.join(", ");
    return {
      key: `${rule} ${sheet} ${index}`, severity, place: sheet, title, finding,
      note: [rule, cells, label, why].filter(Boolean).join(" · "),
      ...(sheet !== "" && !/^W02/.test(rule) && {
        where: areas.length > 0 ? `cell ${areas[0]!.split(":")[0]}` : "sheet",
        jump: () => void desk.goTo({ sheet, address: areas[0] ?? "A1" }),
      }),
    };
  });
}

/** The workbook first, then sheets in the order of their tabs, then whatever else. */
function usePlaces(concerns: readonly Concern[]): string[] {
  const { state: { check, built } } = useDesk();
  const known = check?.result?.sheets ?? (built ? sheetsIn(built.build).map(({ name }) => name) : []);
  const places = [...new Set(concerns.map(({ place }) => place))];
  const rank = (place: string) => (place === "" ? -1 : known.includes(place) ? known.indexOf(place) : known.length);
  return places.sort((a, b) => rank(a) - rank(b));
}
