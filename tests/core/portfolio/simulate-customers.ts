import { sample } from "../../../src/core/templates";
import { askLevels } from "../../../src/core/agreement";
import { costToDeserve } from "../../../src/core/commitment/cost";
import type { Verdict } from "../../../src/core/portfolio/verdict";
import type { AskId } from "../../../src/core/role/asks";
import { seeded } from "../history/simulate";

const { agreement } = sample;
/** As 48.153,89 €: cents rounded first, so that none is carried past the comma. */
function germanMoney(level: number): string {
  const cents = String(Math.round(level * 100)).padStart(3, "0");
  return `${cents.slice(0, -2).replace(/(\d)(?=(\d{3})+$)/g, "$1.")},${cents.slice(-2)} €`;
}

/** A German export: heading of each ask, and how its column writes numbers. */
const columns: readonly [AskId, string, (level: number) => unknown][] = [
  ["A02", "Jahresumsatz", germanMoney],
  ["A13", "Rabatt %", (level) => level * 100], ["A18", "Treue (beobachtet)", (level) => level],
  ["A14", "Servicekontakte", (level) => level],
  ["A15", "Lieferanteil", (level) => level * 100], ["A07", "Empfehlungen (gezählt)", (level) => level],
  ["A09", "Kulanz", (level) => level * 100],
  ["A05", "Zubehörquote", (level) => `${level * 100} %`], ["A17", "Reklamationen in %", (level) => level * 100],
  ["A06", "Verzugstage", (level) => `${String(level).replace(".", ",")} Tage`], ["A04", "Upgrades", (level) => level * 100],
  ["A10", "Feedback", (level) => level],
];

/** What is true of a simulated customer. */
export interface Truth { id: string; verdict: Verdict; fit: number; profit: number; mustBroken: boolean }

/**
 * Customers whose verdict is known because they were made for it, as a messy German table. Every known ask stands at one and the same
 * attainment, so that the fit is that attainment. Contribution and commitments grow alike and nobody refers, so that the value has the
 * sign of contribution less commitments. Hiding purchases and price leaves 50 % of the weight, which is below the line.
 */
export function simulateCustomers(n: number, seed: number): { headings: string[]; rows: unknown[][]; truth: Truth[] } {
  const uniform = seeded(seed);
  const between = (low: number, high: number) => low + (high - low) * uniform();
  const deserve = costToDeserve(agreement);
  const kinds: readonly Verdict[] = ["Find out", "Invest", "Develop", "Renegotiate", "Let go"];
  const headings = ["Kd.-Nr.", "Firma", "Deckungsbeitrag", "Bindungsrate", "Wachstum", "Empfehlungen", "Potenzieller Deckungsbeitrag",
    ...columns.map(([, heading]) => heading)];
  const truth: Truth[] = [];
  const rows = Array.from({ length: n }, (_, i) => {
    const verdict = kinds[Math.floor(uniform() * kinds.length)]!;
    const mustBroken = verdict === "Renegotiate" && uniform() < 0.5;
    const gains = verdict === "Invest" || verdict === "Develop" || mustBroken || (verdict === "Find out" && uniform() < 0.5);
    const contribution = gains ? between(deserve + 1, 30_000) : between(-9000, deserve - 1);
    const potential = verdict === "Let go" ? between(-9000, deserve - 1) : between(deserve + 1, 40_000);
    const fit = verdict === "Invest" ? between(0.76, 1) : between(0.3, 0.74);
    truth.push({ id: `K${100_000 + i}`, verdict, fit, profit: contribution - deserve, mustBroken });
    const levels = columns.map(([id, , write]) => {
      const { asked, worst } = askLevels(agreement, id)!;
      if (verdict === "Find out" && (id === "A02" || id === "A13")) return uniform() < 0.5 ? "?" : "";
      return write(id === "A06" && mustBroken ? 50 : worst + fit * (asked - worst));
    });
    return [`K${100_000 + i}`, `Kunde ${i}`, contribution, 100 * between(0.6, 0.95), 2, 0, potential, ...levels];
  });
  return { headings, rows, truth };
}
