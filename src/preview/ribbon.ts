import type { AddIn, RibbonButton } from "./manifest";

/** What a click does, by the kind of action that the manifest names. */
export interface RibbonActions {
  showTaskPane(): void;
  /** Resolves when the add-in says that its function is done. */
  runFunction(name: string, buttonId: string): Promise<void>;
}

const ICON_SIZE = 32;

/**
 * Draws the add-in's groups the way Excel does: large icon, label below, group name at the foot, tip on hover.
 * A button is busy, and takes no second click, until its function has finished.
 *
 * @example drawRibbon(document.getElementById("add-in-groups")!, addIn, { showTaskPane, runFunction })
 */
export function drawRibbon(place: HTMLElement, addIn: AddIn, actions: RibbonActions): void {
  place.replaceChildren(...addIn.ribbon.map(({ label, buttons }) => {
    const group = element("section", { className: "group", ariaLabel: label });
    const row = element("div", { className: "buttons" });
    row.append(...buttons.map((button) => drawButton(button, actions)));
    group.append(row, element("p", { className: "label", ariaHidden: "true", textContent: label }));
    return group;
  }));
}

/** Does what a click on the button does. */
export async function press({ id, action }: RibbonButton, actions: RibbonActions): Promise<void> {
  if (action.kind === "show-task-pane") actions.showTaskPane();
  else await actions.runFunction(action.name, id);
}

function drawButton(button: RibbonButton, actions: RibbonActions): HTMLElement {
  const title = `${button.tip.title}\n${button.tip.description}`;
  const drawn = element("button", { type: "button", className: "large", id: button.id, title });
  const icon = element("img", { src: button.icons.get(ICON_SIZE) ?? "", alt: "", width: ICON_SIZE, height: ICON_SIZE });
  drawn.append(icon, button.label);
  drawn.addEventListener("click", () => {
    drawn.disabled = true;
    void press(button, actions).finally(() => { drawn.disabled = false; });
  });
  return drawn;
}

type Tags = HTMLElementTagNameMap;
function element<Tag extends keyof Tags>(tag: Tag, properties: Partial<Tags[Tag]>): Tags[Tag] {
  return Object.assign(document.createElement(tag), properties);
}
