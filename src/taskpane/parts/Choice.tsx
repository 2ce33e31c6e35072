import { Field, Select } from "@fluentui/react-components";
import { useField } from "../use-desk";
import { labelled } from "./labelled";
import { ShowInSheet } from "./ShowInSheet";

interface ChoiceProps {
  of: string;
  options: readonly { readonly value: string; readonly label: string }[];
  label?: string;
  name?: string;
  info?: string;
}

/** One answer out of a short list. */
export function Choice({ of, options, label, name, info }: ChoiceProps) {
  const { field, value, problem, set, show } = useField(of);
  const said = name ?? label ?? field.label;
  const known = options.some((option) => option.value === value);
  return (
    <div className={label ? "entry" : "entry bare"}>
      <Field
        label={label && labelled(label, info)}
        validationMessage={problem}
      >
        <Select value={String(value ?? "")} aria-label={label ? undefined : said} onChange={(_, chosen) => set(chosen.value)}>
          {!known && <option value={String(value ?? "")}>{String(value ?? "")}</option>}
          {options.map((option) => <option key={option.value} value={option.value}>{option.label}</option>)}
        </Select>
      </Field>
      <ShowInSheet show={show} what={said} />
    </div>
  );
}
