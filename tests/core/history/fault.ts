import type { FaultKind } from "../../../src/core/fault";

/** A Fault of this kind whose message is, or matches, this: for expect(...).toThrow. */
export const fault = (kind: FaultKind, message: string | RegExp = /./) =>
  expect.objectContaining({ kind, message: typeof message === "string" ? message : expect.stringMatching(message) });
