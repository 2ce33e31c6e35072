import path from "node:path";
import ts from "typescript";

/** One use of Office.js in the add-in's source: a member of one of its classes, read, set, called or loaded. */
export interface OfficeUse {
  /** "Range" of Excel.Range, "context" of Office.context. */
  owner: string;
  member: string;
  /** Whether the owner is a proxy of something in the workbook, which the preview must have, and not only data or an enum. */
  isProxy: boolean;
  isCollection: boolean;
  isSet: boolean;
  /** Requirement set and version that the typings name, such as "ExcelApi 1.9"; undefined where they name none. */
  since?: string;
  /** Where the use stands, "src/workbook/excel.ts:12". */
  place: string;
}

const root = path.resolve(__dirname, "../..");
const MICROSOFTS = /@types\/(office-js|office-runtime|custom-functions-runtime)\//;
/** Files that do not change while the tests run, parsed once. */
const parsed = new Map<string, ts.SourceFile | undefined>();

/** Every use of Office.js in some files, found with the type checker. `extra` gives the text of files that do not exist. */
export function officeUses(files: readonly string[], extra: Readonly<Record<string, string>> = {}): OfficeUse[] {
  const config = ts.readConfigFile(path.join(root, "tsconfig.json"), ts.sys.readFile).config;
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (file) => file in extra || fileExists(file);
  host.getSourceFile = (file, ...rest) => {
    if (file in extra) return ts.createSourceFile(file, extra[file]!, ts.ScriptTarget.ES2022, true);
    if (!parsed.has(file)) parsed.set(file, getSourceFile(file, ...rest));
    return parsed.get(file);
  };
  const program = ts.createProgram([...files, ...Object.keys(extra)], options, host);
  const wanted = new Set([...files, ...Object.keys(extra)].map((file) => path.resolve(file)));
  return program.getSourceFiles().filter(({ fileName }) => wanted.has(path.resolve(fileName)))
    .flatMap((source) => new Reader(program.getTypeChecker(), source).uses());
}

/** Walks one file. */
class Reader {
  private readonly found: OfficeUse[] = [];

  constructor(private readonly checker: ts.TypeChecker, private readonly source: ts.SourceFile) {}

  uses(): OfficeUse[] {
    this.visit(this.source);
    return this.found;
  }

  private visit(node: ts.Node) {
    if (ts.isPropertyAccessExpression(node)) this.add(this.checker.getSymbolAtLocation(node.name), node, isAssigned(node));
    if (ts.isBindingElement(node) && ts.isObjectBindingPattern(node.parent)) this.visitDestructured(node);
    if (ts.isCallExpression(node)) this.visitCall(node);
    ts.forEachChild(node, (child) => this.visit(child));
  }

  private visitDestructured(element: ts.BindingElement) {
    const name = element.propertyName ?? element.name;
    if (!ts.isIdentifier(name)) return;
    const type = this.checker.getTypeAtLocation(element.parent);
    this.add(type.getProperty(name.text), element, false);
  }

  /** `x.load("a, b/c")` names members in a text; `Object.assign(x, { a })` sets them. */
  private visitCall(call: ts.CallExpression) {
    if (!ts.isPropertyAccessExpression(call.expression)) return;
    const { expression, name } = call.expression;
    if (name.text === "load") {
      const type = this.checker.getTypeAtLocation(expression);
      for (const route of call.arguments.flatMap(loadRoutes)) this.addRoute(type, route, call);
    }
    if (expression.getText() !== "Object" || name.text !== "assign" || !call.arguments[0]) return;
    const target = this.checker.getTypeAtLocation(call.arguments[0]);
    for (const source of call.arguments.slice(1)) {
      const assigned = this.checker.getTypeAtLocation(source).getProperties();
      for (const property of assigned) this.add(target.getProperty(property.name), call, true);
    }
  }

  private addRoute(type: ts.Type, [member, ...rest]: readonly string[], node: ts.Node) {
    const isOwn = member === "items" || !type.getProperty("items");
    const property = (isOwn ? type : itemOf(this.checker, type))?.getProperty(member!);
    if (!property) return;
    this.add(property, node, false);
    const next = member === "items" ? itemOf(this.checker, type) : this.checker.getTypeOfSymbol(property);
    if (rest.length && next) this.addRoute(next, rest, node);
  }

  private add(symbol: ts.Symbol | undefined, node: ts.Node, isSet: boolean) {
    const declaration = symbol?.declarations?.[0];
    if (!symbol || !declaration || !MICROSOFTS.test(declaration.getSourceFile().fileName)) return;
    const owner = declaration.parent;
    const line = this.source.getLineAndCharacterOfPosition(node.getStart(this.source)).line + 1;
    const isClass = ts.isClassDeclaration(owner);
    this.found.push({
      owner: "name" in owner && owner.name ? (owner.name as ts.Identifier).text : "", member: symbol.name, isSet,
      isProxy: isClass && extendsClientObject(this.checker, owner),
      isCollection: isClass && owner.members.some((m) => m.name?.getText() === "items"),
      since: requirementOf(declaration) ?? requirementOf(owner), place: `${path.relative(root, this.source.fileName)}:${line}`,
    });
  }
}

const ASSIGNMENTS = [ts.SyntaxKind.EqualsToken, ts.SyntaxKind.PlusEqualsToken];
const isAssigned = (node: ts.Node) =>
  ts.isBinaryExpression(node.parent) && node.parent.left === node && ASSIGNMENTS.includes(node.parent.operatorToken.kind);

/** "values, format/fill/color" and ["values"] as routes of members. */
function loadRoutes(argument: ts.Expression): string[][] {
  if (ts.isStringLiteralLike(argument)) {
    return argument.text.split(",").map((route) => route.trim().split(/[/.]/)).filter(([first]) => first);
  }
  if (ts.isArrayLiteralExpression(argument)) return argument.elements.flatMap(loadRoutes);
  if (ts.isConditionalExpression(argument)) return [...loadRoutes(argument.whenTrue), ...loadRoutes(argument.whenFalse)];
  return [];
}

function itemOf(checker: ts.TypeChecker, type: ts.Type): ts.Type | undefined {
  const items = type.getProperty("items");
  return items && checker.getIndexTypeOfType(checker.getTypeOfSymbol(items), ts.IndexKind.Number);
}

function extendsClientObject(checker: ts.TypeChecker, owner: ts.ClassDeclaration): boolean {
  const base = owner.heritageClauses?.[0]?.types[0];
  return !!base && checker.getTypeAtLocation(base).symbol?.name === "ClientObject";
}

/** "[Api set: ExcelApi 1.1 for one row; 1.15 for a further parameter]" counts as its lowest version. */
function requirementOf(declaration: ts.Node): string | undefined {
  const text = ts.getJSDocCommentsAndTags(declaration).map((doc) => doc.getText()).join("\n");
  const [, set, rest] = /\[Api set:\s*(\w+)\s+([^\]]*)\]/.exec(text) ?? [];
  const versions = [...(rest ?? "").matchAll(/\d+\.\d+/g)].map(([version]) => version);
  return set && versions.length ? `${set} ${versions.sort(byVersion)[0]}` : undefined;
}

export const byVersion = (a: string, b: string) => {
  const [majorA, minorA] = a.split(".").map(Number);
  const [majorB, minorB] = b.split(".").map(Number);
  return majorA! - majorB! || minorA! - minorB!;
};
