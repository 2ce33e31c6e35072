import { numfmt } from "@univerjs/core";
import type { ChartConfiguration, ChartDataset, ChartOptions, ScaleOptionsByType } from "chart.js";
import type { AxisModel, ChartModel, FillModel, FontModel, LineModel, SeriesData, SeriesModel } from "./excel/chart-model";

// Excel's charts in Chart.js's words. What Excel does by itself is belief: colours, gaps and sizes were taken from its pictures.

export const PIXELS_PER_POINT = 4 / 3;
const AUTOMATIC = ["#4472C4", "#ED7D31", "#A5A5A5", "#FFC000", "#5B9BD5", "#70AD47"];
const DASHES: Record<string, number[]> = {
  Dash: [4, 3], DashDot: [4, 3, 1, 3], DashDotDot: [4, 3, 1, 3, 1, 3], Dot: [1, 1], RoundDot: [1, 1], SquareDot: [1, 1], LongDash: [8, 3],
  LongDashDot: [8, 3, 1, 3], Continuous: [],
};
const MARKERS: Record<string, string | false> = {
  None: false, Circle: "circle", Square: "rect", Diamond: "rectRot", Triangle: "triangle", X: "crossRot", Plus: "cross", Star: "star",
  Dash: "dash",
};
/** The largest bubble's share of the plot's smaller side, halved. */
const LARGEST_BUBBLE = 0.125;
const DEFAULT_BUBBLE = 24;
/** Width of a letter as a share of the font's size. */
const MEAN_LETTER = 0.52;

/** A number in an Excel format, as its cell would show it. */
export const formatNumber = (pattern: string, value: number) => numfmt.format(pattern, value) as string;

/** Everything Chart.js needs to draw the chart as it is now; data labels are a plugin's, see chart-labels.ts. */
export function chartConfig(chart: ChartModel, data: readonly SeriesData[]): ChartConfiguration {
  const shown = chart.series.map((series, i) => ({ series, data: data[i]!, index: i })).filter(({ series }) => !series.filtered);
  const kind = kindOf(chart.chartType);
  const named = data.find(({ categories }) => categories.length > 0)?.categories;
  const counted = data[0]?.values.map((_, i) => String(i + 1));
  return {
    type: kind.type as "bar",
    data: {
      labels: wrapped(chart, named ?? counted ?? []),
      datasets: shown.map(({ series, data: read, index }) => dataset(chart, series, read, index, shown.length) as ChartDataset<"bar">),
    },
    options: options(chart, kind, data[0]),
  };
}

interface Kind {
  type: "bar" | "line" | "pie" | "doughnut" | "scatter" | "bubble";
  stacked: boolean;
  horizontal: boolean;
  area: boolean;
}

const kindOf = (chartType: string): Kind => ({
  type: /^(Column|Bar)/.test(chartType) ? "bar" : /Pie/.test(chartType) ? "pie" : /^Doughnut/.test(chartType) ? "doughnut"
    : /Scatter/.test(chartType) ? "scatter" : /^Bubble/.test(chartType) ? "bubble" : "line",
  stacked: /Stacked/.test(chartType), horizontal: /^Bar/.test(chartType), area: /^Area/.test(chartType),
});

/** Belief: Excel breaks a category's name between words before it turns the text. */
function wrapped(chart: ChartModel, names: readonly string[]): (string | string[])[] {
  const room = Math.max(1, Math.floor(chart.width / names.length / (chart.axes.category.font.size * MEAN_LETTER)));
  return names.map((name) => {
    const lines = name.split(" ").reduce<string[]>((done, word) => {
      const last = done.at(-1);
      return last !== undefined && `${last} ${word}`.length <= room ? [...done.slice(0, -1), `${last} ${word}`] : [...done, word];
    }, []);
    return lines.length === 1 ? name : lines;
  });
}

