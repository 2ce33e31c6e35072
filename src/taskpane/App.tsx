import { Button } from "@fluentui/react-components";
import { lazy, Suspense, useEffect } from "react";
import type { Desk } from "./desk";
import { menuPages, pages, loadPages } from "./pages";
import { Body, focusFirstFault, Footer, Progress, StepBar } from "./parts/Frame";
import { StatusLine } from "./parts/StatusLine";
import { Waiting } from "./parts/Waiting";
import { loadSteps, pathOf, steps, type Step } from "./steps";
import { DeskProvider, useDesk } from "./use-desk";
import { LookProvider } from "./use-look";
import "./pane.css";

// Not on the first screen, so not in its way.
const ValueCard = lazy(() => import(/* webpackChunkName: "steps" */ "./parts/ValueCard"));
const Notices = lazy(() => import(/* webpackChunkName: "steps" */ "./parts/Notices"));

interface AppProps {
  desk: Desk;
  excelIsDark: boolean | undefined;
  storageKey: string;
}

/** The whole panel. */
export function App({ desk, excelIsDark, storageKey }: AppProps) {
  useEffect(() => {
    void desk.open().then(() => Promise.all([loadSteps(), loadPages()]));
    const leaving = () => { if (document.visibilityState === "hidden") void desk.save(); };
    const wish = (event: WindowEventMap["customer-role:open"]) => desk.wish(event.detail);
    document.addEventListener("visibilitychange", leaving);
    window.addEventListener("customer-role:open", wish);
    return () => {
      document.removeEventListener("visibilitychange", leaving);
      window.removeEventListener("customer-role:open", wish);
      desk.close();
    };
  }, [desk]);
  return (
    <LookProvider excelIsDark={excelIsDark} storageKey={storageKey}>
      <DeskProvider desk={desk}><Pane /></DeskProvider>
    </LookProvider>
  );
}

declare global {
  interface WindowEventMap {
    /** A ribbon button wishes a page: "problems" or "share". */
    "customer-role:open": CustomEvent<string>;
  }
}

function Pane() {
  const { desk, state: { phase, page: id, notice } } = useDesk();
  const step = steps.find((each) => each.id === id);
  const page = step ?? pages.find((each) => each.id === id) ?? pages[0]!;
  const isHome = !step && pages.some((each) => each.id === id && each.isHome);
  if (phase === "opening") {
    return (
      <div className="pane">
        <StepBar title="Customer Role" isHome menu={[]} />
        <NoticeArea />
        <Body>{!notice && <Waiting what="Reading the workbook" again={() => void desk.readAgain()} />}</Body>
      </div>
    );
  }
  const content = <Suspense key={page.id} fallback={<Waiting what={`Opening ${page.title}`} />}><page.Component /></Suspense>;
  return (
    <div className="pane">
      <StepBar title={page.title} isHome={isHome} count={step && `${pathOf(step).indexOf(step) + 1} of ${pathOf(step).length}`} menu={menuPages}>
        {step?.quick !== undefined && <Progress step={step.quick} of={pathOf(step).length} />}
      </StepBar>
      {page.card && <Suspense><ValueCard key={page.id} card={page.card} /></Suspense>}
      <NoticeArea />
      {step && !step.ownFooter ? <><Body isRead={step.isRead}>{content}</Body><OnwardFooter step={step} /></> : content}
      <StatusLine />
    </div>
  );
}

/** Always in the page, so that screen readers hear what appears in it. */
function NoticeArea() {
  const { state: { notice, conflicts } } = useDesk();
  const needed = notice?.kind === "refused" || conflicts.length > 0;
  return (
    <section aria-label="Messages" className="notices" role="status">
      {needed && <Suspense><Notices /></Suspense>}
    </section>
  );
}

/** Back and on. A wrong entry takes the focus instead of barring the way silently. */
function OnwardFooter({ step }: { step: Step }) {
  const { desk, state: { phase } } = useDesk();
  const path = pathOf(step);
  const place = path.indexOf(step);
  const [before, after] = [path[place - 1], path[place + 1]];
  const isLast = !after || (phase === "built" && step.quick !== undefined && after.ownFooter);
  const end = phase === "built" ? "built" : "steps";
  const back = () => desk.tell(before ? { type: "went", page: before.id, isStep: true, backward: true } : { type: "wentBack" });
  const on = () => {
    if (focusFirstFault()) return;
    desk.tell(isLast ? { type: "went", page: end, isStep: false } : { type: "went", page: after.id, isStep: true });
  };
  return (
    <Footer>
      <Button appearance="subtle" onClick={back}>Back</Button>
      <Button appearance="primary" onClick={on}>{isLast ? "Done" : step.next ?? "Next"}</Button>
    </Footer>
  );
}
