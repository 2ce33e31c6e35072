import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import { fieldOf, type FieldValue } from "../../core/fields";
import { entryText } from "../numbers";
import type { Conflict, Notice } from "../state";
import { useDesk } from "../use-desk";

/** What needs a decision: a refusal, or a cell that changed on both sides. */
export default function Notices() {
  const { state: { notice, conflicts } } = useDesk();
  return (
    <>
      {conflicts[0] && <BothChanged conflict={conflicts[0]} />}
      {notice?.kind === "refused" && <Refused notice={notice} />}
    </>
  );
}

const refusedTitles: Record<Extract<Notice, { kind: "refused" }>["code"], string> = {
  "cell-edit": "Excel is busy with a cell",
  "read-only": "This workbook is read-only",
  "not-found": "Not found",
  newer: "Made by a newer version",
  occupied: "That cell is not empty",
  changed: "The sheet has changed",
  failed: "That did not work",
};

function Refused({ notice: { code, message } }: { notice: Extract<Notice, { kind: "refused" }> }) {
  const { desk } = useDesk();
  const close = () => desk.tell({ type: "noticed", notice: undefined });
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{refusedTitles[code]}</MessageBarTitle>
        {message}
      </MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={() => { close(); void desk.tryAgain(); }}>Try again</Button>
        {code !== "cell-edit" && <Button size="small" appearance="subtle" onClick={close}>Close</Button>}
      </MessageBarActions>
    </MessageBar>
  );
}

function BothChanged({ conflict }: { conflict: Conflict }) {
  const { desk, state } = useDesk();
  const field = state.agreement && fieldOf(state.agreement, conflict.id);
  const sign = field?.kind === "percent" ? "%" : "";
  const show = (value: FieldValue) => (value === null || value === "" || !field ? "nothing" : entryText(field, value) + sign);
  const [mine, theirs] = [show(conflict.mine), show(conflict.theirs)];
  const settle = (keep: "mine" | "theirs") => desk.tell({ type: "settled", conflict, keep });
  return (
    <MessageBar intent="info" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{conflict.label}: changed on the sheet while you typed</MessageBarTitle>
        The sheet says {theirs}, you typed {mine}.
      </MessageBarBody>
      <MessageBarActions>
        <Button size="small" appearance="primary" onClick={() => settle("mine")}>Keep {mine}</Button>
        <Button size="small" onClick={() => settle("theirs")}>Take {theirs}</Button>
      </MessageBarActions>
    </MessageBar>
  );
}
