import { escape, type HelpPage } from "./page";

interface Case { readonly sign: string; readonly cause: string; readonly cure: string }

const inCells: readonly Case[] = [
  { sign: "#NAME?", cause: "The cell calls a function of ours, and the add-in is not there. On an iPad it never is.",
    cure: "Open the panel, select the cell, press F2 and Enter. For people without the add-in, build with Excel’s own formulas, or send the archive: it holds values." },
  { sign: "#VALUE!", cause: "An argument is missing, is text, or its range has the wrong shape.",
    cure: "Select the cell and choose Explain this cell: it names the argument and the place in it. Numbers stored as text must be typed anew." },
  { sign: "#NUM!", cause: "A number lies outside what it may be, such as a retention of 110\u00A0%; or the value is endless.",
    cure: "Percentages are 85\u00A0% or 0.85, never 85. Give a number of periods, or lower growth or retention until the value ends." },
  { sign: "#DIV/0!", cause: "All weights are 0, or a target equals its worst level.", cure: "Weigh at least one ask. Say which level earns nothing; it differs from the target." },
  { sign: "#N/A", cause: "Too little is known for an answer, or there is none: a payback that never comes.",
    cure: "Fill in what is unknown. Where nothing was measured, leave the cell empty or write ?, and never 0." },
  { sign: "#REF!", cause: "Cells that a formula reads were deleted, or a build was removed while formulas of your own pointed to it.",
    cure: "Undo with Ctrl+Z if it was just now. Otherwise type the formula anew, or take the value from the archive." },
  { sign: "#SPILL!", cause: "A result of several rows finds something in its way.", cure: "Clear the cells below and to the right. Spilled results cannot stand in a table." },
  { sign: "#####", cause: "The column is too narrow for the number.", cure: "Double-click the line between two column letters." },
  { sign: "A number that does not move", cause: "It is text: it stands on the left of its cell. Or Excel calculates by hand.",
    cure: "Type it again as a number. Formulas > Calculation Options > Automatic." },
  { sign: "A result a hundred times too large", cause: "18 was typed where 18\u00A0% was meant.", cure: "Our yellow cells refuse it; in your own formulas write 18\u00A0%." },
];

const onSheets: readonly Case[] = [
  { sign: "LOOK in row 3", cause: "The model is right; the deal is not: an ask is naked, a commitment goes beyond what you have proven.",
    cure: "Open Checks: each line says what it found. Fund, drop or accept it." },
  { sign: "ERROR in row 3", cause: "A check does not hold: something was typed over a formula, or rows were deleted.",
    cure: "Open Problems in the panel and choose Check this workbook. It goes to the cell, and mends what is safe to mend." },
  { sign: "An ask counts nothing", cause: "It is off, its driver share is 0\u00A0%, or the commitment it hangs on was not kept.", cure: "Explain this cell, on its weight, says which." },
  { sign: "A fit of 0", cause: "A must is broken.", cure: "See the column of musts on Scores. If the level is too strict, change the must and say why in its note." },
];

const inPanel: readonly Case[] = [
  { sign: "“Press Enter or Esc in the sheet”", cause: "A cell is being edited; Excel takes nothing from an add-in meanwhile.", cure: "Finish the cell. What you typed in the panel is kept." },
  { sign: "“Changed by someone”", cause: "A cell holds something else than the panel last read: a colleague, or you on the sheet.", cure: "Both values are shown. Choose one." },
  { sign: "“This workbook already holds a role”", cause: "One workbook, one role.", cure: "Use a new workbook, or Settings > Remove this build." },
  { sign: "“These sheets are of a later version”", cause: "A colleague’s add-in is newer than yours.", cure: "Update the add-in. Nothing was changed." },
  { sign: "The panel stays empty", cause: "Excel could not load it.", cure: 'Close it and open it again; see <a href="support.html">Support</a>.' },
];

const keys: readonly (readonly [press: readonly string[], effect: string])[] = [
  [["F6"], "From the sheet into the panel and back. In a browser: Ctrl+F6"],
  [["Tab", "Shift+Tab"], "To the next or the previous control"],
  [["Arrow keys"], "Between tiles, tabs, and the strengths 9, 3 and 1; along a slider"],
  [["Space", "Enter"], "Switch on or off, choose, open"],
  [["Esc"], "Close a menu or a note; leave a cell as it was"],
  [["Home", "End"], "To the first or the last step of a slider"],
  [["F2"], "Edit the selected cell of the sheet"],
  [["Ctrl+Z"], "Undo on the sheet. What the panel wrote is undone in the panel: the button appears below, and under Versions"],
  [["Ctrl+G"], "Go to a named cell, such as in_rate or out_netltv_role"],
  [["Ctrl+Page Down", "Ctrl+Page Up"], "To the next or the previous sheet"],
  [["Ctrl+["], "To the cells that a formula reads"],
  [["Ctrl+P"], "Print: every sheet is set up for paper"],
];

const cases = (all: readonly Case[]) => `
      <dl>${all.map(({ sign, cause, cure }) => `
        <dt>${sign.startsWith("#") ? `<code>${escape(sign)}</code>` : sign}</dt>
        <dd>${cause}</dd>
        <dd class="so">${cure}</dd>`).join("")}
      </dl>`;

/** What an error says, where it comes from and how it goes; and how to do without a mouse. */
export const clinic: HelpPage = {
  id: "clinic", title: "Error clinic and keys", lead: "What you see, why, and in green what to do. At the end: all of it without a mouse.",
  sections: [
    { id: "cells", title: "In a cell", html: cases(inCells) },
    { id: "sheets", title: "On our sheets", html: cases(onSheets) },
    { id: "panel", title: "In the panel", html: cases(inPanel) },
    { id: "keys", title: "Keys", html: `
      <table>
        <thead><tr><th scope="col">Press</th><th scope="col">What happens</th></tr></thead>
        <tbody>${keys.map(([press, effect]) => `
        <tr><th scope="row">${press.map((key) => `<kbd>${escape(key)}</kbd>`).join(" ")}</th><td>${effect}</td></tr>`).join("")}
        </tbody>
      </table>` },
  ],
};
