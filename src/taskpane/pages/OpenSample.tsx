import { Button } from "@fluentui/react-components";
import { useEffect, useMemo, useState } from "react";
import { loadTemplates } from "../beginning";
import type { Template } from "../../core/templates";
import { signedRole } from "../../core/templates/sample-story";
import { Finding } from "../parts/Block";
import { BuildButton } from "../parts/BuildButton";
import { Body, Footer } from "../parts/Frame";
import { OneBreath, type Guess } from "../parts/OneBreath";
import { SheetList, usePreview } from "../parts/SheetsToBuild";
import { Waiting } from "../parts/Waiting";
import { useDesk } from "../use-desk";

/** The finished example with all there is, built at once after its list of sheets was seen; before it, one question. */
export default function OpenSample() {
  const { desk, state: { agreement: draft, doing } } = useDesk();
  const [sample, setSample] = useState<Template>();
  const [guess, setGuess] = useState<Guess>();
  useEffect(() => { void loadTemplates().then((loaded) => setSample(loaded.sample)); }, []);
  const role = useMemo(() => sample && signedRole(sample.agreement), [sample]);
  const { sheets, refusal } = usePreview(role, "sample");
  return (
    <>
      <Body isRead>
        <Finding
          title="A finished role to look around in"
          hint={doing === "building" ? (
            <span className="with-icon" role="status">
              <span className="turning" aria-hidden="true" />Writing sheets, formulas and charts. This may take half a minute.
            </span>
          ) : (
            <>
              Alder & Finch Packaging and its 12 customers, fictional, with every number filled in: from what is asked to what follows.
              New sheets only; “Remove this build” takes them away again.
            </>
          )}
        />
        {draft && <p className="care">You have begun a role for “{draft.inputs.segment}”. The sample takes its place in this workbook.</p>}
        {refusal && <p className="care" role="alert">{refusal}</p>}
        <OneBreath guessed={setGuess} />
        {sheets ? <SheetList sheets={sheets} /> : !refusal && <Waiting what="Looking at your sheets" />}
      </Body>
      <Footer>
        <Button appearance="subtle" onClick={() => desk.tell({ type: "wentBack" })}>Back</Button>
        <BuildButton agreement={role && { ...role, inputs: { ...role.inputs, ...guess } }} templateId={sample?.id ?? ""} count={sheets?.length} extent="sample" />
      </Footer>
    </>
  );
}
