import { useId } from "react";
import { strengths, type Strength } from "../../core/agreement";

const words: Record<Strength, string> = { 9: "strongly", 3: "somewhat", 1: "a little", 0: "not at all" };

/** How strongly a commitment earns an ask: 9, 3, 1 or none, as one segment of radio buttons. */
export function Segment({ value, legend, onChange }: { value: Strength; legend: string; onChange: (value: Strength) => void }) {
  const group = useId();
  return (
    <fieldset className="segment">
      <legend className="unseen">{legend}</legend>
      {strengths.map((strength) => (
        <label key={strength} className={strength === value ? "chosen" : ""} data-strength={strength}>
          <input
            type="radio" className="unseen" name={group} checked={strength === value} aria-label={words[strength]}
            onChange={() => onChange(strength)}
          />
          <span aria-hidden="true">{strength === 0 ? "–" : strength}</span>
        </label>
      ))}
    </fieldset>
  );
}
