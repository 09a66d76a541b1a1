import { flatBlock, inverseDct, scaledQuantisation } from "./inverse-dct.ts";
import { huffmanTable } from "./jpeg-bits.ts";
import type { HuffmanTable } from "./jpeg-bits.ts";
import { dequantise, isFlat, readScan } from "./jpeg-scan.ts";
import type { Component, Plane, Scan, Units } from "./jpeg-scan.ts";
import type { Pixels } from "./pixels.ts";

/** No picture needs more scans; each goes over the whole picture, and a hostile one repeats them. */
const MAX_SCANS = 64;

/**
 * The brightness of a JPEG (ITU-T T.81, baseline and progressive, Huffman coded): its first component (JFIF §7). Colours are
 * read past and never worked out, which is why no library reads it. Throws on what it cannot read; the size is to be
 * checked before.
 */
export function jpegPixels(bytes: Uint8Array): Pixels {
  return new JpegReader(bytes).read();
}

interface Frame {
  readonly width: number;
  readonly height: number;
  readonly components: readonly Component[];
  readonly plane: Plane;
  readonly wide: number;
  readonly high: number;
  readonly progressive: boolean;
}

class JpegReader {
  private readonly bytes: Uint8Array;
  private readonly view: DataView;
  private readonly steps: Float32Array[] = [];
  private readonly dc: HuffmanTable[] = [];
  private readonly ac: HuffmanTable[] = [];
  private interval = 0;
  private frame: Frame | undefined;
  private scans = 0;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  read(): Pixels {
    const { bytes } = this;
    for (let at = 2; at + 4 <= bytes.length && this.scans < MAX_SCANS;) {
      const marker = bytes[at + 1]!;
      if (bytes[at] !== 0xff || marker === 0 || marker === 0xff || (marker >= 0xd0 && marker <= 0xd8)) at++;
      else if (marker === 0xd9) break;
      else at = this.segment(marker, at + 4, Math.min(bytes.length, at + 2 + this.view.getUint16(at + 2)));
    }
    if (this.frame === undefined || this.scans === 0) throw new Error("a JPEG without a picture");
    return this.pixels(this.frame);
  }

  /** Reads one marker segment (§B.2); returns where the next marker is looked for. */
  private segment(marker: number, from: number, end: number): number {
    if (marker === 0xdb) this.quantisation(from, end);
    else if (marker === 0xc4) this.huffman(from, end);
    else if (marker === 0xdd) this.interval = this.view.getUint16(from);
    else if (marker === 0xda) return this.scan(from, end);
    else if (marker >= 0xc0 && marker <= 0xc2) this.startFrame(from, marker === 0xc2);
    else if (marker > 0xc2 && marker < 0xd0 && marker !== 0xc8 && marker !== 0xcc) throw new Error("a JPEG of an unusual kind");
    return end;
  }

  private quantisation(from: number, end: number): void {
    for (let at = from; at + 65 <= end;) {
      const [wide, id] = [this.bytes[at]! >> 4 !== 0, this.bytes[at]! & 3];
      const steps = Array.from({ length: 64 }, (_, k) => (wide ? (this.bytes[at + 1 + 2 * k]! << 8) | this.bytes[at + 2 + 2 * k]! : this.bytes[at + 1 + k]!));
      this.steps[id] = scaledQuantisation(steps);
      at += wide ? 129 : 65;
    }
  }

  private huffman(from: number, end: number): void {
    for (let at = from; at + 17 <= end;) {
      const counts = this.bytes.subarray(at + 1, at + 17);
      const total = counts.reduce((sum, count) => sum + count, 0);
      const tables = this.bytes[at]! >> 4 === 0 ? this.dc : this.ac;
      tables[this.bytes[at]! & 3] = huffmanTable(counts, this.bytes.subarray(at + 17, at + 17 + total));
      at += 17 + total;
    }
  }

