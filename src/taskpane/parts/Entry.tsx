import { Field, Input } from "@fluentui/react-components";
import { useState } from "react";
import { useField, type Answer } from "../use-desk";
import { labelled } from "./labelled";
import { ShowInSheet } from "./ShowInSheet";

interface EntryProps {
  /** The field or answer typed here. */
  of: string | Answer;
  /** Label above the control; without one, `name` is what a screen reader says. */
  label?: string;
  name?: string;
  /** What the label means, on request. */
  info?: string;
  /** Unit inside the control; the field's own where none is given. */
  unit?: string;
  placeholder?: string;
  width?: number;
}

/** One typed answer. What is wrong stands under it once the person leaves it, and never while the first digits are typed. */
export function Entry({ of, label, name, info, unit, placeholder, width }: EntryProps) {
  const { field, text, problem, type, leave, show, unit: ownUnit } = useField(of);
  const [quiet, setQuiet] = useState(false);
  const said = name ?? label ?? field.label;
  const isText = field.kind === "text";
  const isDay = field.kind === "date";
  const inSheet = <ShowInSheet show={show} what={said} />;
  return (
    <div className="entry" style={width === undefined ? undefined : { width, flex: "none" }}>
      <Field
        label={label && labelled(label, info)}
        validationMessage={quiet ? undefined : problem}
      >
        <Input
          value={text} placeholder={placeholder} aria-label={label ? undefined : said}
          {...(isDay ? { type: "date" as const } : { inputMode: isText ? "text" as const : "decimal" as const })} autoComplete="off"
          contentAfter={<>{!label && inSheet}{!isText && !isDay && <span className="unit">{unit ?? ownUnit}</span>}</>}
          onChange={(_, { value }) => type(value)}
          onFocus={() => setQuiet(problem === undefined)}
          onBlur={() => { setQuiet(false); leave(); }}
        />
      </Field>
      {label && inSheet}
    </div>
  );
}
