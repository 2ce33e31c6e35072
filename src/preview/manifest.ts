/** A ribbon button as the manifest describes it. */
export interface RibbonButton {
  id: string;
  label: string;
  tip: { title: string; description: string };
  /** Pixel size to address. */
  icons: ReadonlyMap<number, string>;
  action: { kind: "show-task-pane" } | { kind: "run-function"; name: string };
}

/** What Excel takes from an add-in's manifest before it loads anything. Addresses are those of the server that is asked. */
export interface AddIn {
  name: string;
  taskPane: string;
  functions: { script: string; metadata: string; namespace: string };
  ribbon: readonly { label: string; buttons: readonly RibbonButton[] }[];
}

/**
 * Reads an add-in-only manifest as Excel does: through resource ids, from the part for workbooks. The manifest's own base
 * address (the folder of its task pane) becomes `base`, so that the same file works wherever it is served.
 * Throws a plain sentence when something that Excel needs is missing.
 *
 * @example readManifest(new DOMParser().parseFromString(xml, "text/xml"), "http://localhost:3000/").functions.namespace // "ROLE"
 */
export function readManifest(manifest: Document, base: string): AddIn {
  const declared = attribute(find(manifest, "DefaultSettings", "SourceLocation"), "DefaultValue");
  const here = (address: string) => address.replace(new URL(".", declared).href, base);
  const resources = new Map(all(manifest, "Image", "Url", "String").flatMap((resource) => {
    const id = resource.getAttribute("id");
    return id ? [[id, attribute(resource, "DefaultValue")] as const] : [];
  }));
  const resource = (element: Element) => {
    const id = attribute(element, "resid");
    const value = resources.get(id);
    if (value === undefined) throw new Error(`The manifest uses the resource "${id}" but does not define it.`);
    return here(value);
  };
  const functions = all(manifest, "ExtensionPoint").find((point) => typeOf(point) === "CustomFunctions");
  if (!functions) throw new Error("The manifest has no extension point for custom functions.");

  return {
    name: attribute(find(manifest, "DisplayName"), "DefaultValue"),
    taskPane: here(declared),
    functions: {
      script: resource(find(functions, "Script", "SourceLocation")),
      metadata: resource(find(functions, "Metadata", "SourceLocation")),
      namespace: resource(find(functions, "Namespace")),
    },
    ribbon: all(manifest, "Group").map((group) => ({
      label: resource(find(group, "Label")),
      buttons: all(group, "Control").map((control) => readButton(control, resource)),
    })),
  };
}

function readButton(control: Element, resource: (element: Element) => string): RibbonButton {
  const action = find(control, "Action");
  return {
    id: attribute(control, "id"),
    label: resource(find(control, "Label")),
    tip: { title: resource(find(control, "Supertip", "Title")), description: resource(find(control, "Supertip", "Description")) },
    icons: new Map(all(find(control, "Icon"), "Image").map((image) => [Number(image.getAttribute("size")), resource(image)])),
    action: typeOf(action) === "ShowTaskpane"
      ? { kind: "show-task-pane" }
      : { kind: "run-function", name: find(action, "FunctionName").textContent.trim() },
  };
}

const all = (within: Document | Element, ...names: string[]) =>
  [...within.getElementsByTagName("*")].filter((element) => names.includes(element.localName));

/** The first descendant along the given names. */
function find(within: Document | Element, ...path: string[]): Element {
  return path.reduce<Document | Element>((parent, name) => {
    const child = all(parent, name)[0];
    if (!child) throw new Error(`The manifest lacks <${path.join("><")}>.`);
    return child;
  }, within) as Element;
}

function attribute(element: Element, name: string): string {
  const value = element.getAttribute(name);
  if (!value) throw new Error(`<${element.localName}> in the manifest lacks ${name}.`);
  return value;
}

const typeOf = (element: Element) => element.getAttribute("xsi:type");
