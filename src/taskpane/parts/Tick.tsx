import { Checkbox } from "@fluentui/react-components";
import { useField } from "../use-desk";
import { ShowInSheet } from "./ShowInSheet";

/** A yes or no. */
export function Tick({ of, label }: { of: string; label: string }) {
  const { value, set, show } = useField(of);
  return (
    <div className="entry tick">
      <Checkbox checked={value === true} label={label} onChange={(_, { checked }) => set(checked === true)} />
      <ShowInSheet show={show} what={label} />
    </div>
  );
}
