import { IRenderManagerService } from "@univerjs/engine-render";
import { Chart, registerables } from "chart.js";
import { chartConfig, PIXELS_PER_POINT } from "./chart-config";
import { dataLabels } from "./chart-labels";
import { chartData, type ChartModel } from "./excel/chart-model";
import type { Host } from "./protocol/host";

Chart.register(...registerables);

/** The grid draws its scroll bars over its cells, in pixels. */
const SCROLL_BAR = 10;

/**
 * Draws the charts of the sheet in front above its cells, and keeps them there while a person scrolls, zooms, changes sheets or
 * column widths, and while the numbers change. The grid's open edition has no charts of its own.
 *
 * @param layer an element over the grid, placed and clipped here to the cells that scroll
 */
export function drawCharts(host: Host, layer: HTMLElement): void {
  const { book } = host;
  const drawn = new Map<string, { canvas: HTMLCanvasElement; chart: Chart }>();
  let isWaiting = false;
  let needsData = true;

  const redraw = () => {
    isWaiting = false;
    const sheetId: string = book.workbook.getActiveSheet().getSheetId();
    const charts = host.charts.filter((chart) => chart.sheetId === sheetId);
    if (needsData) drawAll(charts);
    needsData = false;
    if (charts.length > 0) placeAll(charts);
  };
  const later = (withData: boolean) => {
    needsData ||= withData;
    if (!isWaiting) requestAnimationFrame(redraw);
    isWaiting = true;
  };

  const drawAll = (charts: readonly ChartModel[]) => {
    for (const { chart } of drawn.values()) chart.destroy();
    drawn.clear();
    layer.replaceChildren(...charts.map((model) => {
      const canvas = Object.assign(document.createElement("canvas"), {
        width: Math.round(model.width * PIXELS_PER_POINT), height: Math.round(model.height * PIXELS_PER_POINT),
        role: "img", ariaLabel: describe(model),
      });
      const data = chartData(book, model);
      const config = chartConfig(model, data);
      const options = { ...config.options, devicePixelRatio: 2 }; // so that a zoomed-in sheet stays sharp
      const chart = new Chart(canvas, { ...config, options, plugins: [paper(model), dataLabels(model, data)] });
      drawn.set(model.id, { canvas, chart });
      return canvas;
    }));
  };

  const placeAll = (charts: readonly ChartModel[]) => {
    const cells = visibleCells(host);
    Object.assign(layer.style, { left: px(cells.left), top: px(cells.top), right: px(SCROLL_BAR), bottom: px(cells.bottom + SCROLL_BAR) });
    for (const { id, left, top } of charts) {
      const x = left * PIXELS_PER_POINT * cells.scale - cells.scrolledX, y = top * PIXELS_PER_POINT * cells.scale - cells.scrolledY;
      drawn.get(id)!.canvas.style.transform = `translate(${x}px, ${y}px) scale(${cells.scale})`;
    }
  };

  host.onChartsChanged(() => later(true));
  book.api.addEvent(book.api.Event.ActiveSheetChanged, () => later(true));
  for (const event of ["Scroll", "SheetZoomChanged", "SheetSkeletonChanged"]) book.api.addEvent(book.api.Event[event], () => later(false));
  new ResizeObserver(() => later(false)).observe(layer.parentElement!);
  later(true);
}

const px = (length: number) => `${length}px`;

/** What a screen reader says: the title, or the name that the add-in gave the chart. */
const describe = ({ title, name }: ChartModel) => (title.visible && title.text ? title.text : name);

/** The chart's ground and frame, which Chart.js leaves to the page. */
const paper = ({ format }: ChartModel) => ({
  id: "paper",
  beforeDraw({ ctx, width, height }: Chart) {
    ctx.save();
    if (format.fill) Object.assign(ctx, { fillStyle: format.fill }).fillRect(0, 0, width, height);
    const { visible, color, weight } = format.border;
    if (visible) {
      Object.assign(ctx, { strokeStyle: color ?? "#D9D9D9", lineWidth: weight * PIXELS_PER_POINT });
      ctx.strokeRect(0.5, 0.5, width - 1, height - 1);
    }
    ctx.restore();
  },
});

/** Where the cells begin on the page, in its pixels, and how far they are scrolled; frozen rows and columns lie outside. */
function visibleCells({ book }: Host) {
  const { scene } = book.injector.get(IRenderManagerService).getRenderById(book.unit);
  const view = scene.getViewport("viewMain");
  const grid = document.querySelector("#grid")!.getBoundingClientRect();
  const canvas = document.querySelector<HTMLElement>("#grid canvas[id^='univer-sheet-main']")!.getBoundingClientRect();
  const scale: number = scene.getAncestorScale().scaleX;
  const { rowHeaderWidthAndMarginLeft, columnHeaderHeightAndMarginTop } = book.workbook.getActiveSheet().getSkeleton();
  const left = view.left, top = view.top;
  return {
    scale, left: canvas.left - grid.left + left, top: canvas.top - grid.top + top, bottom: grid.bottom - canvas.bottom,
    scrolledX: view.viewportScrollX * scale + left - rowHeaderWidthAndMarginLeft * scale,
    scrolledY: view.viewportScrollY * scale + top - columnHeaderHeightAndMarginTop * scale,
  };
}
