import { Button } from "@fluentui/react-components";
import { TableAdd20Regular, TableCursor16Regular } from "@fluentui/react-icons";
import { useState } from "react";
import type { LeadVerdict } from "../../core/portfolio/good-business";
import { leadVerdicts } from "../../core/portfolio/leads";
import { money, percent } from "../numbers";
import { Block } from "../parts/Block";
import { Chip } from "../parts/Chip";
import { Sums } from "../parts/Sums";
import { useAgreement, useGo } from "../use-desk";
import { LeadMark } from "./LeadMark";
import { sumOf, useSheetRows, type SheetRow } from "./use-sheet-rows";

/** More rows than anybody reads; the sheet has them all. */
const most = 50;

/** Leads held against the role, as the sheet Leads judges them. */
export function LeadScreen() {
  const { desk, state: { built, doing } } = useAgreement();
  const { isThere, rows, problem, show } = useSheetRows("leads", "tblLeads");
  const go = useGo();
  const addSample = async () => {
    const { sampleLeads } = await import(/* webpackChunkName: "steps" */ "../../core/portfolio/sample-leads");
    await desk.addModule("leads", { leads: sampleLeads });
  };
  return (
    <Block title="Which leads are worth winning?" hint="One row for each lead on the sheet Leads; the rest follows there">
      {!built && <p className="hint">Build the workbook first: the sheet reads its numbers.</p>}
      {built && !isThere && (
        <div className="buttons">
          <Button appearance="primary" onClick={() => go("lead-list")}>Bring a list in</Button>
          <Button icon={<TableAdd20Regular />} disabledFocusable={doing !== undefined} onClick={() => void desk.addModule("leads")}>
            Add the sheet, empty
          </Button>
          <Button appearance="subtle" disabledFocusable={doing !== undefined} onClick={() => void addSample()}>Try with 40 made-up leads</Button>
        </div>
      )}
      {problem && <p className="wrong" role="alert">{problem}</p>}
      {rows && <Screened rows={rows} />}
      {rows && (
        <div className="buttons">
          <Button icon={<TableCursor16Regular />} onClick={show}>Open Leads</Button>
          <Button onClick={() => go("lead-list")}>Bring a list in</Button>
        </div>
      )}
    </Block>
  );
}

function Screened({ rows }: { rows: readonly SheetRow[] }) {
  const { agreement: { inputs: { currency } } } = useAgreement();
  const [chosen, setChosen] = useState<LeadVerdict>();
  const of = (word: LeadVerdict) => rows.filter(({ Verdict }) => Verdict === word);
  const shown = chosen ? of(chosen) : rows;
  return (
    <>
      <Sums rows={[
        ["Rejected", percent(rows.length === 0 ? 0 : of("Drop").length / rows.length)],
        ["Not spent on winning them", `${money(sumOf(of("Drop"), "Acquisition cost in use"))} ${currency}`],
        ["Net value of those to pursue", `${money(sumOf(of("Pursue"), "Net value expected"))} ${currency}`],
      ]}
      >
        {of("Drop").length === 0 && <p className="hint">A screen that drops nobody screens nothing.</p>}
      </Sums>
      <div className="chips" role="group" aria-label="Show only">
        {leadVerdicts.map((word) => (
          <Chip key={word} on={chosen === word} onChange={(on) => setChosen(on ? word : undefined)}>{`${word} ${of(word).length}`}</Chip>
        ))}
      </div>
      <table className="customers">
        <thead><tr><th scope="col">Lead</th><th scope="col">At most</th><th scope="col" className="fit">Fit</th><th scope="col">Proposal</th></tr></thead>
        <tbody>
          {shown.slice(0, most).map((row, i) => (
            <tr key={`${String(row.Id)} ${i}`}>
              <th scope="row">{String(row.Lead || row.Id)}</th>
              <td>{typeof row["Most to spend on winning"] === "number" ? money(row["Most to spend on winning"]) : "?"}</td>
              <td className="fit">{typeof row.Fit === "number" ? money(row.Fit * 100) : "?"}</td>
              <td><LeadMark verdict={String(row.Verdict)} /></td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="hint">At most: what may be spent on winning the lead, in {currency}.{shown.length > most && ` The first ${most} of ${shown.length}.`}</p>
    </>
  );
}
