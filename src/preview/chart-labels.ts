import type { ChartModel, LabelsModel, SeriesData } from "./excel/chart-model";
import type { Chart, Plugin } from "chart.js";
import { fontOf, formatNumber } from "./chart-config";

const GAP = 4;

/**
 * Writes the data labels, which Chart.js has none of: value, category or series name, in the number format of the cells or
 * their own, where Excel puts them. Filled columns: inside or outside their end; points: above, below or beside.
 */
export function dataLabels(chart: ChartModel, data: readonly SeriesData[]): Plugin {
  const shown = chart.series.map((series, i) => ({ series, data: data[i]! })).filter(({ series }) => !series.filtered);
  return {
    id: "data-labels",
    afterDatasetsDraw(drawn) {
      shown.forEach(({ series, data: read }, i) => {
        if (!series.hasDataLabels) return;
        drawn.getDatasetMeta(i).data.forEach((element, point) => {
          const text = labelText(series.labels, read, point);
          if (text) writeLabel(drawn, element, series.labels, text, (read.values[point] ?? 0) < 0);
        });
      });
    },
  };
}

function labelText(labels: LabelsModel, data: SeriesData, point: number): string {
  const value = data.values[point];
  if (value === null || value === undefined) return "";
  const total = data.values.reduce<number>((sum, v) => sum + (v ?? 0), 0);
  return [
    labels.showSeriesName ? data.name : "",
    labels.showCategoryName ? data.categories[point] ?? "" : "",
    labels.showValue ? formatNumber(labels.linkNumberFormat ? data.numberFormat : labels.numberFormat, value) : "",
    labels.showPercentage && total !== 0 ? formatNumber("0%", value / total) : "",
  ].filter(Boolean).join(labels.separator);
}

function writeLabel(chart: Chart, element: unknown, labels: LabelsModel, text: string, isNegative: boolean) {
  const { ctx } = chart;
  const { x, y, align, baseline } = place(chart, element as DrawnValue, labels.position, isNegative);
  const { family, size, weight, style } = fontOf(labels.format.font);
  ctx.save();
  Object.assign(ctx, {
    font: `${style} ${weight} ${size}px ${family}`, textAlign: align, textBaseline: baseline, fillStyle: labels.format.font.color,
  });
  ctx.fillText(text, x, y);
  ctx.restore();
}

interface Place {
  x: number;
  y: number;
  align: CanvasTextAlign;
  baseline: CanvasTextBaseline;
}

/** A column, bar or point as Chart.js drew it; only columns and bars have a base. */
interface DrawnValue {
  x: number;
  y: number;
  base?: number;
  horizontal?: boolean;
  options: { radius?: number };
}

/** Belief: without a position a column's label stands outside its end, a stacked one's in its middle, a point's on its right. */
function place(chart: Chart, { x, y, base, horizontal, options }: DrawnValue, position: string, isNegative: boolean): Place {
  if (base === undefined) return besidePoint(x, y, position, options.radius ?? 0);
  const isStacked = Object.values(chart.scales).some((scale) => (scale.options as { stacked?: boolean }).stacked);
  const isFree = position === "None" || position === "BestFit";
  const where = isFree ? (isStacked ? "Center" : "OutsideEnd") : position;
  // Along the column, "outwards" is away from its base: up, or to the right, unless the value is negative.
  const outwards = !!horizontal === isNegative ? -1 : 1;
  const end = horizontal ? x : y;
  const [along, side] = where === "Center" ? [(end + base) / 2, 0] : where === "InsideEnd" ? [end - outwards * GAP, -outwards]
    : where === "InsideBase" ? [base + outwards * GAP, outwards] : [end + outwards * GAP, outwards];
  return horizontal
    ? { x: along, y, align: side === 0 ? "center" : side > 0 ? "left" : "right", baseline: "middle" }
    : { x, y: along, align: "center", baseline: side === 0 ? "middle" : side > 0 ? "top" : "bottom" };
}

function besidePoint(x: number, y: number, position: string, radius: number): Place {
  const gap = radius + GAP;
  switch (position) {
    case "Top": return { x, y: y - gap, align: "center", baseline: "bottom" };
    case "Bottom": return { x, y: y + gap, align: "center", baseline: "top" };
    case "Left": return { x: x - gap, y, align: "right", baseline: "middle" };
    case "Center": return { x, y, align: "center", baseline: "middle" };
    default: return { x: x + gap, y, align: "left", baseline: "middle" };
  }
}
