import { toUniverRange, type Box } from "../grid/address";
import type { Area } from "../grid/area";
import { fail } from "../protocol/errors";
import { HostCollection, HostObject } from "../protocol/host-object";
import type { Context, Permission } from "./context";
import {
  alignmentPieces, fillPieces, fontPieces, noLine, protectionPieces, readLine, writeLine, type BorderLine, type Piece,
} from "./style-pieces";

export const POINTS_TO_PIXELS = 4 / 3;

/** Formats of the cells of one area; reading a property gives null when the cells differ. */
export class AreaFormat extends HostObject {
  constructor(protected readonly context: Context, protected readonly area: Area) {
    super();
  }

  protected common(piece: Piece) {
    const { book, sheetId } = this.area;
    book.flush();
    return this.area.common((r, c) => piece.read(book.styleOf(sheetId, r, c)));
  }

  protected apply(style: Record<string, any>, permission: Permission = "allowFormatCells") {
    const { book, sheetId } = this.area;
    this.context.guard(this.area, permission);
    this.area.each((r, c) => book.style(sheetId, r, c, style));
  }
}

/** A class whose properties are the given pieces. */
function withPieces(pieces: Record<string, Piece>): typeof AreaFormat {
  class Styled extends AreaFormat {
    static override scalars = Object.keys(pieces);
  }
  for (const [property, piece] of Object.entries(pieces)) {
    Object.defineProperty(Styled.prototype, property, {
      get(this: Styled) { return this.common(piece); },
      set(this: Styled, value: unknown) { this.apply(piece.write(value)); },
    });
  }
  return Styled;
}

export class RangeFill extends withPieces(fillPieces) {
  Clear() {
    this.apply({ bg: null });
  }
}

export class RangeFont extends withPieces(fontPieces) {}

export class FormatProtection extends withPieces(protectionPieces) {}

export class RangeFormat extends withPieces(alignmentPieces) {
  static override scalars = [...Object.keys(alignmentPieces), "ColumnWidth", "RowHeight"];

  get Fill() { return new RangeFill(this.context, this.area); }
  get Font() { return new RangeFont(this.context, this.area); }
  get Protection() { return new FormatProtection(this.context, this.area); }
  get Borders() { return new RangeBorderCollection(this.context, this.area); }

  /** Points. Null when the columns differ. */
  get ColumnWidth() {
    return this.shared(this.area.clipped.column, this.area.clipped.columns, (c) => this.area.sheet.getColumnWidth(c));
  }
  set ColumnWidth(points: number | null) {
    this.context.guard(this.area, "allowFormatColumns");
    if (points === null || !(points >= 0)) throw fail.invalid(`column width ${points}`);
    this.mutate("sheet.mutation.set-worksheet-col-width", { colWidth: Math.round(points * POINTS_TO_PIXELS) }, this.area.clipped);
  }

  /** Points. A height that is set stays; a row whose height was never set fits its wrapped text. */
  get RowHeight() {
    return this.shared(this.area.clipped.row, this.area.clipped.rows, (r) => this.area.sheet.getRowHeight(r));
  }
  set RowHeight(points: number | null) {
    this.context.guard(this.area, "allowFormatRows");
    if (points === null || !(points >= 0)) throw fail.invalid(`row height ${points}`);
    this.mutate("sheet.mutation.set-worksheet-row-is-auto-height", { autoHeightInfo: 0 }, this.area.clipped);
    this.mutate("sheet.mutation.set-worksheet-row-height", { rowHeight: Math.round(points * POINTS_TO_PIXELS) }, this.area.clipped);
  }

  AutofitColumns() {
    this.area.book.defer(() => this.area.book.fit.columns(this.area.sheetId, count(this.area.clipped.column, this.area.clipped.columns)));
  }

