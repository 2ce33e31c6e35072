import fc from "fast-check";
import { checkCustomers } from "../../../src/core/portfolio/check-customers";
import { columnsFor, customerAt, customersOf, type Customer } from "../../../src/core/portfolio/customers";
import { dayIn, numberIn, readDay, readNumber } from "../../../src/core/portfolio/import/cells";
import { editDistance, nameScore } from "../../../src/core/portfolio/import/heading";
import { mapColumns, rematched } from "../../../src/core/portfolio/import/map-columns";
import { readCustomers } from "../../../src/core/portfolio/import/read-customers";
import { refreshed } from "../../../src/core/portfolio/import/refresh";
import { cellsOf, tableOf } from "../../../src/core/portfolio/import/table";
import { headingWords } from "../../../src/core/portfolio/import/words";
import { writingOf } from "../../../src/core/portfolio/import/writing";
import { median, outliersIn } from "../../../src/core/portfolio/outliers";
import { scorePortfolio } from "../../../src/core/portfolio/portfolio";
import { dayOf, sampleCustomers } from "../../../src/core/portfolio/sample-customers";
import { sample } from "../../../src/core/templates";
import { decimal } from "../decimals";
import { simulateCustomers } from "./simulate-customers";

const { agreement } = sample;
const mapped = (headings: string[], ...rows: unknown[][]) => mapColumns(tableOf([headings, ...rows]), agreement);
const keysOf = (headings: string[], ...rows: unknown[][]) =>
  Object.fromEntries(mapped(headings, ...rows).matches.map(({ key, heading, from }) => [headings[from] === heading ? key : "?", heading]));

