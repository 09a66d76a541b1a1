import { decode as decodePng } from "fast-png";
import { decode as decodeJpeg } from "jpeg-js";
import { GifReader } from "omggif";
import { inflatesWithin } from "./inflate.ts";
import { bmpPixels } from "./bmp.ts";
import { toPixels } from "./pixels.ts";
import type { Pixels } from "./pixels.ts";
import type { PictureFormat, PictureHeader } from "./picture-header.ts";

/** Decoders by format; one that is missing (WebP) has no well-kept decoder in plain JavaScript. */
const DECODERS: Readonly<Partial<Record<PictureFormat, (bytes: Uint8Array, header: PictureHeader) => readonly Pixels[]>>> = {
  png: (bytes, header) => [pngPixels(bytes, header)],
  jpeg: (bytes) => [jpegPixels(bytes)],
  gif: gifPixels,
  bmp: (bytes) => [bmpPixels(bytes)],
};

/** Whether pictures of this format can be read. */
export function isReadable(format: PictureFormat): boolean {
  return DECODERS[format] !== undefined;
}

/** The picture, or the first and last of a moving one. Throws on broken data; the size is to be checked before. */
export function decodePicture(bytes: Uint8Array, header: PictureHeader): readonly Pixels[] {
  return DECODERS[header.format]?.(bytes, header) ?? [];
}

const KEPT_CHUNKS = new Set(["IHDR", "PLTE", "tRNS", "IDAT", "IEND"]);

/** Eight bytes a pixel are the most a PNG has; more is a decompression bomb. Other chunks are dropped unread. */
function pngPixels(bytes: Uint8Array, { width, height }: PictureHeader): Pixels {
  const { kept, data } = pngChunks(bytes);
  if (!inflatesWithin(data, (width * 8 + 8) * height + 64)) throw new Error("the picture inflates to more than its size");
  const png = decodePng(kept, { checkCrc: false });
  const samples = png.palette === undefined && png.depth === 8 ? png.data : unpack(png);
  return toPixels({ width: png.width, height: png.height, channels: png.palette === undefined ? png.channels : 3, data: samples });
}

/** The chunks that make the picture (PNG §11.2), and the compressed data alone. */
function pngChunks(bytes: Uint8Array): { kept: Uint8Array; data: Uint8Array } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kept = new Uint8Array(bytes.length + 12);
  const data = new Uint8Array(bytes.length);
  kept.set(bytes.subarray(0, 8));
  let length = 8;
  let dataLength = 0;
  for (let at = 8; at + 12 <= bytes.length;) {
    const size = view.getUint32(at);
    const end = at + 12 + size;
    if (end > bytes.length) break;
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (KEPT_CHUNKS.has(name)) {
      kept.set(bytes.subarray(at, end), length);
      length += end - at;
    }
    if (name === "IDAT") {
      data.set(bytes.subarray(at + 8, end - 4), dataLength);
      dataLength += size;
    }
    at = end;
  }
  return { kept: kept.slice(0, length), data: data.subarray(0, dataLength) };
}

/** Samples of 1, 2, 4 or 16 bits and of a palette as bytes (PNG §7.2); rows begin at a whole byte. */
function unpack({ width, height, depth, channels, data, palette }: ReturnType<typeof decodePng>): Uint8Array {
  if (depth === 16) return Uint8Array.from(data, (value) => value >> 8);
  const perRow = width * (palette === undefined ? channels : 1);
  const rowBytes = Math.ceil((perRow * depth) / 8);
  const top = (1 << depth) - 1;
  const out = new Uint8Array(perRow * height * (palette === undefined ? 1 : 3));
  for (let y = 0, to = 0; y < height; y++) {
    for (let x = 0; x < perRow; x++) {
      const bit = x * depth;
      const sample = ((data[y * rowBytes + (bit >> 3)] ?? 0) >> (8 - depth - (bit & 7))) & top;
      if (palette === undefined) out[to++] = (sample * 255) / top;
      else for (let channel = 0; channel < 3; channel++) out[to++] = palette[sample]?.[channel] ?? 255;
    }
  }
  return out;
}

function jpegPixels(bytes: Uint8Array): Pixels {
  const { width, height, data } = decodeJpeg(bytes, {
    useTArray: true,
    formatAsRGBA: false,
    tolerantDecoding: true,
    maxResolutionInMP: 8,
    maxMemoryUsageInMB: 256,
  });
  return toPixels({ width, height, channels: 3, data });
}

function gifPixels(bytes: Uint8Array): readonly Pixels[] {
  const reader = new GifReader(bytes as never);
  const last = reader.numFrames() - 1;
  return [...new Set([0, last])].map((index) => {
    const data = new Uint8Array(reader.width * reader.height * 4);
    reader.decodeAndBlitFrameRGBA(index, data as never);
    return toPixels({ width: reader.width, height: reader.height, channels: 4, data });
  });
}
