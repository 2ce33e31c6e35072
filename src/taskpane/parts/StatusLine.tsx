import { Button } from "@fluentui/react-components";
import { withChanges, type Change } from "../state";
import { useDesk } from "../use-desk";

/** The quiet line at the bottom, below everything so that nothing moves when it appears: what was written or done, until the next page. */
export function StatusLine() {
  const { state: { notice } } = useDesk();
  return (
    <section className="status-line" aria-label="Done" role="status">
      {notice?.kind === "written" && <Written changes={notice.changes} />}
      {notice?.kind === "told" && <Told message={notice.message} />}
    </section>
  );
}

/** What was written can be taken back or looked at. */
function Written({ changes }: { changes: readonly Change[] }) {
  const { desk } = useDesk();
  const what = changes.length === 1 ? changes[0]!.label : `${changes.length} cells`;
  const undo = () => {
    const back = changes.map(({ id, before }) => ({ id, value: before }));
    desk.tell({ type: "edited", change: (agreement) => withChanges(agreement, back) });
  };
  return (
    <div className="told">
      <span>Written: {what}</span>
      <Button size="small" appearance="subtle" onClick={undo}>Undo</Button>
      <Button size="small" appearance="subtle" onClick={() => void desk.goTo(changes[0]!.id)}>Show</Button>
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
