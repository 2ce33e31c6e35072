import { useEffect, useState } from "react";
import type { Agreement } from "../../core/agreement";
import type { Door, Extent } from "../../workbook";
import { useDesk } from "../use-desk";
import { Block } from "./Block";

export type SheetsToBuild = Awaited<ReturnType<Door["preview"]>>;

/** The sheets a build would make now; undefined until the workbook has said which names are free, or why it cannot. */
export function usePreview(agreement: Agreement | undefined, extent: Extent = "core"): { sheets?: SheetsToBuild; refusal?: string } {
  const { desk } = useDesk();
  const [preview, setPreview] = useState<{ sheets?: SheetsToBuild; refusal?: string }>({});
  useEffect(() => {
    if (!agreement) return undefined;
    let isHere = true;
    desk.preview(agreement, extent).then(
      (sheets) => { if (isHere) setPreview({ sheets }); },
      (error: Error) => { if (isHere) setPreview({ refusal: error.message }); },
    );
    return () => { isHere = false; };
  }, [agreement, desk, extent]);
  return preview;
}

/** Every sheet by name, with what it is for: nothing is written before the person has seen this. */
export function SheetList({ sheets }: { sheets: SheetsToBuild }) {
  const renamed = sheets.filter(({ name }) => /\(\d+\)$| \d+$/.test(name));
  return (
    <Block title="What you will get">
      <ul className="sheets">
        {sheets.map(({ id, name, purpose }) => (
          <li key={id} title={purpose}><Miniature id={id} /><span>{name}</span></li>
        ))}
      </ul>
      {renamed.length > 0 && (
        <p className="hint">You already have sheets of these names, so ours get a number: {renamed.map(({ name }) => name).join(", ")}.</p>
      )}
    </Block>
  );
}

const kinds: Record<string, "input" | "matrix" | "output"> = {
  inputs: "input", role: "input", commitments: "input", reciprocity: "matrix", summary: "output", charter: "output",
};

/** A sheet drawn small: yellow cells where one types, bars where one reads, squares for the matrix. */
function Miniature({ id }: { id: string }) {
  const kind = kinds[id.toLowerCase()] ?? "plain";
  return (
    <svg viewBox="0 0 60 40" aria-hidden="true">
      <rect className="mini-title" x="6" y="5" width="26" height="4" />
      {[14, 20, 26, 32].map((y) => <rect key={y} className="mini-row" x="6" y={y} width="48" height="3" />)}
      {kind === "input" && [13, 19, 25].map((y) => <rect key={y} className="mini-input" x="38" y={y} width="16" height="5" />)}
      {kind === "output" && [10, 16, 22, 12].map((height, i) => (
        <rect key={height} className="mini-bar" x={30 + i * 7} y={36 - height} width="5" height={height} />
      ))}
      {kind === "matrix" && [1, 0.4, 0.15, 0.4, 1, 0.4].map((opacity, i) => (
        <rect key={i} className="mini-link" x={24 + (i % 3) * 10} y={14 + Math.floor(i / 3) * 11} width="8" height="8" opacity={opacity} />
      ))}
    </svg>
  );
}