describe("headings", () => {
  const row = ["C1", "Amber", 24500, 0.93, 0.03, 66000, 0.06, 6, 36, 0.45, 3000];
  const rows = [row, ["C2", "Birch", 18200, 0.9, 0.02, 58000, 0.07, 9, 42, 0.45, 2500]];
  test.each([
    ["English", ["Customer no.", "Customer name", "Contribution margin", "Retention rate", "Growth", "Net sales", "Discount given",
      "Days overdue", "Support tickets", "Attach rate", "Commission"]],
    ["German", ["Kundennr.", "Kunde", "Deckungsbeitrag", "Bindungsrate", "Wachstum", "Jahresumsatz", "Rabattsatz", "Verzugstage",
      "Kontakte", "Zubehörquote", "Provision"]],
    ["French", ["N° client", "Raison sociale", "Marge sur coûts variables", "Taux de rétention", "Croissance", "Chiffre d'affaires",
      "Remise", "Jours de retard", "Appels", "Accessoires", "Prime"]],
    ["Spanish", ["Código cliente", "Razón social", "Margen de contribución", "Retención", "Crecimiento", "Ventas", "Descuento",
      "Días de retraso", "Llamadas", "Accesorios", "Comisión"]],
    ["Portuguese", ["Código do cliente", "Nome do cliente", "Margem de contribuição", "Retenção", "Crescimento", "Vendas", "Desconto",
      "Dias de atraso", "Contactos", "Acessórios", "Comissão"]],
  ])("are recognised in %s", (_, headings) => {
    const { matches, missing } = mapped(headings, ...rows);
    const wanted = ["id", "name", "contribution", "retention", "growth", "A02", "A13", "A06", "A14", "A05", "bonus"];
    expect(wanted.map((key) => matches.find((match) => match.key === key)?.from)).toEqual(wanted.map((__, i) => i));
    expect(missing).toEqual([]);
    for (const key of wanted) expect(matches.find((match) => match.key === key)!.confidence).toBeGreaterThanOrEqual(0.7);
  });

  test("in any case, with slips, units, years, underscores and camel case", () => {
    expect(keysOf(["CUSTOMER_ID", "contributoin 2025 (EUR)", "retention-rate %", "avgDaysLate"], ["a", 1, 0.9, 3], ["b", 2, 0.8, 4]))
      .toMatchObject({ id: "CUSTOMER_ID", contribution: "contributoin 2025 (EUR)", retention: "retention-rate %", A06: "avgDaysLate" });
  });

  test("our own sheet is read back without a doubt", () => {
    const columns = columnsFor(agreement);
    const matches = mapped(columns.map(({ heading }) => heading), columns.map(({ kind }) => (kind === "text" ? "x" : ""))).matches;
    expect(matches.filter(({ confidence }) => confidence === 1).map(({ key }) => key)).toEqual(columns.map(({ key }) => key));
  });

  test("what belongs to nothing is left alone, and what is needed and absent is named", () => {
    const { unused, missing } = mapped(["Customer", "Country", "Fax", "Retention"], ["Amber", "DE", "1", 0.9], ["Birch", "DE", "2", 0.8]);
    expect(unused).toEqual(["Country", "Fax"]);
    expect(missing).toEqual(["Contribution"]);
  });

  test("a name serves as the id where there is none, and a block without headings loses no row", () => {
    const named = tableOf([["Customer", "Contribution", "Retention"], ["Amber", 1, 0.9], ["Birch", 2, 0.8]]);
    expect(readCustomers(named, mapColumns(named, agreement), agreement).customers.texts.id).toEqual(["Amber", "Birch"]);
    const bare = tableOf([["Amber", 1, 0.9], ["Birch", 2, 0.8]]);
    expect(bare).toMatchObject({ headings: ["Column 1", "Column 2", "Column 3"], rows: { length: 2 } });
  });

  test("one column may serve an estimate and an observation, and says so", () => {
    expect(mapped(["Id", "Contribution", "Retention"], ["a", 1, 0.9]).matches.find(({ key }) => key === "A18"))
      .toMatchObject({ heading: "Retention", reasons: ["the same column as the estimate"] });
  });

  test("a heading decides only with cells that suit it: texts are no days late", () =>
    expect(keysOf(["Id", "Days late"], ["a", "often"], ["b", "never"])).not.toHaveProperty("A06"));

  test("a column of different cells without a telling heading is offered as the id, as a guess", () =>
    expect(mapped(["Key", "Contribution", "Retention"], ...Array.from({ length: 9 }, (_, i) => [`x${i}`, i, 0.9])).matches[0])
      .toMatchObject({ key: "id", heading: "Key", confidence: 0.5, reasons: ["every cell is different"] }));

  test.each([
    ["comments, some empty", ["met at fair", "", "call back", "has 3 plants", ""]],
    ["comments, all different", ["met at fair", "wrote twice", "call back", "has 3 plants", "left"]],
    ["words", ["hot", "warm", "mild", "cool", "cold"]], ["codes with one repeat", ["k1", "k2", "k3", "k4", "k1"]],
    ["codes with one blank", ["k1", "k2", "k3", "k4", null]], ["amounts", [1.5, 2.25, 3.5, 4.1, 5.7]],
  ])("a column of %s is no id: with names they are the ids, without them the id is asked for", (_, cells) => {
    const rows = cells.map((cell, i) => [`Firm ${i}`, 100, 0.9, cell]);
    const leads = tableOf([["Lead name", "Contribution", "Retention", "Remarks"], ...rows]);
    const mapping = mapColumns(leads, agreement, undefined, undefined, "leads");
    expect([mapping.matches[0]!.key, mapping.unused, mapping.missing]).toEqual(["name", ["Remarks"], []]);
    expect(readCustomers(leads, mapping, agreement, false, "leads").customers.texts.id).toEqual(rows.map(([name]) => name));
    expect(mapped(["Contribution", "Retention", "Remarks"], ...rows.map((row) => row.slice(1))).missing).toEqual(["Id"]);
  });

  test("names are surer ids than numbers of which nobody said what they are", () =>
    expect(keysOf(["Customer", "Contribution", "Retention", "Fax"], ...Array.from({ length: 9 }, (_, i) => [`Firm ${i}`, i, 0.9, 4930 + i])))
      .not.toHaveProperty("id"));

  test("the words of the list are told as they are compared: lower case, without accents, none in two places", () => {
    const words = Object.values(headingWords).flat();
    for (const word of words) expect(word).toMatch(/^[a-z0-9 ]+$/);
    for (const own of Object.values(headingWords)) for (const word of own) expect(nameScore(word, own).score).toBeGreaterThan(0.95);
    const places = Object.entries(headingWords).flatMap(([key, own]) => own.map((word) => ({ key, word })));
    expect(places.filter(({ word, key }) => places.some((other) => other.word === word && other.key !== key)).map(({ word }) => word))
      .toEqual([]);
  });

  test("edit distance is that of Levenshtein: kitten to sitting 3, and a distance keeps its laws", () => {
    expect(editDistance("kitten", "sitting", 5)).toBe(3);
    const word = fc.string({ maxLength: 8 });
    fc.assert(fc.property(word, word, word, (a, b, c) => {
      expect(editDistance(a, b, 20)).toBe(editDistance(b, a, 20));
      expect(editDistance(a, c, 20)).toBeLessThanOrEqual(editDistance(a, b, 20) + editDistance(b, c, 20));
    }), { numRuns: 100 });
  });
});

