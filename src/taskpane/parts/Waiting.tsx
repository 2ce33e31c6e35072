import { Button } from "@fluentui/react-components";
import { useEffect, useState } from "react";

/** Nothing at first, then the shape of what comes and what is going on; after ten seconds a way out. */
export function Waiting({ what, again }: { what: string; again?: () => void }) {
  const passed = useSeconds([0.3, 10]);
  if (passed === 0) return null;
  return (
    <div className="waiting">
      <div aria-hidden="true">{[80, 60, 100, 92, 58, 74].map((width) => <i key={width} style={{ width: `${width}%` }} />)}</div>
      <p className="with-icon" role="status"><span className="turning" aria-hidden="true" />{what}</p>
      {passed === 2 && (
        <p role="status">
          This takes longer than usual. Excel may be busy, or a cell may be in edit.
          {again && <Button size="small" onClick={again}>Try again</Button>}
        </p>
      )}
    </div>
  );
}

/** How many of these times have passed since the component appeared. */
function useSeconds(marks: readonly number[]): number {
  const [passed, setPassed] = useState(0);
  useEffect(() => {
    const timers = marks.map((seconds, index) => setTimeout(() => setPassed(index + 1), seconds * 1000));
    return () => timers.forEach(clearTimeout);
  // The marks are a constant of the caller.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  return passed;
}
