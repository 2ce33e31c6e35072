/** Where in a table of orders the three columns of an order list stand, counted from 0; undefined where none was recognised. */
export interface OrderColumns {
  readonly customer?: number;
  readonly date?: number;
  readonly amount?: number;
  /** What stands in the way, in a sentence each, naming the column by its heading. */
  readonly problems: readonly string[];
}

type Role = "customer" | "date" | "amount";

/**
 * Words of headings that name a role, in English, German, French, Spanish and Portuguese; without accents, and matched as whole
 * words or, from four letters on, as part of a longer one ("Rechnungsdatum"). Earlier words are the surer ones.
 */
const words: Readonly<Record<Role, readonly string[]>> = {
  customer: [
    "customer", "client", "kunde", "kunden", "kundennr", "kundennummer", "cliente", "buyer", "kaufer", "acheteur", "comprador", "account",
    "konto", "compte", "cuenta", "conta", "company", "firma", "societe", "empresa", "member", "donor", "debtor", "debitor",
  ],
  date: ["date", "datum", "fecha", "data", "day", "tag", "jour", "dia", "when", "time", "zeit"],
  amount: [
    "amount", "betrag", "montant", "importe", "valor", "value", "umsatz", "revenue", "sales", "turnover", "ventas", "vendas", "total", "gesamt",
    "summe", "sum", "somme", "suma", "monto", "montante", "quantia", "wert", "valeur", "price", "preis", "prix", "precio", "preco", "net",
    "netto", "ca",
  ],
};
/** Words of headings that are none of the three, whatever else they say: counts, and ids or texts of the order itself. */
const others = [
  "quantity", "qty", "menge", "anzahl", "stuck", "quantite", "cantidad", "quantidade", "units", "discount", "rabatt", "remise",
  "descuento", "desconto", "tax", "vat", "mwst", "tva", "iva", "rate", "percent", "order", "invoice", "auftrag", "bestell", "rechnung",
  "commande", "facture", "pedido", "factura", "fatura", "country", "land", "pays", "pais", "city", "ort", "ville", "ciudad", "cidade",
  "region", "status", "type", "typ", "tipo", "channel", "kanal", "canal", "category", "kategorie", "categorie", "categoria", "product",
  "produkt", "artikel", "produit", "producto", "produto", "sku", "currency", "wahrung", "devise", "moneda", "moeda",
];

/** Excel serial numbers of 1954 to 2119: what dates of orders look like. */
const [earliest, latest] = [20_000, 80_000];
const needed = 3;

/**
 * Recognises customer, date and amount among the columns of a table, by their headings and by what stands in them: dates are
 * numbers like Excel's, amounts are other numbers that vary, customers repeat.
 * @param headings One per column
 * @param rows Some or all rows below them
 * @example findOrderColumns(["Nr", "Kunde", "Datum", "Betrag"], rows) is { customer: 1, date: 2, amount: 3, problems: [] }
 */
export function findOrderColumns(headings: readonly unknown[], rows: readonly (readonly unknown[])[]): OrderColumns {
  const columns = headings.map((heading, i) => describe(String(heading ?? ""), rows.map((row) => row[i])));
  const roles: readonly Role[] = ["date", "amount", "customer"];
  const found: Partial<Record<Role, number>> = {};
  // The surest match first, each column for one role only.
  const matches = roles.flatMap((role) => columns.map((column, i) => ({ role, i, score: column.scores[role] })));
  for (const { role, i, score } of matches.sort((a, b) => b.score - a.score)) {
    if (score >= needed && found[role] === undefined && !Object.values(found).includes(i)) found[role] = i;
  }
  return { ...found, problems: roles.flatMap((role) => problemsOf(role, found[role], columns)) };
}

interface Column { readonly heading: string; readonly scores: Record<Role, number>; readonly texts: number }

function describe(heading: string, cells: readonly unknown[]): Column {
  const filled = cells.filter((cell) => cell !== "" && cell !== null && cell !== undefined);
  const numbers = filled.filter((cell): cell is number => typeof cell === "number");
  const share = (count: number) => count / Math.max(1, filled.length);
  const dates = share(numbers.filter((value) => value >= earliest && value <= latest).length);
  const distinct = share(new Set(filled).size);
  const isNumeric = share(numbers.length);
  // A column that never repeats numbers the orders; one with two or three values sorts them.
  const repeats = distinct < 0.95 && new Set(filled).size > 3 && !hasCents(numbers) ? (1 - dates) * (3 - isNumeric) : 0;
  const named = (role: Role) => nameScore(heading, words[role]);
  const otherwise = (role: Role) => (named(role) < 5 && nameScore(heading, others) > 0 ? 3 : 0);
  return {
    heading, texts: share(filled.length - numbers.length),
    scores: {
      date: named("date") + 4 * dates * Number(isVaried(numbers)) - 2 * (1 - isNumeric),
      amount: named("amount") + 2 * isNumeric * (1 - dates) * Number(isVaried(numbers)) + Number(hasCents(numbers)) - 4 * (1 - isNumeric)
        - otherwise("amount"),
      customer: named("customer") + repeats - otherwise("customer"),
    },
  };
}

const isVaried = (values: readonly number[]) => new Set(values.slice(0, 200)).size > 3 || values.length <= 3;
const hasCents = (values: readonly number[]) => values.some((value) => !Number.isInteger(value) && (value < earliest || value > latest));

/** 0 if no word names the heading; 6 for all of it, 5 for a whole word, 4 for a part of one; later words count a little less. */
function nameScore(heading: string, names: readonly string[]): number {
  const text = heading.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase();
  const parts = text.split(/[^a-z]+/).filter(Boolean);
  const scores = names.map((name, i) => {
    const isPart = name.length >= 4 && parts.some((part) => part.includes(name));
    const level = parts.join(" ") === name ? 6 : parts.includes(name) ? 5 : isPart ? 4 : 0;
    return level === 0 ? 0 : level - i / 100;
  });
  return Math.max(0, ...scores);
}

const wanted: Readonly<Record<Role, string>> = {
  customer: "Say which column holds the customer: a name or number that repeats.",
  date: "Say which column holds the date of the order.",
  amount: "Say which column holds the amount of the order.",
};

function problemsOf(role: Role, found: number | undefined, columns: readonly Column[]): string[] {
  if (found === undefined) return [wanted[role]];
  const { heading, texts } = columns[found]!;
  if (role === "customer" || texts === 0) return [];
  const [what, are] = role === "date" ? ["dates", "dates"] : ["amounts", "numbers"];
  return [`The column "${heading}" holds ${texts === 1 ? what : `some ${what}`} as text: turn them into ${are}.`];
}
