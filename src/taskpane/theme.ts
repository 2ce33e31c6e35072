import { createDarkTheme, createLightTheme, type BrandVariants, type Theme } from "@fluentui/react-components";

const brand: BrandVariants = {
  10: "#05081F", 20: "#111638", 30: "#18205A", 40: "#1E2972", 50: "#25338A", 60: "#2D3D9C", 70: "#3545AB", 80: "#3F50BA",
  90: "#5465C8", 100: "#6B7BD4", 110: "#8290DE", 120: "#98A4E7", 130: "#AEB8EE", 140: "#C5CCF4", 150: "#DADFF9", 160: "#EEF0FD",
};

/** Our own tokens beside Fluent's: indigo is what we ask, teal what we give, rust what lowers value or needs care. */
interface OwnTokens {
  ask: string; askSoft: string; give: string; giveSoft: string; loss: string; lossSoft: string; ink: string; track: string;
}

const own: Record<Look, OwnTokens> = {
  light: {
    ask: "#3F50BA", askSoft: "#EEF0FD", give: "#0A6E66", giveSoft: "#E2F4F1", loss: "#A8430F", lossSoft: "#FCEFE7",
    ink: "#1F2A44", track: "#E3E6EC",
  },
  dark: {
    ask: "#98A4E7", askSoft: "#232A52", give: "#55C7B8", giveSoft: "#12352F", loss: "#F0A07A", lossSoft: "#3D2416",
    ink: "#E8EBF4", track: "#3D3D3D",
  },
};

export type Look = "light" | "dark";

/** Fluent's two themes in our colours; every token becomes a CSS variable of the same name, ours included (`--ask`). */
export const themes: Record<Look, Theme & OwnTokens> = {
  light: { ...createLightTheme(brand), ...own.light },
  dark: { ...createDarkTheme(brand), colorBrandForeground1: brand[120], ...own.dark },
};

/** What a person may choose in the settings: as Excel looks, or always one of the two. */
export type LookChoice = "excel" | Look;

/**
 * Whether Excel looks dark; undefined where it does not tell. Newer versions say so, older ones only name their background,
 * which is dark when its three colours are weak together.
 */
export function isExcelDark(theme: { isDarkTheme?: boolean; bodyBackgroundColor?: string } | undefined): boolean | undefined {
  if (theme?.isDarkTheme !== undefined) return theme.isDarkTheme;
  const parts = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(theme?.bodyBackgroundColor ?? "");
  return parts ? parts.slice(1).reduce((sum, part) => sum + parseInt(part, 16), 0) < 384 : undefined;
}

/** Excel's own theme where it tells (it does not on the web), else the system's. */
export function lookOf(choice: LookChoice, excelIsDark: boolean | undefined, systemIsDark: boolean): Look {
  if (choice !== "excel") return choice;
  return excelIsDark ?? systemIsDark ? "dark" : "light";
}
