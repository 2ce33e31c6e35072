import { Button, Textarea } from "@fluentui/react-components";
import { ArrowUpload20Regular } from "@fluentui/react-icons";
import { useId, useMemo, useRef, useState } from "react";
import type { Agreement } from "../../core/agreement";
import { written } from "../../core/commitment/rows";
import { fromJson, type ImportProblem } from "../../core/exchange";
import { compareAgreements } from "../../core/versions/compare";
import { counted } from "../numbers";
import { Block } from "../parts/Block";
import { Differences } from "../parts/Differences";
import { Body, Footer } from "../parts/Frame";
import { changesBetween, withChanges } from "../state";
import { useDesk } from "../use-desk";

/** More than this is no role; a role takes about 60,000 characters. */
const LONGEST = 2_000_000;
const MOST_SHOWN = 40;

/** A role from a file or a pasted text. Nothing is taken over before it was read whole and shown. */
export default function ImportRole() {
  const [text, setText] = useState("");
  const [file, setFile] = useState<string>();
  const read = useMemo(() => roleIn(text), [text]);
  const take = (content: string, name?: string) => {
    setText(content);
    setFile(name);
  };
  return (
    <>
      <Body>
        <Choose file={file} take={take} />
        <Paste text={file === undefined ? text : ""} take={take} />
        {read && ("problems" in read ? <Problems problems={read.problems} /> : <Found agreement={read.agreement} />)}
      </Body>
      <TakeOver read={read && "agreement" in read ? read : undefined} />
    </>
  );
}

function roleIn(text: string): ReturnType<typeof fromJson> | undefined {
  if (text.trim() === "") return undefined;
  return text.length > LONGEST ? { problems: [{ path: "", message: "This is too long to be a role." }] } : fromJson(text.replace(/^\uFEFF/, ""));
}

function Choose({ file, take }: { file: string | undefined; take: (text: string, name?: string) => void }) {
  const input = useRef<HTMLInputElement>(null);
  const choose = (chosen: File | undefined) => {
    if (chosen) void chosen.slice(0, LONGEST + 1).text().then((text) => take(text, chosen.name));
  };
  return (
    <Block title="Choose a file" hint="One that “Take the role along” has saved; its name ends with .json.">
      <div className="buttons">
        <Button icon={<ArrowUpload20Regular />} onClick={() => input.current?.click()}>Choose a file</Button>
        <input
          ref={input} type="file" accept=".json,application/json" hidden aria-label="File with a role"
          onChange={({ target }) => {
            choose(target.files?.[0]);
            target.value = ""; // So that the same file, mended, can be chosen again.
          }}
        />
      </div>
      {file !== undefined && <p className="hint">{file}</p>}
    </Block>
  );
}

function Paste({ text, take }: { text: string; take: (text: string) => void }) {
  const titleId = useId();
  return (
    <Block title="Or paste its text" titleId={titleId}>
      <Textarea aria-labelledby={titleId} value={text} rows={3} resize="vertical" onChange={(_, { value }) => take(value)} />
    </Block>
  );
}

/** Everything that is wrong, entry by entry; until it is mended nothing here changes. */
function Problems({ problems }: { problems: readonly ImportProblem[] }) {
  return (
    <Block title={`${counted(problems.length, "thing")} to mend first`} hint="Nothing was taken over; what you have here is as it was.">
      <ul className="list" role="alert">
        {problems.slice(0, MOST_SHOWN).map(({ path, message }) => (
          <li key={path} className="standing"><span className="row-text">{path !== "" && <code>{path}</code>}<span className="hint">{message}</span></span></li>
        ))}
        {problems.length > MOST_SHOWN && <li className="standing hint">and {counted(problems.length - MOST_SHOWN, "more")}</li>}
      </ul>
    </Block>
  );
}

/** What the file holds, and against sheets that stand already what it would change. */
function Found({ agreement }: { agreement: Agreement }) {
  const { state: { built, agreement: mine } } = useDesk();
  const comparison = useMemo(() => (built && mine ? compareAgreements(mine, agreement) : undefined), [agreement, built, mine]);
  const { inputs, asks, commitments } = agreement;
  const inUse = (rows: readonly { on: boolean }[]) => rows.filter(({ on }) => on).length;
  return (
    <Block
      title={inputs.segment || "A role"}
      hint={`${counted(inUse(asks), "ask")}, ${counted(inUse(commitments), "commitment")}, money in ${inputs.currency}`}
    >
      {comparison && <Differences comparison={comparison} currency={inputs.currency} />}
    </Block>
  );
}

/** One button that says what will happen: a draft begins, or cells are written. */
function TakeOver({ read }: { read: { agreement: Agreement; templateId: string } | undefined }) {
  const { desk, state: { agreement: mine, built } } = useDesk();
  const fits = !built || !read || compareRows(mine!, read.agreement);
  const count = built && read ? changesBetween(mine!, read.agreement).length : 0;
  const begin = ({ agreement, templateId }: { agreement: Agreement; templateId: string }) =>
    desk.tell({ type: "started", agreement, templateId, page: "who", at: Date.now() });
  const write = ({ agreement }: { agreement: Agreement }) => {
    desk.tell({ type: "edited", change: (now) => withChanges(now, changesBetween(now, agreement)) });
    desk.tell({ type: "went", page: "built", isStep: false });
  };
  return (
    <Footer>
      <span className="hint">{!fits ? "Its commitments are not those of the sheets. Remove this build first, then bring it in."
        : mine && !built && read ? `Takes the place of “${mine.inputs.segment || "your draft"}”.` : ""}</span>
      {built
        ? <Button appearance="primary" disabled={!read || !fits || count === 0} onClick={() => write(read!)}>Write {counted(count, "change")}</Button>
        : <Button appearance="primary" disabled={!read} onClick={() => begin(read!)}>Use this role</Button>}
    </Footer>
  );
}

/** Sheets cannot grow rows here, so a file fits when they have a line for each of its commitments, free or not. */
function compareRows(mine: Agreement, other: Agreement): boolean {
  const has = ({ commitments }: Agreement, id: string) => commitments.some((each) => each.id === id);
  return written(other).every(({ id }) => has(mine, id)) && mine.commitments.every(({ id }) => has(other, id));
}
