import { ToggleButton } from "@fluentui/react-components";
import { Checkmark16Filled } from "@fluentui/react-icons";

/** A choice among several that can be on together. */
export function Chip({ on, onChange, children }: { on: boolean; onChange: (on: boolean) => void; children: string }) {
  return (
    <ToggleButton
      className="chip" shape="circular" size="small" checked={on} icon={on ? <Checkmark16Filled /> : undefined}
      onClick={() => onChange(!on)}
    >
      {children}
    </ToggleButton>
  );
}
