import { openExcel } from "./excel";

let excel: Awaited<ReturnType<typeof openExcel>>;
beforeAll(async () => { excel = await openExcel(); });
const call = (id: string, ...given: unknown[]) => excel.call(id, ...given);

test("LATEPAYCOST: 1,664.383562 (section 4), 1,687.50 on 360 days, 2,164.38 with bad debt; early payment gains", () => {
  expect(call("LATEPAYCOST", 0.09, 250000, 27)).toBeCloseTo(1664.383562, 6);
  expect(call("LATEPAYCOST", 0.09, 250000, 27, "", 360)).toBe(1687.5);
  expect(call("LATEPAYCOST", 0.09, 250000, 27, 0.002)).toBeCloseTo(2164.383562, 6);
  expect(call("LATEPAYCOST", 0.09, 250000, -27)).toBeCloseTo(-1664.383562, 6);
});

test("LATEPAYCOST: basis 0 reads 365; outside its domain #NUM!", () => {
  expect(call("LATEPAYCOST", 0.09, 250000, 27, 0, 0)).toBeCloseTo(1664.383562, 6);
  expect([[-1, 1, 1], [0.09, 1, 1, 1.1], [0.09, 1, 1, 0, -365]].map((given) => call("LATEPAYCOST", ...given)))
    .toEqual(["#NUM!", "#NUM!", "#NUM!"]);
});

test("LATEPAYCOST: the statutory 12.25 % of the mission's A06 gives 2,265.41", () =>
  expect(call("LATEPAYCOST", 0.1225, 250000, 27)).toBeCloseTo(2265.41, 2));

test("RECOVERYCOST: 4,320 at 40 % forgiveness, 1,620 at 90 % (section 2)", () => {
  expect([0.4, 0.9].map((forgiveness) => Math.round((call("RECOVERYCOST", 6, 180, forgiveness, 900) as number) * 1e6) / 1e6))
    .toEqual([4320, 1620]);
  expect([[-1, 180, 0.4, 900], [6, 180, 1.1, 900]].map((given) => call("RECOVERYCOST", ...given))).toEqual(["#NUM!", "#NUM!"]);
});

test("SERVICELEVELCOST: 6,161.25 at 98 %, 7,727.49 at 99.5 % (section 2)", () => {
  expect(call("SERVICELEVELCOST", 0.98, 1000, 12, 0.25)).toBeCloseTo(6161.25, 2);
  expect(call("SERVICELEVELCOST", 0.995, 1000, 12, 0.25)).toBeCloseTo(7727.49, 2);
  expect([[0, 1, 1, 1], [1, 1, 1, 1], [0.5, -1, 1, 1], [0.5, 1, -1, 1], [0.5, 1, 1, -1]].map((given) => call("SERVICELEVELCOST", ...given)))
    .toEqual(Array(5).fill("#NUM!"));
});
