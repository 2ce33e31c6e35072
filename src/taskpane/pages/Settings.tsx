import { Input, Radio, RadioGroup, Switch } from "@fluentui/react-components";
import { useId, useState } from "react";
import { version } from "../../../package.json";
import { LONGEST_NAME } from "../author";
import { Block } from "../parts/Block";
import { Body } from "../parts/Frame";
import { RemoveBuild } from "../parts/RemoveBuild";
import { UpdateBuild } from "../parts/UpdateBuild";
import type { LookChoice } from "../theme";
import { useDesk, useField } from "../use-desk";
import { useLook } from "../use-look";

/** Theme, the mark of sample values, the name for the log, and the way out. */
export default function Settings() {
  const { state: { agreement, built } } = useDesk();
  return (
    <Body>
      <Colours />
      {agreement && <Sample />}
      <Name />
      <UpdateBuild />
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

function Name() {
  const { desk: { author } } = useDesk();
  const [name, setName] = useState(author.name);
  const titleId = useId();
  const change = (next: string) => {
    setName(next);
    author.rename(next);
  };
  return (
    <Block
      title="Who are you?" titleId={titleId} hint="This name stands beside your changes on the sheet Versions. It is kept on this computer and may stay empty."
    >
      <Input aria-labelledby={titleId} value={name} maxLength={LONGEST_NAME} onChange={(_, { value }) => change(value)} />
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
