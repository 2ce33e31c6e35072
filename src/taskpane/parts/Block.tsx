import type { ReactNode } from "react";

interface BlockProps {
  title: string;
  hint?: ReactNode;
  /** Number of the question, in a circle before the title. */
  number?: number;
  /** Id of the title, for a control that is labelled by it. */
  titleId?: string;
  children?: ReactNode;
}

/** One block of a page: a question or a finding, at most one line of hint, one control. */
export function Block({ title, hint, number, titleId, children }: BlockProps) {
  return (
    <section className="block">
      <div className="block-head">
        {number !== undefined && <span className="number" aria-hidden="true">{number}</span>}
        <div>
          <h2 id={titleId}>{title}</h2>
          {hint && <p className="hint">{hint}</p>}
        </div>
      </div>
      {children}
    </section>
  );
}

/** The finding a page opens with. */
export function Finding({ title, hint, children }: { title: string; hint?: ReactNode; children?: ReactNode }) {
  return (
    <div className="finding">
      <h2 className="large">{title}</h2>
      {hint && <p className="hint">{hint}</p>}
      {children}
    </div>
  );
}
