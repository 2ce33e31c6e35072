import { Button } from "@fluentui/react-components";
import { TableAdd20Regular, TableSimple20Regular } from "@fluentui/react-icons";
import { Block } from "../parts/Block";
import { Body } from "../parts/Frame";
import { useDesk } from "../use-desk";
import { Futures } from "../what-if/Futures";
import { OwnFuture } from "../what-if/OwnFuture";
import { Tornado } from "../what-if/Tornado";
import "../what-if/what-if.css";

/** Other futures of the role, one of the person's own, and which number moves the value most. */
export default function WhatIf() {
  const { state: { agreement } } = useDesk();
  if (!agreement) return <Body isRead><Block title="What if things change?" hint="Begin a role first: the futures are its own." /></Body>;
  return (
    <Body>
      <Futures />
      <Tornado />
      <OwnFuture />
      <OnSheets />
    </Body>
  );
}

const sheets = [{ id: "scenarios", title: "Scenarios" }, { id: "sensitivity", title: "Sensitivity" }] as const;

/** The same as sheets that calculate by themselves, with every level in a yellow cell. */
function OnSheets() {
  const { desk, state: { built, doing } } = useDesk();
  if (!built) return null;
  return (
    <Block title="Do you want it in the workbook?" hint="The same as native formulas, with a chart; the levels are yours to change there">
      <div className="buttons">
        {sheets.map(({ id, title }) => {
          const sheet = built.build.modules.find((each) => each.id === id)?.sheets[0];
          return sheet
            ? <Button key={id} icon={<TableSimple20Regular />} onClick={() => void desk.goTo({ sheet: sheet.name, address: "A1" })}>Open {sheet.name}</Button>
            : <Button key={id} icon={<TableAdd20Regular />} disabledFocusable={doing !== undefined} onClick={() => void desk.addModule(id)}>Add the sheet {title}</Button>;
        })}
      </div>
    </Block>
  );
}
