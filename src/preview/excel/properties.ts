import { fail } from "../protocol/errors";
import { HostCollection, HostObject, KeyedObject, NULL_OBJECT, type OrNull } from "../protocol/host-object";
import type { DocumentProperties as PropertiesState } from "./state";

/** Title, author and the like, as the file's properties show them. */
export class DocumentProperties extends HostObject {
  static override scalars = ["Author", "Category", "Comments", "Company", "Keywords", "Manager", "RevisionNumber", "Subject", "Title"];

  constructor(private readonly state: PropertiesState) {
    super();
  }
  private get(name: string) { return this.state.values[name] ?? ""; }
  private set(name: string, value: string) { this.state.values[name] = value; }

  get Author() { return this.get("author"); }
  set Author(value) { this.set("author", value); }
  get Category() { return this.get("category"); }
  set Category(value) { this.set("category", value); }
  get Comments() { return this.get("comments"); }
  set Comments(value) { this.set("comments", value); }
  get Company() { return this.get("company"); }
  set Company(value) { this.set("company", value); }
  get Keywords() { return this.get("keywords"); }
  set Keywords(value) { this.set("keywords", value); }
  get Manager() { return this.get("manager"); }
  set Manager(value) { this.set("manager", value); }
  get Subject() { return this.get("subject"); }
  set Subject(value) { this.set("subject", value); }
  get Title() { return this.get("title"); }
  set Title(value) { this.set("title", value); }
  get RevisionNumber() { return 0; }
  get Custom() { return new CustomPropertyCollection(this.state.custom); }
}

export class CustomPropertyCollection extends HostCollection<CustomProperty> {
  constructor(private readonly values: Map<string, unknown>) {
    super();
  }
  items() {
    return [...this.values.keys()].map((key) => new CustomProperty(this.values, key));
  }
  Add(key: string, value: unknown) {
    this.values.set(key, value);
    return new CustomProperty(this.values, key);
  }
  GetItemOrNullObject(key: string): OrNull<CustomProperty> {
    return this.values.has(key) ? new CustomProperty(this.values, key) : NULL_OBJECT;
  }
  GetItem(key: string) {
    if (!this.values.has(key)) throw fail.notFound(key);
    return new CustomProperty(this.values, key);
  }
  DeleteAll() { this.values.clear(); }
  GetCount() { return this.values.size; }
}

export class CustomProperty extends KeyedObject {
  static override scalars = ["Key", "Type", "Value"];
  constructor(private readonly values: Map<string, unknown>, readonly Key: string) {
    super();
  }
  get Id() { return this.Key; }
  get Type() {
    const value = this.Value;
    return typeof value === "number" ? "Number" : typeof value === "boolean" ? "Boolean" : "String";
  }
  get Value() { return this.values.get(this.Key); }
  set Value(value: unknown) { this.values.set(this.Key, value); }
  Delete() { this.values.delete(this.Key); }
}
