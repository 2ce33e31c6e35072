import { Button } from "@fluentui/react-components";
import { ArrowUndo16Regular, ErrorCircle20Regular, MathFormula20Regular } from "@fluentui/react-icons";
import { useEffect, useState } from "react";
import type { Explanation, Ingredient, Where } from "../../workbook";
import { shownText } from "../numbers";
import { Block } from "../parts/Block";
import { Body, Footer } from "../parts/Frame";
import { LinkRow } from "../parts/LinkRow";
import { Waiting } from "../parts/Waiting";
import { useDesk, useGo } from "../use-desk";

/** What the selected cell is, where its number comes from and why it shows an error; follows the selection. */
export default function Explain() {
  const { desk, state: { selection, explanation, built } } = useDesk();
  const [trail, setTrail] = useState<readonly Where[]>([]);
  useEffect(() => { void desk.explain(); }, [desk, selection, built]);
  if (!explanation) return <Body><Waiting what="Looking at the cell" again={() => void desk.explain()} /></Body>;
  const back = trail.at(-1);
  const visit = (next: Where) => {
    setTrail([...trail, { sheet: explanation.sheet, address: explanation.address }]);
    void desk.goTo(next);
  };
  return (
    <>
      <Body isRead>
        <Cell explanation={explanation} />
        {explanation.failure && <Failure failure={explanation.failure} visit={visit} />}
        {explanation.formula !== undefined && <Formula explanation={explanation} />}
        {explanation.ingredients.length > 0 && <Ingredients ingredients={explanation.ingredients} visit={visit} />}
        <Counterparts explanation={explanation} />
      </Body>
      {back && (
        <Footer>
          <Button
            appearance="subtle" icon={<ArrowUndo16Regular />}
            onClick={() => { setTrail(trail.slice(0, -1)); void desk.goTo(back); }}
          >
            Back to {placeInWords(back)}
          </Button>
        </Footer>
      )}
    </>
  );
}

const placeInWords = ({ sheet, address }: Where) => `${sheet} ${address}`;

/** The name of the cell, what it holds and where that comes from; read out whenever another cell is selected. */
function Cell({ explanation }: { explanation: Explanation }) {
  const { title, subtitle, shown, unit, sentence, source } = explanation;
  const text = shownText(shown);
  const isNumber = typeof shown.value === "number" || shown.isError;
  const rest = text.endsWith("%") ? unit.replace(/^% ?/, "") : unit;
  return (
    <div className="finding" aria-live="polite">
      <p className="hint">{placeInWords(explanation)}</p>
      <h2 className="large">{title}</h2>
      {subtitle && <p className="lead explained">{subtitle}</p>}
      {isNumber && <p className="explained-value"><b className={shown.isError ? "wrong" : undefined}>{text}</b> {rest}</p>}
      <p>{sentence}</p>
      {source && <p className="hint">Source: {source}</p>}
    </div>
  );
}

function Failure({ failure, visit }: { failure: NonNullable<Explanation["failure"]>; visit: (next: Where) => void }) {
  const { error, title, message, functionId, argument, at, nearest = [] } = failure;
  return (
    <div className="care">
      <div className="care-head">
        <ErrorCircle20Regular className="careful" />
        <div>
          <h3>{error}: {title.toLowerCase()}</h3>
          <p>{message}</p>
          {functionId && <p className="hint">In ROLE.{functionId}{argument && `, argument ${argument}`}</p>}
          {nearest.length > 0 && <p className="hint">Nearest: {nearest.map((id) => `ROLE.${id}`).join(", ")}</p>}
        </div>
      </div>
      {at && <div className="buttons"><Button size="small" onClick={() => visit(at)}>Go to {placeInWords(at)}</Button></div>}
    </div>
  );
}

function Formula({ explanation: { called, formula } }: { explanation: Explanation }) {
  return (
    <Block title="In words">
      <p className="soft framed in-words"><b>{called}</b> = {formula}</p>
    </Block>
  );
}

/** Each thing the formula uses, with its value now; choosing one goes there and explains it. */
function Ingredients({ ingredients, visit }: { ingredients: readonly Ingredient[]; visit: (next: Where) => void }) {
  return (
    <Block title="What it uses">
      <ul className="list">
        {ingredients.map((each) => (
          <li key={`${each.sheet}!${each.address}`}>
            <button type="button" className="link-row" onClick={() => visit(each)}>
              <span className="link-text"><span>{each.label}</span><span className="hint">{placeInWords(each)}</span></span>
              {each.shown && <b className={each.shown.isError ? "now wrong" : "now"}>{shownText(each.shown)}</b>}
            </button>
          </li>
        ))}
      </ul>
    </Block>
  );
}

function Counterparts({ explanation: { functions } }: { explanation: Explanation }) {
  const go = useGo();
  if (functions.length === 0) return null;
  return (
    <div className="list">
      {functions.map((id) => (
        <LinkRow
          key={id} icon={<MathFormula20Regular />} title={`ROLE.${id}`} hint="The function that works this out"
          onClick={() => go("functions")}
        />
      ))}
    </div>
  );
}
