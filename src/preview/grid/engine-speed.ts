import { LRUMap } from "@univerjs/core";
import {
  FormulaDataModel, IDependencyManagerService, IFormulaCurrentConfigService, IFormulaDependencyGenerator, IFormulaRuntimeService,
  IFunctionService, LexerTreeBuilder,
} from "@univerjs/engine-formula";
import { DependencyIndex, type UnitRange } from "./dependency-index";

// What Univer 0.25.1's formula engine does all over again at each calculation, although nothing about it has changed. What is
// calculated, and in which order, stays as it is. Pin the version, and keep tests/preview/engine-speed.test.ts beside this.

/** Parsed formulas that are kept: a workbook of ours has six thousand, and of the engine's 5,000 each pushes out the next to come. */
const PARSED_FORMULAS = 200_000;

/** Makes the engine of this grid parse, resolve and enter a formula once. To be called before the first calculation. */
export function quickenEngine(injector: any): void {
  const generator = injector.get(IFormulaDependencyGenerator);
  const parsed = parsedFormulas(injector);
  parsed.limit = PARSED_FORMULAS;
  const split = keepSplit(injector.get(LexerTreeBuilder));
  // A long formula is kept under a hash, by which the engine cannot tell whose it was.
  generator._disposeByUnitId = () => {
    parsed.clear();
    split.clear();
  };
  indexDependencies(injector.get(IDependencyManagerService), generator);
  keepRanges(injector, generator);
  passOverAddresses(generator);
  readOneSheet(injector.get(FormulaDataModel));
}

/** Wherever rows or sheets come and go, every formula is split into its parts; the engine keeps the parts of 2,000. */
function keepSplit(lexer: any): Map<string, unknown[]> {
  const split = lexer.sequenceNodesBuilder;
  const kept = new Map<string, unknown[]>();
  lexer.sequenceNodesBuilder = function (formula: string) {
    const known = kept.get(formula) ?? split.call(this, formula);
    if (known && kept.size < PARSED_FORMULAS) kept.set(formula, known);
    return known && [...known];
  };
  return kept;
}

/** The engine's memory of parsed formulas, which it does not export: caught while it looks for nothing in it. */
function parsedFormulas(injector: any): any {
  const { forEach } = LRUMap.prototype;
  const caught: any[] = [];
  LRUMap.prototype.forEach = function () { caught.push(this); };
  try {
    injector.get(IFunctionService).deleteFormulaAstCacheKey();
  } finally {
    LRUMap.prototype.forEach = forEach;
  }
  return caught[0];
}

/** The engine's own index enters all formulas at each calculation once more, and never quite forgets those that are gone. */
function indexDependencies(manager: any, generator: any) {
  const index = new DependencyIndex();
  Object.assign(manager, {
    _allTreeMap: index, _dependencyRTreeCache: index, openKdTree() {}, closeKdTree() {},
    _removeDependencyRTreeCache: (id: number) => index.delete(id),
    addDependencyRTreeCache: (tree: any) => index.set(tree.treeId, tree.rangeList),
  });
  const generate = generator._generateTreeList;
  generator._generateTreeList = async function (...data: unknown[]) {
    const trees = await generate.apply(this, data);
    if (index.size > 0) index.keep(this._dependencyTreeCache);
    return trees;
  };
}

/** Node types of the engine whose range hangs on values: functions, A1:INDEX(...), @ and A1#. */
const CALCULATED = new Set([4, 10, 11, 12]);

/** Ranges with what the sheets were that they lie on. */
interface Resolved {
  ranges: UnitRange[];
  on: (string | undefined)[];
}

/** What a formula reads stays the same as long as it is parsed the same, stands in the same cell and those sheets are the same. */
function keepRanges(injector: any, generator: any) {
  const runtime = injector.get(IFormulaRuntimeService);
  const config = injector.get(IFormulaCurrentConfigService);
  const resolve = generator._getRangeListByNode;
  const generate = generator._generateTreeList;
  const kept = new WeakMap<object, Map<string, Resolved>>();
  let sheets = new Map<string, string>();
  const sheetsOf = (ranges: UnitRange[]) => ranges.map(({ unitId, sheetId }) => sheets.get(`${unitId} ${sheetId}`));
  const holds = ({ ranges, on }: Resolved) => sheetsOf(ranges).every((sheet, i) => sheet !== undefined && sheet === on[i]);
  generator._generateTreeList = function (...data: unknown[]) {
    sheets = describeSheets(config);
    return generate.apply(this, data);
  };
  generator._getRangeListByNode = async function (data: { node: any; refOffsetX: number; refOffsetY: number }) {
    const { node, refOffsetX, refOffsetY } = data;
    if (!node || refOffsetX || refOffsetY || isCalculated(node)) return resolve.call(this, data);
    const { currentSubUnitId, currentRow, currentColumn } = runtime;
    const place = `${currentSubUnitId} ${currentRow} ${currentColumn}`;
    const places = kept.get(node) ?? new Map<string, Resolved>();
    kept.set(node, places);
    const known = places.get(place);
    if (known && holds(known)) return known.ranges;
    const ranges: UnitRange[] = await resolve.call(this, data);
    places.set(place, { ranges, on: sheetsOf(ranges) });
    return ranges;
  };
}

const isCalculated = (node: any): boolean =>
  (CALCULATED.has(node.nodeType) && (node.nodeType !== 4 || node.isAddress())) || node.getChildren().some(isCalculated);

/** Name and size of every sheet. */
function describeSheets(config: any): Map<string, string> {
  const names: Record<string, Record<string, string>> = config.getSheetNameMap();
  const units: [string, Record<string, { rowCount: number; columnCount: number }>][] = Object.entries(config.getUnitData());
  return new Map(units.flatMap(([unit, sheets]) => Object.entries(names[unit] ?? {}).map(([name, id]) =>
    [`${unit} ${id}`, `${sheets[id]?.rowCount} ${sheets[id]?.columnCount} ${name}`] as const)));
}

/** The engine looks where OFFSET and INDIRECT lead, and builds an index of all formulas for it, also where there are none. */
function passOverAddresses(generator: any) {
  const follow = generator._calculateListByFunctionRefNode;
  generator._calculateListByFunctionRefNode = function (trees: any[]) {
    return trees.some((tree) => tree.addressFunctionNodes.length > 0) ? follow.call(this, trees) : Promise.resolve();
  };
}

/** A write to one sheet reads the formulas of all of them, and uses those of the one. */
function readOneSheet(model: any) {
  const update = model.updateFormulaData;
  model.updateFormulaData = (unitId: string, sheetId: string, cells: unknown) => {
    const ofSheet = { getFormulaData: () => ({ [unitId]: { [sheetId]: model.getSheetFormulaData(unitId, sheetId) } }) };
    return update.call(Object.assign(Object.create(model), ofSheet), unitId, sheetId, cells);
  };
}
