import { year } from "../../../src/core/history/reality";
import type { Orders } from "../../../src/core/history/rfm";
import { draws } from "./simulate";

/** Customers of a Pareto/NBD won over three years, whose orders are worth gamma amounts that grow with the calendar. */
export const truth = { r: 1.2, alpha: 8, s: 1.4, beta: 90, p: 4, q: 6, gamma: 60, growth: 0.04 };
export const [firstDay, span] = [44000, 3 * 365];

/** Orders of n customers, customer by customer. */
export function simulateOrders(n: number, seed: number): Orders {
  const draw = draws(seed);
  const customer: string[] = [];
  const date: number[] = [];
  const amount: number[] = [];
  for (let i = 0; i < n; i++) {
    const won = Math.floor(draw.uniform() * (span - 60));
    const rate = draw.gamma(truth.r) / truth.alpha;
    const end = draw.exponential(draw.gamma(truth.s) / truth.beta);
    const nu = draw.gamma(truth.q) / truth.gamma;
    for (let time = 0; time <= end; time += draw.exponential(rate)) {
      const day = won + Math.ceil(7 * time);
      if (day > span) break;
      customer.push(`C${i}`);
      date.push(firstDay + day);
      amount.push((draw.gamma(truth.p) / nu) * (1 + truth.growth) ** (day / 365.25));
    }
  }
  return { customer, date: Float64Array.from(date), amount: Float64Array.from(amount) };
}

const timeAlive = (horizon: number) => (truth.beta / (truth.s - 1)) * (1 - (truth.beta / (truth.beta + horizon)) ** (truth.s - 1));
/** What the parameters of the simulation say about a customer. */
export const known = {
  ordersPerYear: (truth.r / truth.alpha) * year,
  growth: truth.growth,
  lifetime: timeAlive(10 * year) / year,
  firstYear: (truth.beta / (truth.beta + year)) ** truth.s,
  secondYear: ((truth.beta + year) / (truth.beta + 2 * year)) ** truth.s,
};
