import { ChevronDown16Regular, ChevronRight16Regular, ChevronUp16Regular } from "@fluentui/react-icons";
import { useId, useState, type ReactNode } from "react";

interface DisclosureProps {
  /** What the row says while it is closed; part of its button. */
  summary: ReactNode;
  /** A control before the summary that works on its own, such as a switch. */
  before?: ReactNode;
  /** Stays open, for instance while something inside needs care. */
  forced?: boolean;
  startsOpen?: boolean;
  /** A group has its chevron in front, a row at its end. */
  kind?: "row" | "group";
  children: ReactNode;
}

const chevrons = {
  row: { open: ChevronUp16Regular, closed: ChevronDown16Regular },
  group: { open: ChevronDown16Regular, closed: ChevronRight16Regular },
};

/** A row that opens. Its content is there only while it is open. */
export function Disclosure({ summary, before, forced = false, startsOpen = false, kind = "row", children }: DisclosureProps) {
  const [chosen, setChosen] = useState(startsOpen);
  const id = useId();
  const isOpen = chosen || forced;
  const Chevron = chevrons[kind][isOpen ? "open" : "closed"];
  return (
    <div className={isOpen ? `${kind} open` : kind}>
      <div className="row-head">
        {before}
        <button
          type="button" className="row-button" aria-expanded={isOpen} aria-controls={isOpen ? id : undefined}
          onClick={() => setChosen(!isOpen)}
        >
          {summary}
          <span className="chevron"><Chevron /></span>
        </button>
      </div>
      {isOpen && <div className="row-body" id={id}>{children}</div>}
    </div>
  );
}
