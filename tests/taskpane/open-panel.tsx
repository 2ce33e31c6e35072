import { createDOMRenderer, RendererProvider } from "@fluentui/react-components";
import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { App } from "../../src/taskpane/App";
import { createDesk } from "../../src/taskpane/desk";
import { MemoryDoor } from "./memory-door";

/** jsdom asks every rule of Fluent about every element. Only what hides an element, or takes it from the mouse, means something there. */
const hides = (rule: string) => /display:\s*none|visibility|pointer-events/.test(rule);
const renderer = createDOMRenderer(document, { unstable_filterCSSRule: hides });

/** The panel as a person opens it, over a workbook in memory. */
export async function openPanel(door = new MemoryDoor()) {
  const desk = createDesk(door);
  const panel = render(
    <RendererProvider renderer={renderer}><App desk={desk} excelIsDark={undefined} storageKey="look" /></RendererProvider>,
  );
  await waitFor(() => expect(desk.state().phase).not.toBe("opening"));
  return { door, desk, panel, user: userEvent.setup() };
}

export const title = () => screen.getByRole("heading", { level: 1 });

/** Waits until a page stands, content and all. */
export async function arrivedAt(name: string): Promise<void> {
  await waitFor(() => expect(title()).toHaveTextContent(name));
  await waitFor(() => expect(document.querySelector(".waiting")).toBeNull());
  await waitFor(() => expect(document.querySelector("main")?.childElementCount).toBeGreaterThan(0));
}

/** What the value card says to a screen reader, once it stands still. */
export const cardSays = (text: string | RegExp) =>
  waitFor(() => expect(document.querySelector(".card [aria-live]")).toHaveTextContent(text));
