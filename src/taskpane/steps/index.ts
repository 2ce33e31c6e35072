import { lazy, type ComponentType, type LazyExoticComponent } from "react";
import type { Agreement } from "../../core/agreement";
import type { Assessment } from "../../core/assessment";
import { asksComplete, guessesAnswered, nakedDecided, questionsAnswered, wordChecked } from "../answered";
import type { Card } from "../parts/figures";

/** The parts of the full path, in the order of the argument: ask, deserve, use, agree. */
export const chapters = ["Define the role", "Deserve it", "Use it", "Agree and review"] as const;

/**
 * One step of a path: the quick one, of few questions each, or the full one, in chapters. Navigation, progress, keyboard and
 * the value card come from the frame around it.
 */
export interface Step {
  readonly id: string;
  readonly title: string;
  /** Place on the quick path, from 1. A step has this or a chapter. */
  readonly quick?: number;
  readonly chapter?: (typeof chapters)[number];
  /** The quick step that asks for the same in short. */
  readonly inShort?: string;
  /** Whether what it asks for is answered; where this is not said, having been there is enough. */
  readonly isAnswered?: (agreement: Agreement, assessment: Assessment) => boolean;
  /** What the button to the next step says; "Next" where nothing is said. */
  readonly next?: string;
  readonly card?: Card;
  /** Brings its own footer, because its button does more than go on. */
  readonly ownFooter?: true;
  /** May hold nothing but text, which the keyboard must be able to scroll. */
  readonly isRead?: true;
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

/** Both paths, each in its order. */
export const steps: readonly Step[] = [
  {
    id: "who", title: "Who is it for?", quick: 1, next: "Next: four questions",
    Component: step(() => import(/* webpackChunkName: "steps" */ "./WhoIsItFor")),
  },
  {
    id: "four", title: "Four questions", quick: 2, next: "Next: what we ask",
    card: { figure: "fourAnswers", note: "from your answers" },
    Component: step(() => import(/* webpackChunkName: "steps" */ "./FourQuestions")),
  },
  {
    id: "ask", title: "What we ask", quick: 3, next: "Next: what we give",
    card: { figure: "beforeGiving", since: "fourAnswers", note: "since last step" },
    Component: step(() => import(/* webpackChunkName: "steps" */ "./WhatWeAsk")),
  },
  {
    id: "give", title: "What we give", quick: 4, next: "Next: does it balance?",
    card: { figure: "net", since: "beforeGiving", note: "the cost to deserve it" },
    Component: step(() => import(/* webpackChunkName: "steps" */ "./WhatWeGive")),
  },
  {
    id: "balance", title: "Does it balance?", quick: 5, next: "Next: build",
    card: { figure: "net", since: "net", note: "since last step" },
    Component: step(() => import(/* webpackChunkName: "steps" */ "./DoesItBalance")),
  },
  {
    id: "build", title: "Build the workbook", quick: 6, next: "Build", ownFooter: true,
    card: { figure: "net", note: "as asked" },
    Component: step(() => import(/* webpackChunkName: "steps" */ "./BuildTheWorkbook")),
  },
  {
    id: "squirm", title: "The squirm test", chapter: "Define the role", inShort: "four",
    card: { figure: "net", note: "as asked" }, isAnswered: (agreement) => guessesAnswered(agreement) === 4,
    Component: step(() => import(/* webpackChunkName: "steps" */ "./SquirmTest")),
  },
  {
    id: "segment", title: "Who is this for?", chapter: "Define the role", inShort: "who", card: { figure: "net", note: "as asked" },
    Component: step(() => import(/* webpackChunkName: "steps" */ "./WhoIsThisFor")),
  },
  {
    id: "value", title: "What we ask: value", chapter: "Define the role", inShort: "four",
    card: { figure: "net", since: "net", note: "since last step" },
    Component: step(() => import(/* webpackChunkName: "steps" */ "./NineIssues")),
  },
  {
    id: "behaviour", title: "What we ask: behaviour", chapter: "Define the role", inShort: "ask",
    card: { figure: "net", since: "net", note: "since last step" }, isAnswered: asksComplete,
    Component: step(() => import(/* webpackChunkName: "steps" */ "./Behaviour")),
  },
  {
    id: "history", title: "What history says", chapter: "Define the role", card: { figure: "net", since: "net", note: "since last step" },
    Component: step(() => import(/* webpackChunkName: "steps" */ "./WhatHistorySays")),
  },
  {
    id: "worth", title: "What each ask is worth", chapter: "Define the role", card: { figure: "net", note: "as asked", today: true },
    Component: step(() => import(/* webpackChunkName: "steps" */ "./WhatEachIsWorth")),
  },
  {
    id: "truth", title: "The moment of truth", chapter: "Deserve it", inShort: "give",
    card: { figure: "net", since: "beforeGiving", note: "the cost to deserve it" }, isAnswered: questionsAnswered,
    Component: step(() => import(/* webpackChunkName: "steps" */ "./MomentOfTruth")),
  },
  {
    id: "earn", title: "Is what we ask earned?", chapter: "Deserve it", inShort: "balance",
    card: { figure: "net", since: "net", note: "since last step" }, isAnswered: nakedDecided,
    Component: step(() => import(/* webpackChunkName: "steps" */ "./IsItEarned")),
  },
  {
    id: "deserve", title: "Do we deserve it?", chapter: "Deserve it", card: { figure: "net", note: "as asked" }, isAnswered: wordChecked,
    Component: step(() => import(/* webpackChunkName: "steps" */ "./DoWeDeserveIt")),
  },
  {
    id: "dialogue", title: "Ask customers", chapter: "Deserve it", card: { figure: "net", note: "as asked" },
    Component: step(() => import(/* webpackChunkName: "steps" */ "./AskCustomers")),
  },
  {
    id: "plan", title: "Put it to work", chapter: "Use it",
    Component: step(() => import(/* webpackChunkName: "steps" */ "./PutItToWork")),
  },
  {
    id: "deals", title: "Is it good business?", chapter: "Use it",
    Component: step(() => import(/* webpackChunkName: "steps" */ "./IsItGoodBusiness")),
  },
  {
    id: "portfolio", title: "Score and decide", chapter: "Use it",
    Component: step(() => import(/* webpackChunkName: "steps" */ "./ScoreAndDecide")),
  },
  {
    id: "publish", title: "Agree and publish", chapter: "Agree and review", ownFooter: true,
    Component: step(() => import(/* webpackChunkName: "steps" */ "./AgreeAndPublish")),
  },
  {
    id: "review", title: "Review", chapter: "Agree and review", isRead: true,
    Component: step(() => import(/* webpackChunkName: "steps" */ "./ReviewTogether")),
  },
];

export const quickPath = steps.filter(({ quick }) => quick !== undefined);
/** Every step in full depth, to be taken in any order. */
export const fullPath = chapters.flatMap((chapter) => steps.filter((each) => each.chapter === chapter));
/** The path a step lies on. */
export const pathOf = (step: Step) => (step.quick === undefined ? fullPath : quickPath);
