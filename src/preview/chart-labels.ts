import type { ChartModel, LabelsModel, SeriesData } from "./excel/chart-model";
import type { BarElement, Chart, Plugin } from "chart.js";
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
  const { x, y, align, baseline } = place(chart, element, labels.position, isNegative);
  const { family, size, weight, style } = fontOf(labels.format.font);
  ctx.save();
  Object.assign(ctx, { font: `${style} ${weight} ${size}px ${family}`, textAlign: align, textBaseline: baseline, fillStyle: labels.format.font.color });
  ctx.fillText(text, x, y);
  ctx.restore();
}

interface Place {
  x: number;
  y: number;
  align: CanvasTextAlign;
  baseline: CanvasTextBaseline;
}

/** Belief: without a position a column's label stands outside its end, a stacked one's in its middle, a point's on its right. */
function place(chart: Chart, element: unknown, position: string, isNegative: boolean): Place {
  const bar = element as BarElement & { base: number; horizontal: boolean; options: { radius?: number } };
  const { x, y, base } = bar.getProps(["x", "y", "base"] as never, true) as unknown as { x: number; y: number; base?: number };
  if (base === undefined) return besidePoint(x, y, position, bar.options.radius ?? 0);
  const isStacked = Object.values(chart.scales).some((scale) => (scale.options as { stacked?: boolean }).stacked);
  const where = position === "None" || position === "BestFit" ? (isStacked ? "Center" : "OutsideEnd") : position;
  if (bar.horizontal) {
    const out = isNegative ? -GAP : GAP, outwards: CanvasTextAlign = isNegative ? "right" : "left", inwards: CanvasTextAlign = isNegative ? "left" : "right";
    const at = (px: number, align: CanvasTextAlign): Place => ({ x: px, y, align, baseline: "middle" });
    return where === "Center" ? at((x + base) / 2, "center") : where === "InsideEnd" ? at(x - out, inwards) : where === "InsideBase" ? at(base + out, outwards) : at(x + out, outwards);
  }
  const out = isNegative ? GAP : -GAP, outwards: CanvasTextBaseline = isNegative ? "top" : "bottom", inwards: CanvasTextBaseline = isNegative ? "bottom" : "top";
  const at = (py: number, baseline: CanvasTextBaseline): Place => ({ x, y: py, align: "center", baseline });
  return where === "Center" ? at((y + base) / 2, "middle") : where === "InsideEnd" ? at(y - out, inwards) : where === "InsideBase" ? at(base + out, outwards) : at(y + out, outwards);
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
