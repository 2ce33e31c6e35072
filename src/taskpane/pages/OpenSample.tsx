import { Button } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import { loadTemplates } from "../beginning";
import type { Template } from "../../core/templates";
import { Finding } from "../parts/Block";
import { BuildButton } from "../parts/BuildButton";
import { Body, Footer } from "../parts/Frame";
import { SheetList, usePreview } from "../parts/SheetsToBuild";
import { Waiting } from "../parts/Waiting";
import { useDesk } from "../use-desk";

/** The finished example, built at once after its list of sheets was seen. */
export default function OpenSample() {
  const { desk, state: { agreement: draft } } = useDesk();
  const [sample, setSample] = useState<Template>();
  useEffect(() => { void loadTemplates().then((loaded) => setSample(loaded.sample)); }, []);
  const { sheets, refusal } = usePreview(sample?.agreement);
  return (
    <>
      <Body isRead>
        <Finding
          title="A finished role to look around in"
          hint={(
            <>
              Alder & Finch Packaging and its customer Fern Foods, with every number filled in.
              New sheets only; “Remove this build” takes them away again.
            </>
          )}
        />
        {draft && <p className="care">You have begun a role for “{draft.inputs.segment}”. The sample takes its place in this workbook.</p>}
        {refusal && <p className="care" role="alert">{refusal}</p>}
        {sheets ? <SheetList sheets={sheets} /> : !refusal && <Waiting what="Looking at your sheets" />}
      </Body>
      <Footer>
        <Button appearance="subtle" onClick={() => desk.tell({ type: "wentBack" })}>Back</Button>
        <BuildButton agreement={sample?.agreement} templateId={sample?.id ?? ""} count={sheets?.length} />
      </Footer>
    </>
  );
}
