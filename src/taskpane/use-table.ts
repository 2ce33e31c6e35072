import { useEffect, useState } from "react";
import type { TableChange, TableNow } from "../workbook";
import { useDesk } from "./use-desk";

/** A table of a module: undefined while it is read or not there. */
export interface OwnTable {
  readonly table?: TableNow;
  /** Why it was not read or changed. */
  readonly problem?: string;
  /** True once it is written. */
  readonly change: (change: TableChange) => Promise<boolean>;
}

type Found = Pick<OwnTable, "table" | "problem">;
const refused = (error: unknown): Found => ({ problem: error instanceof Error ? error.message : String(error) });

/** Follows a table of ours: it is read again whenever the sheets change. */
export function useOwnTable(name: string, moduleId: string): OwnTable {
  const { desk, state: { built } } = useDesk();
  const [found, setFound] = useState<Found>({});
  const isThere = built?.build.modules.some(({ id }) => id === moduleId) ?? false;
  useEffect(() => {
    if (!isThere) return undefined;
    let isLatest = true;
    const take = (next: Found) => { if (isLatest) setFound(next); };
    desk.readTable(name).then((table) => take({ table }), (error: unknown) => take(refused(error)));
    return () => { isLatest = false; };
  }, [desk, name, isThere, built]);
  const change = (wanted: TableChange) => desk.changeTable(name, wanted).then(
    (table) => { setFound({ table }); return true; },
    // What was there stays in sight beside the reason.
    (error: unknown) => { setFound((before) => ({ ...before, ...refused(error) })); return false; },
  );
  return { ...(isThere ? found : {}), change };
}
