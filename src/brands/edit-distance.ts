/**
 * Optimal string alignment distance when it is at most `limit`, else `limit` + 1: a letter added, left out, changed, or
 * two neighbours swapped count one each. Stops as soon as no row can come below the limit.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let older: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1;
      let best = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + same);
      if (i > 1 && j > 1 && a.charCodeAt(i - 1) === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1))
        best = Math.min(best, older[j - 2]! + 1);
      row.push(best);
      if (best < least) least = best;
    }
    if (least > limit) return limit + 1;
    older = last;
    last = row;
  }
  return Math.min(last[b.length]!, limit + 1);
}

/** Whether the two are at most `limit` slips apart. */
export function withinDistance(a: string, b: string, limit: number): boolean {
  return editDistance(a, b, limit) <= limit;
}

/** Fewest slips that turn some stretch of `text` into `word` (Sellers), at most `limit` + 1. */
export function nearestStretch(text: string, word: string, limit: number): number {
  let last = Array.from({ length: word.length + 1 }, (_, j) => j);
  let best = last[word.length]!;
  for (let i = 0; i < text.length && best > 0; i++) {
    const row = [0];
    for (let j = 1; j <= word.length; j++) {
      const same = text.charCodeAt(i) === word.charCodeAt(j - 1) ? 0 : 1;
      row.push(Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + same));
    }
    best = Math.min(best, row[word.length]!);
    last = row;
  }
  return Math.min(best, limit + 1);
}

/** The letters of a text as bits, `a` the lowest; anything else is one bit. */
export function lettersOf(text: string): number {
  let bits = 0;
  for (let at = 0; at < text.length; at++) {
    const letter = text.charCodeAt(at) - 0x61;
    bits |= letter >= 0 && letter < 26 ? 1 << letter : 1 << 26;
  }
  return bits;
}

/** Whether a text with letters `seen` may be `limit` slips from one with letters `wanted`: a slip brings in one letter at most. */
export function mayBeNear(wanted: number, seen: number, limit: number): boolean {
  let missing = wanted & ~seen;
  for (let count = 0; missing !== 0; count++) {
    if (count >= limit) return false;
    missing &= missing - 1;
  }
  return true;
}
