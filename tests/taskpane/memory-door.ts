import type { Agreement } from "../../src/core/agreement";
import { assess } from "../../src/core/assessment";
import { checkAgreement } from "../../src/core/check";
import { toJson } from "../../src/core/exchange";
import { faultOf, fieldOf, fieldsOf, type FieldValue } from "../../src/core/fields";
import { Refusal, specVersion, type Acceptance, type Checked, type Build, type CopyKind, type Decided, type Door, type Draft, type Explanation, type Extent, type Outputs, type Problem, type Reading, type Source, type TableChange, type TableNow, type History } from "../../src/workbook";
import { audit, type Mend, type WorkbookSnapshot } from "../../src/workbook/audit";
import { logChanges, nextRow, type LogRow, type Told } from "../../src/workbook/log";
import { historyOf, publishedWords, versionXml } from "../../src/workbook/published";
import { workbook } from "../workbook/audit/workbook";

type WatchEvent = Parameters<Parameters<Door["watch"]>[0]>[0];

const sheets = [
  ["about", "About", "What this is"], ["summary", "Summary", "One page, ready to print"], ["inputs", "Inputs", "What is assumed"],
  ["role", "Role Definition", "What we ask"], ["commitments", "Commitments", "What we give"],
  ["stakes", "Stakes", "What each ask is worth"],
  ["reciprocity", "Reciprocity", "What is earned"], ["value", "Value", "What a customer is worth"], ["checks", "Checks", "What is proven"],
  ["lists", "Lists", "What may be chosen"],
] as const;

/**
 * A whole workbook in memory: an implementation of the panel's own interface, for tests that look at the panel alone.
 * A cell holds whatever a person enters there, right or wrong; reading it back gives an agreement and problems, as the sheets do.
 */
export class MemoryDoor implements Door {
  draft: Draft | null = null;
  cells = new Map<string, unknown>();
  build_: Build | null = null;
  otherSheets: string[] = ["Sheet1"];
  isCellOpen = false;
  /** Refused instead of the next piece of work. */
  fault: Refusal | null = null;
  selected: { address: string; empty: boolean } | null = null;
  readonly formulas = new Map<string, string>();
  readonly visits: (string | { sheet: string; address: string })[] = [];
  writes = 0;
  log: LogRow[] = [];
  /** Published roles, as the file would keep them. */
  readonly parts: string[] = [];
  private base: Agreement | null = null;
  private listeners = new Set<(event: WatchEvent) => void>();

  // --- what a person does in Excel

  enter(id: string, value: unknown): void {
    this.cells.set(id, value);
    this.say({ kind: "changed" });
  }

  /** Changes a cell without an event reaching the panel first, as when two people write at once. */
  enterUnseen(id: string, value: unknown): void {
    this.cells.set(id, value);
  }

  select(address: string): void {
    this.selected = { address, empty: !this.formulas.has(address) };
    this.say({ kind: "selected", ...this.selected });
  }

  deleteOurSheets(): void {
    this.build_ = null;
    this.say({ kind: "changed" });
  }

  // --- what the panel asks for

  async read(): Promise<Reading> {
    await this.work({ writes: false });
    if (!this.build_ || !this.base) return this.draft ? { state: "draft", draft: this.draft } : { state: "empty" };
    const agreement = this.agreement();
    return { state: "built", build: this.build_, agreement, problems: this.problems(agreement), outputs: outputsOf(agreement) };
  }

  // --- the self-audit, of a workbook told as plain data

  snapshot: WorkbookSnapshot = workbook({ Sheet1: [] });
  accepted: readonly Acceptance[] = [];
  certificate = "";
  /** Holds every check until it is resolved. */
  beforeCheck: Promise<void> = Promise.resolve();

  async check({ progress, signal }: Parameters<Door["check"]>[0] = {}): Promise<Checked> {
    await this.work({ writes: false });
    progress?.({ share: 0.25, doing: `Reading ${this.snapshot.sheets[0]!.name}` });
    await this.beforeCheck;
    signal?.throwIfAborted();
    const names = this.snapshot.sheets.map(({ name }) => name);
    return { ...audit(this.snapshot, { ours: false }), accepted: this.accepted, isOurs: this.build_ !== null, sheets: names };
  }

  async keepAccepted(accepted: readonly Acceptance[]): Promise<void> {
    await this.work({ writes: true });
    this.accepted = structuredClone(accepted);
  }

  async certify(sentence: string): Promise<void> {
    await this.work({ writes: true });
    this.certificate = sentence;
  }

