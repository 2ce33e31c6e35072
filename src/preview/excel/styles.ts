import { fail } from "../protocol/errors";
import { HostCollection, HostObject, KeyedObject, NULL_OBJECT, type OrNull } from "../protocol/host-object";
import type { StyleState } from "./state";
import {
  alignmentPieces, fillPieces, fontPieces, noLine, numberFormatPiece, protectionPieces, readLine, writeLine, type BorderLine, type Piece,
} from "./style-pieces";

/**
 * Named cell styles. Belief: a cell keeps the style's name and takes its formats when Range.style is set;
 * unlike in Excel, a later change of the style does not reach cells that have it already.
 */
export class StyleCollection extends HostCollection<Style> {
  constructor(private readonly styles: Map<string, StyleState>) {
    super();
  }
  items() {
    return [...this.styles.keys()].map((name) => new Style(this.styles, name));
  }
  Add(name: string) {
    if (!name || name.length > 255) throw fail.invalid(`style name "${name}"`);
    if (this.find(name)) throw fail.exists(name);
    this.styles.set(name, { builtIn: false, style: {} });
    return null;
  }
  private find(name: string) {
    return [...this.styles.keys()].find((known) => known.toLowerCase() === name.toLowerCase());
  }
  GetItemOrNullObject(name: string): OrNull<Style> {
    const known = this.find(name);
    return known ? new Style(this.styles, known) : NULL_OBJECT;
  }
  GetItem(name: string) {
    const style = this.GetItemOrNullObject(name);
    if (style === NULL_OBJECT) throw fail.notFound(name);
    return style;
  }
  GetItemAt(index: number) {
    const style = this.items()[index];
    if (!style) throw fail.invalid(`index ${index}`);
    return style;
  }
  GetCount() { return this.styles.size; }
}

type Change = (part: Record<string, any>) => void;

/** A class whose properties are pieces of one style. */
function stylePart(pieces: Record<string, Piece>) {
  class StylePart extends HostObject {
    static override scalars = Object.keys(pieces);
    constructor(protected readonly look: () => Record<string, any>, protected readonly change: Change) {
      super();
    }
  }
  for (const [property, piece] of Object.entries(pieces)) {
    Object.defineProperty(StylePart.prototype, property, {
      get(this: any) { return piece.read(this.look()); },
      set(this: any, value: unknown) { this.change(piece.write(value)); },
    });
  }
  return StylePart;
}

export class RangeFont extends stylePart(fontPieces) {}
export class RangeFill extends stylePart(fillPieces) {
  Clear() { this.change({ bg: null }); }
}

const ownPieces: Record<string, Piece> = { ...alignmentPieces, ...protectionPieces, NumberFormat: numberFormatPiece };

export class Style extends KeyedObject {
  static override scalars = ["BuiltIn", "Name", ...Object.keys(ownPieces)];

  constructor(private readonly styles: Map<string, StyleState>, readonly Name: string) {
    super();
  }
  private get look() {
    const state = this.styles.get(this.Name);
    if (!state) throw fail.notFound("the style was deleted");
    return state.style;
  }
  private change(part: Record<string, any>) {
    Object.assign(this.look, part);
  }
  get Id() { return this.Name; }
  get BuiltIn() { return this.styles.get(this.Name)!.builtIn; }
  get Font() { return new RangeFont(() => this.look, (part) => this.change(part)); }
  get Fill() { return new RangeFill(() => this.look, (part) => this.change(part)); }
  get Borders() { return new RangeBorderCollection(() => this.look, (part) => this.change(part)); }
  Delete() {
    if (this.BuiltIn) throw fail.operation("a built-in style cannot be deleted");
    this.styles.delete(this.Name);
  }
}

for (const [property, piece] of Object.entries(ownPieces)) {
  Object.defineProperty(Style.prototype, property, {
    get(this: any) { return piece.read(this.look); },
    set(this: any, value: unknown) { this.change(piece.write(value)); },
  });
}

const EDGES: Record<string, string> = { EdgeTop: "t", EdgeBottom: "b", EdgeLeft: "l", EdgeRight: "r" };

export class RangeBorderCollection extends HostCollection<RangeBorder> {
  constructor(private readonly look: () => Record<string, any>, private readonly change: Change) {
    super();
  }
  GetItem(side: string) {
    if (!EDGES[side]) throw fail.missing(`border "${side}" of a style (known: ${Object.keys(EDGES).join(", ")})`);
    return new RangeBorder(side, this.look, this.change);
  }
  items() {
    return Object.keys(EDGES).map((side) => this.GetItem(side));
  }
}

export class RangeBorder extends HostObject {
  static override scalars = ["SideIndex", "Style", "Weight", "Color"];
  constructor(readonly SideIndex: string, private readonly look: () => Record<string, any>, private readonly change: Change) {
    super();
  }
  override identity() { return { Id: this.SideIndex }; }
  private get edge() { return EDGES[this.SideIndex]!; }
  private get line() { return this.look().bd?.[this.edge] ? readLine(this.look().bd[this.edge]) : noLine; }
  private draw(change: Partial<BorderLine>) {
    const implied = this.line.style === "None" && change.style === undefined ? { style: "Continuous" } : {};
    this.change({ bd: { ...this.look().bd, [this.edge]: writeLine({ ...this.line, ...implied, ...change }) } });
  }
  get Style() { return this.line.style; }
  set Style(style: string) { this.draw({ style }); }
  get Weight() { return this.line.weight; }
  set Weight(weight: string) { this.draw({ weight }); }
  get Color() { return this.line.color; }
  set Color(color: string) { this.draw({ color }); }
}
