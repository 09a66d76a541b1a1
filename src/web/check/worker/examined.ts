import { examineKeeping } from "../../../app/examine.ts";
import type { Examined } from "../../../app/examine.ts";
import { loadParts, takeMissed } from "./late-parts.ts";

/**
 * Examines, and does `then` with what came of it (which may look at further topics of the evidence). Where a reader of
 * files or pictures was missing it is loaded and everything is done once more, so that nothing of the first try is kept.
 * Rejects when it cannot be loaded.
 */
export async function examinedWith<T>(raw: Uint8Array, pasted: boolean, then: (examined: Examined, ms: number) => T): Promise<T> {
  takeMissed();
  const first = once(raw, pasted, then);
  if (!takeMissed()) return first;
  await loadParts();
  return once(raw, pasted, then);
}

function once<T>(raw: Uint8Array, pasted: boolean, then: (examined: Examined, ms: number) => T): T {
  const started = performance.now();
  const examined = examineKeeping(raw, { pasted });
  return then(examined, performance.now() - started);
}
