import { vagueTerms } from "../../core/commitment/vague";
import { useField } from "../use-desk";
import { Entry } from "./Entry";

/** The words the customer reads, with a look at each for what promises without a number. */
export function Wording({ of, info }: { of: string; info?: string }) {
  const { value } = useField(of);
  const [vague] = vagueTerms(String(value ?? ""));
  return (
    <div>
      <Entry of={of} label="In the customer’s words" {...(info && { info })} />
      <p className="hint careful" aria-live="polite">{vague && `“${vague}” has no number. Say how many, how much or how soon.`}</p>
    </div>
  );
}
