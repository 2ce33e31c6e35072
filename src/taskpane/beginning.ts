import type { Agreement } from "../core/agreement";
import { newCharter } from "../core/charter/charter";
import type { Template } from "../core/templates";
import type { Desk } from "./desk";

/** The templates, fetched when first needed: the start screen shows without them. */
export const loadTemplates = () => import(/* webpackChunkName: "steps" */ "../core/templates");

/** A template as a person's own beginning: all its numbers, none of the names of its example. */
export const asOwn = ({ agreement }: Template): Agreement =>
  ({ ...agreement, inputs: { ...agreement.inputs, company: "", customer: "" }, charter: newCharter });

/** Begins a draft from the first template and opens a step. */
export async function begin(desk: Desk, step: string): Promise<void> {
  const { templates } = await loadTemplates();
  const first = templates[0]!;
  desk.tell({ type: "started", agreement: asOwn(first), templateId: first.id, page: step, at: Date.now() });
}

/** Opens a step; begins first if nothing was begun. */
export async function openStep(desk: Desk, step: string): Promise<void> {
  if (desk.state().agreement) desk.tell({ type: "went", page: step, isStep: true });
  else await begin(desk, step);
}
