import { inflate } from "./inflate.ts";
import { rowBytesOf, packedPixels } from "./packed-samples.ts";
import type { Pixels } from "./pixels.ts";
import { unfilter } from "./row-filter.ts";

/** What the chunks of a PNG say (PNG §11.2). */
interface Chunks {
  readonly bits: number;
  readonly channels: number;
  readonly interlaced: boolean;
  readonly palette: Uint8Array | undefined;
  readonly data: Uint8Array;
}

/** Channels by colour type (§11.2.2): grey, RGB, palette, grey and alpha, RGB and alpha. */
const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
/** Start and step of the seven passes of Adam7 (§8.2). */
const PASSES = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

/** A PNG picture. Never inflates more than its size needs; other chunks are passed over; check sums are not compared. */
export function pngPixels(bytes: Uint8Array, width: number, height: number): Pixels {
  const chunks = readChunks(bytes);
  const rowBytes = rowBytesOf({ width, channels: chunks.channels, bits: chunks.bits });
  const { bytes: raw } = inflate(chunks.data, (rowBytes + 1) * height + 16 * (height + 8));
  if (raw.length <= rowBytes) throw new Error("a picture without a row");
  return chunks.interlaced ? interlacedPixels(raw, width, height, chunks) : rowsToPixels(raw, width, height, chunks);
}

function rowsToPixels(raw: Uint8Array, width: number, height: number, { bits, channels, palette }: Chunks): Pixels {
  const rowBytes = rowBytesOf({ width, channels, bits });
  const rows = unfilter(raw, rowBytes, height, Math.max(1, (channels * bits) >> 3));
  return packedPixels({ rows, width, height, channels, bits, palette });
}

/** Each pass is a small picture of its own. */
function interlacedPixels(raw: Uint8Array, width: number, height: number, chunks: Chunks): Pixels {
  const grey = new Uint8Array(width * height).fill(255);
  let at = 0;
  for (const [left, top, across, down] of PASSES) {
    const [wide, high] = [Math.ceil((width - left) / across), Math.ceil((height - top) / down)];
    if (wide <= 0 || high <= 0) continue;
    const pass = rowsToPixels(raw.subarray(at), wide, high, chunks);
    at += (rowBytesOf({ width: wide, channels: chunks.channels, bits: chunks.bits }) + 1) * high;
    for (let y = 0; y < high; y++) for (let x = 0; x < wide; x++) grey[(top + y * down) * width + left + x * across] = pass.grey[y * wide + x]!;
  }
  return { width, height, grey };
}

function readChunks(bytes: Uint8Array): Chunks {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [bits, colour, interlace] = [bytes[24]!, bytes[25]!, bytes[28]!];
  const channels = CHANNELS[colour];
  if (channels === undefined || ![1, 2, 4, 8, 16].includes(bits)) throw new Error("a PNG of no known kind");
  let palette: Uint8Array | undefined;
  let opacity: Uint8Array | undefined;
  const data: Uint8Array[] = [];
  for (let at = 8; at + 12 <= bytes.length;) {
    const end = Math.min(bytes.length, at + 12 + view.getUint32(at));
    const name = String.fromCharCode(bytes[at + 4]!, bytes[at + 5]!, bytes[at + 6]!, bytes[at + 7]!);
    const content = bytes.subarray(at + 8, Math.max(at + 8, end - 4));
    if (name === "PLTE" && colour === 3) palette = content;
    if (name === "tRNS" && colour === 3) opacity = content;
    if (name === "IDAT") data.push(content);
    if (name === "IEND") break;
    at = end;
  }
  return { bits, channels, interlaced: interlace === 1, palette: whitened(palette, opacity), data: joined(data) };
}

/** Colours of a palette on white, as transparent ones are shown. */
function whitened(palette: Uint8Array | undefined, opacity: Uint8Array | undefined): Uint8Array | undefined {
  if (palette === undefined || opacity === undefined) return palette;
  return palette.map((value, index) => 255 + ((value - 255) * (opacity[Math.floor(index / 3)] ?? 255)) / 255);
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  if (pieces.length === 1) return pieces[0] as Uint8Array;
  const out = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    out.set(piece, at);
    at += piece.length;
  }
  return out;
}
