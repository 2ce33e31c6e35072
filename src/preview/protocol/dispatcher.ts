import { ApiError, fail } from "./errors";
import { HostObject, memberName, NULL_OBJECT, pascal } from "./host-object";
import { Request, type World } from "./request";
import { loadTree, serialize } from "./serialize";
import { ActionType, PathType, type Action, type QueryInfo, type ReplyBody, type RequestBody } from "./wire";

/** What the dispatcher needs from the workbook: pauses for the calculation, and a word when a request ends. */
export interface Settling {
  /** Resolves when what earlier requests changed is calculated. */
  beginRequest(): Promise<void>;
  needsSettling(target: unknown, members: readonly string[]): boolean;
  settle(): Promise<void>;
  finishRequest(): void;
}

/**
 * Executes the request batches of the client library over any tree of host objects. Knows nothing about Excel.
 * Belief: an error stops the batch, and what was written before it stays written.
 */
export class Dispatcher implements World {
  private readonly references = new Map<string, HostObject>();
  private nextReference = 1;

  constructor(
    public root: HostObject & Settling,
    private readonly services: Record<string, () => HostObject>,
  ) {}

  async execute(body: RequestBody): Promise<ReplyBody> {
    const reply: ReplyBody = { Results: [], TraceIds: [] };
    const request = new Request(this, body);
    let index = 0;
    try {
      await this.root.beginRequest();
      for (; index < body.Actions.length; index++) {
        const action = body.Actions[index]!;
        if (this.root.needsSettling(null, [navigation(body, action)])) await this.root.settle();
        const value = this.perform(request, action, reply.TraceIds);
        reply.Results.push({ ActionId: action.Id, Value: (value instanceof Promise ? await value : value) ?? null });
      }
      this.root.finishRequest();
    } catch (error) {
      const at = Math.min(index, body.Actions.length - 1);
      reply.Error = describeError(error, request.describe(body.Actions[at]!), at);
      if (index < body.Actions.length) this.root.finishRequest();
    }
    return reply;
  }

  /** Forgets every reference, for a new workbook. */
  restart(root: HostObject & Settling) {
    this.root = root;
    this.references.clear();
  }

  private perform(request: Request, action: Action, traceIds: number[]): unknown {
    switch (action.ActionType) {
      case ActionType.trace: // an event handler becomes live only when its trace comes back
        traceIds.push(action.Id);
        return null;
      case ActionType.ensureUnchanged:
        return null;
    }
    const target = request.resolve(action.ObjectPathId);
    switch (action.ActionType) {
      case ActionType.instantiate: return this.identify(target, request.keepsReferences);
      case ActionType.query:
      case ActionType.queryAsJson: return this.query(target, action.QueryInfo ?? {}, request.keepsReferences);
      case ActionType.method: return this.method(target, action, request);
      case ActionType.set: return this.assign(target, action.Name, request.args(action.ArgumentInfo)[0] ?? null);
      case ActionType.update:
        for (const [name, value] of Object.entries(action.ObjectState ?? {})) this.assign(target, pascal(name), value);
        return null;
      default: throw fail.missing(`action type ${action.ActionType}`);
    }
  }

  private async query(target: any, info: QueryInfo, keep: boolean): Promise<unknown> {
    if (target === NULL_OBJECT) return null;
    const members = [...(info.Select ?? []), ...(info.Expand ?? [])];
    if (this.root.needsSettling(target, members)) await this.root.settle();
    const value = serialize(target, loadTree(members));
    if (!value._Items) return Object.assign(value, this.identify(target, keep));
    const start = info.Skip ?? 0;
    value._Items = value._Items.slice(start, info.Top == null ? undefined : start + info.Top);
    return value;
  }

  private identify(target: any, keep: boolean) {
    if (target === NULL_OBJECT || target == null) return null;
    const identity = target.identity();
    if (target.trackable && (keep || target.kept)) identity._ReferenceId = this.referenceTo(target);
    return identity;
  }

  private referenceTo(target: HostObject) {
    if (!target.reference) {
      target.reference = `r${this.nextReference++}`;
      this.references.set(target.reference, target);
    }
    return target.reference;
  }

  find(reference: string) {
    const target = this.references.get(reference);
    if (!target) throw fail.reference();
    return target;
  }

  service(name: string) {
    const make = this.services[name];
    if (!make) throw fail.missing(`service ${name}`);
    return make();
  }

  private method(target: any, action: Action, request: Request) {
    const value = this.call(target, action.Name, request.args(action.ArgumentInfo));
    return value === NULL_OBJECT || value instanceof HostObject ? null : value;
  }

  /** Belief: null propagates through navigation, and doing something with a null object fails. */
  call(target: any, name: string, args: any[]): any {
    if (name === "_KeepReference") {
      if (target !== NULL_OBJECT) target.kept = true;
      return null;
    }
    if (name === "_RemoveReference") return this.release(args[0]);
    if (target === NULL_OBJECT) {
      if (/^_(Unr|R)egister|OrNullObject$/.test(name)) return NULL_OBJECT;
      throw fail.notFound(name);
    }
    if (/^_(Unr|R)egister/.test(name)) return this.checkEvent(target, name);
    if (typeof target[name] !== "function") throw fail.missing(`method ${memberName(target, name)}()`);
    return target[name](...args);
  }

  private release(reference: string) {
    const target = this.references.get(reference);
    if (target) {
      this.references.delete(reference);
      target.reference = undefined;
      target.kept = false;
    }
    return null;
  }

  /** Events are always pushed and the client keeps those it wants, so registering only asks whether we have that event. */
  private checkEvent(target: any, name: string) {
    const wanted = name.replace(/^_Unr/, "_R");
    if (!target.constructor.events.includes(wanted)) throw fail.missing(`event ${memberName(target, wanted.slice(1))}`);
    return null;
  }

  private assign(target: any, name: string, value: any): null {
    if (target === NULL_OBJECT) throw fail.notFound(name);
    const property = propertyOf(target, name);
    if (!property) throw fail.missing(`property to set, ${memberName(target, name)}`);
    if (isPlainObject(value) && !property.set && target[name] instanceof HostObject) {
      for (const [part, partValue] of Object.entries(value)) this.assign(target[name], pascal(part), partValue);
      return null;
    }
    if (property.get && !property.set) throw fail.invalid(`${memberName(target, name)} is read-only`);
    target[name] = value;
    return null;
  }
}

/** The method that an instantiate action calls, or "". */
function navigation(body: RequestBody, action: Action): string {
  const path = action.ActionType === ActionType.instantiate ? body.ObjectPaths[action.ObjectPathId] : undefined;
  return path?.ObjectPathType === PathType.method ? path.Name : "";
}

const isPlainObject = (value: any) => value && typeof value === "object" && !Array.isArray(value) && !(value instanceof HostObject);

function propertyOf(target: object, name: string): PropertyDescriptor | undefined {
  for (let owner = target; owner; owner = Object.getPrototypeOf(owner)) {
    const property = Object.getOwnPropertyDescriptor(owner, name);
    if (property) return property;
  }
  return undefined;
}

function describeError(error: unknown, location: string, actionIndex: number): NonNullable<ReplyBody["Error"]> {
  const known = error instanceof ApiError;
  return {
    Code: known ? error.code : "GeneralException",
    Message: known ? error.message : `The preview failed: ${error instanceof Error ? error.stack : String(error)}`,
    Location: location, ActionIndex: actionIndex, HttpStatusCode: known ? error.status : 500,
  };
}