// --- series
function dataset(chart: ChartModel, series: SeriesModel, data: SeriesData, index: number, count: number): object {
  const kind = kindOf(series.chartType ?? chart.chartType);
  const shared = {
    type: kind.type, label: data.name, order: kind.type === "bar" ? 1 : 0, // lines run over columns
    ...(series.axisGroup === "Secondary" && { [kind.horizontal ? "xAxisID" : "yAxisID"]: "secondary" }),
  };
  const look = (i: number) => series.points[i] ?? { fill: series.fill, border: series.line };
  const perPoint = kind.type === "pie" || kind.type === "doughnut" || series.varyByCategories;
  const fillAt = (i: number) => color(look(i).fill, AUTOMATIC[(perPoint ? i : index) % AUTOMATIC.length]!);
  const borderAt = (i: number) => outline(look(i).border);
  switch (kind.type) {
    case "bar": return {
      ...shared, data: data.values, ...barWidths(series, kind.stacked ? 1 : count),
      backgroundColor: data.values.map((_, i) => fillAt(i)),
      borderColor: data.values.map((_, i) => borderAt(i).color), borderWidth: data.values.map((_, i) => borderAt(i).width),
      borderSkipped: false, ...(kind.stacked && { stack: series.axisGroup }),
    };
    case "pie": case "doughnut": return {
      ...shared, data: data.values, backgroundColor: data.values.map((_, i) => fillAt(i)), borderColor: "#FFFFFF", borderWidth: 1.5,
      ...(kind.type === "doughnut" && { cutout: `${series.doughnutHoleSize}%` }),
    };
    case "bubble": return {
      ...shared, data: data.values.map((y, i) => ({ x: data.x[i], y, r: bubbleRadius(chart, data.sizes, i) })),
      backgroundColor: data.values.map((_, i) => `${fillAt(i)}BF`), borderColor: "#FFFFFF", borderWidth: 1,
    };
    default: return {
      ...shared, ...lineLook(chart, series, kind, fillAt(-1)),
      data: kind.type === "scatter" ? data.values.map((y, i) => ({ x: data.x[i] ?? i + 1, y })) : data.values,
      spanGaps: chart.displayBlanksAs === "Interpolated", ...(kind.stacked && { stack: series.axisGroup }),
    };
  }
}

/** The gap is a percentage of one column's width: three columns and a gap of 150 % share 4.5 widths. */
const barWidths = ({ gapWidth, overlap }: SeriesModel, columns: number) => ({
  categoryPercentage: columns / (columns + gapWidth / 100),
  barPercentage: overlap < 0 ? 1 / (1 - overlap / 100) : 1,
  grouped: overlap < 100,
});

function lineLook(chart: ChartModel, series: SeriesModel, kind: Kind, fill: string) {
  const isCloud = (series.chartType ?? chart.chartType) === "XYScatter";
  const isMarked = isCloud || /(?<!No)Markers$/.test(series.chartType ?? chart.chartType);
  const line = { ...outline(series.line), color: series.line.color ?? fill };
  const marker = series.markerStyle === "Automatic" ? (isMarked ? "circle" : false) : MARKERS[series.markerStyle] ?? "circle";
  return {
    borderColor: line.color, borderWidth: isCloud || !series.line.visible ? 0 : line.width, showLine: !isCloud && series.line.visible,
    borderDash: dash(series.line), borderJoinStyle: "round", tension: series.smooth ? 0.4 : 0, fill: kind.area ? "origin" : false,
    backgroundColor: fill, pointStyle: marker, pointRadius: marker ? (series.markerSize * PIXELS_PER_POINT) / 2 : 0,
    pointBackgroundColor: series.markerBackgroundColor ?? line.color, pointBorderColor: series.markerForegroundColor ?? line.color,
  };
}

/** Belief: a bubble's area stands for its size. */
function bubbleRadius(chart: ChartModel, sizes: readonly (number | null)[], i: number): number {
  const largest = Math.max(...sizes.map((size) => Math.abs(size ?? 0)), 0);
  const full = Math.min(chart.width, chart.height) * PIXELS_PER_POINT * LARGEST_BUBBLE;
  return largest === 0 ? DEFAULT_BUBBLE / 2 : full * Math.sqrt(Math.abs(sizes[i] ?? 0) / largest);
}

const color = (fill: FillModel, automatic: string) => (fill === null ? "transparent" : fill ?? automatic);
/** An automatic line of a filled shape is none. */
const outline = ({ visible, color: own, weight }: LineModel) =>
  ({ color: visible && own ? own : "transparent", width: visible ? weight * PIXELS_PER_POINT : 0 });
