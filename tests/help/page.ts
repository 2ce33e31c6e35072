import { palette } from "../functions/help-page";

/** One page of help beside the reference of the functions: written here, kept in assets/help, needing nothing to be read. */
export interface HelpPage {
  /** Name without ending, such as "primer". */
  readonly id: string;
  readonly title: string;
  readonly lead: string;
  readonly sections: readonly Section[];
  /** Each section begins a sheet of paper. */
  readonly paged?: true;
  /** A script beside the page, without which it still says everything. */
  readonly script?: string;
}

export interface Section { readonly id: string; readonly title: string; readonly html: string }

export const escape = (text: string) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");

/** Numbers as the sheets write them: 57,320, 12.7 %, 0.8941. A number in a text always comes from one of these. */
export const money = (value: number) => number(value, 0);
export const cents = (value: number) => number(value, 2);
export const percent = (value: number, decimals = 1) => `${number(value * 100, decimals)}\u00A0%`;
export function number(value: number, decimals: number): string {
  if (!Number.isFinite(value)) throw new Error(`${value} is no number for a page`);
  const digits = Math.abs(value).toLocaleString("en-US", { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  return value < 0 && /[1-9]/.test(digits) ? `−${digits}` : digits;
}

/** A table: the first column names the row, the others hold numbers or, where `words` says so, text. */
export function table(heads: readonly string[], rows: readonly (readonly string[])[], { words = [] as readonly number[], total = false } = {}): string {
  const kind = (column: number) => (column > 0 && !words.includes(column) ? ' class="n"' : "");
  const line = (cells: readonly string[], i: number) => `
        <tr${total && i === rows.length - 1 ? ' class="total"' : ""}>${cells.map((cell, column) =>
          (column === 0 ? `<th scope="row">${cell}</th>` : `<td${kind(column)}>${cell}</td>`)).join("")}</tr>`;
  return `
      <table>
        <thead><tr>${heads.map((head, column) => `<th scope="col"${kind(column)}>${head}</th>`).join("")}</tr></thead>
        <tbody>${rows.map(line).join("")}
        </tbody>
      </table>`;
}

const style = `${palette}
  h1 { font-size: 28px; line-height: 36px; margin: 0 0 4px; }
  h2 { font-size: 22px; line-height: 28px; margin: 48px 0 12px; padding-bottom: 8px; border-bottom: 2px solid var(--ask); }
  h3 { font-size: 17px; line-height: 24px; margin: 24px 0 4px; }
  h1, h2, h3, b, th, dt { font-weight: 600; color: var(--ink); }
  p { margin: 0 0 12px; max-width: 68ch; }
  .lead { font-size: 17px; color: var(--ink); }
  .page { display: grid; grid-template-columns: 208px minmax(0, 1fr); gap: 20px 40px; max-width: 980px; margin: 0 auto; padding: 32px 24px 96px; }
  header { grid-column: 1 / -1; }
  nav { position: sticky; top: 0; align-self: start; max-height: 100vh; overflow-y: auto; padding: 4px 4px 24px; font-size: 14px; }
  nav h2 { font-size: 14px; line-height: 20px; margin: 16px 0 2px; padding: 0; border: 0; }
  nav ul { list-style: none; margin: 0; padding: 0; }
  nav a { display: block; padding: 3px 8px; border-radius: 4px; text-decoration: none; color: var(--text); }
  nav a:hover { background: var(--soft); color: var(--ink); }
  nav a[aria-current] { font-weight: 600; color: var(--ask); }
  main > section:first-child h2 { margin-top: 4px; }
  :focus-visible { outline: 2px solid var(--ask); outline-offset: 1px; }
  table { border-collapse: collapse; margin: 8px 0 20px; font-size: 15px; }
  th, td { text-align: left; vertical-align: top; padding: 5px 20px 5px 0; border-bottom: 1px solid var(--line); }
  tbody th { font-weight: 400; color: var(--text); }
  .n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
  .total > * { font-weight: 600; color: var(--ink); border-top: 1px solid var(--ink); }
  .formula { font-family: Cambria, Georgia, "Times New Roman", serif; padding: 8px 12px; background: var(--soft); border-radius: 8px; color: var(--ink); }
  .aside { padding: 12px 16px; background: var(--soft); border-radius: 8px; max-width: 68ch; }
  ul, ol { max-width: 66ch; margin: 0 0 12px; padding-left: 22px; }
  li { margin: 3px 0; }
  dl { margin: 0; max-width: 72ch; }
  dt { margin-top: 16px; }
  dd { margin: 0; }
  dd.so { color: var(--give); font-size: 15px; }
  kbd { font: 13px/1.4 Consolas, "Cascadia Mono", Menlo, monospace; padding: 1px 6px; border: 1px solid var(--line); border-radius: 4px; white-space: nowrap; }
  .answer { display: flex; flex-wrap: wrap; align-items: center; gap: 8px 12px; margin: 12px 0; }
  .answer input { width: 140px; height: 32px; padding: 0 8px; font: inherit; text-align: right; color: #0000FF; background: #FFF9DC; border: 1px solid #DCC982; }
  .answer output { font-weight: 600; }
  .answer output.right { color: var(--give); }
  .answer output.wrong { color: var(--loss); }
  details { margin: 8px 0 0; max-width: 72ch; }
  summary { cursor: pointer; color: var(--ask); }
  details > * { margin-top: 8px; }
  .source { font-size: 14px; }
  [hidden] { display: none !important; }
  @media (max-width: 820px) {
    .page { display: block; padding: 20px 16px 64px; }
    nav { position: static; max-height: none; padding: 8px 0 16px; }
    th, td { padding-right: 12px; }
    main { overflow-x: auto; }
  }
  @media print {
    :root { --page: #FFFFFF; --soft: #F3F4FA; --ink: #000000; --text: #000000; --ask: #3F50BA; --give: #000000; --loss: #000000; --line: #BBBBBB; }
    @page { size: A4; margin: 18mm 20mm; }
    body, table, .lead { font-size: 10pt; line-height: 1.4; }
    table, h2 { margin-top: 0; }
    h2 { font-size: 14pt; line-height: 18pt; padding-bottom: 3pt; margin-bottom: 6pt; }
    section + section { margin-top: 12pt; }
    p, table { margin-bottom: 7pt; max-width: none; }
    th, td { padding-top: 2pt; padding-bottom: 2pt; }
    li { margin: 1pt 0; }
    ul, ol { max-width: none; margin-bottom: 6pt; }
    .page { display: block; padding: 0; max-width: none; }
    nav { display: none; }
    .paged main > section + section { break-before: page; }
    tr, .formula, .aside, dt { break-inside: avoid; }
    h2, h3, dt, thead { break-after: avoid; }
  }`;

/** All pages of help, in the order in which they name each other. */
export const shelf: readonly (readonly [file: string, title: string])[] = [
  ["method.html", "The method"], ["primer.html", "Lifetime value for finance"], ["exercises.html", "Exercises"],
  ["glossary.html", "Glossary"], ["clinic.html", "Error clinic and keys"], ["functions.html", "Functions"], ["support.html", "Support"],
];

/** A page of help as it is served. */
export const written = ({ id, title, lead, sections, paged, script }: HelpPage): string => `<!doctype html>
<!-- Written by npm run docs from tests/help; change it there. Every number is worked out anew. -->
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'self'">
  <title>Customer Role: ${escape(title)}</title>
  <style>${style}
  </style>
</head>
<body>
<div class="page${paged ? " paged" : ""}">
  <header>
    <h1>${escape(title)}</h1>
    <p class="lead">${lead}</p>
  </header>
  <nav aria-label="Contents and other pages">
    <h2>On this page</h2>
    <ul>${sections.map((section) => `<li><a href="#${section.id}">${section.title}</a></li>`).join("")}</ul>
    <h2>More help</h2>
    <ul>${shelf.map(([file, name]) => `<li><a href="${file}"${file === `${id}.html` ? ' aria-current="page"' : ""}>${name}</a></li>`).join("")}</ul>
  </nav>
  <main>${sections.map((section) => `
    <section id="${section.id}">
      <h2>${section.title}</h2>${section.html}
    </section>`).join("")}
  </main>
</div>${script === undefined ? "" : `
<script src="${script}"></script>`}
</body>
</html>
`;
