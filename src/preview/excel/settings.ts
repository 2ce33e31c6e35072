import { fail } from "../protocol/errors";
import { HostCollection, KeyedObject, NULL_OBJECT, type OrNull } from "../protocol/host-object";

/** Values that travel inside the workbook; any JSON, dates included. */
export class SettingCollection extends HostCollection<Setting> {
  constructor(private readonly values: Map<string, unknown>) {
    super();
  }
  items() {
    return [...this.values.keys()].map((key) => new Setting(this.values, key));
  }
  Add(key: string, value: unknown) {
    this.values.set(key, value);
    return new Setting(this.values, key);
  }
  GetItemOrNullObject(key: string): OrNull<Setting> {
    return this.values.has(key) ? new Setting(this.values, key) : NULL_OBJECT;
  }
  GetItem(key: string) {
    if (!this.values.has(key)) throw fail.notFound(key);
    return new Setting(this.values, key);
  }
  GetCount() { return this.values.size; }
}

export class Setting extends KeyedObject {
  static override scalars = ["Key", "Value"];

  constructor(private readonly values: Map<string, unknown>, readonly Key: string) {
    super();
  }
  get Id() { return this.Key; }
  get Value() { return this.values.get(this.Key); }
  set Value(value: unknown) { this.values.set(this.Key, value); }
  Delete() { this.values.delete(this.Key); }
}
