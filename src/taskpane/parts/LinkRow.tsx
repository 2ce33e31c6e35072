import { ChevronRight16Regular } from "@fluentui/react-icons";
import type { ReactNode } from "react";

/** One way on, in a list: what it does, and a word about it. */
export function LinkRow({ icon, title, hint, onClick }: { icon: ReactNode; title: string; hint: string; onClick: () => void }) {
  return (
    <button type="button" className="link-row" onClick={onClick}>
      <span className="link-icon">{icon}</span>
      <span className="link-text"><b>{title}</b><span className="hint">{hint}</span></span>
      <ChevronRight16Regular className="chevron" />
    </button>
  );
}
