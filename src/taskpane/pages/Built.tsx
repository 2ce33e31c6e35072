import {
  CheckmarkCircle48Filled, DocumentTable20Regular, Edit20Regular, History20Regular, PeopleList20Regular, ShareIos20Regular, TableAdd20Regular,
  Warning20Regular,
} from "@fluentui/react-icons";
import { openStep } from "../beginning";
import { Block } from "../parts/Block";
import { Body } from "../parts/Frame";
import { LinkRow } from "../parts/LinkRow";
import { OneSlider } from "../parts/OneSlider";
import { RemoveBuild } from "../parts/RemoveBuild";
import { UpdateBuild } from "../parts/UpdateBuild";
import { counted, money } from "../numbers";
import { sheetsIn, type State } from "../state";
import { useAgreement, useGo } from "../use-desk";

/** The home of a workbook that is built: what stands, and where to go from here. */
export default function Built() {
  const { state } = useAgreement();
  if (!state.built) return null;
  return (
    <Body>
      <div className="done">
        <CheckmarkCircle48Filled className="good" />
        <h2 className="large">{isExample(state) ? "The sample is open" : "Your workbook is built"}</h2>
        <p className="hint">{factsOf(state)}</p>
      </div>
      <UpdateBuild />
      {isExample(state) && <OneSlider />}
      <WhatNow />
      <StartingGuess />
      <RemoveBuild />
    </Body>
  );
}

/** Only the worked example is signed while its values are still those of a template. */
const isExample = ({ agreement }: State) => agreement?.inputs.sample === "Y" && agreement.charter.ours.signedOn !== null;

/** "12 sheets, 0 errors, 4 min 40 s". */
function factsOf({ built, startedAt, builtAt }: State): string {
  const errors = built!.outputs.errors;
  return [
    counted(sheetsIn(built!.build).length, "sheet"),
    errors === null ? undefined : counted(errors, "error"),
    startedAt !== undefined && builtAt !== undefined ? duration(builtAt - startedAt) : undefined,
  ].filter(Boolean).join(", ");
}

function duration(milliseconds: number): string {
  const seconds = Math.max(1, Math.round(milliseconds / 1000));
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

function WhatNow() {
  const { desk, state: { built } } = useAgreement();
  const go = useGo();
  const summary = built!.build.sheets.find(({ id }) => id.toLowerCase() === "summary");
  const problems = built!.problems.length;
  return (
    <Block title="What now?">
      <div className="list">
        {summary && (
          <LinkRow
            icon={<DocumentTable20Regular />} title="Look at the Summary" hint="One page, ready to print"
            onClick={() => void desk.goTo({ sheet: summary.name, address: "A1" })}
          />
        )}
        <LinkRow
          icon={<Edit20Regular />} title="Make it yours" hint="Change any answer, here or on the sheets" onClick={() => go("steps")}
        />
        <LinkRow
          icon={<History20Regular />} title="Check it against your orders" hint="What history says about what you ask"
          onClick={() => void openStep(desk, "history")}
        />
        <LinkRow
          icon={<PeopleList20Regular />} title="Score your customers" hint="Who earns, who costs, and what to do about each"
          onClick={() => void openStep(desk, "portfolio")}
        />
        <LinkRow icon={<TableAdd20Regular />} title="Add more sheets" hint="What history says, and what else there is" onClick={() => go("more")} />
        {problems > 0 && (
          <LinkRow
            icon={<Warning20Regular />} title="See what needs care" hint={`${counted(problems, "place")}, each with a jump to its cell`}
            onClick={() => go("problems")}
          />
        )}
        <LinkRow
          icon={<ShareIos20Regular />} title="Hand it on" hint="What others see, with or without this add-in" onClick={() => go("share")}
        />
      </div>
    </Block>
  );
}

function StartingGuess() {
  const { agreement, state, assessment: { firstGuess, cases } } = useAgreement();
  if (firstGuess === null || !cases) return null;
  const { currency } = agreement.inputs;
  return (
    <Block title={isExample(state) ? "The starting guess" : "Your starting guess"}>
      <dl className="soft sums">
        <div><dt>In one breath</dt><dd>{money(firstGuess)} <small>{currency}</small></dd></div>
        <div><dt>Now, with both sides counted</dt><dd>{money(cases.asked.value.total)} <small>{currency}</small></dd></div>
      </dl>
    </Block>
  );
}
