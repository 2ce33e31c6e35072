const { default: TestSequencer } = require("@jest/test-sequencer");

/** Rooms whose tests open workbooks, browsers or panels: minutes of work, in files that may be short. */
const slow = ["office", "e2e", "taskpane", "workbook"];

/** Where no earlier run tells how long each file takes, Jest begins with the largest: here the slow rooms come before that. */
module.exports = class extends TestSequencer {
  sort(tests) {
    const sorted = super.sort(tests);
    if (sorted.every(({ duration }) => duration)) return sorted;
    const rank = ({ path }) => slow.findIndex((room) => path.includes(`/tests/${room}/`)) >>> 0;
    return sorted.sort((a, b) => rank(a) - rank(b));
  }
};