describe("cells", () => {
  const comma = { decimal: ",", dates: "dmy" } as const;
  const point = { decimal: ".", dates: "mdy" } as const;
  test.each([
    ["1.234,56 €", ",", 1234.56], ["€ 1,234.56", ".", 1234.56], ["(1,234)", ".", -1234], ["1'234.50 CHF", ".", 1234.5],
    ["1 234,5", ",", 1234.5],
    ["12-", ".", -12], ["−7", ".", -7], ["18 %", ".", 0.18], ["18,5%", ",", 0.185], ["R$ 3.000", ",", 3000], ["12 Tage", ",", 12],
    ["USD 5", ".", 5],
    ["5 jours", ",", 5], [".5", ".", 0.5], ["1e3", ".", 1000],
    ["12 k€", ".", 12000], ["12k", ".", 12000], ["1,1 T€", ",", 1100], ["12 TEUR", ",", 12000], ["1.234,5 Tsd. €", ",", 1234500],
    ["$12.5k", ".", 12500], ["(12 k$)", ".", -12000], ["k£ 3", ".", 3000], ["12 k Euro", ".", 12000], ["12 kr", ".", 12], ["12 tkr", ".", 12000],
  ] as const)("%s with decimals after %s is %d", (text, decimalMark, value) => expect(numberIn(text, decimalMark)).toBeCloseTo(value, 12));
  test.each(["abc", "12 kg", "12 t", "k€", "1,2,3x", "", "-", "€", "12/3"])("“%s” is no number", (text) => expect(numberIn(text, ".")).toBeNull());

  test("written the German way and the English way, any number comes back", () => {
    fc.assert(fc.property(decimal(-1e7, 1e7), (value) => {
      expect(numberIn(value.toLocaleString("de-DE", { maximumFractionDigits: 6 }), ",")).toBeCloseTo(value, 6);
      expect(numberIn(value.toLocaleString("en-US", { maximumFractionDigits: 6 }), ".")).toBeCloseTo(value, 6);
    }), { numRuns: 200 });
  });

  test.each([
    ["2024-03-01", "dmy", dayOf(2024, 3, 1)], ["01.03.2024", "dmy", dayOf(2024, 3, 1)], ["3/1/24", "mdy", dayOf(2024, 3, 1)],
    ["1 Mar 2024", "dmy", dayOf(2024, 3, 1)], ["Mar 1, 2024", "mdy", dayOf(2024, 3, 1)], ["1. März 2024", "dmy", dayOf(2024, 3, 1)],
    ["1 févr. 2024", "dmy", dayOf(2024, 2, 1)], ["1 de mayo de 2024", "dmy", dayOf(2024, 5, 1)], ["1 out 2024", "dmy", dayOf(2024, 10, 1)],
    ["20240301", "dmy", dayOf(2024, 3, 1)], ["2024-03-01T10:20:30Z", "dmy", dayOf(2024, 3, 1)], ["31/12/99", "dmy", dayOf(1999, 12, 31)],
  ] as const)("%s (%s) is the day %d", (text, order, day) => expect(dayIn(text, order)).toBe(day));
  test.each(["30.02.2024", "13/13/2024", "soon", "12"])("“%s” is no day", (text) => expect(dayIn(text, "dmy")).toBeNull());

  test("Excel's day 45,352 is 1 March 2024 (1900 system), and 43,890 is the same in a workbook that counts from 1904", () => {
    expect([readDay(45352, point), readDay(43890, point, true), readDay(45352.75, point), readDay(20240301, point)])
      .toEqual(Array(4).fill(dayOf(2024, 3, 1)));
    expect(dayOf(2024, 3, 1)).toBe(45352);
  });

  test("?, n/a and blanks in five languages are what they say", () => {
    expect(["?", " ", null, "k.A.", "inconnu", "#N/A", "sin datos", "–"].map((cell) => readNumber(cell, comma)))
      .toEqual(Array(8).fill("unknown"));
    expect(["n/a", "N/A", "entfällt", "sans objet", "no aplica", "não se aplica"].map((cell) => readNumber(cell, comma)))
      .toEqual(Array(6).fill("n/a"));
    expect(readNumber("viel", comma)).toBe("text");
  });

  test.each([
    [["1.234,56", "7"], ","], [["1,234.56", "7"], "."], [["1.234", "2.500", "12,5"], ","], [["0.125"], "."], [["1.234.567"], ","],
    [["1,5"], ","],
    [["1.234"], "."],
  ] as const)("%j write decimals after %s; the last is open and follows the usual", (texts, mark) =>
    expect(writingOf(texts, { decimal: ".", dates: "dmy" }).decimal).toBe(mark));
  test("a day above 12 settles the order of day and month", () => {
    expect(writingOf(["03/04/2024", "13/04/2024"], point).dates).toBe("dmy");
    expect(writingOf(["03/04/2024", "04/13/2024"], comma).dates).toBe("mdy");
  });
});