  AutofitRows() {
    this.mutate("sheet.mutation.set-worksheet-row-is-auto-height", { autoHeightInfo: 1 }, this.area.clipped);
    this.area.book.defer(() => this.area.book.fit.rows(this.area.sheetId, count(this.area.clipped.row, this.area.clipped.rows)));
  }

  private shared(first: number, count: number, size: (index: number) => number): number | null {
    const one = size(first);
    for (let i = 1; i < count; i++) if (size(first + i) !== one) return null;
    return one / POINTS_TO_PIXELS;
  }

  /** The mutation, not the facade: that one also measures every row for automatic heights. */
  private mutate(id: string, params: object, box: Box) {
    const { book, sheetId } = this.area;
    book.reach(sheetId, box);
    book.mutate(id, sheetId, { ranges: [toUniverRange(box)], ...params });
  }
}

const count = (first: number, length: number) => Array.from({ length }, (_, i) => first + i);

// --- borders
type Edge = "t" | "b" | "l" | "r";
type Place = (box: Box) => (row: number, column: number) => boolean;

/** Which line of which cells a side means; an inside line belongs to both of its cells, as Excel keeps it. */
const SIDES: Record<string, [Edge, Place][]> = {
  EdgeTop: [["t", (b) => (r) => r === b.row]],
  EdgeBottom: [["b", (b) => (r) => r === b.row + b.rows - 1]],
  EdgeLeft: [["l", (b) => (_, c) => c === b.column]],
  EdgeRight: [["r", (b) => (_, c) => c === b.column + b.columns - 1]],
  InsideHorizontal: [["b", (b) => (r) => r < b.row + b.rows - 1], ["t", (b) => (r) => r > b.row]],
  InsideVertical: [["r", (b) => (_, c) => c < b.column + b.columns - 1], ["l", (b) => (_, c) => c > b.column]],
};

export class RangeBorderCollection extends HostCollection<RangeBorder> {
  constructor(private readonly context: Context, private readonly area: Area) {
    super();
  }
  GetItem(side: string) {
    if (!SIDES[side]) throw fail.missing(`border "${side}" (known: ${Object.keys(SIDES).join(", ")})`);
    return new RangeBorder(this.context, this.area, side);
  }
  items() {
    return Object.keys(SIDES).map((side) => this.GetItem(side));
  }
}

export class RangeBorder extends AreaFormat {
  static override scalars = ["SideIndex", "Style", "Weight", "Color"];

  constructor(context: Context, area: Area, readonly SideIndex: string) {
    super(context, area);
  }
  override identity() { return { Id: this.SideIndex }; }

  get Style() { return this.shared("style"); }
  set Style(style: any) { this.draw({ style }); }
  get Weight() { return this.shared("weight"); }
  set Weight(weight: any) { this.draw({ weight }); }
  get Color() { return this.shared("color"); }
  set Color(color: any) { this.draw({ color }); }

  private shared(part: keyof BorderLine) {
    const [edge, place] = SIDES[this.SideIndex]![0]!;
    const isThere = place(this.area.clipped);
    const { book, sheetId } = this.area;
    const lines: BorderLine[] = [];
    this.area.each((r, c) => { if (isThere(r, c)) lines.push(readLine(book.borderOf(sheetId, r, c, edge))); });
    const first = (lines[0] ?? noLine)[part];
    return lines.every((line) => line[part] === first) ? first : null;
  }

  private draw(change: Partial<BorderLine>) {
    const { book, sheetId } = this.area;
    this.context.guard(this.area, "allowFormatCells");
    const implied = change.style === undefined ? { style: "Continuous" } : {};
    for (const [edge, place] of SIDES[this.SideIndex]!) {
      const isThere = place(this.area.clipped);
      this.area.each((r, c) => {
        if (!isThere(r, c)) return;
        const before = readLine(book.borderOf(sheetId, r, c, edge));
        const line = writeLine({ ...before, ...(before.style === "None" && implied), ...change });
        book.style(sheetId, r, c, { bd: { [edge]: line } });
      });
    }
  }
}
