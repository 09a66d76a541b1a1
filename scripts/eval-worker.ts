// One of the threads of `npm run eval`: examines the mails it is handed, a batch at a time.
import { parentPort } from "node:worker_threads";
import type { CorpusMail } from "./corpus.ts";
import { examineMail } from "./eval-run.ts";

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port has no origin
parentPort?.on("message", (batch: readonly CorpusMail[]) => parentPort?.postMessage(batch.map(examineMail)));
