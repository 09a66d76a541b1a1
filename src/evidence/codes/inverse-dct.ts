/** Scale of each row and column in the factorisation of Arai, Agui and Nakajima (1988): cos(kπ/16)·√2, 1 for k = 0. */
const SCALES = Array.from({ length: 8 }, (_, k) => (k === 0 ? 1 : Math.cos((k * Math.PI) / 16) * Math.SQRT2));
const R2 = Math.SQRT2;
const A = 2 * Math.cos(Math.PI / 8);
const B = 2 * (Math.cos(Math.PI / 8) - Math.cos((3 * Math.PI) / 8));
const C = 2 * (Math.cos(Math.PI / 8) + Math.cos((3 * Math.PI) / 8));

/** Order in which a JPEG stores the 64 coefficients of a block (ITU-T T.81 figure A.6), as indices row by row. */
export const ZIGZAG = Uint8Array.of(
  ...[0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7, 14, 21, 28],
  ...[35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46, 53, 60, 61, 54, 47, 55, 62, 63],
);

/** A quantisation table in zigzag order, with the scales of the transform already in it; row by row. */
export function scaledQuantisation(steps: ArrayLike<number>): Float32Array {
  const scaled = new Float32Array(64);
  for (let k = 0; k < 64; k++) {
    const at = ZIGZAG[k]!;
    scaled[at] = ((steps[k] ?? 1) * SCALES[at >> 3]! * SCALES[at & 7]!) / 8;
  }
  return scaled;
}

/** Columns of a block that have more than their first value, one bit each. */
export type Columns = number;

/**
 * The 8 × 8 values of a block of coefficients that are multiplied by their scaled steps, written into rows of `stride`.
 * A column with its first value only (`columns` says which have more) is that value all the way down. The block is used up.
 */
export function inverseDct(block: Float32Array, columns: Columns, to: Uint8ClampedArray, at: number, stride: number): void {
  for (let x = 0; x < 8; x++) {
    if ((columns & (1 << x)) !== 0) transform(block, x, 8, 0);
    else for (let k = 8; k < 64; k += 8) block[x + k] = block[x]!;
  }
  for (let y = 0, row = at; y < 64; y += 8, row += stride) {
    transform(block, y, 1, 128);
    for (let k = 0; k < 8; k++) to[row + k] = block[y + k]!;
  }
}

/** A block of one brightness: what `inverseDct` makes of its first value alone. */
export function flatBlock(value: number, to: Uint8ClampedArray, at: number, stride: number): void {
  const level = Math.fround(Math.fround(value) + 128);
  for (let row = at, end = at + 8 * stride; row < end; row += stride) to.fill(level, row, row + 8);
}

/** Transforms a row or column in its place: five multiplications. Names for every value, as lists of them would be allocated thousands of times a picture. */
function transform(values: Float32Array, at: number, step: number, level: number): void {
  const s0 = values[at]! + level;
  const s1 = values[at + step]!;
  const s2 = values[at + 2 * step]!;
  const s3 = values[at + 3 * step]!;
  const s4 = values[at + 4 * step]!;
  const s5 = values[at + 5 * step]!;
  const s6 = values[at + 6 * step]!;
  const s7 = values[at + 7 * step]!;
  const sum = s2 + s6;
  const turned = (s2 - s6) * R2 - sum;
  const e0 = s0 + s4 + sum;
  const e3 = s0 + s4 - sum;
  const e1 = s0 - s4 + turned;
  const e2 = s0 - s4 - turned;
  const a = s5 + s3;
  const b = s5 - s3;
  const c = s1 + s7;
  const d = s1 - s7;
  const o0 = c + a;
  const z = (b + d) * A;
  const o1 = z - b * C - o0;
  const o2 = (c - a) * R2 - o1;
  const o3 = d * B - z + o2;
  values[at] = e0 + o0;
  values[at + step] = e1 + o1;
  values[at + 2 * step] = e2 + o2;
  values[at + 3 * step] = e3 - o3;
  values[at + 4 * step] = e3 + o3;
  values[at + 5 * step] = e2 - o2;
  values[at + 6 * step] = e1 - o1;
  values[at + 7 * step] = e0 - o0;
}
