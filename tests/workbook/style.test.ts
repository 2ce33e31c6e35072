import { colors, formats, looks, styles, tabColors, type Look } from "../../src/workbook/style";

/** Contrast of two colours after WCAG 2.2, relative luminance. */
function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(color: string): number {
  const [red, green, blue] = [1, 3, 5].map((i) => parseInt(color.slice(i, i + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

test("there are ten named cell styles, every one called Role (9-look section 10)", () => {
  expect(Object.values(styles).flatMap(({ named }) => named ?? [])).toEqual([
    "Role Title", "Role Section", "Role Head", "Role Label", "Role Note", "Role Input", "Role Calc", "Role Link", "Role Total", "Role Check",
  ]);
});

/** Contrasts of the table in 9-look section 10, to one decimal. */
test.each([
  ["title", 14.3], ["section", 12.0], ["give", 12.5], ["head", 14.3], ["label", 16.5], ["note", 6.0], ["input", 8.1], ["calc", 21], ["link", 6.7],
  ["total", 21], ["check", 6.8],
] as const)("%s has the contrast the design states", (name, stated) => {
  const { color, fill = colors.white }: Look = styles[name];
  expect(contrast(color, fill)).toBeCloseTo(stated, 0);
  expect(contrast(color, fill)).toBeGreaterThanOrEqual(4.5);
});

test("every look and every conditional look can be read: 4.5 to 1 (WCAG 2.2 AA)", () => {
  const pairs = [...Object.entries(styles), ...Object.entries(looks)].map(([name, { color, fill = colors.white }]) => [name, contrast(color, fill)] as const);
  expect(pairs.filter(([, ratio]) => ratio < 4.5)).toEqual([]);
});

test("in black and white an input still has a frame, a total two lines, a section a thick edge", () => {
  expect(Object.keys(styles.input.borders).sort()).toEqual(["bottom", "left", "right", "top"]);
  expect(Object.keys(styles.total.borders).sort()).toEqual(["bottom", "top"]);
  expect(styles.section.borders.left!.style).toBe("thick");
  expect(styles.head.borders.bottom!.style).toBe("medium");
});

test("only inputs are unlocked", () => {
  expect(Object.entries(styles).filter(([, { unlocked }]) => unlocked).map(([name]) => name)).toEqual(["input"]);
});

/** Codes of the table in 9-look section 10, letter by letter. */
test("number formats are those of the design", () => {
  expect(formats).toMatchObject({
    money: '#,##0_);(#,##0);"-"_)', inputMoney: "#,##0_);(#,##0)", percent: '0.0%_);(0.0%);"-"_)', inputPercent: "0.0%_);(0.0%)",
    share: "0%_);(0%);0%_)", factor: '0.0000_);(0.0000);"-"_)', decimal: '#,##0.0_);(#,##0.0);"-"_)', flag: '0_);-0_);"-"_)',
    period: '"Year "0_)', strength: '0;-0;"·"', check: '[=0]"OK";"ERROR"',
  });
});

test("tabs tell inputs, calculations, results and controls apart", () => {
  expect(tabColors).toEqual({ input: "#F2C94C", calculation: "#9AA3B2", output: "#2E9E6B", control: "#4F60D8" });
});
