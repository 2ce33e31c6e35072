import { CheckmarkCircle16Filled } from "@fluentui/react-icons";
import { useId, type ReactNode } from "react";

export interface Tile { readonly id: string; readonly label: string; readonly icon?: ReactNode }

/** One choice out of a few, drawn as tiles. Native radio buttons: the arrow keys move between them. */
export function Tiles({ tiles, chosen, labelledBy, onChange }: {
  tiles: readonly Tile[]; chosen: string; labelledBy: string; onChange: (id: string) => void;
}) {
  const group = useId();
  return (
    <div className="tiles" role="radiogroup" aria-labelledby={labelledBy}>
      {tiles.map(({ id, label, icon }) => (
        <label key={id} className={id === chosen ? "tile chosen" : "tile"}>
          <input type="radio" className="unseen" name={group} checked={id === chosen} onChange={() => onChange(id)} />
          {icon && <span className="tile-icon">{icon}</span>}
          <b>{label}</b>
          {id === chosen && <CheckmarkCircle16Filled className="tile-check" />}
        </label>
      ))}
    </div>
  );
}
