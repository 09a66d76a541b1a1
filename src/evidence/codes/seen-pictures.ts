/** Pictures remembered, and the longest of them in bytes: 8 MB in all. Logos and the pictures of a campaign are smaller. */
const MOST = 64;
const LONGEST = 128 * 1024;

interface Seen {
  readonly sum: number;
  readonly bytes: Uint8Array;
  readonly texts: readonly string[];
}

/** The pictures looked at last, in a ring. */
const seen: Seen[] = [];
let next = 0;

/**
 * What `read` finds in a picture, or what it found when these very bytes were read before: mail after mail of a campaign
 * has the same picture, and so has page after page of a PDF. What `read` throws is not remembered.
 */
export function readOnce(bytes: Uint8Array, read: () => readonly string[]): readonly string[] {
  if (bytes.length > LONGEST) return read();
  const sum = sumOf(bytes);
  const known = seen.find((one) => one.sum === sum && isSame(one.bytes, bytes));
  if (known !== undefined) return known.texts;
  const texts = read();
  // A copy: the bytes may be a piece of a large file, which would be kept along.
  seen[next] = { sum, bytes: bytes.slice(), texts };
  next = (next + 1) % MOST;
  return texts;
}

/** Tells most pictures apart; equal sums are compared byte by byte. */
function sumOf(bytes: Uint8Array): number {
  let sum = bytes.length;
  for (let at = 0; at < bytes.length; at++) sum = (Math.imul(sum, 31) + bytes[at]!) | 0;
  return sum;
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  if (one.length !== other.length) return false;
  for (let at = 0; at < one.length; at++) if (one[at] !== other[at]) return false;
  return true;
}
