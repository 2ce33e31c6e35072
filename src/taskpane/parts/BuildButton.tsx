import { Button, Spinner } from "@fluentui/react-components";
import { TableAdd20Regular } from "@fluentui/react-icons";
import type { Agreement } from "../../core/agreement";
import type { Extent } from "../../workbook";
import { useDesk } from "../use-desk";

interface BuildButtonProps {
  agreement: Agreement | undefined;
  templateId: string;
  /** Number of sheets, once it is known. */
  count: number | undefined;
  extent?: Extent;
}

/** Builds; says how many sheets, and that it is at work. */
export function BuildButton({ agreement, templateId, count, extent }: BuildButtonProps) {
  const { desk, state: { doing } } = useDesk();
  const isBuilding = doing === "building";
  const sheets = count === undefined ? "the sheets" : `${count} sheets`;
  return (
    <Button
      appearance="primary" icon={isBuilding ? <Spinner size="tiny" /> : <TableAdd20Regular />}
      disabledFocusable={isBuilding || !agreement || count === undefined}
      onClick={() => { if (agreement) void desk.build(agreement, templateId, extent); }}
    >
      {isBuilding ? `Building ${sheets}` : `Build ${sheets}`}
    </Button>
  );
}
