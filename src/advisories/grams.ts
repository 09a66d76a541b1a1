/** Length of the runs of skeleton characters that lead from a mail to cases. */
export const GRAM = 6;
const BASE = 0x01000193;
const BASE_TO_GRAM = Array.from({ length: GRAM }).reduce((power: number) => Math.imul(power, BASE), 1);

/** Rolling polynomial hash of the run that ends at `i`, given that of the run before it. A collision only costs a comparison. */
export function rolled(gram: number, codes: Uint16Array, i: number): number {
  const leaving = i >= GRAM ? Math.imul(codes[i - GRAM] as number, BASE_TO_GRAM) : 0;
  return (Math.imul(gram, BASE) + (codes[i] as number) - leaving) | 0;
}

/** Calls `take` with the hash of each run of a skeleton. */
export function eachGram(codes: Uint16Array, take: (gram: number) => void): void {
  for (let i = 0, gram = 0; i < codes.length; i++) {
    gram = rolled(gram, codes, i);
    if (i >= GRAM - 1) take(gram);
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