describe("units", () => {
  const read = (heading: string, ...cells: unknown[]) => {
    const table = tableOf([["Id", "Contribution", "Retention", heading], ...cells.map((cell, i) => [`c${i}`, 1, 0.9, cell])]);
    return customerAt(readCustomers(table, mapColumns(table, agreement), agreement).customers, 0);
  };
  test("18 and 0.18 are the same discount", () => {
    expect(read("Discount", 18, 6, 7).levels.A13).toBe(0.18);
    expect(read("Discount", 0.18, 0.06, 0.07).levels.A13).toBe(0.18);
    expect(read("Discount %", "18 %", "6%", "7%").levels.A13).toBe(0.18);
  });
  test("1.8 % of claims is told from 0.018 by what the role speaks of, though both are legal shares", () => {
    expect(read("Claims %", 0.8, 0.3, 0.5).levels.A17).toBe(0.008);
    expect(read("Claims", 0.008, 0.003, 0.005).levels.A17).toBe(0.008);
  });
  test("a mixed column reads each cell as it is written", () => expect(read("Discount", "18%", 6, 7).levels.A13).toBe(0.18));
  test("growth of 3 is 3 %, of 0.03 too", () =>
    expect([read("Growth", 3, 2, 1).growth, read("Growth", 0.03, 0.02, 0.01).growth]).toEqual([0.03, 0.03]));
  test("months become years, thousands units, weeks days, and the mapping says so", () => {
    expect(read("Monthly referrals", 0.5, 1).referrals).toBe(6);
    expect(read("Revenue (TEUR)", 60, 50).levels.A02).toBe(60000);
    expect(read("Weeks late", 2, 1).levels.A06).toBeUndefined();
    expect(read("Payment delay (weeks)", 2, 1).levels.A06).toBe(14);
    for (const unit of ["k€", "k €", "in T€", "(Tsd. €)", "k $", "[k£]", "K EUR", "kEUR", "($k)", "T Euro"]) {
      expect(read(`Revenue ${unit}`, 60, 50).levels.A02).toBe(60000);
      expect(mapped([`Revenue ${unit}`], [60]).matches[0]!.confidence).toBeGreaterThan(0.9);
    }
    expect(read("Revenue", "12 k€", 50).levels.A02).toBe(12000);
    expect(read("Revenue (k€)", "12 k€", 50).levels.A02).toBe(12000);
    for (const heading of ["Revenue Stock EUR", "Net EUR Revenue", "Revenue t"]) expect(read(heading, 60, 50).levels.A02).toBe(60);
    expect(mapped(["Revenue (TEUR)"], [60]).matches[0]!.reasons).toEqual(["“Revenue (TEUR)” says revenue", "in thousands"]);
  });
});