  /** Knows how to show and hide sheets. */
  async mend(mends: readonly Mend[]): Promise<readonly Mend[]> {
    await this.work({ writes: true });
    return mends.flatMap((mend) => {
      if (mend.kind !== "sheet") throw new Refusal("failed", `No way to mend ${mend.kind} here.`);
      const before = this.snapshot.sheets.find(({ name }) => name === mend.sheet)!.visibility;
      const sheets = this.snapshot.sheets.map((each) => (each.name === mend.sheet ? { ...each, visibility: mend.visibility } : each));
      this.snapshot = { ...this.snapshot, sheets };
      return [{ ...mend, visibility: before }];
    });
  }

  readonly copies: CopyKind[] = [];
  async openCopy(kind: CopyKind): Promise<void> {
    await this.work({ writes: false });
    this.copies.push(kind);
  }

  async saveDraft(draft: Draft | null): Promise<void> {
    await this.work({ writes: true });
    this.draft = draft && structuredClone(draft);
  }

  async preview(): ReturnType<Door["preview"]> {
    await this.work({ writes: false });
    return sheets.map(([id, name, purpose]) => ({ id, name: this.otherSheets.includes(name) ? `${name} 2` : name, purpose }));
  }

  /** What was last asked to be built. */
  extent: Extent = "core";
  async build(agreement: Agreement, templateId: string, told?: Told, extent: Extent = "core") {
    await this.work({ writes: true });
    this.extent = extent;
    const named = await this.preview();
    if (told) this.log = [nextRow([], { what: "Workbook built" }, agreement, told)];
    this.build_ = { version: specVersion, templateId, sheets: named.map(({ id, name }) => ({ id, name })), modules: [] };
    this.base = structuredClone(agreement);
    this.cells = new Map(fieldsOf(agreement).map((field) => [field.id, field.get(agreement)]));
    this.draft = null;
    return { build: this.build_, outputs: outputsOf(agreement), requests: 3, milliseconds: 1 };
  }

  async remove(): Promise<void> {
    await this.work({ writes: true });
    this.build_ = null;
    this.cells.clear();
  }

  async history(): Promise<History> {
    await this.work({ writes: false });
    return historyOf(this.build_ ? this.log : undefined, this.parts);
  }

  async update(told: Told): Promise<Reading> {
    await this.work({ writes: true });
    this.log.push(nextRow(this.log, { what: "Workbook built" }, this.agreement(), told));
    this.build_ = { ...this.build_!, version: specVersion };
    return this.read();
  }

  async note(decided: Decided, told: Told): Promise<void> {
    await this.work({ writes: true });
    this.log.push(nextRow(this.log, decided, this.agreement(), told));
  }

  async publish(number: string, told: Told): Promise<Reading> {
    await this.work({ writes: true });
    const agreement = this.agreement();
    this.log.push(nextRow(this.log, { what: publishedWords(number), after: number }, agreement, told));
    this.parts.push(versionXml(number, toJson(agreement, "")));
    return this.read();
  }

  async write(changes: readonly { id: string; value: FieldValue; before: FieldValue }[], told?: Told): Promise<Reading> {
    await this.work({ writes: true });
    for (const { id, before } of changes) {
      const theirs = this.cells.get(id) as FieldValue;
      if (!Object.is(theirs, before)) throw new Refusal("changed", "The cell was changed meanwhile.", { theirs });
    }
    for (const { id, value } of changes) this.cells.set(id, value);
    if (told) this.log.push(...logChanges(this.log, changes, this.agreement(), told).added);
    this.writes += 1;
    return this.read();
  }

  async addModule(id: string): Promise<Reading> {
    await this.work({ writes: true });
    if (!this.build_) throw new Refusal("not-found", "This workbook holds no role yet.");
    const { modules } = this.build_;
    this.build_ = { ...this.build_, modules: [...modules, { id, sheets: [{ id, name: `Sheet of ${id}` }] }] };
    return this.read();
  }

  async removeModule(id: string): Promise<Reading> {
    await this.work({ writes: true });
    this.build_ = { ...this.build_!, modules: this.build_!.modules.filter((each) => each.id !== id) };
    return this.read();
  }

  readonly tables = new Map<string, TableNow>();
  readonly ownTables = new Map<string, Source>();

  async readTable(name: string): Promise<TableNow> {
    await this.work({ writes: false });
    const table = this.tables.get(name);
    if (!table) throw new Refusal("not-found", `The table ${name} is no longer in this workbook.`);
    return table;
  }

