import { Fault } from "../../core/fault";
import { readOrderList, tallyOrders, type OrderCells, type Tally, type Unreadable } from "../../core/history/order-list";
import { studyOrders, type Reality } from "../../core/history/reality";
import { lastDay } from "../../core/history/rfm";

/** What is to be done with the cells of an order table: only counted, or studied too. Without a last day the list's own counts. */
export interface Job { readonly cells: OrderCells; readonly asOf?: number; readonly isStudy: boolean }

/** What an order table comes to. */
export interface Counted {
  readonly rows: number;
  readonly blank: number;
  readonly unreadable: number;
  readonly first?: Unreadable;
  readonly tally: Tally;
  readonly asOf: number;
}

/** What is told on the way: a stage that begins, what was counted, what was found, or why nothing could be. */
export type Report =
  | { readonly kind: "stage"; readonly stage: number }
  | { readonly kind: "counted"; readonly counted: Counted }
  | { readonly kind: "found"; readonly reality: Reality }
  | { readonly kind: "refused"; readonly message: string };

/** Does a job piece by piece, wherever it runs: in a worker, or in the pane where none can start. */
export function* workOn({ cells, asOf: wanted, isStudy }: Job): Generator<Report> {
  const { orders, ...list } = readOrderList(cells);
  if (orders.date.length === 0) {
    yield { kind: "refused", message: "No row holds a customer, a date and an amount. Check which columns are which." };
    return;
  }
  const asOf = wanted ?? lastDay(orders);
  yield { kind: "counted", counted: { rows: cells.customer.length, ...list, tally: tallyOrders(orders, asOf), asOf } };
  if (!isStudy) return;
  try {
    const study = studyOrders(orders, asOf);
    let step = study.next();
    for (; !step.done; step = study.next()) yield { kind: "stage", stage: step.value };
    yield { kind: "found", reality: step.value };
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    yield { kind: "refused", message: error.message };
  }
}