  private startFrame(from: number, progressive: boolean): void {
    const { bytes, view } = this;
    const [height, width, count] = [view.getUint16(from + 1), view.getUint16(from + 3), bytes[from + 5]!];
    if (this.frame !== undefined || bytes[from] !== 8 || width === 0 || height === 0 || count === 0 || count > 4) throw new Error("a JPEG of an unusual kind");
    const given = Array.from({ length: count }, (_, i) => {
      const at = from + 6 + 3 * i;
      return {
        id: bytes[at]!,
        across: Math.max(1, Math.min(4, bytes[at + 1]! >> 4)),
        down: Math.max(1, Math.min(4, bytes[at + 1]! & 15)),
        quantisation: bytes[at + 2]! & 3,
      };
    });
    const [most, deepest] = [Math.max(...given.map((one) => one.across)), Math.max(...given.map((one) => one.down))];
    const components = given.map((one): Component => ({
      ...one,
      blocksWide: Math.ceil((Math.ceil(width / 8) * one.across) / most),
      blocksHigh: Math.ceil((Math.ceil(height / 8) * one.down) / deepest),
    }));
    const [wide, high] = [Math.ceil(width / 8 / most), Math.ceil(height / 8 / deepest)];
    const component = components[0]!;
    const stride = wide * component.across;
    const plane = { component, stride, coefficients: new Int16Array(stride * high * component.down * 64) };
    this.frame = { width, height, components, plane, wide, high, progressive };
  }

  private scan(from: number, end: number): number {
    const { bytes, frame } = this;
    if (frame === undefined) throw new Error("a JPEG without a frame");
    this.scans++;
    const count = bytes[from]!;
    const components = Array.from({ length: count }, (_, i) => {
      const [id, tables] = [bytes[from + 1 + 2 * i], bytes[from + 2 + 2 * i]!];
      const component = frame.components.find((one) => one.id === id);
      if (component === undefined) throw new Error("a JPEG with a scan of nothing");
      return { component, dc: this.dc[(tables >> 4) & 3], ac: this.ac[tables & 3] };
    });
    const after = from + 1 + 2 * count;
    const [first, last, approximation] = [bytes[after]!, Math.min(63, bytes[after + 1]!), bytes[after + 2]!];
    const scan: Scan = { components, first, last, high: approximation >> 4, low: approximation & 15 };
    requireTables(scan, frame.progressive);
    const units: Units = { wide: frame.wide, high: frame.high, interval: this.interval, progressive: frame.progressive };
    return readScan(bytes, end, scan, frame.plane, units);
  }

  private pixels({ width, height, plane, components }: Frame): Pixels {
    const { component, stride, coefficients } = plane;
    const scaled = this.steps[component.quantisation];
    if (scaled === undefined) throw new Error("a JPEG without a quantisation table");
    const rowBytes = stride * 8;
    const values = new Uint8ClampedArray(coefficients.length);
    const block = new Float32Array(64);
    const pairs = new Int32Array(coefficients.buffer);
    for (let at = 0, index = 0; at < coefficients.length; at += 64, index++) {
      const to = Math.floor(index / stride) * 8 * rowBytes + (index % stride) * 8;
      // Ground, sky and paper: half the blocks of most pictures.
      if (isFlat(coefficients, pairs, at)) flatBlock(coefficients[at]! * scaled[0]!, values, to, rowBytes);
      else inverseDct(block, dequantise(coefficients, at, scaled, block), values, to, rowBytes);
    }
    const most = [Math.max(...components.map((one) => one.across)), Math.max(...components.map((one) => one.down))] as const;
    return { width, height, grey: cropped(values, rowBytes, width, height, most[0] / component.across, most[1] / component.down) };
  }
}

/** Tables a scan needs and the file has not given. */
function requireTables({ components, first, high }: Scan, progressive: boolean): void {
  const needsDc = !progressive || (first === 0 && high === 0);
  const needsAc = !progressive || first > 0;
  if (components.some(({ dc, ac }) => (needsDc && dc === undefined) || (needsAc && ac === undefined))) throw new Error("a JPEG without its tables");
  if (progressive && first > 0 && components.length > 1) throw new Error("a JPEG of an unusual kind");
}

/** The picture without the rest of its last blocks; a brightness that was stored smaller is spread. */
function cropped(values: Uint8ClampedArray, rowBytes: number, width: number, height: number, across: number, down: number): Uint8Array {
  const grey = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const row = Math.floor(y / down) * rowBytes;
    if (across === 1) grey.set(values.subarray(row, row + width), y * width);
    else for (let x = 0; x < width; x++) grey[y * width + x] = values[row + Math.floor(x / across)]!;
  }
  return grey;
}
