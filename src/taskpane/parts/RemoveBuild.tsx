import { Button, Spinner } from "@fluentui/react-components";
import { ArrowUndo16Regular } from "@fluentui/react-icons";
import { useState } from "react";
import { sheetsIn } from "../state";
import { useDesk } from "../use-desk";

/** Takes our sheets away again, after a second look. */
export function RemoveBuild() {
  const { desk, state: { built, doing } } = useDesk();
  const [isSure, setSure] = useState(false);
  if (!built) return null;
  if (doing === "removing") return <Spinner size="tiny" label="Removing the sheets" labelPosition="after" className="left" />;
  if (!isSure) {
    return (
      <div className="buttons">
        <Button size="small" icon={<ArrowUndo16Regular />} onClick={() => setSure(true)}>Remove this build</Button>
      </div>
    );
  }
  const sheets = sheetsIn(built.build);
  return (
    <div className="care" role="alert">
      <p>
        <b>Remove {sheets.length} sheets?</b>{" "}
        {sheets.map(({ name }) => name).join(", ")}. Your other sheets stay as they are, and your answers are kept as a draft.
      </p>
      <div className="buttons">
        <Button size="small" appearance="primary" onClick={() => void desk.remove()}>Remove them</Button>
        <Button size="small" onClick={() => setSure(false)}>Keep them</Button>
      </div>
    </div>
  );
}
