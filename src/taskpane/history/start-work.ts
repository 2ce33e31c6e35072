import { workOn, type Job, type Report } from "./work";

/** Where a job runs: beside the pane, or in it because the browser started nothing beside it. */
export type Place = "beside" | "here";

/**
 * Starts a job in a worker, so that the pane stays responsive; where none can start the pane does it itself, piece by piece.
 * @param hear Told every report, and where the job runs; nothing any more once it was stopped
 * @returns The way to stop
 */
export function startWork(job: Job, hear: (report: Report, place: Place) => void): () => void {
  let stop: () => void = () => undefined;
  const here = () => { stop = workHere(job, (report) => hear(report, "here")); };
  const worker = createWorker();
  if (!worker) {
    here();
    return () => stop();
  }
  stop = () => worker.terminate();
  let hasSpoken = false;
  worker.onmessage = ({ data }: MessageEvent<Report>) => {
    hasSpoken = true;
    hear(data, "beside");
    if (isLast(data, job)) worker.terminate();
  };
  worker.onerror = (event) => {
    event.preventDefault();
    worker.terminate();
    // A worker that never spoke was not allowed to start, or its script did not come: the pane has the same code.
    if (hasSpoken) hear({ kind: "refused", message: `The work stopped: ${event.message}` }, "beside");
    else here();
  };
  worker.postMessage(job);
  return () => stop();
}

const isLast = ({ kind }: Report, { isStudy }: Job) => kind === "found" || kind === "refused" || (kind === "counted" && !isStudy);

function createWorker(): Worker | undefined {
  if (typeof Worker === "undefined") return undefined;
  try {
    return new Worker(/* webpackChunkName: "history-worker" */ new URL("./history-worker.ts", import.meta.url));
  } catch {
    return undefined; // Forbidden here, by a policy of the browser or of the organisation.
  }
}

/** One piece at a time, with room in between for a click on Cancel. */
function workHere(job: Job, hear: (report: Report) => void): () => void {
  const work = workOn(job);
  let timer = setTimeout(next);
  function next() {
    const { done, value } = work.next();
    if (done) return;
    timer = setTimeout(next);
    hear(value);
  }
  return () => clearTimeout(timer);
}
