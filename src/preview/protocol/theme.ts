export type ThemeKind = "light" | "dark" | "contrast";

interface OfficeTheme {
  bodyBackgroundColor: number;
  bodyForegroundColor: number;
  controlBackgroundColor: number;
  controlForegroundColor: number;
}

/** Colours that Office.context.officeTheme reports, as numbers. Belief: Excel's white, black and high-contrast black themes. */
export const themes: Record<ThemeKind, OfficeTheme> = {
  light: {
    bodyBackgroundColor: 0xffffff, bodyForegroundColor: 0x242424, controlBackgroundColor: 0xffffff, controlForegroundColor: 0x242424,
  },
  dark: {
    bodyBackgroundColor: 0x262626, bodyForegroundColor: 0xffffff, controlBackgroundColor: 0x363636, controlForegroundColor: 0xffffff,
  },
  contrast: {
    bodyBackgroundColor: 0x000000, bodyForegroundColor: 0xffffff, controlBackgroundColor: 0x000000, controlForegroundColor: 0xffff00,
  },
};
