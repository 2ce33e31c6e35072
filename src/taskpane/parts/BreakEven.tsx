import { oneDecimal, percent } from "../numbers";

interface BreakEvenProps {
  /** Retention without commitments, from which they pay, and as the role counts on; 0 to 1. */
  without: number;
  paysFrom: number | null;
  role: number;
  period: string;
}

const WIDTH = 318;

/** Does the package pay for itself: one line of retention with three marks, and the sentence that reads it. */
export function BreakEven({ without, paysFrom, role, period }: BreakEvenProps) {
  if (paysFrom === null) return <p>No retention makes this package pay for itself.</p>;
  const needed = (paysFrom - without) * 100;
  const counted = (role - without) * 100;
  return (
    <>
      <Line without={without} paysFrom={paysFrom} role={role} />
      <p>
        {needed <= 0
          ? <>The package pays even if it keeps nobody longer.</>
          : <>The package must keep <b>{oneDecimal(needed)} more</b> of every 100 customers each {period}.</>}
        {" "}You count on {oneDecimal(counted)}{needed > counted ? ", so it does not pay yet" : ""}.
      </p>
    </>
  );
}

function Line({ without, paysFrom, role }: { without: number; paysFrom: number; role: number }) {
  const place = scaleOver([without, paysFrom, role]);
  const turn = place(paysFrom);
  const [least, turnsAt, most] = [without, paysFrom, role].map((share) => percent(share, 1));
  const [near, far] = without <= role ? ["end", "start"] as const : ["start", "end"] as const;
  const crowded = Math.abs(place(role) - place(without)) < 56;
  return (
    <svg
      className="break-even" viewBox={`0 0 ${WIDTH} 84`} role="img"
      aria-label={`Without commitments ${least} stay. They pay from ${turnsAt}. The role counts on ${most}.`}
    >
      <rect className="short" x="0.5" y="36" width={WIDTH - 1} height="10" rx="5" />
      <path className="enough" d={`M${turn} 36H${WIDTH - 5}a5 5 0 0 1 0 10H${turn}z`} />
      <Tick x={turn} label={turnsAt!} word="pays from" above />
      <Tick x={place(without)} label={least!} word="without" anchor={crowded ? near : "middle"} />
      <Tick x={place(role)} label={most!} word="role" anchor={crowded ? far : "middle"} />
    </svg>
  );
}

/** Spreads the marks over the line with room at both ends, inside 0 to 100 %. */
function scaleOver(values: readonly number[]): (value: number) => number {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const room = Math.max(0.01, (high - low) / 3);
  const [from, to] = [Math.max(0, low - room), Math.min(1, high + room)];
  return (value) => 24 + ((value - from) / (to - from)) * (WIDTH - 48);
}

function Tick({ x, label, word, above = false, anchor = "middle" }: {
  x: number; label: string; word: string; above?: boolean; anchor?: "start" | "middle" | "end";
}) {
  const aside = { start: 4, middle: 0, end: -4 }[anchor];
  return (
    <g>
      <line x1={x} x2={x} y1={above ? 28 : 32} y2={above ? 50 : 52} />
      <text className="level" x={x + aside} y={above ? 12 : 66} textAnchor={anchor}>{label}</text>
      <text x={x + aside} y={above ? 25 : 80} textAnchor={anchor}>{word}</text>
    </g>
  );
}
