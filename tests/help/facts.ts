import { assess } from "../../src/core/assessment";
import { scorePortfolio } from "../../src/core/portfolio/portfolio";
import { sampleCustomers } from "../../src/core/portfolio/sample-customers";
import { totalsOf, whaleOf } from "../../src/core/portfolio/totals";
import type { AskId } from "../../src/core/role/asks";
import { sample } from "../../src/core/templates";
import { ltv } from "../../src/core/value/ltv";

/** The worked example, worked out: what the pages of help quote. */
export const { agreement } = sample;
export const result = assess(agreement);
export const { asked, actual, without } = result.cases!;
export const { inputs } = agreement;

/** An ask or commitment of the example, with what follows for it. */
export const askOf = (id: string) => ({ ...agreement.asks.find((ask) => ask.id === id)!, ...result.asks.find((ask) => ask.id === id)! });
export const commitmentOf = (id: string) => ({ ...agreement.commitments.find((each) => each.id === id)!, ...result.commitments.find((each) => each.id === id)! });

const scores = scorePortfolio(agreement, sampleCustomers);
export const totals = totalsOf(scores, sampleCustomers);
export const whale = whaleOf(scores);
export const customers = sampleCustomers.texts.name.map((name, i) => ({
  name: String(name), profit: scores.profit[i]!, net: scores.net[i]!, potential: scores.potential[i]!, fit: scores.fit[i]!,
  coverage: scores.coverage[i]!, verdict: scores.verdict[i]!, onLoss: scores.bonusOnLoss[i]!,
}));
/** The level that was observed of an ask. */
export const levelOf = (name: string, ask: AskId) => sampleCustomers.levels[ask]![customers.findIndex((each) => each.name === name)]!;
export const customerOf = (name: string) => customers.find((customer) => customer.name === name)!;

/** The small customer of the primer: 1,200 a year, 85 of 100 stay, 10 % a year. */
export const small = { rate: 0.1, retention: 0.85, margin: 1200 } as const;
export const smallValue = (more: Partial<Parameters<typeof ltv>[0]> = {}) => ltv({ ...small, ...more });
