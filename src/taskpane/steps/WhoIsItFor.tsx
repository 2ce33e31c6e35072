import { Button, Radio, RadioGroup } from "@fluentui/react-components";
import {
  Beaker20Regular, Bed20Regular, BoxMultiple20Regular, Briefcase20Regular, BuildingBank20Regular, BuildingFactory20Regular,
  BuildingShop20Regular, Call20Regular, Cart20Regular, ChevronDown16Regular, CloudFlow20Regular, Document20Regular,
  PeopleCommunity20Regular, ShieldTask20Regular, VehicleTruckProfile20Regular,
} from "@fluentui/react-icons";
import { useId, useState, type ReactNode } from "react";
import type { Agreement } from "../../core/agreement";
import { templates, type Template } from "../../core/templates";
import { currencies } from "../../core/value/inputs";
import { asOwn } from "../beginning";
import { Block } from "../parts/Block";
import { Choice } from "../parts/Choice";
import { Entry } from "../parts/Entry";
import { Tiles } from "../parts/Tiles";
import { useAgreement, useField } from "../use-desk";

/** Step 1: name, closest business, lasting or single, currency. */
export default function WhoIsItFor() {
  return (
    <>
      <Block title="What do you call this kind of customer?" hint="One role per kind. You can add others later.">
        <Entry of="in_segment" name="Kind of customer" />
      </Block>
      <Business />
      <Hope />
      <Block title="Which currency?">
        <Choice of="in_currency" name="Currency" options={currencies.map((code) => ({ value: code, label: code }))} />
      </Block>
    </>
  );
}

const icons: Record<string, ReactNode> = {
  distribution: <BoxMultiple20Regular />, software: <CloudFlow20Regular />, "professional-services": <Briefcase20Regular />,
  "manufacturing-supply": <BuildingFactory20Regular />, logistics: <VehicleTruckProfile20Regular />, wholesale: <BuildingShop20Regular />,
  telecom: <Call20Regular />, banking: <BuildingBank20Regular />, "insurance-broking": <ShieldTask20Regular />,
  hospitality: <Bed20Regular />, "medical-lab": <Beaker20Regular />, membership: <PeopleCommunity20Regular />,
  "single-transaction": <Cart20Regular />,
};
const SHOWN_FIRST = 4;

/** The templates as tiles. Another one replaces the numbers, so it asks first if some of them are the person's own. */
function Business() {
  const { desk, agreement, state: { templateId, phase } } = useAgreement();
  const titleId = useId();
  const current = templates.find(({ id }) => id === templateId);
  const [showsAll, setShowsAll] = useState(current !== undefined && templates.indexOf(current) >= SHOWN_FIRST);
  const [wished, setWished] = useState<Template>();
  const take = (template: Template) => {
    desk.tell({ type: "edited", change: (old) => inPlaceOf(old, template), templateId: template.id });
    setWished(undefined);
  };
  const choose = (id: string) => {
    const template = templates.find((each) => each.id === id)!;
    if (current && hasOwnNumbers(agreement, current)) setWished(template);
    else take(template);
  };
  if (phase === "built") {
    const began = `The workbook began from ${current?.label ?? "another template"}.`;
    return <Block title="Which business is closest to yours?" hint={`${began} To begin from another, remove the build in Settings.`} />;
  }
  return (
    <Block title="Which business is closest to yours?" titleId={titleId} hint="It fills in sensible starting values. You replace them.">
      <Tiles
        labelledBy={titleId} chosen={templateId} onChange={choose}
        tiles={(showsAll ? templates : templates.slice(0, SHOWN_FIRST))
          .map(({ id, label }) => ({ id, label, icon: icons[id] ?? <Document20Regular /> }))}
      />
      {wished && (
        <div className="care" role="alert">
          <p><b>Replace your numbers by those of {wished.label}?</b> What you changed so far is overwritten.</p>
          <div className="buttons">
            <Button size="small" appearance="primary" onClick={() => take(wished)}>Replace</Button>
            <Button size="small" onClick={() => setWished(undefined)}>Keep mine</Button>
          </div>
        </div>
      )}
      {current && <p className="hint">{current.hint}.</p>}
      {!showsAll && (
        <Button
          appearance="transparent" className="more" icon={<ChevronDown16Regular />} iconPosition="after"
          onClick={() => setShowsAll(true)}
        >
          {templates.length - SHOWN_FIRST - 1} more, or start blank
        </Button>
      )}
    </Block>
  );
}

/** The template's numbers with what the person said about whom it is for. */
function inPlaceOf({ inputs }: Agreement, template: Template): Agreement {
  const fresh = asOwn(template);
  const isOwnName = templates.every(({ agreement }) => agreement.inputs.segment !== inputs.segment);
  return { ...fresh, inputs: { ...fresh.inputs, segment: isOwnName ? inputs.segment : fresh.inputs.segment, currency: inputs.currency } };
}

/** Whether anything beyond this step differs from the template. */
function hasOwnNumbers(agreement: Agreement, template: Template): boolean {
  const { segment, currency, mode } = agreement.inputs;
  const untouched = asOwn(template);
  return JSON.stringify({ ...untouched, inputs: { ...untouched.inputs, segment, currency, mode } }) !== JSON.stringify(agreement);
}

function Hope() {
  const { value, set } = useField("in_mode");
  const titleId = useId();
  return (
    <Block title="What do you hope for?" titleId={titleId}>
      <RadioGroup aria-labelledby={titleId} value={String(value)} onChange={(_, chosen) => set(chosen.value)}>
        <Radio value="R" label="A lasting relationship" />
        <Radio value="T" label="A single sale: only purchase and payment will count" />
      </RadioGroup>
    </Block>
  );
}
