import { Field, Input } from "@fluentui/react-components";
import { useState } from "react";
import { money, parseNumber } from "../numbers";
import { Block } from "./Block";

const questions = [
  { key: "orders", label: "How many orders?", unit: "a year", scale: 1 },
  { key: "value", label: "Of what value?", unit: "EUR", scale: 1 },
  { key: "margin", label: "At what margin?", unit: "%", scale: 0.01 },
  { key: "years", label: "For how long?", unit: "years", scale: 1 },
] as const;

/** The opening question in short: four numbers about a good customer of one's own. Nothing of it is kept. */
export function OneBreath() {
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const numbers = questions.map(({ key, scale }) => (parseNumber(typed[key] ?? "") ?? NaN) * scale);
  const guess = numbers.reduce((product, number) => product * number, 1);
  return (
    <Block title="First, in one breath" hint="What is a good customer of yours worth? Nothing is kept; skip it if you like.">
      <div className="fields">
        {[questions.slice(0, 2), questions.slice(2)].map((pair) => (
          <div className="pair" key={pair[0]!.key}>
            {pair.map(({ key, label, unit }) => (
              <Field key={key} className="entry" label={label}>
                <Input
                  value={typed[key] ?? ""} inputMode="decimal" autoComplete="off" contentAfter={<span className="unit">{unit}</span>}
                  onChange={(_, { value }) => setTyped({ ...typed, [key]: value })}
                />
              </Field>
            ))}
          </div>
        ))}
      </div>
      <p className="hint" role="status">
        {Number.isFinite(guess) && <><b>{money(guess)} EUR</b>, before time, risk, cost and anything you give for it. The sample counts them.</>}
      </p>
    </Block>
  );
}
