/** A Huffman table of a JPEG (ITU-T T.81 §C), ready for decoding. */
export interface HuffmanTable {
  /** Length and symbol (`length << 8 | symbol`) by the next nine bits; 0 where the code is longer. */
  readonly fast: Uint16Array;
  /** By code length: the first 16-bit look-ahead that is no code of this length or a shorter one. */
  readonly limits: Int32Array;
  /** By code length: what is added to a code to find its symbol. */
  readonly offsets: Int32Array;
  readonly symbols: Uint8Array;
}

const FAST_BITS = 9;
/** Bytes of nothing after which data that broke off is given up. */
const MOST_MISSING = 64;

/** The data of a picture ended early, or holds no code of its table. */
export class BrokenScan extends Error {}

/** Builds a table from the number of codes of each length (1 to 16) and the symbols in order of their codes. */
export function huffmanTable(counts: Uint8Array, symbols: Uint8Array): HuffmanTable {
  const fast = new Uint16Array(1 << FAST_BITS);
  const limits = new Int32Array(17);
  const offsets = new Int32Array(17);
  let code = 0;
  let index = 0;
  for (let length = 1; length <= 16; length++) {
    offsets[length] = index - code;
    for (let i = 0; i < counts[length - 1]!; i++, code++, index++) {
      if (length > FAST_BITS) continue;
      const from = code << (FAST_BITS - length);
      fast.fill((length << 8) | (symbols[index] ?? 0), from, from + (1 << (FAST_BITS - length)));
    }
    limits[length] = code << (16 - length);
    code <<= 1;
  }
  return { fast, limits, offsets, symbols };
}

/** Reads the bits of a scan, stuffed zeros taken out; what is missing at a marker or at the end reads as zeros. */
export class ScanBits {
  at: number;
  private readonly data: Uint8Array;
  private hold = 0;
  private count = 0;
  private missing = 0;

  constructor(data: Uint8Array, at: number) {
    this.data = data;
    this.at = at;
  }

  private fill(): void {
    const { data } = this;
    while (this.count <= 24) {
      let byte = data[this.at] ?? 0;
      if (this.at >= data.length) this.miss();
      else if (byte !== 0xff) this.at++;
      else if (data[this.at + 1] === 0) this.at += 2;
      else {
        byte = 0;
        this.miss();
      }
      this.hold = (this.hold << 8) | byte;
      this.count += 8;
    }
  }

  private miss(): void {
    if (++this.missing > MOST_MISSING) throw new BrokenScan();
  }

  /** The next symbol of a table. */
  symbol({ fast, limits, offsets, symbols }: HuffmanTable): number {
    if (this.count < 16) this.fill();
    const entry = fast[(this.hold >>> (this.count - FAST_BITS)) & ((1 << FAST_BITS) - 1)]!;
    if (entry !== 0) {
      this.count -= entry >> 8;
      return entry & 0xff;
    }
    const ahead = (this.hold >>> (this.count - 16)) & 0xffff;
    for (let length = FAST_BITS + 1; length <= 16; length++) {
      if (ahead >= limits[length]!) continue;
      this.count -= length;
      return symbols[(ahead >> (16 - length)) + offsets[length]!] ?? 0;
    }
    throw new BrokenScan();
  }

  /** The next `size` bits, at most 16, as a number. */
  bits(size: number): number {
    if (this.count < size) this.fill();
    this.count -= size;
    return (this.hold >>> this.count) & ((1 << size) - 1);
  }

  /** The next `size` bits as a signed value (§F.2.2.1 EXTEND). */
  signed(size: number): number {
    if (size === 0) return 0;
    const value = this.bits(size);
    return value < 1 << (size - 1) ? value - (1 << size) + 1 : value;
  }

  /** Steps over the restart marker that stands here, if one does (§E.2.4). */
  restart(): void {
    this.hold = this.count = this.missing = 0;
    const { data } = this;
    while (this.at + 1 < data.length && !(data[this.at] === 0xff && data[this.at + 1] !== 0 && data[this.at + 1] !== 0xff)) this.at++;
    if ((data[this.at + 1]! & 0xf8) === 0xd0) this.at += 2;
  }
}
