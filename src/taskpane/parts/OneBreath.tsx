import { Field, Input } from "@fluentui/react-components";
import { useState } from "react";
import type { Agreement } from "../../core/agreement";
import { inputs } from "../../core/value/inputs";
import { money, readEntry } from "../numbers";
import { Block } from "./Block";

const questions = [
  { key: "guessOrders", label: "How many orders?", unit: "a year" },
  { key: "guessValue", label: "Of what value?", unit: "EUR" },
  { key: "guessMargin", label: "At what margin?", unit: "%" },
  { key: "guessYears", label: "For how long?", unit: "years" },
] as const;

type Key = (typeof questions)[number]["key"];
type Typed = Readonly<Partial<Record<Key, string>>>;

/** Four answers in one breath, the first guess of a role. */
export type Guess = Pick<Agreement["inputs"], Key>;

interface OneBreathProps {
  /** Hears the guess as soon as it is whole, and when it no longer is. */
  guessed: (guess: Guess | undefined) => void;
}

/** The opening question in short: four numbers about a good customer of one's own. Whole, they are kept as the starting guess. */
export function OneBreath({ guessed }: OneBreathProps) {
  const [typed, setTyped] = useState<Typed>({});
  const guess = guessOf(typed);
  const type = (key: Key, text: string) => {
    const now = { ...typed, [key]: text };
    setTyped(now);
    guessed(guessOf(now));
  };
  return (
    <Block title="First, in one breath" hint="What is a good customer of yours worth? Kept as your starting guess; skip it if you like.">
      <div className="fields">
        {[questions.slice(0, 2), questions.slice(2)].map((pair) => (
          <div className="pair" key={pair[0]!.key}>
            {pair.map(({ key, label, unit }) => <Answer key={key} of={key} label={label} unit={unit} text={typed[key] ?? ""} type={type} />)}
          </div>
        ))}
      </div>
      <p className="hint" role="status">
        {guess && <><b>{money(product(guess))} EUR</b>, before time, risk, cost and anything you give for it. The sample counts them.</>}
      </p>
    </Block>
  );
}

/** One of the four. What is wrong stands under it once the person leaves it. */
function Answer({ of, label, unit, text, type }: { of: Key; label: string; unit: string; text: string; type: (key: Key, text: string) => void }) {
  const { problem } = read(of, text);
  const [quiet, setQuiet] = useState(false);
  return (
    <Field className="entry" label={label} validationMessage={quiet ? undefined : problem}>
      <Input
        value={text} inputMode="decimal" autoComplete="off" contentAfter={<span className="unit">{unit}</span>}
        onChange={(_, { value }) => type(of, value)} onFocus={() => setQuiet(problem === undefined)} onBlur={() => setQuiet(false)}
      />
    </Field>
  );
}

const read = (key: Key, text: string) => readEntry(inputs.find(({ id }) => id === key)!, text);

function guessOf(typed: Typed): Guess | undefined {
  const [guessOrders, guessValue, guessMargin, guessYears] = questions.map(({ key }) => numberIn(key, typed[key] ?? ""));
  if (guessOrders === undefined || guessValue === undefined || guessMargin === undefined || guessYears === undefined) return undefined;
  return { guessOrders, guessValue, guessMargin, guessYears };
}

function numberIn(key: Key, text: string): number | undefined {
  const { value } = { value: null, ...read(key, text) };
  return typeof value === "number" ? value : undefined;
}

const product = (guess: Guess) => Object.values(guess).reduce<number>((so, number) => so * (number ?? NaN), 1);
