import { Button, Spinner } from "@fluentui/react-components";
import { Checkmark20Filled, TableAdd20Regular } from "@fluentui/react-icons";
import { useEffect, useState } from "react";
import { leaningOn, loadModules, neededBy, type BuiltModule, type Module } from "../../workbook";
import { openStep } from "../beginning";
import { Block } from "../parts/Block";
import { Body } from "../parts/Frame";
import { Waiting } from "../parts/Waiting";
import { steps } from "../steps";
import { useDesk } from "../use-desk";

/** Sheets that are added when they are wanted, and removed again: every module there is, with what it needs. */
export default function MoreSheets() {
  const { state: { built } } = useDesk();
  const all = useModules();
  if (!all) return <Body><Waiting what="Opening the list" /></Body>;
  return (
    <Body isRead>
      <Block title="What else should the workbook hold?" hint={built ? "Each comes and goes as a whole; your own sheets stay as they are."
        : "Build the workbook first: these sheets read its numbers."}>
        <ul className="list">
          {all.map((module) => <Row key={module.id} module={module} all={all} />)}
        </ul>
      </Block>
    </Body>
  );
}

function useModules(): readonly Module[] | undefined {
  const [all, setAll] = useState<readonly Module[]>();
  useEffect(() => {
    let isHere = true;
    void loadModules().then((modules) => { if (isHere) setAll(modules); });
    return () => { isHere = false; };
  }, []);
  return all;
}

interface RowProps { module: Module; all: readonly Module[] }

function Row({ module, all }: RowProps) {
  const { state: { built } } = useDesk();
  const there = built?.build.modules.find(({ id }) => id === module.id);
  const lacking = neededBy(module.id, all).filter((id) => !built?.build.modules.some((each) => each.id === id));
  return (
    <li className="problem">
      {there ? <Checkmark20Filled className="good" aria-label="In the workbook" /> : <TableAdd20Regular className="muted" aria-hidden />}
      <span className="row-text">
        <b>{module.title}</b>
        <span className="hint">{module.purpose}</span>
        {lacking.length > 0 && <span className="hint">Brings along: {titles(lacking, all)}</span>}
        {built && (there ? <Remove module={module} all={all} there={there} /> : <Add module={module} />)}
      </span>
    </li>
  );
}

const titles = (ids: readonly string[], all: readonly Module[]) =>
  ids.map((id) => all.find((module) => module.id === id)?.title ?? id).join(", ");

/** A module whose data must be prepared has a step of its own, of the same id; that one adds it. */
function Add({ module: { id, title } }: Pick<RowProps, "module">) {
  const { desk, state: { doing } } = useDesk();
  const [isMine, setMine] = useState(false);
  const step = steps.find((each) => each.id === id);
  const add = () => {
    setMine(true);
    void desk.addModule(id).then(() => setMine(false));
  };
  if (isMine && doing === "adding") return <Spinner size="tiny" label={`Adding ${title}`} labelPosition="after" className="left" />;
  return (
    <span className="buttons">
      {step
        ? <Button size="small" onClick={() => void openStep(desk, id)} aria-label={`Open ${step.title}, which adds ${title}`}>Open {step.title}</Button>
        : <Button size="small" disabled={doing !== undefined} onClick={add} aria-label={`Add ${title}`}>Add</Button>}
    </span>
  );
}

function Remove({ module: { id, title }, all, there }: RowProps & { there: BuiltModule }) {
  const { desk, state: { built, doing } } = useDesk();
  const [isSure, setSure] = useState(false);
  const going = [...built!.build.modules.filter((each) => leaningOn(id, all).includes(each.id)), there];
  const [first] = there.sheets;
  if (isSure && doing === "removing") return <Spinner size="tiny" label={`Removing ${title}`} labelPosition="after" className="left" />;
  if (isSure) {
    return (
      <div className="care" role="alert">
        <p><b>Remove {going.flatMap(({ sheets }) => sheets.map(({ name }) => name)).join(", ")}?</b> What you entered there goes too.</p>
        <div className="buttons">
          <Button size="small" appearance="primary" onClick={() => void desk.removeModule(id)}>Remove</Button>
          <Button size="small" onClick={() => setSure(false)}>Keep</Button>
        </div>
      </div>
    );
  }
  return (
    <span className="buttons">
      {first && (
        <Button size="small" onClick={() => void desk.goTo({ sheet: first.name, address: "A1" })} aria-label={`Show ${title}`}>Show</Button>
      )}
      <Button size="small" disabled={doing !== undefined} onClick={() => setSure(true)} aria-label={`Remove ${title}`}>Remove</Button>
    </span>
  );
}