describe("a messy table", () => {
  const text = [
    "Kundenliste 2025;;;;;;", "Kunden-Nr.;Firma;Deckungsbeitrag (TEUR);Bindungsrate %;Jahresumsatz;Verzugstage;Kunde seit",
    "C01;\"Amber; Dairy\";24,5;93;66.000,00 €;6 Tage;04.03.2019", "C11;Kestrel;(2,5);78;34.000,00 €;?;25.05.2020", ";;;;;;",
    "c11 ;Kestrel;(2,5);78;;40;",
    "C12;Larch;viel;85;n/a;44;31.12.2018", ";ohne Nummer;1;80;;;", "Summe;;22;;100.000,00 €;;",
  ].join("\r\n");
  const table = tableOf(cellsOf(text));
  const { customers, report } = readCustomers(table, mapColumns(table, agreement), agreement);

  test("is read as its people meant it", () => {
    expect(table).toMatchObject({ above: 1, headings: expect.arrayContaining(["Firma"]) });
    expect(customers.texts.id).toEqual(["C01", "C11", "C12"]);
    expect(customerAt(customers, 0)).toMatchObject({
      name: "Amber; Dairy", contribution: 24500, retention: 0.93, firstOrder: dayOf(2019, 3, 4), levels: { A02: 66000, A06: 6 },
    });
    expect(customerAt(customers, 1)).toMatchObject({ contribution: -2500, levels: { A02: 34000, A06: null } });
    expect(customerAt(customers, 2)).toMatchObject({ contribution: null, levels: { A02: "n/a", A06: 44 } });
  });

  test("is reported with counts before anything is written, naming row and column of the source", () => {
    expect(report).toMatchObject({
      rows: 6, customers: 3, left: { blank: 0, totals: 1, withoutId: [5], repeated: ["Row 3: c11 stands already in row 2."] },
      unread: [{ row: 4, message: "Row 4, Deckungsbeitrag (TEUR): “viel” is not a number. It counts as unknown." }],
      counts: { missing: 1 }, remarks: [{ message: "Row 4, Contribution: a number is needed." }],
    });
    expect(report.asks.filter(({ unknown, notApplicable }) => unknown + notApplicable > 0))
      .toEqual([{ heading: "Buy regularly", unknown: 0, notApplicable: 1 }, { heading: "Pay on time", unknown: 1, notApplicable: 0 }]);
  });

  test("keeps the source as it was", () => {
    const cells = Object.freeze([Object.freeze(["Id", "Contribution"]), Object.freeze(["a", "1,5"])]) as string[][];
    const frozen = tableOf(cells);
    expect(() => readCustomers(frozen, mapColumns(frozen, agreement), agreement)).not.toThrow();
  });

  test("whatever stands in it, reading never throws and never invents a customer", () => {
    const cell = fc.oneof(fc.string(), fc.double(), fc.boolean(), fc.constant(null), fc.constant("?"), fc.constant("n/a"));
    fc.assert(fc.property(fc.array(fc.array(cell, { minLength: 4, maxLength: 4 }), { maxLength: 12 }), (rows) => {
      const any = { headings: ["Id", "Contribution", "Retention", "Days late"], rows, above: 0 };
      const read = readCustomers(any, mapColumns(any, agreement), agreement);
      const { blank, totals, withoutId, repeated } = read.report.left;
      expect(read.customers.count + blank + totals + withoutId.length + repeated.length).toBe(rows.length);
      expect(scorePortfolio(agreement, read.customers).verdict).toHaveLength(read.customers.count);
    }), { numRuns: 100 });
  });
});

