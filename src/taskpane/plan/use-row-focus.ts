import { useEffect, useRef, useState } from "react";

/** Where the focus goes once the rows stand anew: to the first field of a row, or to the row that took the place of one that went. */
interface Wanted { readonly place: number; readonly part: "field" | "row" }

/** Keeps the focus in a list whose rows come and go; where no row took the place of one that went, it falls to the button that adds one. */
export function useRowFocus() {
  const list = useRef<HTMLDivElement>(null);
  const add = useRef<HTMLButtonElement>(null);
  const [wanted, setWanted] = useState<Wanted>();
  useEffect(() => {
    if (!wanted) return;
    const row = list.current?.children[wanted.place];
    const to = row?.querySelector<HTMLElement>(wanted.part === "field" ? ".row-body input" : ".row-button");
    (to ?? add.current)?.focus();
  }, [wanted]);
  return { list, add, added: (place: number) => setWanted({ place, part: "field" }), removed: (place: number) => setWanted({ place, part: "row" }) };
}
