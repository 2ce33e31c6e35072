import { Button, Field, Input } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import { fieldOf } from "../../core/fields";
import { compareAgreements } from "../../core/versions/compare";
import { compareVersions, nextVersion, versionFault } from "../../core/versions/number";
import type { Published } from "../../workbook";
import { useAgreement } from "../use-desk";
import { Block } from "./Block";

/** Keeps the role as it stands under a number, which the charter then bears. */
export function PublishVersion({ published }: { published: readonly Published[] }) {
  const { desk, agreement, state: { doing } } = useAgreement();
  const numbers = published.map(({ number }) => number);
  const proposal = useProposal(published);
  const [typed, setTyped] = useState<string>();
  const [reason, setReason] = useState("");
  const number = typed ?? proposal;
  const fault = versionFault(number, numbers);
  const publish = () => {
    const version = fieldOf(agreement, "charter.version")!;
    desk.tell({ type: "edited", change: (now) => version.set(now, number) });
    void desk.publish(number, reason.trim()).then(() => {
      setTyped(undefined);
      setReason("");
    });
  };
  return (
    <Block title="Publish what stands now" hint="The whole role is kept in this workbook under its number, for later ones to be held against.">
      <div className="pair">
        <Field className="narrow" label="Version" validationMessage={fault}>
          <Input value={number} maxLength={9} onChange={(_, { value }) => setTyped(value)} />
        </Field>
        <Field className="entry" label="Reason">
          <Input value={reason} maxLength={120} onChange={(_, { value }) => setReason(value)} />
        </Field>
      </div>
      <div className="buttons">
        <Button appearance="primary" disabled={fault !== undefined || doing !== undefined} onClick={publish}>Publish version {fault ? "" : number}</Button>
      </div>
    </Block>
  );
}

/** What the charter says where it is later than all that was published, else the next number that fits what changed. */
function useProposal(published: readonly Published[]): string {
  const { agreement } = useAgreement();
  return useMemo(() => {
    const numbers = published.map(({ number }) => number);
    const { version } = agreement.charter;
    if (versionFault(version, numbers) === undefined) return version;
    const last = [...published].sort((a, b) => compareVersions(a.number, b.number)).at(-1)?.agreement;
    return nextVersion(numbers, last && compareAgreements(last, agreement));
  }, [agreement, published]);
}
