import { checkHistories, groupHistories, timelineOf, type Histories } from "../../../src/core/history/groups";
import { fault } from "./fault";
import { rows, simulateBgNbd } from "./simulate";

/** The customers behind the groups, as sorted texts. */
const ungrouped = ({ times, blocks, recency, T, count }: ReturnType<typeof groupHistories>) =>
  blocks.flatMap(({ x, from, to }) => Array.from({ length: to - from }, (_, i) => from + i).flatMap((row) =>
    Array<string>(count[row]!).fill([x, times[recency[row]!]!.toFixed(9), times[T[row]!]!.toFixed(9)].join(" ")))).sort();
const listed = ({ frequency, recency, T }: Histories) =>
  Array.from(frequency, (x, i) => [x, recency[i]!.toFixed(9), T[i]!.toFixed(9)].join(" ")).sort();

const cdnow = [0.243, 4.414, 0.793, 2.426];

test.each([
  ["whole days, many customers (counted)", simulateBgNbd(cdnow, { n: 20_000, seed: 1, least: 27, most: 30, days: true })],
  ["whole days, few customers (sorted)", simulateBgNbd(cdnow, { n: 300, seed: 2, days: true })],
  ["times without a common step", simulateBgNbd(cdnow, { n: 500, seed: 3 })],
  ["one customer", rows([3, 20, 39])],
  ["nobody watched for any time", rows([0, 0, 0], [0, 0, 0])],
])("groups stand for exactly the customers given: %s", (_, histories) => {
  expect(ungrouped(groupHistories(histories))).toEqual(listed(histories));
});

test("times in weeks of whole days, months of 30.4375 days or hundredths all become multiples of one step", () => {
  for (const unit of [7, 30.4375, 100]) {
    const days = rows([2, 12, 90], [1, 30, 61], [0, 0, 45]);
    const scale = (column: Float64Array) => column.map((day) => day / unit);
    const { times } = timelineOf({ frequency: days.frequency, recency: scale(days.recency), T: scale(days.T) });
    expect(times.length).toBe(91);
    expect(times[61]).toBeCloseTo(61 / unit, 12);
  }
});

test.each([
  [[1.5, 2, 3], "x must be a whole number"], [[-1, 0, 3], "x must be a whole number"], [[2, 4, 3], "t_x must be from 0 to T"],
  [[0, 1, 3], "t_x is 0 if and only if x is 0"], [[1, 0, 3], "t_x is 0 if and only if x is 0"], [[0, 0, -3], "T must be 0 or more"],
])("the history %p is refused: %s", (row, complaint) => {
  expect(() => checkHistories(rows([1, 1, 2], row))).toThrow(fault("out-of-range"));
  expect(() => checkHistories(rows([1, 1, 2], row))).toThrow(new RegExp(`^Customer 2: .*${complaint}`));
});