describe("quotes in pasted text (RFC 4180, section 2)", () => {
  test.each([
    ["in mid-cell is a letter", 'C1;Box 12" Ltd;3\nC2;Fir;4', [["C1", 'Box 12" Ltd', "3"], ["C2", "Fir", "4"]]],
    ["around a part of a cell is two letters", 'C1;"Box" Ltd;3\nC2;Fir;4', [["C1", '"Box" Ltd', "3"], ["C2", "Fir", "4"]]],
    ["around a cell keeps separators, line breaks and doubled quotes", 'C1;"Box; 12""\nLtd";3\r\nC2;Fir;4',
      [["C1", 'Box; 12"\nLtd', "3"], ["C2", "Fir", "4"]]],
    ["that is never closed is a letter", 'C1;"Box;3\nC2;Fir;4\n', [["C1", '"Box', "3"], ["C2", "Fir", "4"]]],
    ["that another row seems to close is a letter too", 'C0;Ash;2\nC1;"Box;3\nC2;Fir;4"\nC3;Elm;5', [
      ["C0", "Ash", "2"], ["C1", '"Box', "3"], ["C2", "Fir", '4"'], ["C3", "Elm", "5"]]],
  ])("a quote %s", (_, text, cells) => expect(cellsOf(text)).toEqual(cells));

  test("no row is lost, wherever one stray quote stands", () => {
    const plainRows = ["Id;Name;Contribution", "C1;Box;3", "C2;Fir;4", "C3;Elm;5"].join("\n");
    fc.assert(fc.property(fc.nat(plainRows.length), (at) => {
      const cells = cellsOf(`${plainRows.slice(0, at)}"${plainRows.slice(at)}`);
      expect(cells.map((row) => row.length)).toEqual([3, 3, 3, 3]);
      expect(cells.map((row) => row.join(";")).join("\n").replace('"', "")).toBe(plainRows);
    }), { numRuns: 100 });
  });
});

describe("a mapping is remembered", () => {
  const headings = ["Nr", "Beitrag", "Treue", "Zahlungsverzug", "Fax"];
  const table = tableOf([headings, ["a", 1000, 80, 4, 1], ["b", 2000, 90, 6, 2]]);
  const first = rematched(rematched(mapColumns(table, agreement), table, agreement, "contribution", 1), table, agreement, "retention", 2);

  test("choices by hand stand, and say that they are", () => {
    expect(first.matches.find(({ key }) => key === "retention"))
      .toMatchObject({ heading: "Treue", confidence: 1, factor: 0.01, reasons: ["chosen by hand", "per cent without the sign"] });
    expect(rematched(first, table, agreement, "A06", null).matches.map(({ key }) => key)).not.toContain("A06");
  });

  test("as plain JSON, for the same headings in another order", () => {
    const again = tableOf([["Fax", "Zahlungsverzug", "Treue", "Beitrag", "Nr"], [1, 5, 85, 1500, "a"]]);
    const later = mapColumns(again, agreement, JSON.parse(JSON.stringify(first)));
    expect(later.matches.find(({ key }) => key === "contribution")).toMatchObject({ from: 3, confidence: 1, reasons: ["as last time"] });
    expect(customerAt(readCustomers(again, later, agreement).customers, 0))
      .toMatchObject({ contribution: 1500, retention: 0.85, levels: { A06: 5 } });
    expect(later.unused).toEqual(["Fax"]);
  });
});

describe("refreshing", () => {
  const known = customersOf([
    {
      id: "a", contribution: 1, retention: 0.9, levels: { A06: 5 }, owner: "Ann",
      override: "Develop", reason: "so", overrideOwner: "me", until: 9,
    },
    { id: "b", contribution: 2, retention: 0.8, levels: { A06: 6 } },
  ]);
  const fresh = customersOf([
    { id: "C", contribution: 3, retention: 0.7, levels: {} },
    { id: "A ", contribution: 10, retention: null, levels: { A06: null, A13: 0.1 } },
  ]);
  const { customers, added, changed, gone } = refreshed(known, fresh);

  test("takes what is new, keeps what the new table leaves empty, and never touches an override", () => {
    expect(customerAt(customers, 0)).toMatchObject({
      id: "a", contribution: 10, retention: 0.9, owner: "Ann", override: "Develop", reason: "so", overrideOwner: "me", until: 9,
      levels: { A06: 5, A13: 0.1 },
    });
    expect(customerAt(customers, 2)).toMatchObject({ id: "C", contribution: 3, levels: { A06: null } });
  });
  test("names who was added, who changed and who is gone; nobody is deleted", () =>
    expect([added, changed, gone, customers.count]).toEqual([["C"], ["a"], ["b"], 3]));
  test("with the same data changes nothing", () =>
    expect(refreshed(sampleCustomers, sampleCustomers)).toMatchObject({ added: [], changed: [], gone: [], customers: sampleCustomers }));
});

