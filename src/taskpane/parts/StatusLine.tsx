import { Button } from "@fluentui/react-components";
import { removedBy } from "../../core/commitment/rows";
import { fieldOf } from "../../core/fields";
import { valueText } from "../numbers";
import type { Change, Notice } from "../state";
import { useDesk } from "../use-desk";

/** The quiet line at the bottom, below everything so that nothing moves when it appears: what was written or done, until the next page. */
export function StatusLine() {
  const { state: { notice } } = useDesk();
  return (
    <section className="status-line" aria-label="Done" role="status">
      {notice?.kind === "written" && <Written changes={notice.changes} />}
      {notice?.kind === "mended" && <Mended notice={notice} />}
      {notice?.kind === "told" && <Told message={notice.message} />}
    </section>
  );
}

/** What was written can be taken back or looked at. */
function Written({ changes }: { changes: readonly Change[] }) {
  const { desk, state: { agreement } } = useDesk();
  const [first, ...others] = changes;
  const { id, label, before, value } = first!;
  const removed = [...removedBy(changes).values()].map((name) => `“${name}”`).join(", ");
  const what = removed || (others.length === 0 ? label : `${changes.length} cells`);
  const kind = agreement && fieldOf(agreement, id)?.kind;
  const back = `Undo: ${others.length === 0 ? `${label}, ${valueText(kind, before)} → ${valueText(kind, value)}` : what}`;
  const undo = () => void desk.undo(changes.map((change) => ({ id: change.id, value: change.before, expected: change.value })));
  return (
    <div className="told">
      <span>{removed ? "Removed" : "Written"}: {what}</span>
      <Button size="small" appearance="subtle" onClick={undo} aria-label={back} title={back}>Undo</Button>
      <Button size="small" appearance="subtle" onClick={() => void desk.goTo(id)}>Show</Button>
    </div>
  );
}

/** A finding that was mended, with the way back where there is one. */
function Mended({ notice: { label, back } }: { notice: Extract<Notice, { kind: "mended" }> }) {
  const { desk } = useDesk();
  return (
    <div className="told">
      <span>Done: {label}</span>
      {back.length > 0 && (
        <Button size="small" appearance="subtle" onClick={() => void desk.unmend(back)} aria-label={`Undo: ${label}`}>Undo</Button>
      )}
    </div>
  );
}

function Told({ message }: { message: string }) {
  const { desk } = useDesk();
  return (
    <div className="told">
      <span>{message}</span>
      <Button size="small" appearance="subtle" onClick={() => desk.tell({ type: "noticed", notice: undefined })}>Close</Button>
    </div>
  );
}
