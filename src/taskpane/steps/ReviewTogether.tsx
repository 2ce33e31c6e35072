import { Button } from "@fluentui/react-components";
import { ArrowTrendingLines20Regular, Print20Regular, TableSimple20Regular } from "@fluentui/react-icons";
import { useMemo } from "react";
import { reviewPeriods } from "../../core/portfolio/review";
import type { BuiltModule } from "../../workbook";
import { Block } from "../parts/Block";
import { AddPeriod } from "../review/AddPeriod";
import { Drift, KeptToday, Memo, Next, OnHold, Standing } from "../review/Findings";
import { NewClauses } from "../review/NewClauses";
import { measuredIn, rowsIn } from "../review/periods";
import { SinceVersion } from "../review/SinceVersion";
import { useAgreement } from "../use-desk";
import { useOwnTable } from "../use-table";
import "../dialogue/dialogue.css";

/** Step 14: how both sides kept the agreement, what that did to the value, and what comes next. */
export default function ReviewTogether() {
  const { agreement, state: { built } } = useAgreement();
  const { table, problem, change } = useOwnTable("tblReview", "review");
  const clauses = useMemo(() => (table ? measuredIn(agreement, table) : []), [agreement, table]);
  const reviews = useMemo(() => (table ? reviewPeriods(agreement, rowsIn(table, clauses)) : []), [agreement, table, clauses]);
  const there = built?.build.modules.find(({ id }) => id === "review");
  return (
    <>
      {problem && <p className="wrong" role="alert">{problem}</p>}
      {!there && <Begin />}
      {there && table && <NewClauses table={table} />}
      {reviews.length > 0 && (
        <>
          <Standing reviews={reviews} />
          <KeptToday reviews={reviews} />
          <OnHold reviews={reviews} />
          <Drift reviews={reviews} />
          <Next reviews={reviews} />
          <Memo reviews={reviews} />
        </>
      )}
      {there && table && <AddPeriod table={table} clauses={clauses} change={change} startsOpen={reviews.length === 0} />}
      {built && <SinceVersion />}
      {there && <OnSheets sheets={there.sheets} />}
      <Agenda />
    </>
  );
}

function Begin() {
  const { desk, state: { built, doing } } = useAgreement();
  const trySample = async () => {
    const { sampleReviews } = await import(/* webpackChunkName: "steps" */ "../../core/portfolio/sample-reviews");
    await desk.addModule("review", sampleReviews);
  };
  return (
    <div className="empty">
      <ArrowTrendingLines20Regular aria-hidden="true" />
      <h2>Do both sides keep the agreement?</h2>
      <p>{built ? "Enter what was measured in each period, ours first. Trend, value and next actions follow." : "Build the workbook first: reviews are a sheet of it."}</p>
      {built && (
        <>
          <Button appearance="primary" disabledFocusable={doing !== undefined} onClick={() => void desk.addModule("review")}>Start the reviews</Button>
          <Button appearance="subtle" disabledFocusable={doing !== undefined} onClick={() => void trySample()}>Try with six quarters of the sample</Button>
        </>
      )}
    </div>
  );
}

const sheetWords: Readonly<Record<string, string>> = { review: "Show the sheet", memo: "Memo to print", agenda: "Agenda to print" };

/** The sheet with the periods, and the two pages to print. */
function OnSheets({ sheets }: { sheets: BuiltModule["sheets"] }) {
  const { desk } = useAgreement();
  return (
    <div className="buttons">
      {sheets.map(({ id, name }) => (
        <Button
          key={id} size="small" icon={id === "review" ? <TableSimple20Regular /> : <Print20Regular />}
          onClick={() => void desk.goTo({ sheet: name, address: "A1" })}
        >
          {sheetWords[id] ?? name}
        </Button>
      ))}
    </div>
  );
}

const agenda = [
  "What we kept and what we did not, told by us", "What the customer did, from the records of both", "Asks on hold: when do we keep our word again?",
  "What moved the value, and why", "Three actions with owner and day", "What to change in the charter; nothing changes without both",
];

function Agenda() {
  return (
    <Block title="What do we talk about each quarter?" hint="Half an hour, our own side first">
      <ol className="guide">{agenda.map((item) => <li key={item}>{item}</li>)}</ol>
    </Block>
  );
}
