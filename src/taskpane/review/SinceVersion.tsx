import { useEffect, useMemo, useState } from "react";
import { compareAgreements } from "../../core/versions/compare";
import type { Published } from "../../workbook";
import { Differences } from "../parts/Differences";
import { Disclosure } from "../parts/Disclosure";
import { useAgreement } from "../use-desk";

/** What changed since the version published last, and what that is worth. */
export function SinceVersion() {
  const { desk, agreement, state: { built } } = useAgreement();
  const [last, setLast] = useState<Published>();
  useEffect(() => {
    let isHere = true;
    // A log that cannot be read says so on its own page; here it only leaves the comparison out.
    desk.history().then(({ published }) => { if (isHere) setLast(published.at(-1)); }, () => undefined);
    return () => { isHere = false; };
  }, [desk, built]);
  const comparison = useMemo(() => (last?.agreement ? compareAgreements(last.agreement, agreement) : undefined), [last, agreement]);
  if (!last || !comparison) return null;
  return (
    <div className="list">
      <Disclosure summary={<span className="row-text">What changed since version {last.number}</span>}>
        <Differences comparison={comparison} currency={agreement.inputs.currency} />
      </Disclosure>
    </div>
  );
}
