import { lazy, type ComponentType, type LazyExoticComponent } from "react";
import type { Card } from "../parts/figures";

/** One step of the path. Navigation, progress, keyboard and the value card come from the frame around it. */
export interface Step {
  readonly id: string;
  readonly title: string;
  /** Place on the quick path, from 1. */
  readonly quick: number;
  readonly chapter: "Define the role" | "Deserve it" | "Build it";
  /** What the button to the next step says. */
  readonly next: string;
  readonly card?: Card;
  /** Brings its own footer, because its button does more than go on. */
  readonly ownFooter?: true;
  readonly Component: LazyExoticComponent<ComponentType>;
}

type Load = () => Promise<{ default: ComponentType }>;
const loads: Load[] = [];
function step(load: Load): Step["Component"] {
  loads.push(load);
  return lazy(load);
}

/** Fetches every step ahead, so that the panel works on without a network. */
export const loadSteps = () => Promise.all(loads.map((load) => load()));

/** The path, in order. */
export const steps: readonly Step[] = [
  {
    id: "who", title: "Who is it for?", quick: 1, chapter: "Define the role", next: "Next: four questions",
    Component: step(() => import(/* webpackChunkName: "steps" */ "./WhoIsItFor")),
  },
  {
    id: "four", title: "Four questions", quick: 2, chapter: "Define the role", next: "Next: what we ask",
    card: { figure: "fourAnswers", note: "from your answers" },
    Component: step(() => import(/* webpackChunkName: "steps" */ "./FourQuestions")),
  },
  {
    id: "ask", title: "What we ask", quick: 3, chapter: "Define the role", next: "Next: what we give",
    card: { figure: "beforeGiving", since: "fourAnswers", note: "since last step" },
    Component: step(() => import(/* webpackChunkName: "steps" */ "./WhatWeAsk")),
  },
  {
    id: "give", title: "What we give", quick: 4, chapter: "Deserve it", next: "Next: does it balance?",
    card: { figure: "net", since: "beforeGiving", note: "the cost to deserve it" },
    Component: step(() => import(/* webpackChunkName: "steps" */ "./WhatWeGive")),
  },
  {
    id: "balance", title: "Does it balance?", quick: 5, chapter: "Deserve it", next: "Next: build",
    card: { figure: "net", since: "net", note: "since last step" },
    Component: step(() => import(/* webpackChunkName: "steps" */ "./DoesItBalance")),
  },
  {
    id: "build", title: "Build the workbook", quick: 6, chapter: "Build it", next: "Build", ownFooter: true,
    card: { figure: "net", note: "as asked" },
    Component: step(() => import(/* webpackChunkName: "steps" */ "./BuildTheWorkbook")),
  },
];
