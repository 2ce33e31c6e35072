import { lazy, type ComponentType } from "react";
import type { Card } from "../parts/figures";
import Start from "./Start";

/** A page beside the path. */
export interface Page {
  readonly id: string;
  readonly title: string;
  /** A home has the product's mark instead of a way back. */
  readonly isHome?: true;
  readonly card?: Card;
  readonly Component: ComponentType;
}

const loads = {
  built: () => import(/* webpackChunkName: "pages" */ "./Built"),
  sample: () => import(/* webpackChunkName: "pages" */ "./OpenSample"),
  import: () => import(/* webpackChunkName: "pages" */ "./ImportRole"),
  steps: () => import(/* webpackChunkName: "pages" */ "./AllSteps"),
  more: () => import(/* webpackChunkName: "pages" */ "./MoreSheets"),
  whatIf: () => import(/* webpackChunkName: "pages" */ "./WhatIf"),
  customers: () => import(/* webpackChunkName: "pages" */ "./Customers"),
  leads: () => import(/* webpackChunkName: "pages" */ "./LeadList"),
  customer: () => import(/* webpackChunkName: "pages" */ "./Customer"),
  problems: () => import(/* webpackChunkName: "pages" */ "./Problems"),
  explain: () => import(/* webpackChunkName: "pages" */ "./Explain"),
  functions: () => import(/* webpackChunkName: "pages" */ "./Functions"),
  share: () => import(/* webpackChunkName: "pages" */ "./Share"),
  versions: () => import(/* webpackChunkName: "pages" */ "./Versions"),
  settings: () => import(/* webpackChunkName: "pages" */ "./Settings"),
  help: () => import(/* webpackChunkName: "pages" */ "./Help"),
};

/** Fetches every page ahead, so that the panel works on without a network. */
export const loadPages = () => Promise.all(Object.values(loads).map((load) => load()));

export const pages: readonly Page[] = [
  { id: "start", title: "Customer Role", isHome: true, Component: Start },
  { id: "built", title: "Customer Role", isHome: true, card: { figure: "net", note: "as asked" }, Component: lazy(loads.built) },
  { id: "sample", title: "Open the sample", Component: lazy(loads.sample) },
  { id: "import", title: "Bring in a role", Component: lazy(loads.import) },
  { id: "steps", title: "All steps", Component: lazy(loads.steps) },
  { id: "more", title: "More sheets", Component: lazy(loads.more) },
  { id: "what-if", title: "What if", Component: lazy(loads.whatIf) },
  { id: "customers", title: "Bring your customers in", Component: lazy(loads.customers) },
  { id: "lead-list", title: "Bring leads in", Component: lazy(loads.leads) },
  { id: "customer", title: "One customer", Component: lazy(loads.customer) },
  { id: "problems", title: "Problems", Component: lazy(loads.problems) },
  { id: "explain", title: "Explain this cell", Component: lazy(loads.explain) },
  { id: "functions", title: "Functions", Component: lazy(loads.functions) },
  { id: "share", title: "Share", Component: lazy(loads.share) },
  { id: "versions", title: "Versions", Component: lazy(loads.versions) },
  { id: "settings", title: "Settings", Component: lazy(loads.settings) },
  { id: "help", title: "Help", Component: lazy(loads.help) },
];

/** The pages in the menu, in its order. */
export const menuPages: readonly Page[] = ["steps", "more", "what-if", "problems", "explain", "functions", "share", "versions", "settings", "help"]
  .map((id) => pages.find((page) => page.id === id)!);
