// What a browser has and jsdom lacks, for every test that draws the panel.
import "@testing-library/jest-dom";
import { configure } from "@testing-library/react";

jest.setTimeout(30_000);
// A busy machine may be slow. Whether an element is hidden costs jsdom a walk through every style of Fluent; the panel hides nothing it does not remove.
configure({ defaultHidden: true, asyncUtilTimeout: 10_000 });

// The panel also changes by itself, when a draft was kept or a cell changed: tests wait for what they look at.
beforeEach(() => { globalThis.IS_REACT_ACT_ENVIRONMENT = false; });
declare global {
  var IS_REACT_ACT_ENVIRONMENT: boolean;
}

class NoResizes implements ResizeObserver {
  observe() { /* nothing changes size in jsdom */ }
  unobserve() { /* see observe */ }
  disconnect() { /* see observe */ }
}
globalThis.ResizeObserver ??= NoResizes;

window.matchMedia ??= (media: string) => Object.assign(new EventTarget(), {
  media, matches: media === "(prefers-reduced-motion: reduce)", onchange: null, addListener() { /* old */ }, removeListener() { /* old */ },
}) as MediaQueryList;

globalThis.structuredClone ??= <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

// Without layout every element looks hidden to Fluent's keyboard handling, and Tab would lead nowhere.
Object.defineProperty(HTMLElement.prototype, "offsetParent", { get(this: HTMLElement) { return this.parentElement; } });
document.body.getBoundingClientRect = () => ({ x: 0, y: 0, top: 0, left: 0, width: 350, height: 760, right: 350, bottom: 760 }) as DOMRect;
