/** Who writes, as the log names them. Excel tells no add-in who sits before it, so the name is asked for and stays on this computer. */
export interface Author {
  readonly name: () => string;
  readonly rename: (name: string) => void;
}

/** Somebody who has not said. */
export const nobody: Author = { name: () => "", rename: () => undefined };

/** Longer names do not fit the column. */
export const LONGEST_NAME = 60;

// Browsers may forbid storage to a page inside another page; then the name lasts as long as the panel.
/** Remembers the name under a key. */
export function authorAt(key: string): Author {
  let name = "";
  try {
    name = localStorage.getItem(key) ?? "";
  } catch {
    name = "";
  }
  return {
    name: () => name,
    rename(next) {
      name = next.trim().slice(0, LONGEST_NAME);
      try {
        localStorage.setItem(key, name);
      } catch {
        return;
      }
    },
  };
}