describe("what is doubtful", () => {
  test("the sample has nothing to mend, and its gaps are counted: 13 unknown levels", () => {
    const check = checkCustomers(agreement, sampleCustomers);
    expect(check.remarks).toEqual([]);
    expect(check.asks.reduce((sum, { unknown }) => sum + unknown, 0)).toBe(13);
  });
  test("a number in the wrong unit is far from all others by median and MAD, and is named", () => {
    const rows = Array.from({ length: 12 }, (_, i) => customerAt(sampleCustomers, i) as Customer);
    const wrong = rows.map((row, i) => (i === 3 ? { ...row, contribution: 12_400_000 } : row));
    expect(checkCustomers(agreement, customersOf(wrong)).remarks.map(({ message }) => message))
      .toEqual(["Row 4, Contribution: 12400000 is far from all others. Is it right?"]);
  });
  test.each([
    [{ retention: 93 }, "Row 1, Retention: 9300% is above 100%."], [{ bonus: -1 }, "Row 1, Bonus: -1 is below 0."],
    [{ mode: "X" }, "Row 1, Mode: “X” is none of R, T."], [{ contribution: null }, "Row 1, Contribution: a number is needed."],
    [{ override: "Develop", reason: "so", overrideOwner: "me" }, "Row 1, Until: an override needs it."],
  ])("%j: %s", (change, message) => {
    const one = customersOf([{ id: "a", contribution: 1, retention: 0.9, levels: {}, ...change }]);
    expect(checkCustomers(agreement, one).remarks.map((remark) => remark.message)).toEqual([message]);
  });
  test("the median is the middle of the sorted numbers", () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 1, maxLength: 15 }), (values) => {
      const sorted = [...values].sort((a, b) => a - b);
      const half = sorted.length >> 1;
      expect(median(Float64Array.from(values))).toBe(sorted.length % 2 === 1 ? sorted[half] : (sorted[half - 1]! + sorted[half]!) / 2);
    }));
  });
  test("equal numbers have no outliers, and few numbers say nothing", () => {
    expect(outliersIn(new Float64Array(20).fill(5))).toEqual([]);
    expect(outliersIn(Float64Array.of(1, 2, 3, 1000))).toEqual([]);
  });
});

test("100,000 simulated customers of known truth, as a messy German table, all come back with their verdict, fit and profit", () => {
  const { headings, rows, truth } = simulateCustomers(100_000, 20_260);
  const doubled = [...rows, ...rows.slice(0, 500), ["Summe", "", 1, "", "", 1]];
  const table = tableOf([["Kundenauswertung"], headings, ...doubled]);
  const mapping = mapColumns(table, agreement);
  expect(mapping.missing).toEqual([]);
  const { customers, report } = readCustomers(table, mapping, agreement);
  expect([report.left.repeated.length, report.left.totals, report.unread.length, customers.count]).toEqual([500, 1, 0, 100_000]);
  const scores = scorePortfolio(agreement, customers);
  const wrong = truth.filter(({ id, verdict, fit, profit, mustBroken }, i) => customers.texts.id[i] !== id || scores.verdict[i] !== verdict
    || Math.abs(scores.profit[i]! - profit) > 1e-6 || Math.abs(scores.fit[i]! - (mustBroken ? 0 : fit)) > 1e-6);
  expect(wrong.slice(0, 3)).toEqual([]);
});
