import type { Page } from "playwright-core";
import type { JsonReport } from "../src/report/json.ts";

/** A file as a reader would drop it. */
export interface Dropped {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * What the worker of the check page finds in each file: the JSON report without what depends on the run, or the problem in
 * English. `page` is at the check page. One worker for all, as a reader who stays on the page has.
 */
export async function workerReports(page: Page, files: readonly Dropped[]): Promise<readonly unknown[]> {
  const packed = files.map(({ name, bytes }) => ({ name, base64: Buffer.from(bytes).toString("base64") }));
  return page.evaluate(async (given) => {
    const worker = new Worker("/check/worker.js", { type: "module" });
    const found: unknown[] = [];
    for (const [id, { name, base64 }] of given.entries()) {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      const heard = new Promise<unknown>((resolve) => {
        worker.onmessage = ({ data }: MessageEvent<{ id?: number; answer?: { kind: string; json?: unknown; message?: { en: string } } }>) => {
          if (data.id === id) resolve(data.answer?.json ?? data.answer?.message?.en ?? data.answer?.kind);
        };
      });
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker, no window
      worker.postMessage({ id, lang: "ja", question: { kind: "open", file: new Blob([bytes]), name } });
      found.push(await heard);
    }
    worker.terminate();
    return found;
  }, packed);
}

/** A report without the time it took and the name of the file. */
export function comparable(report: unknown): unknown {
  return { ...(report as JsonReport), file: undefined, ms: undefined };
}
