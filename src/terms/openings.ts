const TWOS = 1 << 16;
const THREES = 1 << 16;
const FOURS = 1 << 18;
/** A longer word goes on from here, and a word ends here. */
const GOES_ON = 1;
const ENDS = 2;

const two = (a: number, b: number): number => Math.imul(a, 0x9e35) ^ Math.imul(b, 0x1f1);
const three = (a: number, b: number, c: number): number => two(a, b) ^ Math.imul(c, 0x6b43);
const four = (a: number, b: number, c: number, d: number): number => Math.imul(three(a, b, c), 0x2c1b3c6d) ^ Math.imul(d, 0x297a2d39);
const short = (hash: number): number => (hash ^ (hash >>> 16)) & (TWOS - 1);
const long = (hash: number): number => (hash ^ (hash >>> 15)) & (FOURS - 1);

/**
 * With what units the words of a list begin, hashed: nearly every place of a text is passed over by this alone. What is
 * let through may begin no word; what is not let through begins none.
 */
export class Openings {
  private readonly twos = new Uint8Array(TWOS);
  private readonly threes = new Uint8Array(THREES);
  private readonly fours = new Uint8Array(FOURS);

  /** Words have two units or more. */
  add(word: ArrayLike<number>): void {
    this.addUnits(word.length, word[0]!, word[1]!, word[2] ?? 0, word[3] ?? 0);
  }

  /** As `add`, for a word of which the length and the first four units are at hand: thousands are added when the registry is read. */
  addUnits(length: number, a: number, b: number, c: number, d: number): void {
    this.twos[short(two(a, b))]! |= length > 2 ? GOES_ON : ENDS;
    if (length > 2) this.threes[short(three(a, b, c))]! |= length > 3 ? GOES_ON : ENDS;
    if (length > 3) this.fours[long(four(a, b, c, d))] = 1;
  }

  /** Whether a word may begin with these two. */
  mayBeginTwo(a: number, b: number): boolean {
    return this.twos[short(two(a, b))] !== 0;
  }

  /** Whether a word may begin with these three. */
  mayBeginThree(a: number, b: number, c: number): boolean {
    const found = this.twos[short(two(a, b))]!;
    return found !== 0 && ((found & ENDS) !== 0 || this.threes[short(three(a, b, c))] !== 0);
  }

  /** Whether a word may begin with these four; 0 for what is beyond the end of the text. */
  mayBegin(a: number, b: number, c: number, d: number): boolean {
    const found = this.twos[short(two(a, b))]!;
    if (found === 0) return false;
    if ((found & ENDS) !== 0) return true;
    const further = this.threes[short(three(a, b, c))]!;
    return further !== 0 && ((further & ENDS) !== 0 || this.fours[long(four(a, b, c, d))] !== 0);
  }
}
