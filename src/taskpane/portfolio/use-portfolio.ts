import { useEffect, useSyncExternalStore } from "react";
import type { Desk } from "../desk";
import { useDesk } from "../use-desk";
import { createPortfolio, type Portfolio, type PortfolioState } from "./portfolio";

/** One portfolio per panel, made when it is first wanted. */
const portfolios = new WeakMap<Desk, Portfolio>();

/** The customers of this panel. They follow the workbook and the agreement while a page about them is open. */
export function usePortfolio(): { portfolio: Portfolio; state: PortfolioState } {
  const { desk, state: { built, agreement, doing } } = useDesk();
  const portfolio = portfolios.get(desk) ?? createPortfolio(desk);
  portfolios.set(desk, portfolio);
  const state = useSyncExternalStore(portfolio.subscribe, portfolio.state);
  useEffect(() => { if (agreement) void portfolio.follow(); }, [portfolio, built, agreement, doing, state.doing]);
  return { portfolio, state };
}
