import jsxA11y from "eslint-plugin-jsx-a11y";
import officeAddins from "eslint-plugin-office-addins";
import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

const officeGlobals = ["Excel", "Office", "OfficeExtension", "OfficeRuntime", "CustomFunctions"];
const banned = (names, why) => ["error", ...names.map((name) => ({ name, message: why }))];
const onlyAtTheEdge = banned(officeGlobals, "Only workbook/excel*.ts, functions/excel.ts and the entry files speak to Office.");

export default tseslint.config(
  { ignores: ["dist", "coverage", "node_modules", "**/*.cjs", "src/preview/native-shim.js"] },
  ...tseslint.configs.recommended,
  {
    files: ["src/taskpane/**/*.{ts,tsx}", "tests/taskpane/**/*.{ts,tsx}"],
    plugins: { "react-hooks": reactHooks, "jsx-a11y": jsxA11y },
    rules: { ...reactHooks.configs.recommended.rules, ...jsxA11y.configs.recommended.rules },
  },
  {
    files: ["src/**/*.{ts,tsx}", "tests/**/*.{ts,tsx}"],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_", ignoreRestSiblings: true }],
    },
  },
  {
    files: ["src/**/*.{ts,tsx}"],
    rules: { "no-console": "error", "no-restricted-globals": onlyAtTheEdge },
  },
  {
    files: ["src/core/**"],
    rules: {
      "no-restricted-globals": banned([...officeGlobals, "window", "document", "fetch", "setTimeout", "localStorage", "performance"], "The core is pure: values in, values out."),
      "no-restricted-syntax": ["error",
        { selector: "MemberExpression[object.name='Math'][property.name='random']", message: "Pass a seeded generator in." },
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: "Pass today's date in." },
        { selector: "MemberExpression[object.name='Date'][property.name='now']", message: "Pass today's date in." },
        { selector: "AwaitExpression", message: "The core does not wait." }],
    },
  },
  {
    files: ["src/functions/*.ts"], ignores: ["src/functions/{excel,index}.ts"],
    rules: {
      "no-restricted-syntax": ["error",
        { selector: "ExportNamedDeclaration > VariableDeclaration", message: "Excel's metadata generator skips arrow functions: export a function declaration." },
        { selector: "ExportNamedDeclaration > TSTypeAliasDeclaration", message: "Excel's metadata generator knows no aliases: use number, string, boolean, any or arrays." },
        { selector: "IfStatement, ForStatement, SwitchStatement, ConditionalExpression", message: "A wrapper decides nothing: move this to core." }],
    },
  },
  {
    // Ranges of unknown content arrive as any[][]: the metadata generator accepts no other word for it.
    files: ["src/functions/*.ts"], rules: { "@typescript-eslint/no-explicit-any": "off", "max-params": "off" },
  },
  {
    files: ["src/workbook/excel*.ts", "src/functions/excel.ts", "src/taskpane/index.tsx", "src/commands/*.ts"],
    plugins: { "office-addins": officeAddins },
    rules: {
      "no-restricted-globals": "off",
      ...Object.fromEntries(Object.keys(officeAddins.rules).map((name) => [`office-addins/${name}`, "error"])),
    },
  },
  {
    // Univer publishes no types for what the preview has to reach; the preview is a stand-in, not the product.
    files: ["src/preview/**", "tests/**"], rules: { "@typescript-eslint/no-explicit-any": "off", "no-restricted-globals": "off" },
  },
);