  async changeTable(name: string, { set = [], append = [], remove = [] }: TableChange): Promise<TableNow> {
    const { headings, rows, ...place } = await this.readTable(name);
    const changed = rows.map(({ address, values }, row) => ({ address, values: values.map((value, column) =>
      set.find((each) => each.row === row && each.heading === headings[column])?.value ?? value) }));
    const added = append.map((row, i) => ({ address: `A${rows.length + i + 5}`, values: headings.map((heading) => row[heading] ?? "") }));
    const table = { ...place, headings, rows: [...changed, ...added].filter((_, row) => !remove.includes(row)) };
    this.tables.set(name, table);
    return table;
  }

  async sources() {
    await this.work({ writes: false });
    return [...this.ownTables].map(([name, { sheet, rows }]) => ({ name, sheet, rows: rows.length }));
  }

  async readSource(target?: string): Promise<Source> {
    await this.work({ writes: false });
    const source = target === undefined ? [...this.ownTables.values()][0] : this.ownTables.get(target);
    if (!source) throw new Refusal("not-found", "There is no list here. Select a cell of your data, or all of it.");
    return source;
  }

  async goTo(target: string | { sheet: string; address: string }): Promise<void> {
    await this.work({ writes: false });
    if (!this.build_) throw new Refusal("not-found", "There are no sheets yet.");
    this.visits.push(typeof target === "string" ? target : { sheet: target.sheet, address: target.address });
  }

  async watch(listener: (event: WatchEvent) => void): Promise<() => void> {
    this.listeners.add(listener);
    if (this.selected) listener({ kind: "selected", ...this.selected });
    return () => void this.listeners.delete(listener);
  }

  async insert(formula: string): Promise<string> {
    await this.work({ writes: true });
    const address = this.selected?.address ?? "A1";
    if (this.formulas.has(address)) throw new Refusal("occupied", `${address} is not empty. Select an empty cell.`);
    this.formulas.set(address, formula);
    this.select(address);
    return address;
  }

  /** Whatever cell is selected, it is this one. */
  explanation: Explanation = {
    sheet: "Stakes", address: "I63", title: "Net revenue", subtitle: "Role: as asked", called: "Net revenue · Role: as asked", origin: "worked out",
    sentence: "Worked out here from 2 places on this sheet.", shown: { value: 57000, isError: false, format: "money" }, unit: "EUR/year",
    source: "", formula: "List value of orders × (1 − Discount given)", functions: [],
    ingredients: [
      { label: "List value of orders", sheet: "Stakes", address: "I62", shown: { value: 60000, isError: false, format: "money" } },
      { label: "Discount given", sheet: "Stakes", address: "I49", shown: { value: 0.05, isError: false, format: "inputPercent" } },
    ],
  };

  async look(): Promise<Explanation> {
    await this.work({ writes: false });
    return this.explanation;
  }

  private async work({ writes }: { writes: boolean }): Promise<void> {
    await Promise.resolve();
    const open = new Refusal("cell-edit", "Press Enter or Esc in the sheet; then we write the number.");
    const fault = this.fault ?? (writes && this.isCellOpen ? open : null);
    this.fault = null;
    if (fault) throw fault;
  }

  private say(event: WatchEvent): void {
    for (const listener of this.listeners) listener(event);
  }

  /** What the cells say; a cell that is no value of its field counts as it was built. */
  private agreement(): Agreement {
    return [...this.cells].reduce((agreement, [id, value]) => {
      const field = fieldOf(agreement, id)!;
      return faultOf(field, value) === undefined ? field.set(agreement, value as FieldValue) : agreement;
    }, this.base!);
  }

  private problems(agreement: Agreement): Problem[] {
    const ids = [...this.cells.keys()];
    const at = (id: string) => ({ sheet: sheetOf(id), address: `E${ids.indexOf(id) + 5}` });
    const wrong = [...this.cells].flatMap(([id, value]) => {
      const field = fieldOf(agreement, id)!;
      const message = faultOf(field, value);
      return message ? [{ id, severity: "error" as const, label: field.label, message, ...at(id) }] : [];
    });
    return [...wrong, ...checkAgreement(agreement).map((remark) => ({ ...remark, ...at(remark.id) }))];
  }
}

function sheetOf(id: string): string {
  if (id.startsWith("asks.") || id.startsWith("measures.")) return "Role Definition";
  if (id.startsWith("commitments.")) return "Commitments";
  return id.startsWith("links.") ? "Reciprocity" : "Inputs";
}

function outputsOf(agreement: Agreement): Outputs {
  const { cases, reciprocity, deserve, costToDeserve } = assess(agreement);
  const net = (id: "asked" | "actual" | "without") => cases?.[id].value.total ?? null;
  const errors = checkAgreement(agreement).filter(({ severity }) => severity === "error").length;
  return {
    netAsked: net("asked"), netActual: net("actual"), netWithout: net("without"), reciprocity, deserve, deserveCost: costToDeserve, errors,
  };
}
