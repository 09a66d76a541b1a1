import { ZIGZAG } from "./inverse-dct.ts";
import type { Columns } from "./inverse-dct.ts";
import { BrokenScan, ScanBits } from "./jpeg-bits.ts";
import type { HuffmanTable } from "./jpeg-bits.ts";

/** A component of a picture: brightness, or one of the colours, which are read past. */
export interface Component {
  readonly id: number;
  /** Blocks of the component in a unit of an interleaved scan, across and down. */
  readonly across: number;
  readonly down: number;
  readonly quantisation: number;
  /** Blocks in a row of a scan of this component alone, and such rows. */
  readonly blocksWide: number;
  readonly blocksHigh: number;
}

/** One scan: which components in which tables, and of a progressive picture which part of the coefficients (§G). */
export interface Scan {
  readonly components: readonly { readonly component: Component; readonly dc: HuffmanTable | undefined; readonly ac: HuffmanTable | undefined }[];
  readonly first: number;
  readonly last: number;
  readonly high: number;
  readonly low: number;
}

/** The coefficients of the brightness, 64 a block in zigzag order, and how its blocks lie. */
export interface Plane {
  readonly component: Component;
  readonly coefficients: Int16Array;
  /** Blocks in a row of the plane, those past the picture's edge included. */
  readonly stride: number;
}

/** Units across and down, and how many stand between restart markers (0: none are there). */
export interface Units {
  readonly wide: number;
  readonly high: number;
  readonly interval: number;
  readonly progressive: boolean;
}

/** Reads one scan into the plane; returns where its data end. Data that break off leave what was read. */
export function readScan(data: Uint8Array, at: number, scan: Scan, plane: Plane, units: Units): number {
  const reader = new ScanReader(new ScanBits(data, at), scan, plane, units);
  try {
    reader.run();
  } catch (error) {
    if (!(error instanceof BrokenScan)) throw error;
  }
  return reader.bits.at;
}

class ScanReader {
  readonly bits: ScanBits;
  private readonly scan: Scan;
  private readonly plane: Plane;
  private readonly units: Units;
  private readonly predicted: Int32Array;
  /** Blocks left that end at once (§G.1.2.2 EOBRUN). */
  private ending = 0;

  constructor(bits: ScanBits, scan: Scan, plane: Plane, units: Units) {
    this.bits = bits;
    this.scan = scan;
    this.plane = plane;
    this.units = units;
    this.predicted = new Int32Array(scan.components.length);
  }

  run(): void {
    const { scan, plane, units } = this;
    const [only] = scan.components;
    if (only === undefined) return;
    const alone = scan.components.length === 1;
    // A scan of colour alone says nothing of the brightness.
    if (alone && only.component !== plane.component) return;
    const [wide, high] = alone ? [only.component.blocksWide, only.component.blocksHigh] : [units.wide, units.high];
    for (let y = 0, count = 0; y < high; y++) {
      for (let x = 0; x < wide; x++, count++) {
        if (units.interval > 0 && count > 0 && count % units.interval === 0) this.restart();
        if (alone) this.block(0, (y * plane.stride + x) * 64);
        else this.unit(x, y);
      }
    }
  }

  private restart(): void {
    this.bits.restart();
    this.predicted.fill(0);
    this.ending = 0;
  }

  private unit(x: number, y: number): void {
    const { components } = this.scan;
    for (let index = 0; index < components.length; index++) {
      const { component } = components[index]!;
      const isPlane = component === this.plane.component;
      for (let v = 0; v < component.down; v++) {
        for (let h = 0; h < component.across; h++) {
          this.block(index, isPlane ? ((y * component.down + v) * this.plane.stride + x * component.across + h) * 64 : -1);
        }
      }
    }
  }

  /** `to` is where the block's coefficients stand, or -1 for a block that is read past. */
  private block(index: number, to: number): void {
    const { scan } = this;
    if (!this.units.progressive) {
      this.dc(index, to, 0);
      this.sequential(index, to);
    } else if (scan.first === 0) {
      if (scan.high === 0) this.dc(index, to, scan.low);
      else if (this.bits.bits(1) === 1 && to >= 0) this.plane.coefficients[to]! |= 1 << scan.low;
    } else if (scan.high === 0) this.acFirst(index, to);
    else this.acRefine(index, to);
  }

