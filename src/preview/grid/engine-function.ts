import {
  ArrayValueObject, BaseFunction, ErrorValueObject, FunctionType, IFunctionService, ValueObjectFactory, type BaseValueObject,
} from "@univerjs/engine-formula";
import { IDescriptionService } from "@univerjs/sheets-formula";

/** A cell error travelling as an argument or a result. */
export class CellError {
  constructor(readonly code: string) {}
}

export type CellValue = number | string | boolean | null | CellError;
/** null is an omitted argument; a block keeps null for its empty cells. */
export type Argument = CellValue | CellValue[][];

/** The cell that a call stands in. */
export interface Site {
  sheetId: string;
  row: number;
  column: number;
}

export interface EngineFunction {
  /** Upper case, dotted: "ROLE.CUSTOMERLTV". */
  name: string;
  description: string;
  parameters: readonly { name: string; description: string; optional: boolean; repeating: boolean }[];
  evaluate(args: Argument[], site: Site): Argument;
}

/** Gives the formula engine a function written in plain values. It must never throw: a throw ends the whole calculation. */
export function registerFunction(injector: any, fn: EngineFunction): void {
  injector.get(IFunctionService).registerExecutors(new PlainFunction(fn));
  injector.get(IDescriptionService).registerDescriptions([{
    functionName: fn.name, functionType: FunctionType.User, description: fn.description, abstract: fn.description,
    functionParameter: fn.parameters.map((p) => ({
      name: p.name, detail: p.description, example: "", require: p.optional ? 0 : 1, repeat: p.repeating ? 1 : 0,
    })),
  }]);
}

class PlainFunction extends BaseFunction {
  constructor(private readonly fn: EngineFunction) {
    super(fn.name as any);
  }

  override calculate(...variants: BaseValueObject[]): BaseValueObject {
    const site = { sheetId: this.subUnitId!, row: this.row, column: this.column };
    return toEngine(this.fn.evaluate(variants.map(fromEngine), site), site);
  }
}

function fromEngine(variant: BaseValueObject): Argument {
  if (!variant.isArray()) return cellFromEngine(variant);
  return (variant as ArrayValueObject).getArrayValue().map((row) => row.map((cell) => cellFromEngine(cell)));
}

function cellFromEngine(value: BaseValueObject | null | undefined | void): CellValue {
  if (!value || value.isNull()) return null;
  return value.isError() ? new CellError((value as unknown as ErrorValueObject).getErrorType()) : value.getValue();
}

function toEngine(result: Argument, site: Site): BaseValueObject {
  if (!Array.isArray(result)) return cellToEngine(result);
  return ArrayValueObject.create({
    calculateValueList: result.map((row) => row.map(cellToEngine)),
    rowCount: result.length, columnCount: result[0]?.length ?? 0, unitId: "", sheetId: site.sheetId, row: -1, column: -1,
  });
}

const cellToEngine = (value: CellValue): BaseValueObject =>
  value instanceof CellError ? ErrorValueObject.create(value.code as any) : ValueObjectFactory.create(value ?? 0);
