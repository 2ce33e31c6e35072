import { Button } from "@fluentui/react-components";
import { Checkmark16Regular } from "@fluentui/react-icons";
import { acceptanceOf, scoreCard, type Acceptance, type AuditProgress, type Checked } from "../../workbook";
import { openFindings } from "../checker";
import { counted } from "../numbers";
import { useDesk } from "../use-desk";
import { Bar } from "./Bar";
import { Disclosure } from "./Disclosure";

/** How far the check is. */
export function Running({ progress: { share, doing } }: { progress: AuditProgress }) {
  const percent = Math.round(share * 100);
  return (
    <div className="running">
      <div
        role="progressbar" aria-label="Check of the workbook" aria-valuemin={0} aria-valuemax={100} aria-valuenow={percent}
        aria-valuetext={doing}
      >
        <Bar share={share} kind="ask" />
      </div>
      <p className="hint">{doing}</p>
    </div>
  );
}

/** What the check says beside its findings: the score of each sheet, what was accepted, what holds, and what could not be looked at. */
export function AfterCheck({ result }: { result: Checked }) {
  const found = openFindings(result);
  const accepted = result.accepted.filter((each) => result.findings.some((finding) => acceptanceOf(finding, [each])));
  const { passed, notChecked, sheets } = result;
  return (
    <div className="after-check">
      {found.length > 0 && <Disclosure kind="group" summary={<h3>Score of each sheet</h3>}><ScoreTable result={result} /></Disclosure>}
      {accepted.length > 0 && (
        <Disclosure kind="group" summary={<h3>{counted(accepted.length, "accepted warning")}</h3>}>
          <ul className="list">{accepted.map((each) => <AcceptedRow key={JSON.stringify(each)} acceptance={each} />)}</ul>
        </Disclosure>
      )}
      {notChecked.length > 0 && (
        <Disclosure kind="group" summary={<h3>{counted(notChecked.length, "rule")} could not be checked in full</h3>}>
          <ul className="list">
            {notChecked.map(({ rule, demand, reason }) => (
              <li key={rule} className="problem">
                <span className="row-text"><span>{demand}</span><span className="hint">{rule} · {reason}</span></span>
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
      <p className="with-icon hint">
        <Checkmark16Regular className="good" />{counted(passed.length, "rule")} passed on {counted(sheets.length, "sheet")}.
      </p>
    </div>
  );
}

/** Every sheet with its errors, warnings and remarks; those without any say so. */
function ScoreTable({ result }: { result: Checked }) {
  const scores = new Map(scoreCard(openFindings(result)).map((score) => [score.sheet, score]));
  const places = scores.has("") ? ["", ...result.sheets] : result.sheets;
  const number = (count: number | undefined) => <td className={count ? undefined : "muted"}>{count ?? 0}</td>;
  return (
    <table className="stakes">
      <thead><tr><th scope="col">Sheet</th><th scope="col">Errors</th><th scope="col">Warnings</th><th scope="col">Remarks</th></tr></thead>
      <tbody>
        {places.map((place) => {
          const score = scores.get(place);
          return (
            <tr key={place}>
              <th scope="row">{place || "The workbook"}</th>{number(score?.error)}{number(score?.warning)}{number(score?.info)}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function AcceptedRow({ acceptance }: { acceptance: Acceptance }) {
  const { desk } = useDesk();
  const { sheet, address, title, reason, by, day } = acceptance;
  return (
    <li className="problem">
      <span className="row-text">
        <span>{title}</span>
        <span className="hint">{[[sheet, address].filter(Boolean).join(" ") || "The workbook", by, day].filter(Boolean).join(" · ")}</span>
        <span className="hint">“{reason}”</span>
        <span className="buttons">
          <Button size="small" onClick={() => void desk.withdraw(acceptance)} aria-label={`Do not accept: ${title}`}>
            Do not accept
          </Button>
        </span>
      </span>
    </li>
  );
}
