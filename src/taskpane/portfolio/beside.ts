import { work, type Job, type ResultOf } from "./work";

/** Rows that are done in the pane itself, in a moment. */
const few = 2000;
const rowsOf = (job: Job) => (job.kind === "read" ? job.table.rows.length : job.customers.count);

/**
 * Does a job: a small one here, a large one in a worker, so that the pane stays responsive. Where no worker can start, the pane
 * does it after it has shown that it works. An aborted signal ends the worker and rejects.
 */
export async function doJob<Work extends Job>(job: Work, signal: AbortSignal): Promise<ResultOf<Work>> {
  if (rowsOf(job) <= few) return work(job);
  const worker = createWorker();
  const result = worker ? await answerOf<ResultOf<Work>>(worker, job, signal) : undefined;
  if (result !== undefined) return result;
  await new Promise((resolve) => { setTimeout(resolve, 50); });
  signal.throwIfAborted();
  return work(job);
}

function createWorker(): Worker | undefined {
  if (typeof Worker === "undefined") return undefined;
  try {
    return new Worker(new URL("./portfolio-worker.ts", import.meta.url));
  } catch {
    return undefined; // Forbidden here, by a policy of the browser or of the organisation.
  }
}

/** What the worker answers; undefined when its script did not come or failed, for the pane has the same code and says why. */
function answerOf<Result>(worker: Worker, job: Job, signal: AbortSignal): Promise<Result | undefined> {
  return new Promise<Result | undefined>((resolve, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason as Error), { once: true });
    worker.onmessage = ({ data }: MessageEvent<Result>) => resolve(data);
    worker.onerror = (event) => {
      event.preventDefault();
      resolve(undefined);
    };
    worker.postMessage(job);
  }).finally(() => worker.terminate());
}
