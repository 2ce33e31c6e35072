import { Button, Select, Tab, TabList } from "@fluentui/react-components";
import { ArrowUndo16Regular, History20Regular, Warning20Filled } from "@fluentui/react-icons";
import { useCallback, useEffect, useId, useMemo, useState } from "react";
import type { Agreement } from "../../core/agreement";
import { fieldOf } from "../../core/fields";
import { compareAgreements } from "../../core/versions/compare";
import { lastChange, undoReason, valuesBack, type History, type LogRow, type Published } from "../../workbook";
import { counted, money, percent } from "../numbers";
import { Block } from "../parts/Block";
import { Differences, FromTo } from "../parts/Differences";
import { Body } from "../parts/Frame";
import { PublishVersion } from "../parts/PublishVersion";
import { UpdateBuild } from "../parts/UpdateBuild";
import { Waiting } from "../parts/Waiting";
import { useDesk } from "../use-desk";

/** How many rows of the log are listed at first. */
const FEW = 12;

/** What was changed and by whom, the last change taken back, and published versions held against each other. */
export default function Versions() {
  const { history, refusal, again } = useHistory();
  const [shown, setShown] = useState<"changes" | "published">("changes");
  if (refusal !== undefined) return <Body><p className="care" role="alert">{refusal}</p><Button onClick={again}>Try again</Button></Body>;
  if (!history) return <Body><Waiting what="Reading the log" again={again} /></Body>;
  if (!history.hasLog) return <NoLog />;
  return (
    <Body>
      <TabList className="tabs" size="small" selectedValue={shown} onTabSelect={(_, { value }) => setShown(value as typeof shown)}>
        <Tab value="changes">Changes</Tab>
        <Tab value="published">Published {history.published.length}</Tab>
      </TabList>
      {history.broken.length > 0 && <Broken rows={history.broken} />}
      {shown === "changes" ? <Changes rows={history.rows} /> : <PublishedVersions published={history.published} />}
    </Body>
  );
}

/** The log, read again whenever the sheets were. */
function useHistory(): { history?: History; refusal?: string; again: () => void } {
  const { desk, state: { built } } = useDesk();
  const [read, setRead] = useState<{ history?: History; refusal?: string }>({});
  const again = useCallback(() => {
    let isHere = true;
    desk.history().then(
      (history) => { if (isHere) setRead({ history }); },
      (error: Error) => { if (isHere) setRead({ refusal: error.message }); },
    );
    return () => { isHere = false; };
  }, [desk]);
  useEffect(again, [again, built]);
  return { ...read, again };
}

function NoLog() {
  const { state: { built } } = useDesk();
  return (
    <Body isRead>
      <div className="empty">
        <History20Regular className="empty-icon" />
        <p>{built ? "This workbook keeps no log: its sheets are older, or the sheet Versions was taken away or protected."
          : "The log begins with the workbook: build it first."}</p>
      </div>
      <UpdateBuild />
    </Body>
  );
}

/** Seals that do not fit: named, without saying who did it. */
function Broken({ rows }: { rows: readonly number[] }) {
  return (
    <div className="care" role="alert">
      <div className="care-head">
        <Warning20Filled className="careful" />
        <div>
          <h3>The log was changed by hand</h3>
          <p className="hint">
            {rows.length === 1 ? `Row ${rows[0]} does` : `Rows ${rows.slice(0, 5).join(", ")}${rows.length > 5 ? " and more" : ""} do`} not
            fit the row before: something was changed, moved or taken out.
          </p>
        </div>
      </div>
    </div>
  );
}

// --- changes

function Changes({ rows }: { rows: readonly LogRow[] }) {
  const [all, setAll] = useState(false);
  const newest = [...rows].reverse();
  const listed = all ? newest : newest.slice(0, FEW);
  return (
    <>
      <UndoLast rows={lastChange(rows)} />
      <Block title="What was changed here" hint="What is typed straight into a yellow cell is not listed.">
        <ul className="list">{listed.map((row) => <Change key={row.number} row={row} />)}</ul>
        {listed.length < newest.length && (
          <Button className="more" appearance="transparent" onClick={() => setAll(true)}>All {counted(newest.length, "row")}</Button>
        )}
      </Block>
    </>
  );
}

