import { cruise, type ICruiseResult } from "dependency-cruiser";

/** Who may import whom. Read it from the ground floor up. */
const floors: Record<string, readonly string[]> = {
  core: [],
  functions: ["core"],
  workbook: ["core"],
  taskpane: ["core", "workbook"],
  commands: ["core", "workbook"],
  preview: [],
};
/** npm packages each floor may use, as a pattern. */
const packages: Record<string, string> = {
  core: "^$",
  functions: "^$",
  workbook: "node_modules/exceljs/",
  commands: "^$",
  taskpane: "node_modules/(react|react-dom|@fluentui/[^/]+)/",
  preview: "node_modules/(react|react-dom|rxjs|chart\\.js|exceljs|jsdom|@univerjs/[^/]+)/",
};

const forbidden = [
  ...Object.entries(floors).map(([floor, below]) => ({
    name: `${floor}-looks-only-down`, severity: "error" as const,
    from: { path: `^src/${floor}/` }, to: { path: "^src/", pathNot: [floor, ...below].map((f) => `^src/${f}/`) },
  })),
  ...Object.entries(packages).map(([floor, allowed]) => ({
    name: `${floor}-packages`, severity: "error" as const,
    from: { path: `^src/${floor}/` }, to: { path: "node_modules/", pathNot: allowed },
  })),
  {
    name: "workbook-has-one-door", severity: "error" as const,
    from: { path: "^src/", pathNot: "^src/workbook/" }, to: { path: "^src/workbook/", pathNot: "^src/workbook/index" },
  },
  {
    name: "steps-do-not-know-each-other", severity: "error" as const,
    from: { path: "^src/taskpane/steps/(?!index)([^/]+)" }, to: { path: "^src/taskpane/steps/", pathNot: "$1" },
  },
  { name: "no-circular", severity: "error" as const, from: {}, to: { circular: true } },
];

async function violations(folder: string): Promise<string[]> {
  const { output } = await cruise([folder], {
    ruleSet: { forbidden }, validate: true, tsPreCompilationDeps: true, tsConfig: { fileName: "tsconfig.json" },
    doNotFollow: { path: "node_modules" },
  });
  return (output as ICruiseResult).summary.violations.map((v) => `${v.rule.name}: ${v.from} -> ${v.to}`);
}

test("the walls hold", async () => {
  expect(await violations("src")).toEqual([]);
}, 60_000);
