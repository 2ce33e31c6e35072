import { Button, Spinner } from "@fluentui/react-components";
import { ArrowSync16Regular } from "@fluentui/react-icons";
import { specVersion } from "../../workbook";
import { useDesk } from "../use-desk";
import { Block } from "./Block";

/** Offers sheets of an earlier version what they lack; nothing where they lack nothing. */
export function UpdateBuild() {
  const { desk, state: { built, doing } } = useDesk();
  if (!built || built.build.version === specVersion) return null;
  return (
    <Block
      title="Bring this workbook up to date"
      hint={`Its sheets are of version ${built.build.version}. Version ${specVersion} adds sheets and rows; what you entered and changed stays as it is.`}
    >
      {doing === "adding"
        ? <Spinner size="tiny" label="Adding what is new" labelPosition="after" className="left" />
        : <div className="buttons"><Button icon={<ArrowSync16Regular />} onClick={() => void desk.update()}>Update this workbook</Button></div>}
    </Block>
  );
}
