import { useState } from "react";
import { Tab, TabList } from "@fluentui/react-components";
import type { Curve } from "../../core/portfolio/totals";
import { formatNumber, money, percent } from "../numbers";

const [WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM] = [318, 164, 44, 28, 28, 24];
/** More points than the drawing has pixels would not show. */
const most = 150;

interface WhaleCurveProps { curve: Curve; nameOf: (row: number) => string; profitOf: (row: number) => number }

/** The whale curve, and its numbers one tab away. */
export function WhaleCurve(props: WhaleCurveProps) {
  const [shown, setShown] = useState("curve");
  return (
    <div className="whale">
      <TabList className="tabs twin" size="small" selectedValue={shown} onTabSelect={(_, { value }) => setShown(String(value))}>
        <Tab value="curve">Curve</Tab>
        <Tab value="table">Table</Tab>
      </TabList>
      {shown === "curve" ? <Drawing curve={props.curve} /> : <Numbers {...props} />}
    </div>
  );
}

function Drawing({ curve: { cumulative, total, peak } }: { curve: Curve }) {
  const count = cumulative.length;
  const at = (place: number) => (place === 0 ? 0 : cumulative[place - 1]!);
  const places = placesShown(count, peak.customers);
  const [least, highest] = [Math.min(0, total, ...places.map(at)), Math.max(1, peak.profit)];
  const x = (place: number) => LEFT + (place / Math.max(1, count)) * (WIDTH - LEFT - RIGHT);
  const y = (profit: number) => HEIGHT - BOTTOM - ((profit - least) / (highest - least)) * (HEIGHT - TOP - BOTTOM);
  const path = (shown: readonly number[]) =>
    shown.map((place, i) => `${i === 0 ? "M" : "L"}${x(place).toFixed(1)} ${y(at(place)).toFixed(1)}`).join("");
  const ticks = total > 0 ? [0, 0.5, 1].map((share) => ({ value: share * total, text: percent(share) })) : [{ value: 0, text: "0" }];
  return (
    <svg className="whale-curve" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={inWords(peak, count, total)}>
      {ticks.map(({ value, text }) => (
        <g key={text}>
          <line className="grid" x1={LEFT} x2={WIDTH - RIGHT} y1={y(value)} y2={y(value)} />
          <text x={LEFT - 6} y={y(value) + 4} textAnchor="end">{text}</text>
        </g>
      ))}
      <path className="area" d={`${path(places)}V${y(0)}H${LEFT}Z`} />
      <path className="rise" d={path(places.filter((place) => place <= peak.customers))} />
      <path className="fall" d={path(places.filter((place) => place >= peak.customers))} />
      <circle cx={x(peak.customers)} cy={y(peak.profit)} r="4.5" />
      <text className="peak" x={inside(x(peak.customers))} y={y(peak.profit) - 11} textAnchor="middle">{peakText(peak)}</text>
      {count > peak.customers && <text className="peak" x={WIDTH - RIGHT + 4} y={y(total) + 4}>all</text>}
      <text x={LEFT} y={HEIGHT - 6}>best customer</text>
      <text x={WIDTH - RIGHT} y={HEIGHT - 6} textAnchor="end">costliest</text>
    </svg>
  );
}

const inside = (middle: number) => Math.min(WIDTH - 84, Math.max(LEFT + 76, middle));
const peakText = ({ share, profit, customers }: Curve["peak"]) =>
  `${share === null ? money(profit) : percent(share, 1)} with ${formatNumber(customers)} ${customers === 1 ? "customer" : "customers"}`;

/** Every customer, or of many so many that the line is whole, with the peak and both ends. */
function placesShown(count: number, peak: number): number[] {
  const step = Math.max(1, count / most);
  const even = Array.from({ length: Math.floor(count / step) }, (_, i) => Math.round(i * step));
  return [...new Set([...even, peak, count])].sort((a, b) => a - b);
}

function inWords(peak: Curve["peak"], count: number, total: number): string {
  const most = `highest with ${peakText(peak)}, ${money(total)} with all`;
  return `Profit added up from the best to the costliest of ${formatNumber(count)} customers: ${most}.`;
}

function Numbers({ curve: { order, cumulative }, nameOf, profitOf }: WhaleCurveProps) {
  const places = placesShown(order.length, 1).filter((place) => place > 0);
  const every = Math.ceil(places.length / 12);
  const shown = places.filter((place, i) => i % every === every - 1 || place === order.length);
  return (
    <table className="numbers">
      <thead><tr><th scope="col">Customer</th><th scope="col">Profit</th><th scope="col">Added up</th></tr></thead>
      <tbody>
        {shown.map((place) => (
          <tr key={place}>
            <th scope="row">{formatNumber(place)}. {nameOf(order[place - 1]!)}</th>
            <td>{Number.isNaN(profitOf(order[place - 1]!)) ? "unknown" : money(profitOf(order[place - 1]!))}</td>
            <td>{money(cumulative[place - 1]!)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
