import type { Needle } from "./needles.ts";

/** Needles by a hash of their first characters: one look at a table for each character of a text, whatever their number. */
export interface NeedleIndex {
  readonly isEmpty: boolean;
  /** Calls `hit` for every place a needle stands; places may overlap. */
  scan(text: string, hit: (needle: Needle, start: number) => void): void;
}

const SLOTS = 1 << 16;

class Window {
  readonly #width: number;
  readonly #filled = new Uint8Array(SLOTS);
  readonly #needles = new Map<number, Needle[]>();

  constructor(width: number, needles: readonly Needle[]) {
    this.#width = width;
    for (const needle of needles) {
      const key = this.#key(needle.text, 0);
      this.#filled[key] = 1;
      const others = this.#needles.get(key);
      if (others === undefined) this.#needles.set(key, [needle]);
      else others.push(needle);
    }
  }

  #key(text: string, at: number): number {
    let key = text.charCodeAt(at);
    for (let next = 1; next < this.#width; next++) key = Math.imul(key, 31) + text.charCodeAt(at + next);
    return (key ^ (key >>> 15)) & (SLOTS - 1);
  }

  scan(text: string, hit: (needle: Needle, start: number) => void): void {
    if (this.#needles.size === 0) return;
    for (let at = 0; at + this.#width <= text.length; at++) {
      const key = this.#key(text, at);
      if (this.#filled[key] === 0) continue;
      for (const needle of this.#needles.get(key)!) if (text.startsWith(needle.text, at)) hit(needle, at);
    }
  }
}

export function indexNeedles(needles: readonly Needle[]): NeedleIndex {
  const windows = [
    new Window(
      4,
      needles.filter((needle) => needle.text.length >= 4),
    ),
    new Window(
      2,
      needles.filter((needle) => needle.text.length < 4),
    ),
  ];
  return {
    isEmpty: needles.length === 0,
    scan: (text, hit) => {
      for (const window of windows) window.scan(text, hit);
    },
  };
}
