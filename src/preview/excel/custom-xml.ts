import { fail } from "../protocol/errors";
import { HostCollection, KeyedObject, NULL_OBJECT, type OrNull } from "../protocol/host-object";

let nextPart = 1;

/** XML documents that travel inside the workbook, found again by namespace. */
export class CustomXmlPartCollection extends HostCollection<CustomXmlPart> {
  constructor(protected readonly parts: Map<string, string>, private readonly namespace?: string) {
    super();
  }
  protected get ids() {
    return [...this.parts.keys()].filter((id) => this.namespace === undefined || namespaceOf(this.parts.get(id)!) === this.namespace);
  }
  items() {
    return this.ids.map((id) => new CustomXmlPart(this.parts, id));
  }
  Add(xml: string) {
    const id = `{00000000-0000-0000-0000-${String(nextPart++).padStart(12, "0")}}`;
    this.parts.set(id, checked(xml));
    return new CustomXmlPart(this.parts, id);
  }
  GetByNamespace(uri: string) { return new CustomXmlPartScopedCollection(this.parts, uri); }
  GetItemOrNullObject(id: string): OrNull<CustomXmlPart> {
    return this.ids.includes(id) ? new CustomXmlPart(this.parts, id) : NULL_OBJECT;
  }
  GetItem(id: string) {
    if (!this.ids.includes(id)) throw fail.notFound(id);
    return new CustomXmlPart(this.parts, id);
  }
  GetCount() { return this.ids.length; }
}

export class CustomXmlPartScopedCollection extends CustomXmlPartCollection {
  GetOnlyItemOrNullObject(): OrNull<CustomXmlPart> {
    return this.ids.length === 1 ? new CustomXmlPart(this.parts, this.ids[0]!) : NULL_OBJECT;
  }
  GetOnlyItem() {
    const item = this.GetOnlyItemOrNullObject();
    if (item === NULL_OBJECT) throw fail.operation(`${this.ids.length} parts have this namespace`);
    return item;
  }
}

export class CustomXmlPart extends KeyedObject {
  static override scalars = ["Id", "NamespaceUri"];

  constructor(private readonly parts: Map<string, string>, readonly Id: string) {
    super();
  }
  private get xml() {
    const xml = this.parts.get(this.Id);
    if (xml === undefined) throw fail.notFound("the part was deleted");
    return xml;
  }
  get NamespaceUri() { return namespaceOf(this.xml); }
  GetXml() { return this.xml; }
  SetXml(xml: string) { this.parts.set(this.Id, checked(xml)); }
  Delete() { this.parts.delete(this.Id); }
}

const namespaceOf = (xml: string) => /<[A-Za-z_][\w.-]*(?::[\w.-]+)?\b[^>]*?\sxmlns(?::[\w.-]+)?="([^"]*)"/.exec(xml)?.[1] ?? "";

function checked(xml: string): string {
  const root = /^\s*(?:<\?xml[^>]*\?>\s*)?<([A-Za-z_][\w.:-]*)[\s\S]*>\s*$/.exec(String(xml));
  const isClosed = root && (new RegExp(`</${root[1]}\\s*>\\s*$`).test(xml) || /\/>\s*$/.test(xml));
  if (!isClosed) throw fail.invalid("the text is no well-formed XML document");
  return xml;
}
