const BASE = 0x01000193;

/** Runs of so many skeleton characters, hashed as they roll over a text. */
export interface RunLength {
  readonly length: number;
  /** BASE to the power of the length: what the leaving character weighs. */
  readonly leaving: number;
  /** Keeps runs of different lengths apart in one table. */
  readonly salt: number;
}

function runLength(length: number): RunLength {
  const leaving = Array.from({ length }).reduce((power: number) => Math.imul(power, BASE), 1);
  return { length, leaving, salt: Math.imul(length, 0x85ebca6b) };
}

/** A word or two; survives a changed character nearby. */
export const SHORT_RUN = runLength(6);
/** Spans two or three words: tells cases apart that are made of the same words. */
export const LONG_RUN = runLength(13);

/** Calls `take` with the hash of each run of a skeleton. A collision only costs a comparison. */
export function eachRun(codes: Uint16Array, run: RunLength, take: (hash: number) => void): void {
  const { length, leaving, salt } = run;
  for (let i = 0, hash = 0; i < codes.length; i++) {
    hash = (Math.imul(hash, BASE) + (codes[i] as number) - (i >= length ? Math.imul(codes[i - length] as number, leaving) : 0)) | 0;
    if (i >= length - 1) take(hash ^ salt);
  }
}

/**
 * Calls `take` with those runs of a skeleton, short and long, that `mayCount` lets through: for mails, of which most have no
 * run that counts. Both lengths roll in one pass.
 */
export function eachLikelyRun(codes: Uint16Array, mayCount: (hash: number) => boolean, take: (hash: number) => void): void {
  let short = 0;
  let long = 0;
  for (let i = 0; i < codes.length; i++) {
    const code = codes[i]!;
    short = (Math.imul(short, BASE) + code - (i >= SHORT_RUN.length ? Math.imul(codes[i - SHORT_RUN.length]!, SHORT_RUN.leaving) : 0)) | 0;
    long = (Math.imul(long, BASE) + code - (i >= LONG_RUN.length ? Math.imul(codes[i - LONG_RUN.length]!, LONG_RUN.leaving) : 0)) | 0;
    if (i >= SHORT_RUN.length - 1 && mayCount(short ^ SHORT_RUN.salt)) take(short ^ SHORT_RUN.salt);
    if (i >= LONG_RUN.length - 1 && mayCount(long ^ LONG_RUN.salt)) take(long ^ LONG_RUN.salt);
  }
}

/** The codes of a skeleton text. */
export function codesOf(skeleton: string): Uint16Array {
  const codes = new Uint16Array(skeleton.length);
  for (let i = 0; i < skeleton.length; i++) codes[i] = skeleton.charCodeAt(i);
  return codes;
}

/** Hash of a whole key such as `sender support@a.example`. Keys and runs share one table. */
export function keyHash(key: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), BASE);
  return hash | 0;
}

/** Where a hash belongs in a table of `mask + 1` places, a power of two. */
export function slotOf(hash: number, mask: number): number {
  return (Math.imul(hash, 0x9e3779b1) >>> 7) & mask;
}
