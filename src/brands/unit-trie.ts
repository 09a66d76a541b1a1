/**
 * Many words in one tree of UTF-16 units, walked a unit at a time: what a step costs does not depend on how many words
 * there are. Edges stand in one open-addressed table of typed arrays, which is quick to build and light to keep.
 */
export class UnitTrie<T> {
  private readonly mask: number;
  private readonly parents: Int32Array;
  private readonly units: Uint16Array;
  private readonly children: Int32Array;
  private readonly values: (T[] | undefined)[] = [undefined];

  /** `units`: how many units all words have together, an upper bound. */
  constructor(units: number) {
    let slots = 16;
    while (slots < units * 2) slots *= 2;
    this.mask = slots - 1;
    this.parents = new Int32Array(slots);
    this.units = new Uint16Array(slots);
    this.children = new Int32Array(slots);
  }

  /** Several values may stand at one word; they are kept in the order of adding. */
  add(word: string, value: T): void {
    let node = 0;
    for (let at = 0; at < word.length; at++) node = this.nextOrNew(node, word.charCodeAt(at));
    (this.values[node] ??= []).push(value);
  }

  /** The node one unit further on, 0 when no word goes on so. The root is 0. */
  next(node: number, unit: number): number {
    for (let slot = this.slotOf(node, unit); ; slot = (slot + 1) & this.mask) {
      const child = this.children[slot]!;
      if (child === 0 || (this.parents[slot] === node && this.units[slot] === unit)) return child;
    }
  }

  /** What was added for the word that ends at this node. */
  at(node: number): readonly T[] | undefined {
    return this.values[node];
  }

  private nextOrNew(node: number, unit: number): number {
    let slot = this.slotOf(node, unit);
    while (this.children[slot] !== 0) {
      if (this.parents[slot] === node && this.units[slot] === unit) return this.children[slot]!;
      slot = (slot + 1) & this.mask;
    }
    this.parents[slot] = node;
    this.units[slot] = unit;
    this.values.push(undefined);
    return (this.children[slot] = this.values.length - 1);
  }

  private slotOf(node: number, unit: number): number {
    const mixed = Math.imul(node ^ Math.imul(unit, 0x9e3779b1), 0x85ebca6b);
    return (mixed ^ (mixed >>> 15)) & this.mask;
  }
}
