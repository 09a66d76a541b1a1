import { GifReader } from "omggif";
import { bmpPixels } from "./bmp.ts";
import { jpegPixels } from "./jpeg.ts";
import { toPixels } from "./pixels.ts";
import { pngPixels } from "./png.ts";
import type { Pixels } from "./pixels.ts";
import type { PictureFormat, PictureHeader } from "./picture-header.ts";

/** Decoders by format; one that is missing (WebP) has no well-kept decoder in plain JavaScript. */
const DECODERS: Readonly<Partial<Record<PictureFormat, (bytes: Uint8Array, header: PictureHeader) => readonly Pixels[]>>> = {
  png: (bytes, { width, height }) => [pngPixels(bytes, width, height)],
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

function gifPixels(bytes: Uint8Array): readonly Pixels[] {
  const reader = new GifReader(bytes as never);
  const last = reader.numFrames() - 1;
  return [...new Set([0, last])].map((index) => {
    const data = new Uint8Array(reader.width * reader.height * 4);
    reader.decodeAndBlitFrameRGBA(index, data as never);
    return toPixels({ width: reader.width, height: reader.height, channels: 4, data });
  });
}
