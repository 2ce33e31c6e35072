import { Button } from "@fluentui/react-components";
import { TableAdd20Regular } from "@fluentui/react-icons";
import { orderParts } from "../../core/history/order-list";
import { wishesOf } from "../../core/history/assumptions";
import { compareWishes } from "../../core/history/wishes";
import type { HistoryData } from "../../workbook";
import { formatNumber } from "../numbers";
import { Block } from "../parts/Block";
import { useAgreement } from "../use-desk";
import { dayText, today } from "./days";
import type { StudyState } from "./study";
import { useStudy } from "./use-study";
import { inPaneWords } from "./words";

/** Writes what was found to a sheet of the workbook, anew where there is one already. */
export function Keep() {
  const { desk, agreement, state: { built, doing } } = useAgreement();
  const { state } = useStudy();
  if (!built) return <p className="hint">Once the workbook is built, the findings can be kept on a sheet of it.</p>;
  const isThere = built.build.modules.some(({ id }) => id === "history");
  const sentences = compareWishes(state.reality!, wishesOf(agreement)).map(inPaneWords);
  async function write() {
    if (isThere) await desk.removeModule("history");
    await desk.addModule("history", sheetData(state, sentences));
  }
  return (
    <Block
      title="Keep it in the workbook"
      hint={"A sheet with the findings, two charts, and the model as functions over your list. "
        + "Without the add-in others still read the numbers of today."}
    >
      <div className="buttons">
        <Button icon={<TableAdd20Regular />} disabledFocusable={doing !== undefined} onClick={() => void write()}>
          {isThere ? "Write the sheet Order History anew" : "Write the sheet Order History"}
        </Button>
      </div>
    </Block>
  );
}

function sheetData({ source, columns, counted, reality }: StudyState, sentences: readonly string[]): HistoryData {
  const [madeOn, { tally, unreadable }] = [today(), counted!];
  return {
    source: {
      sheet: source!.sheet, address: source!.address, firstRow: source!.firstRow,
      columns: Object.fromEntries(orderParts.map((part) => [part, columns[part]!])) as Record<(typeof orderParts)[number], number>,
    },
    tally, unreadable, reality: reality!, madeOn,
    sentences: [`Worked out on ${dayText(madeOn)} from ${formatNumber(tally.orders)} orders.`, ...sentences],
  };
}
