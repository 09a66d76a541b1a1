import type { Samples } from "./pixels.ts";

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
