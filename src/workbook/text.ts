/**
 * What to hand to Excel so that a cell holds exactly this text. Excel reads typed text: "=1+1" becomes a formula, "1/2" a date,
 * "5%" a number, "TRUE" a truth value; a leading apostrophe says "this is text" and is not part of it. Only plain words go
 * without, so that the cells a person edits look as they would have typed them.
 * @example asText("=HYPERLINK(\"http://x\")") is "'=HYPERLINK(\"http://x\")"
 */
export function asText(text: string): string {
  const plain = text === "" || (/^\p{L}\D*$/u.test(text) && !/^(true|false)$/i.test(text));
  return plain ? text : `'${text}`;
}
