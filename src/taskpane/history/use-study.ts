import { useEffect, useSyncExternalStore } from "react";
import type { Desk } from "../desk";
import { useDesk } from "../use-desk";
import { createStudy, type Study, type StudyState } from "./study";

/** One study per panel, made when it is first wanted. */
const studies = new WeakMap<Desk, Study>();

/** The study of this panel and what it has come to. */
export function useStudy(): { study: Study; state: StudyState } {
  const { desk } = useDesk();
  const study = studies.get(desk) ?? createStudy(desk);
  studies.set(desk, study);
  useEffect(() => { void study.lookForTables(); }, [study]);
  return { study, state: useSyncExternalStore(study.subscribe, study.state) };
}
