import { Button, Field, Select, Tab, TabList, Textarea } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import type { Whom } from "../../core/portfolio/customers";
import { Working } from "../history/Working";
import { formatNumber } from "../numbers";
import { Finding } from "../parts/Block";
import { Waiting } from "../parts/Waiting";
import { useDesk } from "../use-desk";
import { CheckColumns } from "./CheckColumns";
import { CheckRows } from "./CheckRows";
import type { PortfolioState } from "./portfolio";
import { usePortfolio } from "./use-portfolio";

/** From a list of the person's own to customers or leads that can be judged. Nothing is written before the last button. */
export function BringIn({ whom }: { whom: Whom }) {
  const { state: { agreement } } = useDesk();
  const { portfolio, state: { incoming, doing, problem } } = usePortfolio();
  useEffect(() => { if (portfolio.state().whom !== whom) portfolio.restart(whom); }, [portfolio, whom]);
  if (!agreement) return <p>Begin a role first: {whom} are judged by it.</p>;
  return (
    <>
      {!incoming && !doing && <Choose whom={whom} />}
      {incoming?.whom === whom && <CheckColumns incoming={incoming} />}
      {doing && <Working key={doing.what} doing={doing} cancel={portfolio.cancel} />}
      {problem && <p className="wrong" role="alert">{problem}</p>}
      {incoming?.whom === whom && incoming.imported && !doing && <CheckRows incoming={incoming} imported={incoming.imported} />}
    </>
  );
}

const one: Readonly<Record<Whom, string>> = { customers: "customer", leads: "lead" };

function Choose({ whom }: { whom: Whom }) {
  const { portfolio, state: { tables, problem } } = usePortfolio();
  const [from, setFrom] = useState("here");
  useEffect(() => { if (!tables && !problem) void portfolio.lookForTables(); }, [portfolio, tables, problem]);
  return (
    <>
      <Finding title="Where is your list?" hint={`One row per ${one[whom]}, with any headings. It is read and never changed.`} />
      <TabList className="tabs" size="small" selectedValue={from} onTabSelect={(_, { value }) => setFrom(String(value))}>
        <Tab value="here">In this workbook</Tab>
        <Tab value="paste">Paste it</Tab>
      </TabList>
      {from === "paste" ? <Paste /> : <Here tables={tables} whom={whom} />}
    </>
  );
}

function Here({ tables, whom }: Pick<PortfolioState, "tables" | "whom">) {
  const { portfolio, state: { problem } } = usePortfolio();
  const [name, setName] = useState<string>();
  if (!tables && !problem) return <Waiting what="Looking for tables" />;
  const chosen = name ?? tables?.[0]?.name ?? "";
  return (
    <div className="fields">
      <Field label={`Your ${whom} are in`}>
        <Select value={chosen} onChange={(_, { value }) => setName(value)}>
          {tables?.map(({ name: table, sheet, rows }) => (
            <option key={table} value={table}>{`${table} on ${sheet}, ${formatNumber(rows)} rows`}</option>
          ))}
          <option value="">What is selected on the sheet</option>
        </Select>
      </Field>
      {chosen === "" && <p className="hint">Select a cell in your list, or all of it, then press the button.</p>}
      <div className="buttons">
        <Button appearance="primary" onClick={() => void portfolio.read(chosen || undefined)}>Read the {whom}</Button>
      </div>
    </div>
  );
}

/** What an ERP or CRM hands out: cells copied from a spreadsheet, or the text of a CSV file. */
function Paste() {
  const { portfolio } = usePortfolio();
  const [text, setText] = useState("");
  return (
    <div className="fields">
      <Field label="Headings and rows" hint="Copied from a spreadsheet, or the text of a CSV file. A decimal comma is understood.">
        <Textarea className="paste" rows={8} value={text} resize="vertical" onChange={(_, { value }) => setText(value)} />
      </Field>
      <div className="buttons">
        <Button appearance="primary" onClick={() => void portfolio.paste(text)}>Read what is pasted</Button>
      </div>
    </div>
  );
}
