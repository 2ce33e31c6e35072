/** Fonts that may stand in for Calibri, best first, with the size at which their letters are about as wide as Calibri's. */
const STAND_INS: readonly { regular: string; bold: string; size: string }[] = [
  { regular: "Calibri", bold: "Calibri Bold", size: "100%" },
  { regular: "Carlito", bold: "Carlito Bold", size: "100%" },
  { regular: "Carlito Regular", bold: "Carlito Bold", size: "100%" },
  { regular: "Segoe UI", bold: "Segoe UI Bold", size: "92%" },
  { regular: "Arial", bold: "Arial Bold", size: "91%" },
  { regular: "Helvetica", bold: "Helvetica Bold", size: "91%" },
  { regular: "Liberation Sans", bold: "Liberation Sans Bold", size: "91%" },
  { regular: "Open Sans Regular", bold: "Open Sans Bold", size: "86%" },
  { regular: "Noto Sans Regular", bold: "Noto Sans Bold", size: "86%" },
  { regular: "DejaVu Sans", bold: "DejaVu Sans Bold", size: "82%" },
];

/**
 * Makes "Calibri" mean something on every machine. The sheets are set in it and the grid draws on a canvas, which takes no
 * list of fonts to fall back on: without this the text of a machine that lacks Calibri would be wider than its columns.
 * Nothing is downloaded; where none of the fonts is installed the browser's own is used.
 */
export async function provideCalibri(): Promise<void> {
  for (const { regular, bold, size } of STAND_INS) {
    if (!await isInstalled(regular)) continue;
    const face = (name: string, weight: number) =>
      `@font-face { font-family: Calibri; font-weight: ${weight}; src: local("${name}"); size-adjust: ${size}; }`;
    document.head.append(Object.assign(document.createElement("style"), { textContent: face(regular, 400) + face(bold, 700) }));
    // Loaded now: the grid measures text once and would keep the width of another font.
    await Promise.allSettled([document.fonts.load("11pt Calibri"), document.fonts.load("bold 11pt Calibri")]);
    return;
  }
}

const isInstalled = (name: string) => new FontFace("probe", `local("${name}")`).load().then(() => true, () => false);
