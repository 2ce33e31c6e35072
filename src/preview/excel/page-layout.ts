import { formatAbsolute, parseAddress } from "../grid/address";
import { fail } from "../protocol/errors";
import { HostObject, NULL_OBJECT, type OrNull } from "../protocol/host-object";
import type { CellsObject, Context } from "./context";
import { RangeAreas } from "./range-areas";
import type { PageLayoutState } from "./state";

type Side = keyof PageLayoutState["margins"];
type Plain = Exclude<keyof PageLayoutState, "margins" | "headersFooters" | "rowBreaks" | "printArea" | "titleRows" | "titleColumns">;

/** Set-up of the printed page. Kept and given back; the preview does not print. Margins in points. */
export class PageLayout extends HostObject {
  static override scalars = [
    "BlackAndWhite", "BottomMargin", "CenterHorizontally", "CenterVertically", "DraftMode", "FirstPageNumber", "FooterMargin",
    "HeaderMargin", "LeftMargin", "Orientation", "PaperSize", "PrintComments", "PrintErrors", "PrintGridlines", "PrintHeadings",
    "PrintOrder", "RightMargin", "TopMargin", "Zoom",
  ];

  constructor(private readonly context: Context, private readonly sheetId: string) {
    super();
  }
  private get layout() { return this.context.sheetState(this.sheetId).layout; }

  private set<K extends Plain>(key: K, value: PageLayoutState[K], allowed?: readonly unknown[]) {
    if (allowed && !allowed.includes(value)) throw fail.invalid(`${key} "${String(value)}"`);
    this.layout[key] = value;
  }
  get Orientation() { return this.layout.orientation; }
  set Orientation(value) { this.set("orientation", value, ["Portrait", "Landscape"]); }
  get PaperSize() { return this.layout.paperSize; }
  set PaperSize(value) { this.set("paperSize", value); }
  get Zoom() { return this.layout.zoom; }
  set Zoom(value) { this.set("zoom", value); }
  get CenterHorizontally() { return this.layout.centerHorizontally; }
  set CenterHorizontally(value) { this.set("centerHorizontally", value); }
  get CenterVertically() { return this.layout.centerVertically; }
  set CenterVertically(value) { this.set("centerVertically", value); }
  get BlackAndWhite() { return this.layout.blackAndWhite; }
  set BlackAndWhite(value) { this.set("blackAndWhite", value); }
  get DraftMode() { return this.layout.draftMode; }
  set DraftMode(value) { this.set("draftMode", value); }
  get FirstPageNumber() { return this.layout.firstPageNumber; }
  set FirstPageNumber(value) { this.set("firstPageNumber", value); }
  get PrintGridlines() { return this.layout.printGridlines; }
  set PrintGridlines(value) { this.set("printGridlines", value); }
  get PrintHeadings() { return this.layout.printHeadings; }
  set PrintHeadings(value) { this.set("printHeadings", value); }
  get PrintOrder() { return this.layout.printOrder; }
  set PrintOrder(value) { this.set("printOrder", value, ["DownThenOver", "OverThenDown"]); }
  get PrintErrors() { return this.layout.printErrors; }
  set PrintErrors(value) { this.set("printErrors", value); }
  get PrintComments() { return this.layout.printComments; }
  set PrintComments(value) { this.set("printComments", value); }

  get TopMargin() { return this.layout.margins.top; }
  set TopMargin(points) { this.layout.margins.top = points; }
  get BottomMargin() { return this.layout.margins.bottom; }
  set BottomMargin(points) { this.layout.margins.bottom = points; }
  get LeftMargin() { return this.layout.margins.left; }
  set LeftMargin(points) { this.layout.margins.left = points; }
  get RightMargin() { return this.layout.margins.right; }
  set RightMargin(points) { this.layout.margins.right = points; }
  get HeaderMargin() { return this.layout.margins.header; }
  set HeaderMargin(points) { this.layout.margins.header = points; }
  get FooterMargin() { return this.layout.margins.footer; }
  set FooterMargin(points) { this.layout.margins.footer = points; }
  SetPrintMargins(unit: string, margins: Partial<Record<Side, number>>) {
    const points: Record<string, number> = { Points: 1, Inches: 72, Centimeters: 72 / 2.54 };
    if (!points[unit]) throw fail.invalid(`unit "${unit}"`);
    for (const [side, value] of Object.entries(margins)) this.layout.margins[side as Side] = value * points[unit];
  }

