import { CheckmarkCircle16Filled } from "@fluentui/react-icons";
import { useId, type ReactNode } from "react";

export interface Tile {
  readonly id: string;
  readonly label: string;
  readonly icon?: ReactNode;
  /** What follows from the choice, under its label. */
  readonly detail?: ReactNode;
}

/** One choice out of a few, drawn as tiles. Native radio buttons: the arrow keys move between them. */
export function Tiles({ tiles, chosen, labelledBy, across, onChange }: {
  tiles: readonly Tile[]; chosen: string; labelledBy: string; across?: 3; onChange: (id: string) => void;
}) {
  const group = useId();
  return (
    <div className={across === 3 ? "tiles three" : "tiles"} role="radiogroup" aria-labelledby={labelledBy}>
      {tiles.map(({ id, label, icon, detail }) => (
        <label key={id} className={id === chosen ? "tile chosen" : "tile"}>
          <input type="radio" className="unseen" name={group} checked={id === chosen} onChange={() => onChange(id)} />
          {icon && <span className="tile-icon">{icon}</span>}
          <b>{label}</b>
          {detail && <span className="tile-detail">{detail}</span>}
          {id === chosen && <CheckmarkCircle16Filled className="tile-check" />}
        </label>
      ))}
    </div>
  );
}
