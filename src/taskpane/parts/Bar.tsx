/** A share drawn as a bar. The number stands beside it in the page, so the bar itself is silent. */
export function Bar({ share, kind = "give" }: { share: number; kind?: "ask" | "give" }) {
  const width = `${Math.round(Math.min(1, Math.max(0, share)) * 1000) / 10}%`;
  return <span className={`bar-line ${kind}`} aria-hidden="true"><i style={{ width }} /></span>;
}
