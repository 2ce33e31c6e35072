/** Functions newer than the file format: a file names them with a prefix, or Excel does not know them. From [MS-XLSX] 2.2.2.1. */
const NEWER = new Set(`
  ACOT ACOTH AGGREGATE ARABIC ARRAYTOTEXT BASE BETA.DIST BETA.INV BINOM.DIST BINOM.DIST.RANGE BINOM.INV BITAND BITLSHIFT BITOR
  BITRSHIFT BITXOR BYCOL BYROW CEILING.MATH CEILING.PRECISE CHISQ.DIST CHISQ.DIST.RT CHISQ.INV CHISQ.INV.RT CHISQ.TEST CHOOSECOLS
  CHOOSEROWS COMBINA CONCAT CONFIDENCE.NORM CONFIDENCE.T COT COTH COVARIANCE.P COVARIANCE.S CSC CSCH DAYS DECIMAL DROP ENCODEURL
  ERF.PRECISE ERFC.PRECISE EXPAND EXPON.DIST F.DIST F.DIST.RT F.INV F.INV.RT F.TEST FILTERXML FLOOR.MATH FLOOR.PRECISE FORECAST.ETS
  FORECAST.ETS.CONFINT FORECAST.ETS.SEASONALITY FORECAST.ETS.STAT FORECAST.LINEAR FORMULATEXT GAMMA GAMMA.DIST GAMMA.INV
  GAMMALN.PRECISE GAUSS GROUPBY HSTACK HYPGEOM.DIST IFNA IFS IMAGE IMCOSH IMCOT IMCSC IMCSCH IMSEC IMSECH IMSINH IMTAN ISFORMULA
  ISOMITTED ISOWEEKNUM LAMBDA LET LOGNORM.DIST LOGNORM.INV MAKEARRAY MAP MAXIFS MINIFS MODE.MULT MODE.SNGL MUNIT NEGBINOM.DIST
  NORM.DIST NORM.INV NORM.S.DIST NORM.S.INV NUMBERVALUE PDURATION PERCENTILE.EXC PERCENTILE.INC PERCENTOF PERCENTRANK.EXC
  PERCENTRANK.INC PERMUTATIONA PHI PIVOTBY POISSON.DIST QUARTILE.EXC QUARTILE.INC RANDARRAY RANK.AVG RANK.EQ REDUCE REGEXEXTRACT
  REGEXREPLACE REGEXTEST RRI SCAN SEC SECH SEQUENCE SHEET SHEETS SKEW.P SORTBY STDEV.P STDEV.S SWITCH T.DIST T.DIST.2T T.DIST.RT T.INV
  T.INV.2T T.TEST TAKE TEXTAFTER TEXTBEFORE TEXTJOIN TEXTSPLIT TOCOL TOROW TRIMRANGE UNICHAR UNICODE UNIQUE VALUETOTEXT VAR.P VAR.S
  VSTACK WEBSERVICE WEIBULL.DIST WRAPCOLS WRAPROWS XLOOKUP XMATCH XOR Z.TEST`.trim().split(/\s+/));
const NEWER_WORKSHEET = new Set(["FILTER", "SORT"]);
/** Functions whose answer may be a block: Excel marks such a formula, or it would pick one cell of the block (belief). */
const GIVES_BLOCKS = new Set(`
  BYCOL BYROW CHOOSECOLS CHOOSEROWS DROP EXPAND FILTER HSTACK LAMBDA LET MAKEARRAY MAP RANDARRAY REDUCE SCAN SEQUENCE SORT SORTBY TAKE
  TEXTSPLIT TOCOL TOROW UNIQUE VSTACK WRAPCOLS WRAPROWS XLOOKUP`.trim().split(/\s+/));

const TOKEN = new RegExp([
  '"(?:[^"]|"")*"', // text
  "(?:'(?:[^']|'')+'!|[\\p{L}_][\\p{L}\\p{N}_.]*!)?\\$?[A-Za-z]{1,3}\\$?\\d+#(?![A-Z])", // a spilled block, Sheet!A1#
  "'(?:[^']|'')+'!|[\\p{L}_][\\p{L}\\p{N}_.]*!", // the sheet of a reference
  "\\[(?:[^\\[\\]']|'.|\\[(?:[^\\[\\]']|'.)*\\])*\\]", // columns of a table
  "#[A-Z0-9/]+[!?]?", // an error value
  "[\\p{L}_\\\\][\\p{L}\\p{N}_.\\\\]*", // a word: function, name, table or part of an address
  "\\s+|[\\s\\S]",
].join("|"), "gu");

