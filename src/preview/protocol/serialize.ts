import { fail } from "./errors";
import { HostCollection, HostObject, memberName, NULL_OBJECT, pascal } from "./host-object";

/** `load("format/fill/color, values")` as a tree. */
type LoadTree = { [member: string]: LoadTree };

export function loadTree(members: readonly string[]): LoadTree {
  const tree: LoadTree = {};
  for (const member of members) {
    let node = tree;
    for (const part of member.split(/[/.]/)) node = node[part] ??= {};
  }
  return tree;
}

const ignored = (name: string) => name === "*" || name === "$none" || /^isnullobject$/i.test(name);

/** What a load() brings back: wire names, nested as asked; an empty load brings the scalars. */
export function serialize(target: any, tree: LoadTree): any {
  if (target === NULL_OBJECT || target == null) return null;
  if (target instanceof HostCollection) return serializeCollection(target, tree);
  const asked = Object.keys(tree);
  const names: string[] = asked.filter((name) => !ignored(name));
  const everything = asked.length === 0 || asked.includes("*");
  const out: any = { ...target.identity() };
  if (everything) for (const name of target.constructor.scalars) out[name] = target[name];
  for (const name of names) {
    const member = name in target ? name : pascal(name);
    if (!(member in target)) throw fail.missing(`property ${memberName(target, name)}`);
    const value = target[member];
    out[member] = value instanceof HostObject ? serialize(value, tree[name]!) : value === NULL_OBJECT ? null : value;
  }
  return out;
}

function serializeCollection(target: HostCollection, { items, ...direct }: LoadTree): any {
  const own: any = target.identity();
  for (const name of (target.constructor as typeof HostCollection).scalars) {
    own[name] = (target as any)[name];
    delete direct[name];
    delete direct[name.charAt(0).toLowerCase() + name.slice(1)];
  }
  return { ...own, _Items: target.items().map((item) => serialize(item, { ...direct, ...items })) };
}
