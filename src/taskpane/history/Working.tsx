import { Button } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import { percent } from "../numbers";
import type { Doing } from "./study";

const PATIENCE = 300;

/** What is going on and how far it has come, with a way to end it; nothing while it is over in a moment. */
export function Working({ doing: { what, share }, cancel }: { doing: Doing; cancel: () => void }) {
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), PATIENCE);
    return () => clearTimeout(timer);
  }, []);
  if (!isSlow) return null;
  return (
    <div className="working">
      <p className="with-icon" role="status"><span className="turning" aria-hidden="true" />{what}</p>
      <div
        className="working-bar" role="progressbar" aria-label={what} aria-valuemin={0} aria-valuemax={100}
        {...(share !== undefined && { "aria-valuenow": Math.round(share * 100), "aria-valuetext": percent(share) })}
      >
        <i style={{ width: percent(share ?? 0) }} />
      </div>
      <div className="buttons"><Button size="small" onClick={cancel}>Cancel</Button></div>
    </div>
  );
}
