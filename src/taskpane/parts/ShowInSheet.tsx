import { Button } from "@fluentui/react-components";
import { TableCursor16Regular } from "@fluentui/react-icons";

/** Jumps to the cell behind a control. Seen only in the row that has focus or the pointer, and only once there are sheets. */
export function ShowInSheet({ show, what }: { show: (() => void) | undefined; what: string }) {
  if (!show) return null;
  return (
    <Button
      className="show-in-sheet" appearance="transparent" size="small" icon={<TableCursor16Regular />}
      aria-label={`Show ${what} in the sheet`} title="Show in sheet" onClick={show}
    />
  );
}
