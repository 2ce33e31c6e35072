import { useEffect, useState } from "react";
import type { BuiltModule } from "../../workbook";
import { dayLookedAt } from "../looked-at";
import { useDesk } from "../use-desk";

interface PlanDay { readonly day: number; readonly problem?: string }

/** The day on which the sheet Plan looks at its milestones, so that late is late on both; not a number while nobody has read it. */
export function usePlanDay(there: BuiltModule | undefined): PlanDay {
  const { desk, state: { built } } = useDesk();
  const [found, setFound] = useState<PlanDay>({ day: NaN });
  const sheet = there?.sheets.find(({ id }) => id === "plan")?.name;
  useEffect(() => {
    if (sheet === undefined) return undefined;
    let isLatest = true;
    const take = (next: PlanDay) => { if (isLatest) setFound(next); };
    dayLookedAt(desk, sheet).then((day) => take({ day }), (error: Error) => take({ day: NaN, problem: error.message }));
    return () => { isLatest = false; };
  }, [desk, sheet, built]);
  return found;
}
