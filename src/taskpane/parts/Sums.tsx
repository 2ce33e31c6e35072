import type { ReactNode } from "react";

/** Some numbers under each other, each with its name. */
export function Sums({ rows, children }: { rows: readonly (readonly [name: string, value: ReactNode])[]; children?: ReactNode }) {
  return (
    <div className="soft">
      <dl className="sums">{rows.map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}</dl>
      {children}
    </div>
  );
}
