import { percent } from "../numbers";
import { useAgreement } from "../use-desk";
import { Block } from "./Block";
import { whoOwes } from "./worth";

const quadrants = [
  ["we owe them", "reciprocal"],
  ["neither", "they owe us"],
];
const findings: Readonly<Record<string, string>> = {
  reciprocal: "Both sides keep their part", "we owe them": "We owe them: they play their role, we do not keep our word",
  "they owe us": "They owe us: we keep our word, they do not play their role yet", neither: "Neither side keeps its part yet",
};
const SIZE = 220;

/** Our word against the customer's role, in four fields: who owes whom. */
export function WhoOwes() {
  const { agreement, assessment } = useAgreement();
  const { deserve, fit: { fit } } = assessment;
  const owes = whoOwes(assessment, agreement);
  if (!owes || deserve === null || fit === null) {
    return <Block title="Who owes whom?" hint="Seen once both are known: what we kept, and what the customer does today." />;
  }
  const { deserveMin, fitInvest, customer } = agreement.inputs;
  const [x, y] = [deserve, fit].map((share) => Math.min(1, share) * SIZE) as [number, number];
  const [cutX, cutY] = [deserveMin * SIZE, SIZE - fitInvest * SIZE];
  return (
    <Block title={findings[owes]!} hint={`We keep ${percent(deserve)}; ${customer || "the customer"} meets ${percent(fit)} of the role`}>
      <svg
        className="pair-map" viewBox={`-20 0 ${SIZE + 20} ${SIZE + 22}`} role="img"
        aria-label={`We keep ${percent(deserve)} of our word and the customer meets ${percent(fit)} of the role: ${owes}.`}
      >
        <rect width={SIZE} height={SIZE} />
        <path className="cut" d={`M${cutX} 0V${SIZE}M0 ${cutY}H${SIZE}`} />
        {quadrants.flatMap((row, line) => row.map((word, column) => (
          <text
            key={word} className={word === owes ? "here" : undefined} textAnchor="middle"
            x={column === 0 ? cutX / 2 : (cutX + SIZE) / 2} y={(line === 0 ? cutY / 2 : (cutY + SIZE) / 2) + 4}
          >
            {word}
          </text>
        )))}
        <circle cx={x} cy={SIZE - y} r="6" />
        <text x={SIZE} y={SIZE + 16} textAnchor="end">we keep our word →</text>
        <text transform={`translate(-6 ${SIZE}) rotate(-90)`}>they play the role →</text>
      </svg>
    </Block>
  );
}
