import { InfoLabel, type FieldProps, type LabelProps } from "@fluentui/react-components";

/** A label for a control, with its meaning on request where there is one. */
export function labelled(label: string, info?: string): FieldProps["label"] {
  if (!info) return label;
  return { children: (_: unknown, props: LabelProps) => <InfoLabel {...props} info={info}>{label}</InfoLabel> };
}
