/** A part of a bar, between two values of its axis. */
export interface Span { readonly from: number; readonly to: number; readonly kind: "ask" | "give" | "loss" }
/** The values at the two ends of a bar. */
export interface Axis { readonly from: number; readonly to: number }

/** Parts of a bar on an axis, with a line where the role as asked stands. The numbers stand beside it, so the bar itself is silent. */
export function SpanBar({ spans, base, axis }: { spans: readonly Span[]; base: number; axis: Axis }) {
  const place = (value: number) => Math.min(100, Math.max(0, ((value - axis.from) / (axis.to - axis.from || 1)) * 100));
  return (
    <span className="span-bar" aria-hidden="true">
      {spans.filter(({ from, to }) => to > from).map(({ from, to, kind }) => (
        <i key={kind} className={kind} style={{ left: `${place(from)}%`, width: `${place(to) - place(from)}%` }} />
      ))}
      <em style={{ left: `${place(base)}%` }} />
    </span>
  );
}

/** What of a value there is, and what is lost or gained against the role as asked. */
export const against = (base: number, value: number): Span[] => [
  { from: Math.min(0, value, base), to: Math.min(base, value), kind: "ask" },
  value < base ? { from: value, to: base, kind: "loss" } : { from: base, to: value, kind: "give" },
];
