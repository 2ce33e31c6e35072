import { Component, type ReactNode } from "react";
import { createRoot } from "react-dom/client";
import { excelWorkbook } from "../workbook";
import { App } from "./App";
import { authorAt } from "./author";
import { createDesk } from "./desk";
import { isExcelDark } from "./theme";

/** How long Excel may take to answer before the person is told. */
const PATIENCE = 10_000;

const root = createRoot(document.getElementById("root")!);

/** What stands in the pane when it cannot work: what happened, and what to try. */
function Stopped({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main className="not-loaded" style={{ animation: "none", opacity: 1 }}>
      <h1>{title}</h1>
      {children}
      <p><button type="button" onClick={() => location.reload()}>Try again</button></p>
      <p><a href="help/support.html" target="_blank" rel="noopener">More help</a></p>
    </main>
  );
}

/** The last net: a mistake of ours is shown instead of an empty pane. */
class Net extends Component<{ children: ReactNode }, { failure?: Error }> {
  override state: { failure?: Error } = {};
  static getDerivedStateFromError(failure: Error) {
    return { failure };
  }
  override render() {
    const { failure } = this.state;
    if (!failure) return this.props.children;
    return (
      <Stopped title="Something went wrong in this pane">
        <p>Your workbook is as it was. If trying again does not help, send this line to support:</p>
        <p><code>{failure.message}</code></p>
      </Stopped>
    );
  }
}

const notAnswering = setTimeout(() => {
  root.render(
    <Stopped title="Excel has not answered yet">
      <p>Your workbook is untouched. Wait a little longer, or close this pane and open it again.</p>
    </Stopped>,
  );
}, PATIENCE);

void Office.onReady(({ host }) => {
  clearTimeout(notAnswering);
  if (host !== Office.HostType.Excel) {
    root.render(<Stopped title="This page belongs inside Excel"><p>Open a workbook and choose Customer Role on the Home tab.</p></Stopped>);
    return;
  }
  const key = (of: string) => `${Office.context.partitionKey ?? ""}customer-role.${of}`;
  const desk = createDesk(excelWorkbook(), Date.now, authorAt(key("author")));
  const page = document.documentElement.dataset.open;
  delete document.documentElement.dataset.open;
  if (page) desk.wish(page);
  root.render(
    <Net>
      <App
        desk={desk} excelIsDark={isExcelDark(Office.context.officeTheme)}
        storageKey={key("look")}
      />
    </Net>,
  );
});