/**
 * A formula as an .xlsx file spells it, without the equals sign: newer functions get `_xlfn.`, names inside LET and LAMBDA
 * `_xlpm.`, A1# becomes a function, and a custom function NAMESPACE.NAME becomes `_xldudf_NAMESPACE_NAME`.
 *
 * @example toFileFormula("=LET(x, A1, ROLE.VAGUE(x))", "ROLE") // "_xlfn.LET(_xlpm.x, A1, _xldudf_ROLE_VAGUE(_xlpm.x))"
 */
export function toFileFormula(formula: string, namespace: string): string {
  const tokens = tokenize(formula);
  const local = localNames(tokens);
  return tokens.map((token, i) => {
    if (token.endsWith("#") && token.length > 1) return `_xlfn.ANCHORARRAY(${token.slice(0, -1)})`;
    if (!isWord(token)) return token;
    if (local.has(token.toUpperCase()) && !isColumnOrSheet(tokens, i)) return `_xlpm.${token}`;
    return opensCall(tokens, i) ? fileFunction(token, namespace) : token;
  }).join("");
}

/** True when a formula may answer with a block of cells, by the functions it uses or because it reads one. */
export function mayGiveBlock(formula: string): boolean {
  const tokens = tokenize(formula);
  const isSpill = (token: string) => token.length > 1 && token.endsWith("#");
  return tokens.some((token, i) => isSpill(token) || (opensCall(tokens, i) && GIVES_BLOCKS.has(token.toUpperCase())));
}

const tokenize = (formula: string) => formula.replace(/^=/, "").match(TOKEN) ?? [];
const isWord = (token: string) => /^[\p{L}_\\]/u.test(token) && !token.endsWith("!");
const opensCall = (tokens: readonly string[], i: number) => isWord(tokens[i]!) && tokens[i + 1] === "(";
const isColumnOrSheet = (tokens: readonly string[], i: number) => tokens[i + 1]?.startsWith("[") || tokens[i - 1]?.endsWith("!");

function fileFunction(name: string, namespace: string): string {
  const upper = name.toUpperCase();
  if (upper.startsWith(`${namespace.toUpperCase()}.`)) return `_xldudf_${upper.replaceAll(".", "_")}`;
  if (NEWER_WORKSHEET.has(upper)) return `_xlfn._xlws.${upper}`;
  return NEWER.has(upper) ? `_xlfn.${upper}` : name;
}

/** Names that LET and LAMBDA of this formula introduce: every other argument of LET, all but the last of LAMBDA. */
function localNames(tokens: readonly string[]): Set<string> {
  const names = new Set<string>();
  tokens.forEach((token, i) => {
    const call = opensCall(tokens, i) ? token.toUpperCase() : "";
    if (call !== "LET" && call !== "LAMBDA") return;
    const starts = argumentStarts(tokens, i + 1);
    for (const [n, start] of starts.slice(0, -1).entries()) {
      const word = tokens[start]!;
      if (isWord(word) && (call === "LAMBDA" || n % 2 === 0)) names.add(word.toUpperCase());
    }
  });
  return names;
}

/** Where each argument of the call begins, blanks skipped; `open` is the place of its bracket. */
function argumentStarts(tokens: readonly string[], open: number): number[] {
  const afterBlanks = (i: number) => (/^\s/.test(tokens[i] ?? "") ? i + 1 : i);
  const starts = [afterBlanks(open + 1)];
  for (let depth = 1, i = open + 1; depth > 0 && i < tokens.length; i++) {
    if ("({".includes(tokens[i]!)) depth++;
    else if (")}".includes(tokens[i]!)) depth--;
    else if (tokens[i] === "," && depth === 1) starts.push(afterBlanks(i + 1));
  }
  return starts;
}