const dash = ({ lineStyle, weight }: LineModel) => (DASHES[lineStyle] ?? []).map((length) => length * weight * PIXELS_PER_POINT);
export const fontOf = ({ name, size, bold, italic }: FontModel) => ({
  family: name, size: size * PIXELS_PER_POINT,
  weight: bold ? "bold" as const : "normal" as const, style: italic ? "italic" as const : "normal" as const,
});

// --- around the series
function options(chart: ChartModel, kind: Kind, first: SeriesData | undefined): ChartOptions {
  const { numberFormat = "General", xFormat = "General" } = first ?? {};
  const isRound = kind.type === "pie" || kind.type === "doughnut";
  const { category, value } = chart.axes;
  const across = kind.horizontal ? "y" : "x", up = kind.horizontal ? "x" : "y";
  const isNumeric = kind.type === "scatter" || kind.type === "bubble";
  const onSecondary = chart.series.some((series) => series.axisGroup === "Secondary" && !series.filtered);
  return {
    animation: false, responsive: false, maintainAspectRatio: false, events: [], indexAxis: across,
    layout: { padding: 8 },
    scales: isRound ? {} : {
      [across]: axis(category, isNumeric ? "linear" : "category", isNumeric ? xFormat : numberFormat, kind.stacked),
      [up]: axis(value, value.scaleType === "Logarithmic" ? "logarithmic" : "linear", numberFormat, kind.stacked),
      ...(onSecondary && { secondary: { ...axis(chart.secondaryAxes.value, "linear", "General", kind.stacked), position: "right" } }),
    },
    plugins: {
      tooltip: { enabled: false },
      title: {
        display: chart.title.visible, text: chart.title.text, font: fontOf(chart.title.format.font), color: chart.title.format.font.color,
      },
      legend: {
        display: chart.legend.visible, position: LEGEND_SIDES[chart.legend.position] ?? "bottom",
        labels: { font: fontOf(chart.legend.format.font), color: chart.legend.format.font.color, boxWidth: 8, boxHeight: 8 },
      },
    },
  };
}

const LEGEND_SIDES: Record<string, "top" | "bottom" | "left" | "right"> = {
  Top: "top", Bottom: "bottom", Left: "left", Right: "right", Corner: "right",
};

function axis(axis: AxisModel, type: "category" | "linear" | "logarithmic", sourceFormat: string, stacked: boolean) {
  const pattern = axis.linkNumberFormat ? sourceFormat : axis.numberFormat;
  const font = fontOf(axis.font);
  return {
    type, stacked, display: axis.visible, reverse: axis.reversePlotOrder, offset: type === "category" && axis.isBetweenCategories,
    ...(axis.minimum !== undefined && { min: axis.minimum }), ...(axis.maximum !== undefined && { max: axis.maximum }),
    grid: {
      display: axis.majorGridlines.visible, color: axis.majorGridlines.line.color ?? "#D9D9D9",
      lineWidth: axis.majorGridlines.line.weight * PIXELS_PER_POINT, drawTicks: axis.majorTickMark !== "None", offset: false,
    },
    border: {
      display: axis.line.visible, color: axis.line.color ?? "#D9D9D9", width: axis.line.weight * PIXELS_PER_POINT, dash: dash(axis.line),
    },
    title: { display: axis.title.visible, text: axis.title.text, font: fontOf(axis.title.font), color: axis.title.font.color },
    ticks: {
      display: axis.tickLabelPosition !== "None", font, color: axis.font.color, padding: 4,
      ...(axis.textOrientation !== 0 && { minRotation: axis.textOrientation, maxRotation: axis.textOrientation }),
      ...(type === "category"
        ? { autoSkip: axis.tickLabelSpacing === undefined, maxRotation: 45 }
        : {
          ...(axis.majorUnit !== undefined && { stepSize: axis.majorUnit }),
          callback: (value: number | string) => formatNumber(pattern, Number(value)),
        }),
    },
  } as unknown as ScaleOptionsByType<"linear">;
}
