import {
  ArrayValueObject, ErrorValueObject, functionLookup, IFormulaDependencyGenerator, LexerTreeBuilder, RangeReferenceObject,
} from "@univerjs/engine-formula";

// Three repairs of Univer 0.25.1's formula engine. Pin the version, and keep tests/preview/engine-fixes.test.ts beside them.

const OriginalSort: any = (functionLookup as any[]).find(([, name]) => name === "SORT")![0];

/** SORT(range) sorts the cached range in place, so that other formulas of the same pass read sorted data. */
class SafeSort extends OriginalSort {
  _getResult(array: any, ...rest: unknown[]) {
    const { unitId, subUnitId: sheetId, row, column } = this as any;
    const copy = ArrayValueObject.create({
      calculateValueList: array.getArrayValue().map((line: unknown[]) => line.slice()),
      rowCount: array.getRowCount(), columnCount: array.getColumnCount(), unitId, sheetId, row, column,
    });
    return super._getResult(copy, ...rest);
  }
}

/** Functions to hand to the formula engine plugin in place of its own. */
export const repairedFunctions: any[] = [[SafeSort, "SORT"]];

/** What the formula engine gets wrong, beside functions. To be called before the first calculation. */
export function repairEngine(injector: any): void {
  repairSpillOperator(injector);
  repairNames(injector.get(LexerTreeBuilder));
}

/** A formula forgets which names it uses when they stand for cells, and so does not follow a name that moves. */
function repairNames(lexer: any): void {
  const resolve = lexer._handleDefinedName;
  lexer._handleDefinedName = function (sequence: unknown, param: any) {
    const used = new Set<string>();
    const getValueByName = (unitId: string, name: string) => {
      const found = param.getValueByName(unitId, name);
      if (found) used.add(name);
      return found;
    };
    const resolved = resolve.call(this, sequence, { ...param, getValueByName });
    for (const name of resolved.definedNames) used.add(name);
    return { ...resolved, definedNames: [...used] };
  };
}

/** The spill operator A1# is a stub that always gives #VALUE!; its node class is not exported, so it is found by parsing one. */
function repairSpillOperator(injector: any): void {
  const generator: any = injector.get(IFormulaDependencyGenerator);
  const tree = generator._astTreeBuilder.parse(generator._lexer.treeBuilder("=SUM(A1#)"));
  Object.getPrototypeOf(findSpillNode(tree))._handlerPound = spilledReference;
}

const findSpillNode = (node: any): any => (node._handlerPound ? node : node.getChildren().map(findSpillNode).find(Boolean));

/** Must be a reference, not an array: the dependency builder executes the node early to learn which range it reads. */
function spilledReference(value: any) {
  if (!value.isReferenceObject() || !value.isCell()) return ErrorValueObject.create("#VALUE!" as any);
  const { startRow, startColumn } = value.getRangePosition();
  const unit = value.getUnitId();
  const sheet = value.getSheetId();
  const spilled = value._runtimeArrayFormulaRange?.[unit]?.[sheet]?.[startRow]?.[startColumn]
    ?? value._arrayFormulaRange?.[unit]?.[sheet]?.[startRow]?.[startColumn];
  if (!spilled) return value;
  const reference: any = new RangeReferenceObject({ ...spilled }, sheet, unit);
  reference.setDefaultUnitId(unit);
  reference.setDefaultSheetId(sheet);
  reference.setUnitData(value.getUnitData());
  reference.setRuntimeData(value._runtimeData);
  reference.setArrayFormulaCellData(value._arrayFormulaCellData);
  reference.setRuntimeArrayFormulaCellData(value._runtimeArrayFormulaCellData);
  return reference;
}