/** The last change that still stands, with a button that says what it takes back. */
function UndoLast({ rows }: { rows: readonly LogRow[] }) {
  const { desk, state: { agreement } } = useDesk();
  const [first] = rows;
  if (!first || !agreement) return null;
  const others = rows.length - 1;
  return (
    <Block title="Take back the last change" hint={<WhoWhen row={first} />}>
      <div className="buttons">
        <Button className="undo" icon={<ArrowUndo16Regular />} onClick={() => void desk.undo(valuesBack(rows, agreement), undoReason(first))}>
          <span>Undo: {first.what}, <Values row={first} />{others > 0 && ` and ${counted(others, "more", "more")}`}</span>
        </Button>
      </div>
    </Block>
  );
}

function Change({ row }: { row: LogRow }) {
  const isMark = row.entry === "";
  return (
    <li className="standing">
      <span className="row-text">
        <b>{row.what}</b>
        <span>{isMark ? row.after : <Values row={row} />}</span>
        <span className="hint"><WhoWhen row={row} /></span>
      </span>
      {row.netAsked !== null && <span className="hint at-end">{money(row.netAsked)}<br />{row.currency}</span>}
    </li>
  );
}

/** Before and after, as the control of the field writes them. */
function Values({ row: { entry, before, after } }: { row: LogRow }) {
  const { state: { agreement } } = useDesk();
  const kind = agreement && fieldOf(agreement, entry)?.kind;
  return <FromTo kind={kind} before={before} after={after} />;
}

function WhoWhen({ row: { who, when, reason } }: { row: LogRow }) {
  return <>{[who, when === null ? "" : moment(when), reason].filter(Boolean).join(" · ")}</>;
}

/** A day that Excel counts, with its time, as written here. */
function moment(days: number): string {
  const date = new Date(Math.round((days - 25_569) * 86_400_000));
  return date.toLocaleString(undefined, { dateStyle: "medium", timeStyle: "short", timeZone: "UTC" });
}

// --- published versions

const NOW = "now";

function PublishedVersions({ published }: { published: readonly Published[] }) {
  const { state: { agreement } } = useDesk();
  return (
    <>
      {published.length === 0
        ? <p>Nothing is published yet. A published version is what both sides agreed to, with all its numbers.</p>
        : (
          <Block title="What was agreed">
            <ul className="list">{[...published].reverse().map((version) => <Version key={version.number} version={version} />)}</ul>
          </Block>
        )}
      {agreement && published.length > 0 && <Compare published={published} now={agreement} />}
      {agreement && <PublishVersion published={published} />}
    </>
  );
}

function Version({ version: { number, row, isWhole, agreement } }: { version: Published }) {
  const shares = row.earned === null ? "" : `${percent(row.earned)} earned`;
  return (
    <li className="standing">
      <span className="row-text">
        <b>Version {number}</b>
        <span className="hint"><WhoWhen row={row} /></span>
        {!agreement && <span className="hint careful">The role of this version is not kept in this file any more.</span>}
        {agreement && !isWhole && <span className="hint careful">What is kept is not what was published.</span>}
      </span>
      <span className="hint at-end">{row.netAsked !== null && <>{money(row.netAsked)} {row.currency}<br /></>}{shares}</span>
    </li>
  );
}

/** Two versions side by side: what changed, and what it did to the net value. */
function Compare({ published, now }: { published: readonly Published[]; now: Agreement }) {
  const kept = published.filter((version): version is Published & { agreement: Agreement } => version.agreement !== undefined);
  const [from, setFrom] = useState(kept.at(-1)?.number ?? NOW);
  const [to, setTo] = useState(NOW);
  const comparison = useMemo(() => {
    const agreementOf = (number: string) => kept.find((version) => version.number === number)?.agreement ?? now;
    return compareAgreements(agreementOf(from), agreementOf(to));
  // The versions that are kept follow from the log as read.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [from, to, now, published]);
  if (kept.length === 0) return null;
  const numbers = kept.map(({ number }) => number);
  return (
    <Block title="What is different">
      <div className="pair">
        <Which label="From" value={from} onChange={setFrom} numbers={numbers} />
        <Which label="To" value={to} onChange={setTo} numbers={numbers} />
      </div>
      <Differences comparison={comparison} currency={now.inputs.currency} />
    </Block>
  );
}

function Which({ label, value, numbers, onChange }: {
  label: string; value: string; numbers: readonly string[]; onChange: (number: string) => void;
}) {
  const id = useId();
  return (
    <div className="entry">
      <label htmlFor={id}>{label}</label>
      <Select id={id} value={value} onChange={(_, chosen) => onChange(chosen.value)}>
        {numbers.map((number) => <option key={number} value={number}>Version {number}</option>)}
        <option value={NOW}>Now</option>
      </Select>
    </div>
  );
}
