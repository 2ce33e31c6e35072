import { families, type Argument, type Entry } from "./reference";

const escape = (text: string) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");

/** Plain text with the signs of mathematics in place of what a keyboard has. */
const mathematical = (text: string) =>
  escape(text.replace(/ x /g, " × ").replace(/<=/g, "≤").replace(/>=/g, "≥").replace(/ - /g, " − ").replace(/(^|[ (])-(?=\d)/g, "$1−")
    .replace(/(\d) %/g, "$1\u00A0%"));

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

/** "CUSTOMERLTV(rate, retention, margin, [periods])" */
export const syntax = ({ id, arguments: given }: Entry) =>
  `ROLE.${id}(${given.map(({ name, isOptional }) => (isOptional ? `[${name}]` : name)).join(", ")})`;

/** A result as a cell shows it: with thousands separators, text without quotes. */
export function shown(result: string): string {
  if (result.startsWith('"')) return result.slice(1, -1);
  return result.replace(/^-?\d{4,}(?=\.|$)/, (digits) => Number(digits).toLocaleString("en-US"));
}

const argumentRow = ({ name, description, isOptional, standard }: Argument) => `
          <tr><th scope="row"><code>${name}</code></th><td>${mathematical(description)}</td>
            <td>${isOptional ? escape(standard) || "none" : "<em>required</em>"}</td></tr>`;

const exampleRow = ({ formula, result }: Entry["examples"][number]) => `
          <li><code>${escape(formula)}</code> <output>${escape(shown(result))}</output></li>`;

/** "#NUM! this. #N/A that" as one row per error. */
const errorRows = (errors: string) => errors.split(/(?=#(?:VALUE!|NUM!|DIV\/0!|N\/A) )/).map((error) => {
  const [code = "", ...rest] = error.trim().replace(/[.;]$/, "").split(" ");
  return `
          <dt><code>${code}</code></dt><dd>${mathematical(rest.join(" "))}</dd>`;
}).join("");

const article = (entry: Entry) => `
    <article id="${entry.id}">
      <h3><a href="#${entry.id}">${entry.id}</a></h3>
      <p class="lead">${mathematical(entry.description)}</p>
      <p><b>Typically to</b> ${mathematical(lowerFirst(entry.purpose))}</p>
      <p class="syntax"><code>=${escape(syntax(entry)).replace(/_/g, "_<wbr>")}</code></p>
      <table>
        <thead><tr><th scope="col">Argument</th><th scope="col">What to enter</th><th scope="col">If left out</th></tr></thead>
        <tbody>${entry.arguments.map(argumentRow).join("")}
        </tbody>
      </table>
      <p><b>Result</b> ${mathematical(entry.returns)}</p>
      <p><b>Formula</b> <span class="formula">${mathematical(entry.formula)}</span></p>
      <div class="pair">
        <section><h4>Worked examples</h4><ul class="examples">${entry.examples.map(exampleRow).join("")}
        </ul></section>
        <section><h4>Errors</h4><dl>${errorRows(entry.errors)}
        </dl></section>
      </div>
      <p class="source"><b>Source</b> ${mathematical(entry.source)}</p>
    </article>`;

/** Families that have functions, each with them. */
const grouped = (entries: readonly Entry[]) => families
  .map(([name, title]) => ({ name, title, entries: entries.filter(({ family }) => family === title) }))
  .filter(({ entries: own }) => own.length > 0);

/** Colours and type of every page of help. */
export const palette = `
  :root { color-scheme: light dark; --ask: #3F50BA; --soft: #EEF0FD; --give: #0A6E66; --loss: #A8430F; --ink: #1F2A44; --text: #33394A;
    --page: #FFFFFF; --line: #D5D9E4; --code: #F6F7FB; }
  @media (prefers-color-scheme: dark) { :root { --ask: #98A4E7; --soft: #232A52; --give: #55C7B8; --loss: #F0A07A; --ink: #E8EBF4; --text: #C9CDD9;
    --page: #1B1D24; --line: #3A3F4D; --code: #252833; } }
  * { box-sizing: border-box; }
  html { scroll-padding-top: 8px; }
  body { margin: 0; background: var(--page); color: var(--text); font: 16px/1.5 Calibri, "Segoe UI", Carlito, system-ui, sans-serif; }
  a { color: var(--ask); }
  code { font: 0.92em/1.5 Consolas, "Cascadia Mono", Menlo, monospace; }`;

const style = `${palette}
  h1, h2, h3, h4, .lead, b, th { color: var(--ink); }
  h1 { font-size: 28px; line-height: 36px; margin: 0 0 4px; }
  h2 { font-size: 22px; line-height: 28px; margin: 56px 0 0; padding-bottom: 8px; border-bottom: 2px solid var(--ask); }
  h3 { font-size: 20px; line-height: 26px; margin: 0 0 4px; }
  h3 a { color: inherit; text-decoration: none; }
  h4 { font-size: 16px; margin: 0 0 4px; }
  b, th, h1, h2, h3, h4, dt { font-weight: 600; }
  p { margin: 0 0 12px; max-width: 72ch; }
  b::after { content: "\\2002"; }
  .page { display: grid; grid-template-columns: 232px minmax(0, 1fr); gap: 20px 40px; max-width: 1180px; margin: 0 auto; padding: 32px 24px 96px; }
  header { grid-column: 1 / -1; }
  nav { position: sticky; top: 0; align-self: start; max-height: 100vh; overflow-y: auto; padding: 4px 4px 24px; font-size: 14px; }
  nav h2 { font-size: 14px; line-height: 20px; margin: 16px 0 2px; padding: 0; border: 0; }
  nav ul { list-style: none; margin: 0; padding: 0; }
  nav li a { display: block; padding: 2px 8px; border-radius: 4px; text-decoration: none; color: var(--text); overflow-wrap: anywhere; }
  nav li a:hover { background: var(--soft); color: var(--ink); }
  .search label { display: block; font-weight: 600; color: var(--ink); }
  .search input { width: 100%; height: 32px; padding: 0 10px; font: inherit; color: var(--ink); background: var(--page);
    border: 1px solid var(--line); border-bottom-color: var(--ask); border-radius: 4px; }
  .search p { font-size: 13px; margin: 4px 0 0; min-height: 20px; }
  :focus-visible { outline: 2px solid var(--ask); outline-offset: 1px; }
  article { padding: 28px 0; border-bottom: 1px solid var(--line); }
  article:target h3 { box-shadow: -4px 0 0 var(--page), -8px 0 0 var(--ask); }
  .lead { font-size: 17px; }
  .syntax { max-width: none; padding: 8px 12px; background: var(--soft); border-radius: 8px; color: var(--ink); }
  table { border-collapse: collapse; width: 100%; margin: 0 0 16px; font-size: 15px; }
  th, td { text-align: left; vertical-align: top; padding: 5px 16px 5px 0; border-bottom: 1px solid var(--line); }
  th[scope=row] { white-space: nowrap; }
  td:last-child, th:last-child { padding-right: 0; white-space: nowrap; }
  em { font-style: normal; color: var(--ask); }
  .formula { font-family: Cambria, Georgia, "Times New Roman", serif; }
  .pair { display: grid; grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); gap: 24px; margin: 16px 0 12px; }
  .examples { list-style: none; margin: 0; padding: 0; }
  .examples li { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 16px; padding: 4px 0; border-bottom: 1px solid var(--line); }
  .examples code { overflow-wrap: anywhere; }
  .examples output { margin-left: auto; font-weight: 600; color: var(--give); font-variant-numeric: tabular-nums; }
  dl { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 4px 12px; margin: 0; font-size: 15px; }
  dt { color: var(--loss); }
  dd { margin: 0; }
  .source { font-size: 14px; }
  .conventions { background: var(--soft); border-radius: 8px; padding: 16px 20px; }
  .conventions ul { margin: 4px 0 12px; padding-left: 20px; }
  .conventions li { margin: 2px 0; }
  [hidden] { display: none !important; }
  @media (max-width: 820px) {
    .page { display: block; padding: 20px 16px 64px; }
    nav { position: static; max-height: none; padding: 8px 0 24px; }
    nav ul { display: flex; flex-wrap: wrap; gap: 0 4px; }
    nav li a { padding: 4px 6px; }
    .pair { grid-template-columns: minmax(0, 1fr); gap: 16px; }
    td:last-child, th:last-child { white-space: normal; }
  }
  @media (max-width: 520px) {
    thead { display: none; }
    tr { display: block; padding: 6px 0; border-bottom: 1px solid var(--line); }
    th, td { display: block; padding: 0; border: 0; }
    td:last-child::before { content: "If left out: "; }
    td:last-child:has(em)::before { content: ""; }
  }
  @media print {
    :root { --page: #FFFFFF; --soft: #F3F4FA; --ink: #000000; --text: #000000; --ask: #3F50BA; --give: #000000; --loss: #000000; --line: #BBBBBB; }
    body, table, dl, .lead, h4 { font-size: 10pt; }
    th:last-child { white-space: nowrap; }
    .page { display: block; padding: 0; max-width: none; }
    nav { display: none; }
    article { padding: 14px 0; }
    tr, .examples li, .syntax, .conventions { break-inside: avoid; }
    h2, h3, h4, thead { break-after: avoid; }
  }`;

const conventions = `
    <section class="conventions" id="conventions">
      <h4>How to write them</h4>
      <ul>
        <li>Type a percentage as 10% or 0.1. Where Excel shows a decimal comma, put ; instead of , between arguments.</li>
        <li>Money is positive when it comes to us. Costs are entered positive and taken off by the function.</li>
        <li>Arguments in [square brackets] may be left out. An empty cell there counts as left out, never as 0.</li>
        <li>A list is one row or one column, and rows and columns may be mixed. Lists that belong together have the same length.</li>
        <li>In a range, an empty cell or ? means unknown and n/a means does not apply. TRUE and FALSE count as 1 and 0.
          A number stored as text is refused.</li>
        <li>A result with several rows spills into the cells below and to the right: keep them empty.</li>
        <li>The functions need the Customer Role add-in. The workbooks it builds do not: they calculate with ordinary formulas.</li>
      </ul>
      <h4>What an error says</h4>
      <dl>
        <dt><code>#VALUE!</code></dt><dd>Something is missing, is text, or has the wrong shape. Excel shows which argument and which place.</dd>
        <dt><code>#NUM!</code></dt><dd>A number lies outside its range, or the value is endless or too large.</dd>
        <dt><code>#DIV/0!</code></dt><dd>All the weight is zero, or target equals worst.</dd>
        <dt><code>#N/A</code></dt><dd>Too little is known, or there is no answer. Excel shows why.</dd>
        <dt><code>#NAME?</code></dt><dd>The add-in is not here. Open its panel, or ask the sender for a copy with values.</dd>
      </dl>
    </section>`;

/** The reference of all custom functions as one page that needs nothing but its search script, and works without it. */
export const helpPage = (entries: readonly Entry[]) => `<!doctype html>
<!-- Written by npm run docs from the head comments in src/functions; change those. -->
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'self'">
  <title>Customer Role: functions</title>
  <style>${style}
  </style>
</head>
<body>
<div class="page">
  <header>
    <h1>Functions of Customer Role</h1>
    <p class="lead">What a customer is worth, how well it plays its role, and whether we deserve it:
      ${entries.length} functions for your own sheets.</p>
  </header>
  <nav aria-label="Functions">
    <form class="search" role="search" hidden>
      <label for="search">Find a function</label>
      <input id="search" type="search" autocomplete="off">
      <p role="status"></p>
    </form>${grouped(entries).map(({ title, entries: own }) => `
    <h2>${title}</h2>
    <ul>${own.map(({ id }) => `<li><a href="#${id}">${id}</a></li>`).join("")}</ul>`).join("")}
  </nav>
  <main>${conventions}${grouped(entries).map(({ name, title, entries: own }) => `
    <section class="family" id="family-${name}">
    <h2>${title}</h2>${own.map(article).join("")}
    </section>`).join("")}
  </main>
</div>
<script src="search.js"></script>
</body>
</html>
`;
