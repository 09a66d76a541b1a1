import { existsSync, statSync } from "node:fs";
import path from "node:path";
import { defaultRegistry } from "../../brands/index.ts";
import type { Registry } from "../../brands/registry.ts";
import { registryOfDirectory } from "../../cli/brands.ts";

/** How long a look at the folder holds, in milliseconds. */
const LOOK_MS = 1_000;

/**
 * The registry as its files are now. A file that is put in place by renaming changes the folder's own time, which is all
 * that is looked at; then all are read again, which takes about half a second.
 */
export class LiveFacts {
  readonly #folder: string | undefined;
  #looked = 0;
  #time: number | undefined;
  #registry: Registry | undefined;

  /** `data`: a folder that has `brands/`; undefined for the facts compiled in. */
  constructor(data: string | undefined) {
    const folder = data === undefined ? undefined : path.join(data, "brands");
    this.#folder = folder !== undefined && existsSync(folder) ? folder : undefined;
  }

  registry(): Registry {
    if (this.#folder === undefined) return defaultRegistry();
    const now = Date.now();
    if (this.#registry === undefined || now - this.#looked >= LOOK_MS) this.#look(this.#folder, now);
    return this.#registry ?? defaultRegistry();
  }

  /** An edit was made just now. */
  changed(): void {
    this.#looked = 0;
    this.#time = undefined;
  }

  #look(folder: string, now: number): void {
    this.#looked = now;
    const time = statSync(folder, { throwIfNoEntry: false })?.mtimeMs;
    if (time === this.#time && this.#registry !== undefined) return;
    try {
      this.#registry = registryOfDirectory(folder).registry ?? this.#registry;
      this.#time = time;
    } catch {
      // Half written, or gone for the moment: what was read before holds until the next look.
    }
  }
}
