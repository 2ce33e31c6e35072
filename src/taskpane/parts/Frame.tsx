import { Button } from "@fluentui/react-components";
import { ArrowLeft20Regular } from "@fluentui/react-icons";
import { lazy, Suspense, useEffect, useRef, type ReactNode } from "react";
import { useDesk } from "../use-desk";
import { Mark } from "./Mark";

// What places a menu on the screen is a tenth of the panel; the first screen stands without it.
const PageMenu = lazy(() => import(/* webpackChunkName: "menu" */ "./PageMenu"));

interface StepBarProps {
  title: string;
  /** "3 of 6", or whatever else counts. */
  count?: string;
  isHome?: boolean;
  menu: readonly { readonly id: string; readonly title: string }[];
  /** What stands right below, such as progress. */
  children?: ReactNode;
}

/** The line at the top: back, title, place, menu. The title takes the focus when the page changes. */
export function StepBar({ title, count, isHome = false, menu, children }: StepBarProps) {
  const { desk, state: { page } } = useDesk();
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(page);
  useEffect(() => {
    if (shown.current !== page) heading.current?.focus();
    shown.current = page;
  }, [page]);
  return (
    <header>
      <div className="step-bar">
        {isHome
          ? <span className="step-mark"><Mark size={20} /></span>
          : <Button appearance="subtle" icon={<ArrowLeft20Regular />} aria-label="Back" onClick={() => desk.tell({ type: "wentBack" })} />}
        <h1 ref={heading} tabIndex={-1}>{title}</h1>
        {count && <span className="count">{count}</span>}
        {menu.length > 0 && <Suspense fallback={<span className="menu-place" />}><PageMenu pages={menu} /></Suspense>}
      </div>
      {children}
    </header>
  );
}

/** How far the quick path has come, in segments: done full, current half. */
export function Progress({ step, of }: { step: number; of: number }) {
  const segment = (place: number) => (place < step ? "done" : place === step ? "current" : undefined);
  return (
    <div className="progress" role="progressbar" aria-label="Quick path" aria-valuemin={0} aria-valuemax={of} aria-valuenow={step}>
      {Array.from({ length: of }, (_, index) => <i key={index} className={segment(index + 1)} />)}
    </div>
  );
}

/** What scrolls. Starts at its top on every page; `isRead` when there may be nothing in it that takes the focus. */
export function Body({ isRead = false, children }: { isRead?: boolean; children: ReactNode }) {
  const { state: { page } } = useDesk();
  const body = useRef<HTMLElement>(null);
  useEffect(() => { body.current?.scrollTo?.(0, 0); }, [page]);
  // Without a stop for Tab, text alone could not be scrolled by keyboard.
  // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
  return <main className="body" ref={body} tabIndex={isRead ? 0 : undefined}>{children}</main>;
}

export function Footer({ children }: { children: ReactNode }) {
  return <footer className="foot">{children}</footer>;
}

/** Puts the focus on the first control that holds a wrong entry; whether there was one. */
export function focusFirstFault(): boolean {
  const wrong = document.querySelector<HTMLElement>(".body [aria-invalid='true']");
  wrong?.focus();
  return wrong !== null;
}
