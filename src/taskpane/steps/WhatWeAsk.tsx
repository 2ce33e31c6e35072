import type { Ask } from "../../core/agreement";
import { AskGroups } from "../parts/AskGroups";
import { AskCondition, AskLevels, AskWorth } from "../parts/AskLevels";
import { Finding } from "../parts/Block";
import { Entry } from "../parts/Entry";
import { useAgreement } from "../use-desk";

/** Step 3: the asks in four closed groups; open only what differs from the template. */
export default function WhatWeAsk() {
  const { agreement: { asks }, state: { templateId } } = useAgreement();
  const on = asks.filter((ask) => ask.on).length;
  const filled = templateId === "blank" ? "" : ", each with a number from the template";
  return (
    <>
      <Finding title="The customer’s side" hint={`${on} of ${asks.length} asks are on${filled}. Open what you want to change.`} />
      <AskGroups Details={AskDetails} />
    </>
  );
}

function AskDetails({ ask }: { ask: Ask }) {
  return (
    <div className="fields">
      <AskLevels ask={ask} />
      <Entry
        of={`asks.${ask.id}.must`} label="Must reach (optional)" unit="" placeholder="none"
        info="Beyond this the customer fails the role, whatever else is fine."
      />
      <Entry of={`asks.${ask.id}.source`} label="Where the number comes from" />
      <Entry of={`asks.${ask.id}.owner`} label="Who watches it" />
      <AskCondition ask={ask} />
      <AskWorth ask={ask} />
    </div>
  );
}
