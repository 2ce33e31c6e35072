import { Button } from "@fluentui/react-components";
import { ClipboardTaskListLtr20Regular, TableSimple20Regular } from "@fluentui/react-icons";
import { Milestones } from "../plan/Milestones";
import { Offers } from "../plan/Offers";
import { OneVoice } from "../plan/OneVoice";
import { Prompts } from "../plan/Prompts";
import { usePlanDay } from "../plan/use-plan-day";
import { useAgreement } from "../use-desk";
import { useOwnTable } from "../use-table";
import "../plan/plan.css";
import "../portfolio/portfolio.css";

/** Step 10: the role in the hands of marketing, sales and service, each with its part of the same numbers. */
export default function PutItToWork() {
  const { state: { built } } = useAgreement();
  const there = built?.build.modules.find(({ id }) => id === "plan");
  const [offers, milestones, prompts] = [useOwnTable("tblOffers", "plan"), useOwnTable("tblMilestones", "plan"), useOwnTable("tblPrompts", "plan")];
  const looked = usePlanDay(there);
  const problems = [...new Set([offers, milestones, prompts, looked].flatMap(({ problem }) => problem ?? []))];
  return (
    <>
      {problems.map((problem) => <p key={problem} className="wrong" role="alert">{problem}</p>)}
      {!there && <Begin />}
      {there && offers.table && <Offers table={offers.table} change={offers.change} />}
      {there && milestones.table && <Milestones table={milestones.table} change={milestones.change} asOf={looked.day} />}
      {there && prompts.table && <Prompts table={prompts.table} change={prompts.change} />}
      <OneVoice />
      {there && <OnSheets sheets={there.sheets} />}
    </>
  );
}

function Begin() {
  const { desk, state: { built, doing } } = useAgreement();
  const trySample = async () => {
    const { sampleDay, sampleLadder, sampleOffers } = await import(/* webpackChunkName: "steps" */ "../../core/portfolio/sample-plan");
    await desk.addModule("plan", { offers: sampleOffers, steps: sampleLadder, asOf: sampleDay });
  };
  return (
    <div className="empty">
      <ClipboardTaskListLtr20Regular aria-hidden="true" />
      <h2>Who brings the role to life?</h2>
      <p>{built ? "Marketing names offers, sales the milestones that open with value proven, service what it looks for."
        : "Build the workbook first: the plan is a sheet of it."}</p>
      {built && (
        <>
          <Button appearance="primary" disabledFocusable={doing !== undefined} onClick={() => void desk.addModule("plan")}>Start the plan</Button>
          <Button appearance="subtle" disabledFocusable={doing !== undefined} onClick={() => void trySample()}>Try with the plan of the sample</Button>
        </>
      )}
    </div>
  );
}

function OnSheets({ sheets }: { sheets: readonly { readonly id: string; readonly name: string }[] }) {
  const { desk } = useAgreement();
  return (
    <div className="buttons">
      {sheets.map(({ id, name }) => (
        <Button key={id} size="small" icon={<TableSimple20Regular />} onClick={() => void desk.goTo({ sheet: name, address: "A1" })}>Open {name}</Button>
      ))}
    </div>
  );
}
