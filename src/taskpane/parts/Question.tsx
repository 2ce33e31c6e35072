import { Radio, RadioGroup } from "@fluentui/react-components";
import { useId, type ReactNode } from "react";
import { useField, type Answer } from "../use-desk";
import { Block } from "./Block";

interface QuestionProps {
  of: string | Answer;
  title: string;
  hint?: ReactNode;
  options: readonly { readonly value: string; readonly label: string; readonly disabled?: boolean }[];
  layout?: "vertical" | "horizontal";
  children?: ReactNode;
}

/** A question with few answers, all in sight. */
export function Question({ of, title, hint, options, layout = "vertical", children }: QuestionProps) {
  const { value, set } = useField(of);
  const titleId = useId();
  return (
    <Block title={title} titleId={titleId} hint={hint}>
      <RadioGroup aria-labelledby={titleId} layout={layout} value={String(value ?? "")} onChange={(_, chosen) => set(chosen.value)}>
        {options.map((option) => <Radio key={option.value} value={option.value} label={option.label} disabled={option.disabled ?? false} />)}
      </RadioGroup>
      {children}
    </Block>
  );
}
