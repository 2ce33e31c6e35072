import { existsSync, readFileSync } from "node:fs";
import { openExcel } from "../functions/excel";
import { calculate } from "../functions/formula";
import { helpPages } from "./pages";
import { shelf, written, type HelpPage } from "./page";

let pages: Map<string, HelpPage>;
let excel: Awaited<ReturnType<typeof openExcel>>;
beforeAll(async () => {
  excel = await openExcel();
  pages = new Map((await helpPages()).map((page) => [page.id, page]));
});
const page = (id: string) => written(pages.get(id)!);
const words = (html: string) => html.replace(/<style>[\s\S]*<\/style>|<[^>]+>/g, " ").replace(/\s+/g, " ");

describe("the pages of help (panel note, section 4)", () => {
  test("are 24 terms, 12 pages of method, 10 exercises with an answer cell, a primer and an error clinic with a keyboard map", () => {
    expect(page("glossary").match(/<dt id=/g)).toHaveLength(24);
    expect(pages.get("method")!.sections).toHaveLength(12);
    expect(page("exercises").match(/<input id="[a-z]+-answer"/g)).toHaveLength(10);
    expect(page("clinic")).toContain('<section id="keys">');
    expect(words(page("primer"))).toContain("4,800.00");
  });

  test("name each other, and every page and place they name exists", () => {
    for (const [id] of pages) {
      const html = page(id);
      for (const [file] of shelf) expect(html).toContain(`href="${file}"`);
      for (const [, file, place] of html.matchAll(/href="([a-z]*(?:\.html)?)(?:#([a-z-]+))?"/g)) {
        const target = file === "" ? html : existsSync(`assets/help/${file}`) ? readFileSync(`assets/help/${file}`, "utf8") : undefined;
        expect([id, file, target !== undefined]).toEqual([id, file, true]);
        if (place) expect(target).toContain(`id="${place}"`);
      }
    }
  });

  test("stand by themselves: no other address, no style sheet, no script but their own beside them", () => {
    for (const [id] of pages) {
      expect(page(id)).not.toMatch(/https?:|<link|@import|url\(/);
      const scripts = [...page(id).matchAll(/<script src="([^"]+)"/g)].map(([, file]) => existsSync(`assets/help/${file}`));
      expect(scripts).toEqual(id === "exercises" ? [true] : []);
    }
  });

  test("credit the two articles the idea comes from, on the first page of the method", () => {
    const first = words(pages.get("method")!.sections[0]!.html);
    expect(first).toContain("Lior Arussy: “Defining the role of the customer” (23 March 2004) and “Shall We Dance?” (1 January 2007)");
  });

  /** Expected: 2-model 1.1, 1.4, 1.5 and 1.6, and 4-panel section 2, worked out there independently. */
  test.each([
    ["primer", ["4,800.00", "5,034.28", "5,280.00", "4,080.00", "4,488.00", "98.65", "0.797", "4,667.21", "3,477.57", "3,138.02", "11,958"]],
    ["method", ["134,400", "57,320", "5,958", "56,352", "16,296", "5,269", "65,067", "13,706", "12.7", "89.4", "86.5", "85.3", "269,351", "314,221", "513,982",
      "124.9", "8,145.69", "24,100", "33.8"]],
    ["glossary", ["2,340", "55.5", "44.2", "32.5", "2.2", "86.5", "85.3"]],
  ])("%s says %s", (id, numbers) => {
    for (const number of numbers) expect(words(page(id))).toContain(number);
  });
});

/** Numbers in the ways of the exercises that are steps to the answer, and what each is worked out with. */
test.each([
  ["4,320", "=ROLE.RECOVERYCOST(6, 180, 40%, 900)", 4320],
  ["60.25", "=ROLE.ROLEFIT({52000,18,0}, {60000,5,4}, {20000,45,0}, {50,30,20})", 0.6025],
  ["0.675", "=ROLE.ATTAINMENT(18, 5, 45)", 0.675],
  ["4,200", "=ROLE.CUSTOMERLTV(10%, 85%, 1050)", 4200],
  ["1,400", "=INDEX(ROLE.GOODBUSINESS(10%, 85%, 1200, 150, , , , , TRUE), 1, 3)", 1400],
  ["88.13", "=ROLE.BREAKEVENRETENTION(10%, 1200, 4800, 150)", 0.88125],
  ["78.47", "=ROLE.RETENTIONRATE(98%, , 12, 1)", 0.98 ** 12],
  ["66.67", "=ROLE.RECIPROCITY({60;40}, {9,3;0,3}, {1,0.5})", (60 + 40 * 1.5 / 9) / 100],
])("an exercise says %s, for %s is %d", (text, formula, value) => {
  expect(words(page("exercises"))).toContain(text);
  expect(calculate(formula, excel.call)).toBeCloseTo(value, 9);
});
