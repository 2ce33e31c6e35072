/** `npm run crosscheck`: needs LibreOffice, so it is no part of `npm test`, which needs nothing but what npm installs. */
module.exports = {
  ...require("../jest.config.cjs"), rootDir: "../..", testMatch: ["<rootDir>/tests/crosscheck/*.check.ts"], testTimeout: 600_000,
};
