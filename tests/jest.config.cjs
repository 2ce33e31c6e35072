/** One Jest for everything. Univer and a few of its dependencies are ES modules only, so Jest has to compile them. */
const esModules = [
  "lodash-es", "nanoid", "kdbush", "rbush", "quickselect", "cjk-regex", "regexp-util", "unicode-regex", "franc-min",
  "trigram-utils", "n-gram", "collapse-white-space",
].join("|");

module.exports = {
  rootDir: "..",
  testMatch: ["<rootDir>/tests/**/*.test.{ts,tsx}"],
  testEnvironment: "node",
  testSequencer: "<rootDir>/tests/sequencer.cjs",
  setupFiles: ["<rootDir>/tests/seed.cjs"],
  maxWorkers: "100%",
  // A limit against hanging, not a speed: real engines and a real browser start in some of these tests, on machines of any size.
  testTimeout: 60_000,
  transform: {
    "^.+\\.(t|j)sx?$": ["@swc/jest", {
      jsc: { parser: { syntax: "typescript", tsx: true }, transform: { react: { runtime: "automatic" } }, target: "es2022" },
      module: { type: "commonjs" },
    }],
  },
  moduleNameMapper: { "\\.css$": "<rootDir>/tests/empty-style.cjs" },
  transformIgnorePatterns: [`/node_modules/(?!(${esModules})/)`],
  cacheDirectory: "<rootDir>/node_modules/.cache/jest",
};
