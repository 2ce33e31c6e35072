import { Button } from "@fluentui/react-components";
import { Warning20Filled } from "@fluentui/react-icons";
import type { TableNow } from "../../workbook";
import { counted } from "../numbers";
import { useAgreement } from "../use-desk";
import { entered, withoutColumn } from "./periods";

/** Clauses that came into use after the reviews were begun: the sheet is written anew with a column for each, and keeps what was entered. */
export function NewClauses({ table }: { table: TableNow }) {
  const { desk, agreement, state: { doing } } = useAgreement();
  const lacking = withoutColumn(agreement, table);
  if (lacking.length === 0) return null;
  const renew = async () => {
    const rows = entered(agreement, table);
    await desk.removeModule("review");
    await desk.addModule("review", rows);
  };
  return (
    <div className="care">
      <div className="care-head">
        <Warning20Filled className="careful" />
        <div>
          <p>{counted(lacking.length, "clause")} without a column: {lacking.map(({ label }) => label).join(", ")}</p>
          <p className="hint">In use since the reviews began. The sheet is written anew; every period, level and remark stays.</p>
        </div>
      </div>
      <div className="buttons"><Button disabledFocusable={doing !== undefined} onClick={() => void renew()}>Add the columns</Button></div>
    </div>
  );
}
