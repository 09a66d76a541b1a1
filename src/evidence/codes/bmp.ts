import { toPixels } from "./pixels.ts";
import type { Pixels } from "./pixels.ts";

/** An uncompressed Windows bitmap of 1, 4, 8, 24 or 32 bits a pixel (BITMAPINFOHEADER, BI_RGB or BI_BITFIELDS). */
export function bmpPixels(bytes: Uint8Array): Pixels {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [start, headerSize] = [view.getUint32(10, true), view.getUint32(14, true)];
  const [width, signedHeight] = [view.getInt32(18, true), view.getInt32(22, true)];
  const [depth, compression] = [view.getUint16(28, true), view.getUint32(30, true)];
  if (width <= 0 || ![1, 4, 8, 24, 32].includes(depth) || (compression !== 0 && compression !== 3)) throw new Error("a bitmap of an unusual kind");
  const height = Math.abs(signedHeight);
  const rowBytes = Math.ceil((width * depth) / 32) * 4;
  const data = new Uint8Array(width * height * 3).fill(255);
  for (let y = 0; y < height; y++) {
    // Rows stand from the bottom up unless the height is negative.
    const row = start + (signedHeight > 0 ? height - 1 - y : y) * rowBytes;
    for (let x = 0; x < width; x++) copyPixel(bytes, pixelAt(bytes, row, x, depth, 14 + headerSize), data, (y * width + x) * 3);
  }
  return toPixels({ width, height, channels: 3, data });
}

/** Where the blue, green and red bytes of a pixel stand: in the row, or in the palette behind the header. */
function pixelAt(bytes: Uint8Array, row: number, x: number, depth: number, palette: number): number {
  if (depth >= 24) return row + (x * depth) / 8;
  const bit = x * depth;
  const index = ((bytes[row + (bit >> 3)] ?? 0) >> (8 - depth - (bit & 7))) & ((1 << depth) - 1);
  return palette + index * 4;
}

function copyPixel(from: Uint8Array, at: number, to: Uint8Array, index: number): void {
  for (let channel = 0; channel < 3; channel++) to[index + channel] = from[at + 2 - channel] ?? 255;
}
