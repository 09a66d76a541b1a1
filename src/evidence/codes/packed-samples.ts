import { toPixels } from "./pixels.ts";
import type { Pixels, Samples } from "./pixels.ts";

/** Rows of samples of 1, 2, 4, 8 or 16 bits, each row from a whole byte on, as PNG and PDF store them. */
export interface PackedRows {
  readonly rows: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly channels: number;
  readonly bits: number;
  /** RGB triples a sample is an index into; then there is one channel. */
  readonly palette: Uint8Array | undefined;
}

/** Bytes a row takes. */
export function rowBytesOf({ width, channels, bits }: Pick<PackedRows, "width" | "channels" | "bits">): number {
  return Math.ceil((width * channels * bits) / 8);
}

/** The picture in grey; what is missing at the end is as the highest sample. */
export function packedPixels(packed: PackedRows): Pixels {
  const { width, height, channels, bits, palette } = packed;
  if (channels !== 1 || bits > 8 || (bits === 8 && palette === undefined)) return toPixels(unpackSamples(packed));
  return { width, height, grey: lookedUp(packed, greyOfSamples(bits, palette)) };
}

/** The grey of each value a sample may have: few, where the picture has a million. */
function greyOfSamples(bits: number, palette: Uint8Array | undefined): Uint8Array {
  const count = 1 << bits;
  const rows = Uint8Array.from({ length: count }, (_, value) => value);
  return toPixels(unpackSamples({ rows, width: 1, height: count, channels: 1, bits: 8, palette: palette ?? scaleOf(count) })).grey;
}

/** The palette of a picture that has none: black to white. */
function scaleOf(count: number): Uint8Array {
  return Uint8Array.from({ length: count * 3 }, (_, at) => (Math.floor(at / 3) * 255) / (count - 1));
}

function lookedUp({ rows, width, height, bits }: PackedRows, greys: Uint8Array): Uint8Array {
  const grey = new Uint8Array(width * height).fill(greys[greys.length - 1]!);
  if (bits === 8) {
    for (let at = 0, end = Math.min(grey.length, rows.length); at < end; at++) grey[at] = greys[rows[at]!]!;
    return grey;
  }
  const rowBytes = rowBytesOf({ width, channels: 1, bits });
  for (let y = 0, to = 0; y < height; y++) {
    for (let x = 0; x < width; x++, to++) {
      const byte = rows[y * rowBytes + ((x * bits) >> 3)] ?? 255;
      grey[to] = greys[(byte >> (8 - bits - ((x * bits) & 7))) & (greys.length - 1)]!;
    }
  }
  return grey;
}

/** The samples as bytes; what is missing at the end is white. */
export function unpackSamples(packed: PackedRows): Samples {
  const { rows, width, height, channels, bits, palette } = packed;
  const rowBytes = rowBytesOf(packed);
  if (bits === 8 && palette === undefined) return { width, height, channels, data: rows };
  const perRow = width * channels;
  const data = new Uint8Array(perRow * height * (palette === undefined ? 1 : 3)).fill(255);
  const top = bits >= 8 ? 255 : (1 << bits) - 1;
  const bytes = bits >> 3;
  for (let y = 0, to = 0; y < height; y++) {
    for (let x = 0; x < perRow; x++) {
      const value =
        bits >= 8 ? (rows[y * rowBytes + x * bytes] ?? 255) : ((rows[y * rowBytes + ((x * bits) >> 3)] ?? 255) >> (8 - bits - ((x * bits) & 7))) & top;
      if (palette === undefined) data[to++] = (value * 255) / top;
      else for (let channel = 0; channel < 3; channel++) data[to++] = palette[value * 3 + channel] ?? 255;
    }
  }
  return { width, height, channels: palette === undefined ? channels : 3, data };
}
