import { fail } from "../protocol/errors";
import { HostObject, memberName, pascal } from "../protocol/host-object";

/** What getCellProperties and its like are asked for: members that are true, and those inside them. */
export interface Wish { readonly [member: string]: boolean | Wish | undefined }

/** The wished members of an object as plain data, under the names of the API. */
export function picked(target: HostObject, wish: Wish): Record<string, unknown> {
  const asked = Object.entries(wish).filter(([, wanted]) => wanted);
  return Object.fromEntries(asked.map(([name, wanted]) => {
    const value = (target as unknown as Record<string, unknown>)[pascal(name)];
    if (value === undefined) throw fail.missing(`property ${memberName(target, name)}`);
    return [name, value instanceof HostObject ? picked(value, wanted === true ? {} : wanted as Wish) : value];
  }));
}
