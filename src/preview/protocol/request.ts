import { fail } from "./errors";
import { memberName, NULL_OBJECT } from "./host-object";
import { PathType, type Action, type ArgumentInfo, type ObjectPath, type RequestBody } from "./wire";

/** Where a request's object paths lead: the parts of the dispatcher that resolving needs. */
export interface World {
  readonly root: any;
  service(name: string): any;
  find(reference: string): any;
  call(target: any, name: string, args: any[]): any;
}

/** One batch. Every object path is resolved once only, because a method path such as Add must not run twice. */
export class Request {
  private readonly resolved = new Map<number, any>();

  constructor(private readonly world: World, readonly body: RequestBody) {}

  get keepsReferences() {
    return !!this.body.AutoKeepReference;
  }

  resolve(id: number): any {
    if (!this.resolved.has(id)) this.resolved.set(id, this.follow(this.body.ObjectPaths[id]!));
    return this.resolved.get(id);
  }

  private follow(path: ObjectPath): any {
    switch (path.ObjectPathType) {
      case PathType.global: return this.world.root;
      case PathType.service: return this.world.service(path.Name);
      case PathType.reference: return this.world.find(path.Name);
      case PathType.nullObject: return NULL_OBJECT;
    }
    const parent = this.resolve(path.ParentObjectPathId!);
    if (parent === NULL_OBJECT) return NULL_OBJECT;
    switch (path.ObjectPathType) {
      case PathType.method: return this.world.call(parent, path.Name, this.args(path.ArgumentInfo)) ?? NULL_OBJECT;
      case PathType.indexer: return this.world.call(parent, "GetItem", this.args(path.ArgumentInfo));
      case PathType.property:
        if (!(path.Name in parent)) throw fail.missing(`property ${memberName(parent, path.Name)}`);
        return parent[path.Name] ?? NULL_OBJECT;
      default: throw fail.missing(`object path type ${path.ObjectPathType}`);
    }
  }

  /**
   * Arguments with client objects put back in: positional ones by a parallel list, nested ones by `_ObjectPathId`.
   * An argument that was left out travels as null and arrives as undefined.
   */
  args(info?: ArgumentInfo): any[] {
    const values = info?.Arguments ?? [];
    return values.map((value, i) => this.argument(value, info!.ReferencedObjectPathIds?.[i]) ?? undefined);
  }

  private argument(value: any, reference: any): any {
    if (Array.isArray(reference)) return reference.map((r, i) => this.argument(Array.isArray(value) ? value[i] : value, r));
    return reference ? this.resolve(reference) : this.nested(value);
  }

  private nested(value: any): any {
    if (!value || typeof value !== "object" || Array.isArray(value)) return value;
    if (typeof value._ObjectPathId === "number") return this.resolve(value._ObjectPathId);
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, this.nested(part)]));
  }

  /** "Worksheets.GetItem.GetRange.Values": where an error arose. */
  describe(action: Action): string {
    const names: string[] = [];
    let path: ObjectPath | undefined = this.body.ObjectPaths[action.ObjectPathId];
    while (path) {
      names.unshift(path.Name || (path.ObjectPathType === PathType.indexer ? "GetItem" : ""));
      path = path.ParentObjectPathId === undefined ? undefined : this.body.ObjectPaths[path.ParentObjectPathId];
    }
    return [...names, action.Name].filter(Boolean).join(".");
  }
}
