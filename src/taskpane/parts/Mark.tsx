/** The product's mark: two brackets, what we ask and what we give, turn around one cell. Decoration beside the name. */
export function Mark({ size }: { size: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <path d="M2 10a8 8 0 0 1 8-8h14l-6 6h-8a2 2 0 0 0-2 2v8l-6 6z" fill="#4F60D8" />
      <path d="M30 22a8 8 0 0 1-8 8H8l6-6h8a2 2 0 0 0 2-2v-8l6-6z" fill="#12A594" />
      <rect x="12" y="12" width="8" height="8" rx="1" fill="#F2B705" />
    </svg>
  );
}
