import { IDefinedNamesService, IFunctionService } from "@univerjs/engine-formula";
import { formatAbsolute, parseAddress, quoteSheet } from "../grid/address";
import type { Area } from "../grid/area";
import { fail } from "../protocol/errors";
import { HostCollection, HostObject, KeyedObject, NULL_OBJECT, type OrNull } from "../protocol/host-object";
import type { CellsObject, Context } from "./context";

/** The grid's mark for a name that the whole workbook knows. */
const WHOLE_WORKBOOK = "AllDefaultWorkbook";

interface GridName {
  id: string;
  name: string;
  formulaOrRefString: string;
  comment?: string;
  localSheetId?: string;
  hidden?: boolean;
}

/** The names of the workbook, or of one sheet. */
export class NamedItemCollection extends HostCollection<NamedItem> {
  constructor(private readonly context: Context, private readonly sheetId?: string) {
    super();
  }

  private get names(): GridName[] {
    const scope = this.sheetId ?? WHOLE_WORKBOOK;
    return allNames(this.context).filter((name) => (name.localSheetId ?? WHOLE_WORKBOOK) === scope);
  }
  private find(name: string) {
    const wanted = String(name).toLowerCase();
    return this.names.find((n) => n.name.toLowerCase() === wanted || n.id === name);
  }
  items() {
    return this.names.map((n) => new NamedItem(this.context, n.id));
  }

  Add(name: string, reference: unknown, comment = "") {
    if (!isValidName(name)) throw fail.invalid(`name "${name}"`);
    if (this.find(name)) throw fail.exists(name);
    const id = `name-${this.sheetId ?? "book"}-${name}`;
    setName(this.context, {
      id, name, formulaOrRefString: referenceText(reference), comment, localSheetId: this.sheetId ?? WHOLE_WORKBOOK,
    });
    this.context.state.names.set(id, { visible: true });
    return new NamedItem(this.context, id);
  }
  GetItemOrNullObject(name: string): OrNull<NamedItem> {
    const found = this.find(name);
    return found ? new NamedItem(this.context, found.id) : NULL_OBJECT;
  }
  GetItem(name: string) {
    const item = this.GetItemOrNullObject(name);
    if (item === NULL_OBJECT) throw fail.notFound(name);
    return item;
  }
  GetCount() { return this.names.length; }
}

export class NamedItem extends KeyedObject {
  static override scalars = ["Comment", "Formula", "Name", "Scope", "Type", "Value", "Visible"];

  constructor(private readonly context: Context, private readonly gridId: string) {
    super();
  }

  private get entry(): GridName {
    const entry = allNames(this.context).find((n) => n.id === this.gridId);
    if (!entry) throw fail.notFound("the name was deleted");
    return entry;
  }
  /** The client finds a name again by its name. */
  get Id() { return this.entry.name; }
  get Name() { return this.entry.name; }
  get Comment() { return this.entry.comment ?? ""; }
  set Comment(comment: string) { setName(this.context, { ...this.entry, comment }); }
  get Formula() { return asFormula(this.entry.formulaOrRefString); }
  set Formula(formula: unknown) { setName(this.context, { ...this.entry, formulaOrRefString: referenceText(formula) }); }
  get Scope() { return (this.entry.localSheetId ?? WHOLE_WORKBOOK) === WHOLE_WORKBOOK ? "Workbook" : "Worksheet"; }
  get Visible() { return this.context.state.names.get(this.gridId)?.visible ?? true; }
  set Visible(visible: boolean) { this.context.state.names.set(this.gridId, { visible }); }
  get Type() {
    const constant = constantOf(this.entry.formulaOrRefString);
    if (constant === undefined) return this.area ? "Range" : "Error";
    return typeof constant === "number" ? "Double" : typeof constant === "boolean" ? "Boolean" : "String";
  }
  /** Belief: a name of a range answers with the address. */
  get Value() { return constantOf(this.entry.formulaOrRefString) ?? this.entry.formulaOrRefString.replace(/^=/, ""); }
  get Worksheet() { return this.WorksheetOrNullObject; }
  get WorksheetOrNullObject(): OrNull<HostObject> {
    return this.Scope === "Workbook" ? NULL_OBJECT : this.context.worksheet(this.entry.localSheetId!);
  }

  private get area(): Area | null {
    const text = this.entry.formulaOrRefString.replace(/^=/, "");
    if (!CELLS_ON_A_SHEET.test(text)) return null;
    const sheet = this.context.book.findSheet(parseAddress(text).sheet!);
    return sheet ? this.context.cells(text) : null;
  }
  GetRangeOrNullObject(): OrNull<CellsObject> {
    const { area } = this;
    return area ? this.context.range(area.sheetId, area.box) : NULL_OBJECT;
  }
  GetRange() {
    const range = this.GetRangeOrNullObject();
    if (range === NULL_OBJECT) throw fail.notFound(`${this.Name} refers to no range`);
    return range;
  }
  Delete() {
    const { name } = this.entry;
    // The mutation, not the command: that one rewrites the formulas to #REF!, where Excel leaves them to say #NAME?.
    this.context.book.mutate("formula.mutation.remove-defined-name", this.entry.localSheetId ?? "", { ...this.entry });
    // The engine keeps formulas parsed, and does not look for those of a name that is gone.
    this.context.book.injector.get(IFunctionService).deleteFormulaAstCacheKey(name);
    this.context.book.calculator.recalculateAll();
    this.context.state.names.delete(this.gridId);
  }
}

const CELLS_ON_A_SHEET = /^('[^']+(''[^']*)*'|[^'!()#]+)!\$?([A-Z]{1,3}|\d)\$?\d*(:\$?[A-Z]{0,3}\$?\d*)?$/i;

function allNames({ book }: Context): GridName[] {
  return Object.values(book.injector.get(IDefinedNamesService).getDefinedNameMap(book.unit) ?? {});
}

function setName({ book }: Context, entry: GridName) {
  // Not the facade's builder: its check uses Iterator.some, which Node 20 lacks.
  book.own(() => book.commands.syncExecuteCommand("sheet.command.insert-defined-name", { ...entry, unitId: book.unit }));
}

function referenceText(reference: unknown): string {
  const area = (reference as CellsObject | null)?.area;
  if (area) return `${quoteSheet(area.sheet.getSheetName())}!${formatAbsolute(area.box)}`;
  const text = String(reference);
  // The grid keeps a plain reference without its "=", a formula with it.
  return /^=[^()"]*!\$?[A-Z]/i.test(text) ? text.slice(1) : text;
}

const asFormula = (text: string) => (text.startsWith("=") ? text : `=${text}`);

/** The value of a name that stands for a constant: =0.1, ="text", =TRUE. */
function constantOf(text: string): number | string | boolean | undefined {
  const body = text.replace(/^=/, "").trim();
  if (/^-?\d+(\.\d+)?%?$/.test(body)) return body.endsWith("%") ? Number(body.slice(0, -1)) / 100 : Number(body);
  if (/^(true|false)$/i.test(body)) return /^t/i.test(body);
  return /^"[^"]*"$/.test(body) ? body.slice(1, -1) : undefined;
}

/** Belief: letters, digits, "_", "." and "\", not starting with a digit, not readable as a cell address, at most 255. */
export function isValidName(name: string): boolean {
  if (typeof name !== "string" || name.length > 255 || !/^[\p{L}_\\][\p{L}\p{N}_.\\?]*$/u.test(name)) return false;
  return !/^[A-Z]{1,3}\d+$/i.test(name) && !/^(R|C|R\d*C\d*)$/i.test(name);
}