  get HeadersFooters() { return new HeaderFooterGroup(this.layout); }

  SetPrintArea(area: unknown) { this.layout.printArea = this.addressOf(area); }
  GetPrintAreaOrNullObject(): OrNull<RangeAreas> {
    const area = this.range("printArea");
    return area === NULL_OBJECT ? NULL_OBJECT : new RangeAreas([area]);
  }
  GetPrintArea() { return new RangeAreas([this.required("printArea")]); }
  SetPrintTitleRows(rows: unknown) { this.layout.titleRows = this.addressOf(rows); }
  GetPrintTitleRowsOrNullObject() { return this.range("titleRows"); }
  GetPrintTitleRows() { return this.required("titleRows"); }
  SetPrintTitleColumns(columns: unknown) { this.layout.titleColumns = this.addressOf(columns); }
  GetPrintTitleColumnsOrNullObject() { return this.range("titleColumns"); }
  GetPrintTitleColumns() { return this.required("titleColumns"); }

  private addressOf(cells: unknown) {
    return formatAbsolute(this.context.cells(cells, this.sheetId).box);
  }
  private range(what: "printArea" | "titleRows" | "titleColumns"): OrNull<CellsObject> {
    const address = this.layout[what];
    return address ? this.context.range(this.sheetId, parseAddress(address).box) : NULL_OBJECT;
  }
  private required(what: "printArea" | "titleRows" | "titleColumns") {
    const range = this.range(what);
    if (range === NULL_OBJECT) throw fail.notFound(`${what} is not set`);
    return range;
  }
}

export class HeaderFooterGroup extends HostObject {
  static override scalars = ["State", "UseSheetMargins", "UseSheetScale"];
  constructor(private readonly layout: PageLayoutState) {
    super();
  }
  private get group() { return this.layout.headersFooters; }
  get State() { return this.group.state; }
  set State(state: string) {
    if (!["Default", "FirstAndDefault", "OddAndEven", "FirstOddAndEven"].includes(state)) throw fail.invalid(`state "${state}"`);
    this.group.state = state;
  }
  get UseSheetMargins() { return this.group.useSheetMargins; }
  set UseSheetMargins(on: boolean) { this.group.useSheetMargins = on; }
  get UseSheetScale() { return this.group.useSheetScale; }
  set UseSheetScale(on: boolean) { this.group.useSheetScale = on; }
  private page(name: string) { return new HeaderFooter((this.group.pages[name] ??= {})); }
  get DefaultForAllPages() { return this.page("defaultForAllPages"); }
  get FirstPage() { return this.page("firstPage"); }
  get EvenPages() { return this.page("evenPages"); }
  get OddPages() { return this.page("oddPages"); }
}

/** Six texts with Excel's codes, such as "&P of &N". */
export class HeaderFooter extends HostObject {
  static override scalars = ["CenterFooter", "CenterHeader", "LeftFooter", "LeftHeader", "RightFooter", "RightHeader"];
  constructor(private readonly texts: Record<string, string>) {
    super();
  }
  get CenterFooter() { return this.texts.centerFooter ?? ""; }
  set CenterFooter(text) { this.texts.centerFooter = text; }
  get CenterHeader() { return this.texts.centerHeader ?? ""; }
  set CenterHeader(text) { this.texts.centerHeader = text; }
  get LeftFooter() { return this.texts.leftFooter ?? ""; }
  set LeftFooter(text) { this.texts.leftFooter = text; }
  get LeftHeader() { return this.texts.leftHeader ?? ""; }
  set LeftHeader(text) { this.texts.leftHeader = text; }
  get RightFooter() { return this.texts.rightFooter ?? ""; }
  set RightFooter(text) { this.texts.rightFooter = text; }
  get RightHeader() { return this.texts.rightHeader ?? ""; }
  set RightHeader(text) { this.texts.rightHeader = text; }
}
