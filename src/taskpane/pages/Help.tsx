import { Link } from "@fluentui/react-components";
import { version } from "../../../package.json";
import { Block } from "../parts/Block";
import { Body } from "../parts/Frame";

const terms: readonly [term: string, meaning: string][] = [
  ["Ask", "One thing we ask of the customer, with a number."],
  ["Commitment", "One thing we give, with a level, a cost and an owner."],
  ["Target and worst", "The level that earns full marks, and the level that earns nothing."],
  ["Must", "The level without which the customer fails the role."],
  ["Worth", "What we lose over the years if one ask alone falls from target to worst."],
  ["Weight", "The share of one ask in the worth of all."],
  ["Earned", "How far funded commitments stand behind an ask."],
  ["Naked", "An ask with nothing behind it."],
  ["Net lifetime value", "What a customer brings over the years in today’s money, less what we give and the cost of winning them."],
];

const keys: readonly [keys: string, effect: string][] = [
  ["F6", "Between the sheet and this panel (Ctrl+F6 in a browser)"],
  ["Tab, Shift+Tab", "To the next or previous control"],
  ["Arrow keys", "Between tiles, 9-3-1 and tabs"],
  ["Space, Enter", "Switch, choose, open"],
  ["Esc", "Closes a menu or a note"],
];

const shelf: readonly [page: string, title: string, hint: string][] = [
  ["method", "The method", "12 pages to read or to print"],
  ["primer", "Lifetime value for finance", "Two pages on conventions"],
  ["exercises", "Ten exercises", "Each with an answer cell"],
  ["glossary", "Glossary", "24 words, with what they are in the sample"],
  ["clinic", "Error clinic and keys", "What you see, why, and what to do"],
  ["functions", "All functions", "With examples that are worked out"],
  ["support", "If something does not work", "The pane, #NAME?, taking it out again"],
];

/** What each word means, how to do without a mouse, and what happens to the data. */
export default function Help() {
  return (
    <Body isRead>
      <Block title="To read">
        <ul className="list">
          {shelf.map(([page, title, hint]) => (
            <li key={page} className="standing">
              <span className="row-text">
                <Link href={`help/${page}.html`} target="_blank" rel="noopener">{title}</Link>
                <span className="hint">{hint}</span>
              </span>
            </li>
          ))}
        </ul>
      </Block>
      <Block title="What the words mean"><Pairs pairs={terms} /></Block>
      <Block title="Without a mouse"><Pairs pairs={keys} /></Block>
      <Block title="Numbers">
        <p>Type 1200.50 or 1200,50; 90 or 90% where a percentage is due. Spaces between thousands do no harm.</p>
      </Block>
      <Block title="What leaves this computer">
        <p>Nothing of your workbook. No account, no server of ours. Microsoft’s Office library comes from Microsoft.</p>
      </Block>
      <p className="hint">Customer Role {version}</p>
    </Body>
  );
}

function Pairs({ pairs }: { pairs: readonly [string, string][] }) {
  return <dl className="pairs">{pairs.map(([name, text]) => <div key={name}><dt>{name}</dt><dd>{text}</dd></div>)}</dl>;
}
