/** The answer of every `...OrNullObject` that finds nothing. */
export const NULL_OBJECT = Symbol("null object");
export type OrNull<T> = T | typeof NULL_OBJECT;

/**
 * One object of the host, with members that carry the wire names (PascalCase of the API names).
 * A member that a class does not have fails loudly; there is no silent default.
 */
export class HostObject {
  /** What an empty load() returns. */
  static scalars: readonly string[] = [];
  /** The `_Register...` calls whose events this host really raises. */
  static events: readonly string[] = [];
  /** Ranges get a reference id instead of a key, because they have none. */
  readonly trackable: boolean = false;
  kept = false;
  reference?: string;

  /** The key by which the client finds this object again in its next request. */
  identity(): Record<string, unknown> {
    return {};
  }
}

/** A host object that is found again by its Id. */
export abstract class KeyedObject extends HostObject {
  abstract get Id(): string;
  override identity(): Record<string, unknown> {
    return { Id: this.Id };
  }
}

/** A host object that holds others; `load("items/...")` lists them. */
export abstract class HostCollection<T extends HostObject = HostObject> extends HostObject {
  abstract items(): T[];
}

/** Names in messages: `RangeFormat.Foo` as a reader of the API would write it, `RangeFormat.foo`. */
export const memberName = (target: object, wireName: string) =>
  `${target.constructor.name}.${wireName.charAt(0).toLowerCase()}${wireName.slice(1)}`;

export const pascal = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);
