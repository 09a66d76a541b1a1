/** A source of choices that gives the same ones for the same seed. */
export interface Chance {
  /** 0 to below `count`. */
  readonly below: (count: number) => number;
  readonly of: <T>(choices: readonly T[]) => T;
  /** True in `share` of the cases. */
  readonly may: (share: number) => boolean;
}

/** Mulberry32: small, and even enough to choose among layouts. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const below = (count: number): number => Math.floor(next() * count);
  return { below, of: (choices) => choices[below(choices.length)] as (typeof choices)[number], may: (share) => next() < share };
}
