import { FluentProvider } from "@fluentui/react-components";
import { createContext, useContext, useMemo, useState, useSyncExternalStore, type ReactNode } from "react";
import { lookOf, themes, type LookChoice } from "./theme";

interface Look {
  readonly choice: LookChoice;
  readonly choose: (choice: LookChoice) => void;
}

const LookContext = createContext<Look>({ choice: "excel", choose: () => undefined });

/** The choice of theme and the way to change it. */
export const useLook = () => useContext(LookContext);

interface LookProviderProps {
  /** What Excel says of its own theme; undefined where it does not tell. */
  excelIsDark: boolean | undefined;
  /** Where the choice is remembered on this computer. */
  storageKey: string;
  children: ReactNode;
}

/** Draws everything inside in Excel's theme, else the system's, unless the person chose one. */
export function LookProvider({ excelIsDark, storageKey, children }: LookProviderProps) {
  const [choice, setChoice] = useState(() => remembered(storageKey));
  const systemIsDark = useMedia("(prefers-color-scheme: dark)");
  const look = useMemo(() => ({
    choice,
    choose(next: LookChoice) {
      remember(storageKey, next);
      setChoice(next);
    },
  }), [choice, storageKey]);
  return (
    <LookContext.Provider value={look}>
      <FluentProvider style={{ height: "100%" }} theme={themes[lookOf(choice, excelIsDark, systemIsDark)]}>{children}</FluentProvider>
    </LookContext.Provider>
  );
}

function useMedia(query: string): boolean {
  return useSyncExternalStore((changed) => {
    const list = window.matchMedia(query);
    list.addEventListener("change", changed);
    return () => list.removeEventListener("change", changed);
  }, () => window.matchMedia(query).matches);
}

// Browsers may forbid storage to a page inside another page; then the choice lasts as long as the panel.
function remembered(key: string): LookChoice {
  try {
    const choice = localStorage.getItem(key);
    return choice === "light" || choice === "dark" ? choice : "excel";
  } catch {
    return "excel";
  }
}

function remember(key: string, choice: LookChoice): void {
  try {
    localStorage.setItem(key, choice);
  } catch {
    return;
  }
}
