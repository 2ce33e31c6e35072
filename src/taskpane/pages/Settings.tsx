import { Radio, RadioGroup, Switch } from "@fluentui/react-components";
import { useId } from "react";
import { version } from "../../../package.json";
import { Block } from "../parts/Block";
import { Body } from "../parts/Frame";
import { RemoveBuild } from "../parts/RemoveBuild";
import type { LookChoice } from "../theme";
import { useDesk, useField } from "../use-desk";
import { useLook } from "../use-look";

/** Theme, the mark of sample values, and the way out. */
export default function Settings() {
  const { state: { agreement, built } } = useDesk();
  return (
    <Body>
      <Colours />
      {agreement && <Sample />}
      {built && (
        <Block title="Remove this build" hint="Takes away the sheets and names that Customer Role made, and nothing else.">
          <RemoveBuild />
        </Block>
      )}
      <p className="hint">Customer Role {version}{built && `, sheets of version ${built.build.version}`}</p>
    </Body>
  );
}

function Colours() {
  const { choice, choose } = useLook();
  const titleId = useId();
  return (
    <Block title="Which colours?" titleId={titleId}>
      <RadioGroup aria-labelledby={titleId} value={choice} onChange={(_, { value }) => choose(value as LookChoice)}>
        <Radio value="excel" label="As Excel or the system has them" />
        <Radio value="light" label="Light" />
        <Radio value="dark" label="Dark" />
      </RadioGroup>
    </Block>
  );
}

function Sample() {
  const { value, set } = useField("in_sample");
  return (
    <Block title="Are the numbers your own?" hint="While they come from a template, the sheets say so in print.">
      <Switch label="Mark them as template values" checked={value === "Y"} onChange={(_, { checked }) => set(checked ? "Y" : "N")} />
    </Block>
  );
}
