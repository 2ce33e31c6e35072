/** The JSON messages between Microsoft's client library and its host, as the unmodified library sends and expects them. */

export const CLIENT_REQUEST = 1;
export const HOST_REPLY = 2;
export const HOST_PUSH = 3;

export const PathType = { global: 1, service: 2, method: 3, property: 4, indexer: 5, reference: 6, nullObject: 7 } as const;

export const ActionType = {
  instantiate: 1, query: 2, method: 3, set: 4, trace: 5, recursiveQuery: 6, queryAsJson: 7, ensureUnchanged: 8, update: 9,
} as const;

/** Bits of an envelope's `flags`. */
export const RequestFlag = { writes: 1, delayForCellEdit: 64 } as const;

export const PushCategory = { customFunction: 1, action: 2, objectEvent: 65536, runtimeEvent: 65536 } as const;

/** `messageType` of a push, by category. */
export const CustomFunctionMessage = { invoke: 1000, cancel: 1001 } as const;
export const VISIBILITY_CHANGED = 65539;

/** Numbers of the older, pre-rich API that a ribbon command still travels on. */
export const LegacyEvent = { ribbonCommand: 39 } as const;
export const LegacyMethod = { ribbonCommandCompleted: 94 } as const;

export interface ArgumentInfo {
  Arguments?: unknown[];
  /** Parallel to Arguments: the object path that stands at that place, nested like the argument itself. */
  ReferencedObjectPathIds?: unknown[];
}

export interface ObjectPath {
  Id: number;
  ObjectPathType: number;
  Name: string;
  ParentObjectPathId?: number;
  ArgumentInfo?: ArgumentInfo;
}

export interface QueryInfo {
  Select?: string[];
  Expand?: string[];
  Top?: number;
  Skip?: number;
}

export interface Action {
  Id: number;
  ActionType: number;
  Name: string;
  ObjectPathId: number;
  ArgumentInfo?: ArgumentInfo;
  QueryInfo?: QueryInfo;
  ObjectState?: Record<string, unknown>;
}

export interface RequestBody {
  AutoKeepReference?: boolean;
  Actions: Action[];
  ObjectPaths: Record<string, ObjectPath>;
}

export interface ReplyBody {
  Error?: { Code: string; Message: string; Location: string; ActionIndex: number; HttpStatusCode: number };
  Results: { ActionId: number; Value: unknown }[];
  TraceIds: number[];
}

export interface Envelope {
  id: number;
  type: number;
  flags?: number;
  message: { body: RequestBody };
}

export interface Push {
  messageCategory: number;
  messageType: number;
  targetId: string;
  /** A JSON string. */
  message: string;
}
