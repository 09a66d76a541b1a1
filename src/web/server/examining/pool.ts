import type { Lane } from "./lane.ts";
import type { Reply, Work } from "./work.ts";

/** Several processes for the same kind of work: a heavy piece keeps one of them, others go on. */
export class Pool {
  readonly #lanes: readonly [Lane, ...Lane[]];

  constructor(lanes: readonly [Lane, ...Lane[]]) {
    this.#lanes = lanes;
  }

  /** Work that waits or runs. */
  get load(): number {
    return this.#lanes.reduce((sum, { load }) => sum + load, 0);
  }

  /** Given to the process with the least to do, the first one where several are equal. Rejects with `WorkStopped`. */
  run(work: Work): Promise<Reply> {
    let [least] = this.#lanes;
    for (const lane of this.#lanes) if (lane.load < least.load) least = lane;
    return least.run(work);
  }

  /** See `Lane.close`. */
  async close(patience: number): Promise<void> {
    await Promise.all(this.#lanes.map((lane) => lane.close(patience)));
  }
}
