/** Who may import whom. Read it from the ground floor up. */
const floors = {
  core: [],
  functions: ["core"],
  workbook: ["core"],
  taskpane: ["core", "workbook"],
  commands: ["core", "workbook"],
  preview: [],
};
/** npm packages each floor may use, as a pattern. */
const packages = {
  core: "^$",
  functions: "^$",
  workbook: "node_modules/exceljs/",
  commands: "^$",
  taskpane: "node_modules/(react|react-dom|@fluentui/[^/]+)/",
  preview: "node_modules/(react|react-dom|rxjs|chart\\.js|exceljs|jsdom|@univerjs/[^/]+)/",
};

const forbidden = [
  ...Object.entries(floors).map(([floor, below]) => ({
    name: `${floor}-looks-only-down`, severity: "error",
    from: { path: `^src/${floor}/` }, to: { path: "^src/", pathNot: [floor, ...below].map((f) => `^src/${f}/`) },
  })),
  ...Object.entries(packages).map(([floor, allowed]) => ({
    name: `${floor}-packages`, severity: "error",
    from: { path: `^src/${floor}/` }, to: { path: "node_modules/", pathNot: allowed },
  })),
  {
    name: "workbook-has-one-door", severity: "error",
    from: { path: "^src/", pathNot: "^src/workbook/" }, to: { path: "^src/workbook/", pathNot: "^src/workbook/index" },
  },
  {
    name: "steps-do-not-know-each-other", severity: "error",
    from: { path: "^src/taskpane/steps/(?!index)([^/]+)" }, to: { path: "^src/taskpane/steps/", pathNot: "$1" },
  },
  { name: "no-circular", severity: "error", from: {}, to: { circular: true } },
];

/** Configuration of dependency-cruiser: `npx depcruise --config tests/walls.cjs src`. */
module.exports = { forbidden, options: { tsPreCompilationDeps: true, doNotFollow: { path: "node_modules" } } };
