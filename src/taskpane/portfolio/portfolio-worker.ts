import { work, type Job } from "./work";

// A script of its own, beside the pane's: it holds the core and nothing else, and ends when the pane ends it.
onmessage = ({ data }: MessageEvent<Job>) => postMessage(work(data));
