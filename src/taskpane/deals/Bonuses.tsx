import { Button } from "@fluentui/react-components";
import { TableAdd20Regular, TableCursor16Regular } from "@fluentui/react-icons";
import { money, percent } from "../numbers";
import { Block } from "../parts/Block";
import { Sums } from "../parts/Sums";
import { useAgreement } from "../use-desk";
import { numberIn, sumOf, useSheetRows, type SheetRow } from "./use-sheet-rows";

/** What the bonus of today pays for, beside one on value. */
export function Bonuses() {
  const { state: { built } } = useAgreement();
  const { isThere, rows, problem, show } = useSheetRows("bonus", "tblBonus");
  return (
    <Block title="What does the bonus pay for?" hint="Today’s plan beside a share of value, paid stage by stage when it is proven">
      {!built && <p className="hint">Build the workbook first: the sheet reads its numbers.</p>}
      {built && !isThere && <AddBonus />}
      {problem && <p className="wrong" role="alert">{problem}</p>}
      {rows && <BothPlans rows={rows} />}
      {rows && <div className="buttons"><Button icon={<TableCursor16Regular />} onClick={show}>Open Bonus</Button></div>}
    </Block>
  );
}

/** A sale for each customer that stands on the sheet Customers. */
function AddBonus() {
  const { desk, state: { built, doing } } = useAgreement();
  if (!built?.build.modules.some(({ id }) => id === "portfolio")) {
    return <p className="hint">Bring customers in first, under “Score and decide”: the bonus is held against their value.</p>;
  }
  return (
    <div className="buttons">
      <Button icon={<TableAdd20Regular />} disabledFocusable={doing !== undefined} onClick={() => void desk.addModule("bonus")}>
        Add the sheet Bonus
      </Button>
    </div>
  );
}

function BothPlans({ rows }: { rows: readonly SheetRow[] }) {
  const { agreement: { inputs: { currency } } } = useAgreement();
  const [today, lost] = [sumOf(rows, "Bonus of today"), sumOf(rows, "Of it on value that is not there")];
  return (
    <>
      <Sums rows={[
        ["Bonus of today", `${money(today)} ${currency}`],
        ["On value that is not there", <span key="lost" className={lost > 0 ? "careful" : undefined}>{money(lost)} ({percent(today === 0 ? 0 : lost / today, 1)})</span>],
        ["Bonus on value, all stages met", `${money(sumOf(rows, "Bonus on value, all stages met"))} ${currency}`],
        ["Of it proven so far", `${money(sumOf(rows, "Of it proven so far"))} ${currency}`],
      ]}
      />
      <table className="customers in-money">
        <thead><tr><th scope="col">Customer</th><th scope="col">Today</th><th scope="col">On loss</th><th scope="col">On value</th></tr></thead>
        <tbody>
          {rows.slice(0, 50).map((row, i) => (
            <tr key={`${String(row.Id)} ${i}`}>
              <th scope="row">{String(row.Customer)}</th>
              <td>{money(numberIn(row, "Bonus of today"))}</td>
              <td className={numberIn(row, "Of it on value that is not there") > 0 ? "careful" : undefined}>{money(numberIn(row, "Of it on value that is not there"))}</td>
              <td>{money(numberIn(row, "Bonus on value, all stages met"))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
