import { Button, SearchBox } from "@fluentui/react-components";
import { Checkmark16Regular, Copy16Regular, Open16Regular, TableCellEdit16Regular } from "@fluentui/react-icons";
import { useRef, useState } from "react";
import catalogue from "../catalogue.json";
import { counted } from "../numbers";
import { Chip } from "../parts/Chip";
import { Disclosure } from "../parts/Disclosure";
import { Body } from "../parts/Frame";
import { useDesk, useGo } from "../use-desk";

type Entry = (typeof catalogue)[number];

const families = [...new Set(catalogue.map(({ family }) => family))];

/** Every function of the add-in: find it, understand it, put its example into an empty cell. */
export default function Functions() {
  const [sought, setSought] = useState("");
  const [family, setFamily] = useState<string>();
  const found = catalogue.filter((entry) => (family === undefined || entry.family === family) && matches(entry, sought));
  return (
    <Body>
      <div className="search">
        <SearchBox
          placeholder="Search functions" aria-label="Search functions" value={sought} onChange={(_, { value }) => setSought(value)}
        />
        <div className="chips" role="group" aria-label="Families">
          {families.map((name) => <Chip key={name} on={name === family} onChange={(on) => setFamily(on ? name : undefined)}>{name}</Chip>)}
        </div>
      </div>
      <p className="unseen" role="status">{found.length} functions</p>
      {found.length > 0
        ? <div className="list">{found.map((entry) => <FunctionRow key={entry.id} entry={entry} />)}</div>
        : <p>No function fits “{sought}”. Try a word such as value, late or weight.</p>}
    </Body>
  );
}

/** Every word of the search stands somewhere in name, description, purpose or arguments. */
function matches({ id, description, purpose, arguments: parameters }: Entry, sought: string): boolean {
  const text = [id, description, purpose, ...parameters.map(({ name }) => name)].join(" ").toLowerCase();
  return sought.toLowerCase().split(/\s+/).every((word) => text.includes(word));
}

function FunctionRow({ entry }: { entry: Entry }) {
  const { id, description, purpose, example } = entry;
  return (
    <Disclosure summary={<span className="row-text"><code>{id}</code><span className="hint">{description}</span></span>}>
      <div className="fields">
        <p>{purpose}</p>
        <Arguments entry={entry} />
        <div className="soft framed">
          <code className="formula">{example.formula}</code>
          <p className="gives"><span className="hint">gives</span><b>{example.result}</b></p>
        </div>
        <Ways entry={entry} />
      </div>
    </Disclosure>
  );
}

/** The arguments one must give, and the others on request. */
function Arguments({ entry: { arguments: parameters } }: { entry: Entry }) {
  const [showsAll, setShowsAll] = useState(false);
  const needed = parameters.filter(({ isOptional }) => !isOptional);
  const others = parameters.length - needed.length;
  return (
    <>
      <table className="arguments">
        <thead className="unseen"><tr><th scope="col">Argument</th><th scope="col">Meaning</th></tr></thead>
        <tbody>
          {(showsAll ? parameters : needed).map(({ name, description, isOptional, standard }) => (
            <tr key={name}>
              <th scope="row"><code>{isOptional ? `[${name}]` : name}</code></th>
              <td>{description}{standard && <span className="hint"> Left out: {standard}.</span>}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {others > 0 && !showsAll && (
        <Button size="small" appearance="transparent" className="more" onClick={() => setShowsAll(true)}>
          {counted(others, "more argument")}
        </Button>
      )}
    </>
  );
}

/** Insert, copy, read more. The target is named, and a filled cell is never overwritten. */
function Ways({ entry: { id, example } }: { entry: Entry }) {
  const { desk, state: { selection } } = useDesk();
  const go = useGo();
  const isFilled = selection !== undefined && !selection.empty;
  return (
    <>
      <div className="buttons">
        <Button
          size="small" appearance="primary" icon={<TableCellEdit16Regular />} disabledFocusable={isFilled}
          onClick={() => void desk.insert(example.formula)}
        >
          Insert example{selection && ` in ${selection.address}`}
        </Button>
        <Copy text={example.formula} />
        {isFilled && <Button size="small" onClick={() => go("explain")}>Explain {selection.address}</Button>}
        <Button
          as="a" size="small" icon={<Open16Regular />} aria-label={`Help page of ${id}`} title="Help page"
          href={`help/functions.html#${id}`} target="_blank" rel="noopener"
        />
      </div>
      <p className="hint">
        {selection && (isFilled ? `${selection.address} is filled; select an empty cell. ` : `${selection.address} is empty. `)}
        A filled cell is never overwritten.
      </p>
    </>
  );
}

/** Copies; where the browser forbids it, the formula is selected so that Ctrl+C does. */
function Copy({ text }: { text: string }) {
  const [said, setSaid] = useState("");
  const button = useRef<HTMLButtonElement>(null);
  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      setSaid("Copied");
    } catch {
      const formula = button.current?.closest(".fields")?.querySelector(".formula");
      if (formula) window.getSelection()?.selectAllChildren(formula);
      setSaid("Press Ctrl+C to copy");
    }
  }
  return (
    <>
      <Button
        ref={button} size="small" icon={said === "Copied" ? <Checkmark16Regular /> : <Copy16Regular />}
        aria-label="Copy the formula" title="Copy" onClick={() => void copy()}
      />
      <span className={said === "Copied" ? "unseen" : "hint"} role="status">{said}</span>
    </>
  );
}
