import type { Agreement } from "../core/agreement";

/** What the file says of itself in its properties. */
export interface Introduction { readonly title: string; readonly subject: string }

const subject = "What we ask of the customer, what we give, and what both are worth";

/** What a workbook with this role may say of itself. */
export const introductionOf = ({ inputs: { segment } }: Agreement): Introduction => ({ title: `Customer role: ${segment}`, subject });

/** Asks what the file says of itself. */
export function askIntroduction({ workbook }: Excel.RequestContext): () => Introduction {
  const properties = workbook.properties.load("title, subject");
  return () => ({ title: properties.title, subject: properties.subject });
}

/** Queues it where nobody has said anything yet. Author and company are the person's, so they stay as they are. */
export function introduce({ workbook }: Excel.RequestContext, now: Introduction, wanted: Introduction): void {
  if (now.title + now.subject === "") Object.assign(workbook.properties, wanted);
}

/** Queues that what we said goes again. */
export function takeBackIntroduction({ workbook }: Excel.RequestContext, now: Introduction): void {
  if (now.subject === subject) Object.assign(workbook.properties, { title: "", subject: "" });
}
