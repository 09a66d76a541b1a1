import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { examine } from "../src/index.ts";
import { corpusMails } from "./corpus.ts";
import type { CorpusMail } from "./corpus.ts";
import { outcomeOf } from "./eval-outcome.ts";
import type { Outcome } from "./eval-outcome.ts";
import { progress } from "./progress.ts";
import { stripProviderVerdicts } from "./provider-verdicts.ts";

/** The mails of all folders, each once. */
export function gatherMails(folders: readonly string[]): CorpusMail[] {
  const mails = new Map<string, CorpusMail>();
  for (const folder of folders) {
    const found = corpusMails(folder);
    if (found.missing > 0) console.error(`${folder}: ${found.missing} mails of its index are not there`);
    for (const mail of found.mails) mails.set(mail.file, mail);
  }
  if (mails.size === 0) throw new Error(`no mails in ${folders.join(", ")}`);
  return [...mails.values()];
}

/** The bytes every examiner is given, ours and the peers: without what a provider thought of the mail. */
export const bytesOf = (mail: CorpusMail): Uint8Array => stripProviderVerdicts(new Uint8Array(readFileSync(mail.file)));

export const examineMail = (mail: CorpusMail): Outcome => outcomeOf(mail, examine(bytesOf(mail)));

/** Small enough that the threads end together, large enough that passing mails on costs nothing. */
const BATCH = 25;
/** A thread must first load the registry: for fewer mails it is not worth it. */
const WORTH_A_THREAD = 200;

/** Examines all mails on up to `threads` threads (default: one a core); outcomes in the order of the mails. */
export async function examineAll(mails: readonly CorpusMail[], threads = availableParallelism()): Promise<Outcome[]> {
  const tell = progress("eval", mails.length);
  const count = Math.min(threads, Math.floor(mails.length / WORTH_A_THREAD));
  if (count < 2)
    return mails.map((mail, index) => {
      const outcome = examineMail(mail);
      tell(index + 1);
      return outcome;
    });
  const queue = new Batches(mails, tell);
  await Promise.all(Array.from({ length: count }, () => work(queue)));
  return queue.outcomes;
}

class Batches {
  readonly outcomes: Outcome[] = [];
  readonly #mails: readonly CorpusMail[];
  readonly #tell: (done: number) => void;
  #next = 0;
  #done = 0;

  constructor(mails: readonly CorpusMail[], tell: (done: number) => void) {
    this.#mails = mails;
    this.#tell = tell;
  }

  take(): { readonly from: number; readonly mails: readonly CorpusMail[] } | undefined {
    const from = this.#next;
    this.#next += BATCH;
    return from < this.#mails.length ? { from, mails: this.#mails.slice(from, from + BATCH) } : undefined;
  }

  put(from: number, outcomes: readonly Outcome[]): void {
    for (const [index, outcome] of outcomes.entries()) this.outcomes[from + index] = outcome;
    this.#tell((this.#done += outcomes.length));
  }
}

/** Feeds one thread until nothing is left. */
function work(queue: Batches): Promise<void> {
  // The sources run as .ts under a loader and as .js once compiled; a thread's file is named, not imported.
  const worker = new Worker(new URL(import.meta.url.endsWith(".ts") ? "./eval-worker.ts" : "./eval-worker.js", import.meta.url));
  const fed = new Promise<void>((resolve, reject) => {
    let batch = queue.take();
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port has no origin
    const feed = (): void => (batch === undefined ? resolve() : worker.postMessage(batch.mails));
    worker.on("message", (outcomes: readonly Outcome[]) => {
      queue.put(batch?.from ?? 0, outcomes);
      batch = queue.take();
      feed();
    });
    worker.on("error", (error) => reject(new Error(`${batch?.mails[0]?.path ?? "?"} and following: ${error.message}`)));
    feed();
  });
  return fed.finally(() => worker.terminate());
}
