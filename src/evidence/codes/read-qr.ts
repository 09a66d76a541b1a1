import { decodeQR } from "qr/decode.js";
import { mayHoldCode } from "./finder.ts";
import type { MayHold } from "./finder.ts";
import { enlarge, frame, halve, invert } from "./pixels.ts";
import type { Pixels } from "./pixels.ts";

/** No picture of a mail holds more that a reader would scan. */
const MAX_CODES = 4;
/** Pictures larger than this many pixels are not enlarged: their modules are large enough. */
const LARGEST_ENLARGED = 250_000;
/** Small pictures are enlarged once more. */
const LARGEST_TREBLED = 100_000;
/** Pictures larger than this are tried at half the size too, where noise of the camera is gone. */
const SMALLEST_HALVED = 700_000;
/** In pictures larger than this the reader tries fewer combinations of patterns: a hostile one may be full of them. */
const LARGEST_SEARCHED = 400_000;
/** QR version 1 is 21 modules wide (ISO/IEC 18004 §6.3.1). */
const NARROWEST = 21;

/** The texts of the QR codes in a picture, none when there is none. Deterministic: no clock stops a search. */
export function readQrCodes(pixels: Pixels): readonly string[] {
  if (pixels.width < NARROWEST || pixels.height < NARROWEST) return [];
  for (const variant of variants(pixels, mayHoldCode(pixels))) {
    const texts = readAll(variant);
    if (texts.length > 0) return texts;
  }
  return [];
}

/** The picture as it is, then what mends the usual faults: modules too small, no border, white on black, noise. */
function* variants(pixels: Pixels, { dark, light }: MayHold): Generator<Pixels> {
  const size = pixels.width * pixels.height;
  if (dark) {
    yield pixels;
    if (size <= LARGEST_ENLARGED) yield frame(enlarge(pixels, 2), 24);
    if (size <= LARGEST_TREBLED) yield enlarge(pixels, 3);
  }
  if (light) {
    yield frame(invert(pixels), 24);
    if (size <= LARGEST_ENLARGED) yield enlarge(invert(pixels), 2);
  }
  if (dark && size >= SMALLEST_HALVED) yield halve(pixels);
}

/** Reads a code, paints it over, and looks again. */
function readAll(pixels: Pixels): readonly string[] {
  const texts: string[] = [];
  const image = planar(pixels);
  while (texts.length < MAX_CODES) {
    const found = readOne(image);
    if (found === undefined) break;
    texts.push(found.text);
    paintOver(image, found.box);
  }
  return texts;
}

interface Planar {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}
interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Grey as the luma plane of I420, whose colour planes the reader passes over. */
function planar({ width, height, grey }: Pixels): Planar {
  const data = new Uint8Array(width * height + 2 * Math.ceil(width / 2) * Math.ceil(height / 2));
  data.set(grey);
  return { width, height, data };
}

function readOne(image: Planar): { readonly text: string; readonly box: Box } | undefined {
  let box: Box = { x: 0, y: 0, width: image.width, height: image.height };
  try {
    const text = decodeQR(image, {
      format: "I420",
      effort: image.width * image.height > LARGEST_SEARCHED ? 1 : 8,
      timeLimit: Infinity,
      textDecoder: decodeBytes,
      pointsOnDetect: (points) => {
        box = points.boundingBox;
      },
    });
    return { text, box };
  } catch {
    // The reader throws when there is no code.
    return undefined;
  }
}

function paintOver({ width, height, data }: Planar, box: Box): void {
  const left = Math.max(0, Math.floor(box.x));
  const right = Math.min(width, Math.ceil(box.x + box.width));
  const bottom = Math.min(height, Math.ceil(box.y + box.height));
  if (right <= left) return;
  for (let y = Math.max(0, Math.floor(box.y)); y < bottom; y++) data.fill(255, y * width + left, y * width + right);
}

const UTF8 = new TextDecoder("utf-8", { fatal: true });
const SHIFT_JIS = new TextDecoder("shift_jis");

/** Bytes without a stated charset are UTF-8 in today's codes and Shift_JIS in older Japanese ones. */
function decodeBytes(bytes: Uint8Array): string {
  try {
    return UTF8.decode(bytes);
  } catch {
    return SHIFT_JIS.decode(bytes);
  }
}
