import { Button } from "@fluentui/react-components";
import { useMemo } from "react";
import type { Agreement, Ask } from "../../core/agreement";
import { fieldOf } from "../../core/fields";
import { askById } from "../../core/role/asks";
import { templates } from "../../core/templates";
import { groups } from "../../core/value/drivers";
import { effortOf } from "../../core/value/effort";
import { AskGroups } from "../parts/AskGroups";
import { AskCondition, AskLevels, AskWorth } from "../parts/AskLevels";
import { Finding } from "../parts/Block";
import { Choice } from "../parts/Choice";
import { Entry } from "../parts/Entry";
import { Goals } from "../parts/Goals";
import { levelEntries } from "../parts/levels";
import { Sums } from "../parts/Sums";
import { Wording } from "../parts/Wording";
import { counted, entryText, formatNumber, money, percent } from "../numbers";
import { useAgreement } from "../use-desk";

/** Step 4: all 18 asks in full: level, rules, words and evidence of each, and how much is asked in all. */
export default function Behaviour() {
  const { agreement: { asks } } = useAgreement();
  const on = asks.filter((ask) => ask.on);
  return (
    <>
      <Finding title="What the customer does" hint={`${on.length} of ${asks.length} asks are on. Switch on what matters, and open it.`} />
      <AskGroups Details={AskDetails} />
      <AskLoad />
      <Goals />
    </>
  );
}

/** How much is asked: asks, the customer's time, and how many of them speak of more than products. */
function AskLoad() {
  const { agreement, assessment } = useAgreement();
  const { asks, inputs: { currency, period } } = agreement;
  const { hours, used } = effortOf(agreement);
  const on = asks.filter((ask) => ask.on);
  const complete = assessment.asks.filter((ask) => ask.on && ask.missing.length === 0).length;
  const behaviour = on.filter(({ id }) => askById.get(id)!.family !== "Buy").length;
  return (
    <Sums
      rows={[
        ["Asked in all", counted(on.length, "ask")], ["The customer’s time", `${formatNumber(hours, 1)} hours a ${period}`],
        ["What it costs them", `${money(used)} ${currency} a ${period}`],
        ["About behaviour, not products", `${behaviour} of ${on.length}${on.length > 0 ? `, ${percent(behaviour / on.length)}` : ""}`],
        ["Complete", `${complete} of ${on.length}`],
      ]}
    >
      {on.length > 0 && behaviour === 0 && <p className="hint careful">You ask only to buy. That is the first sign of thinking in products.</p>}
      <div className="level">
        <span className="row-text">An hour costs them</span>
        <Entry of="in_effort_rate" name="Cost of an hour to the customer" unit={currency} width={125} placeholder="unknown" />
      </div>
    </Sums>
  );
}

function AskDetails({ ask }: { ask: Ask }) {
  const field = (key: string) => `asks.${ask.id}.${key}`;
  return (
    <div className="fields">
      <AskLevels ask={ask} />
      <Suggestion ask={ask} />
      <div className="pair">
        <Entry of={field("must")} label="Must reach" unit="" placeholder="none" info="Beyond this the customer fails the role, whatever else is fine." />
        <Entry of={field("cap")} label="Counts up to" unit="× full" info="1: no credit beyond the target. At most 1.5." />
      </div>
      <Wording of={field("wording")} info="What the charter prints. A number makes it a promise that can be kept." />
      <AskCondition ask={ask} />
      {ask.condition !== "" && <Entry of={field("conditionLevel")} label="Kept to at least" unit="%" placeholder="any" />}
      <div className="pair">
        <Entry of={field("source")} label="Number from" />
        <Entry of={field("frequency")} label="How often" />
      </div>
      <div className="pair">
        <Entry of={field("owner")} label="Who watches it" />
        <Entry of={field("effort")} label="Effort" unit="h a year" info="Hours a year it costs the customer." />
      </div>
      <Choice of={field("confidence")} label="How sure is the number?" options={confidences} />
      <div className="pair">
        <Choice of={field("driver")} label="Moves" options={groups.map(({ id, label }) => ({ value: id, label }))} />
        <Entry of={field("share")} label="Share of it" unit="%" info="How much of this driver’s money the ask carries. All asks on a driver carry 100% at most." />
      </div>
      <Entry of={field("note")} label="Note" />
      <AskWorth ask={ask} />
    </div>
  );
}

const confidences = [
  { value: "A", label: "A: measured by a system" }, { value: "B", label: "B: measured by hand" },
  { value: "C", label: "C: estimated by several" }, { value: "D", label: "D: a guess" },
];

/** What the template says, where the person says something else. */
function Suggestion({ ask }: { ask: Ask }) {
  const { desk, agreement, state: { templateId } } = useAgreement();
  const template = templates.find(({ id }) => id === templateId);
  const suggested = useMemo(() => (template ? differing(ask.id, agreement, template.agreement) : []), [ask.id, agreement, template]);
  if (!template || template.id === "blank" || suggested.length === 0) return null;
  const take = () => desk.tell({
    type: "edited", change: (now) => suggested.reduce((changed, { answer, value }) => answer.set(changed, value), now),
  });
  return (
    <div className="suggestion">
      <p className="hint">The template says {suggested.map(({ text }) => text).join(", ")}.</p>
      <Button size="small" onClick={take}>Use it</Button>
    </div>
  );
}

/** The levels in which an agreement differs from the template, each as it is typed. */
function differing(id: Ask["id"], agreement: Agreement, template: Agreement) {
  return levelEntries(agreement, id).flatMap(({ label, target, worst }) =>
    ([["target", target], ["worst", worst]] as const).flatMap(([word, { of }]) => {
      const answer = typeof of === "string" ? fieldOf(agreement, of)! : of;
      const value = answer.get(template);
      if (Object.is(answer.get(agreement), value)) return [];
      const number = `${entryText(answer, value)}${answer.kind === "percent" ? "%" : ""}`;
      return [{ answer, value, text: `${label ? `${label.toLowerCase()} ` : ""}${word} ${number}` }];
    }));
}