  private tables(index: number): { readonly dc: HuffmanTable; readonly ac: HuffmanTable } {
    return this.scan.components[index] as { readonly dc: HuffmanTable; readonly ac: HuffmanTable };
  }

  private dc(index: number, to: number, low: number): void {
    const value = (this.predicted[index]! += this.bits.signed(this.bits.symbol(this.tables(index).dc) & 15));
    if (to >= 0) this.plane.coefficients[to] = value << low;
  }

  private sequential(index: number, to: number): void {
    const { bits, plane } = this;
    const { ac } = this.tables(index);
    for (let k = 1; k < 64; k++) {
      const symbol = bits.symbol(ac);
      const size = symbol & 15;
      if (size === 0) {
        if (symbol < 0xf0) return;
        k += 15;
        continue;
      }
      k += symbol >> 4;
      const value = bits.signed(size);
      if (to >= 0 && k < 64) plane.coefficients[to + k] = value;
    }
  }

  private acFirst(index: number, to: number): void {
    const { bits, plane, scan } = this;
    if (this.ending > 0) {
      this.ending--;
      return;
    }
    const { ac } = this.tables(index);
    for (let k = scan.first; k <= scan.last; k++) {
      const symbol = bits.symbol(ac);
      const run = symbol >> 4;
      const size = symbol & 15;
      if (size > 0) {
        k += run;
        const value = bits.signed(size);
        if (k < 64) plane.coefficients[to + k] = value << scan.low;
      } else if (run === 15) k += 15;
      else {
        this.ending = (1 << run) - 1 + bits.bits(run);
        return;
      }
    }
  }

  /** One more bit for each coefficient that is not zero, and new ones between them (§G.1.2.3). */
  private acRefine(index: number, to: number): void {
    const { bits, scan } = this;
    let k = scan.first;
    if (this.ending === 0) {
      const { ac } = this.tables(index);
      for (; k <= scan.last; k++) {
        const symbol = bits.symbol(ac);
        const run = symbol >> 4;
        let value = 0;
        if ((symbol & 15) > 0) value = bits.bits(1) === 1 ? 1 << scan.low : -1 << scan.low;
        else if (run < 15) {
          this.ending = (1 << run) + bits.bits(run);
          break;
        }
        k = this.refine(to, k, run);
        if (value !== 0 && k < 64) this.plane.coefficients[to + k] = value;
      }
    }
    if (this.ending === 0) return;
    this.refine(to, k, 64);
    this.ending--;
  }

  /** Mends coefficients from `k` on until `zeros` of them that are zero were passed; the index of the one after. */
  private refine(to: number, from: number, zeros: number): number {
    const { bits, scan, plane } = this;
    let left = zeros;
    let k = from;
    for (; k <= scan.last; k++) {
      const value = plane.coefficients[to + k]!;
      if (value === 0) {
        if (left-- === 0) break;
      } else if (bits.bits(1) === 1 && (value & (1 << scan.low)) === 0) {
        plane.coefficients[to + k] = value + (value > 0 ? 1 << scan.low : -1 << scan.low);
      }
    }
    return k;
  }
}

/** Fills a block from its stored coefficients, each multiplied by its scaled step; which columns have more than their first value. */
export function dequantise(coefficients: Int16Array, from: number, scaled: Float32Array, block: Float32Array): Columns {
  block.fill(0);
  let columns = 0;
  for (let k = 0; k < 64; k++) {
    const value = coefficients[from + k]!;
    if (value === 0) continue;
    const at = ZIGZAG[k]!;
    block[at] = value * scaled[at]!;
    if (at >= 8) columns |= 1 << (at & 7);
  }
  return columns;
}

/** Whether a block has its first coefficient only. `pairs` are the coefficients, two in an element. */
export function isFlat(coefficients: Int16Array, pairs: Int32Array, from: number): boolean {
  if (coefficients[from + 1] !== 0) return false;
  for (let at = (from >> 1) + 1, end = (from + 64) >> 1; at < end; at++) if (pairs[at] !== 0) return false;
  return true;
}
