import { readPicture, readPixels } from "../codes/picture-codes.ts";
import type { PictureBudget, PictureReading } from "../codes/picture-codes.ts";
import { unpackSamples } from "../codes/packed-samples.ts";
import { toPixels } from "../codes/pixels.ts";
import { unfilter } from "../codes/row-filter.ts";
import { inflate } from "../codes/inflate.ts";
import type { PdfScan, PdfStream } from "./pdf-scan.ts";

/** Pictures of a PDF that are looked at, largest budget of pixels aside. */
const MAX_PICTURES = 12;
const MAX_SAMPLES = 16_000_000;

/** QR codes in the pictures of a PDF; `unread` when one was passed over. */
export function pdfPictureCodes(scan: PdfScan, budget: PictureBudget): { readonly codes: readonly string[]; readonly unread: boolean } {
  const readings = scan.pictures.slice(0, MAX_PICTURES).map((stream) => readStream(stream, budget));
  return {
    codes: [...new Set(readings.flatMap((reading) => (reading.kind === "read" ? reading.texts : [])))],
    unread: scan.pictures.length > MAX_PICTURES || readings.some((reading) => reading.kind === "unread"),
  };
}

function readStream({ dictionary, data }: PdfStream, budget: PictureBudget): PictureReading {
  if (/DCTDecode/.test(dictionary)) return readPicture(/FlateDecode/.test(dictionary) ? inflate(data, MAX_SAMPLES).bytes : data, budget);
  const [width, height] = [number(dictionary, "Width"), number(dictionary, "Height")];
  if (width < 21 || height < 21) return { kind: "no-picture" };
  const compressed = /FlateDecode/.test(dictionary);
  // Facsimile (CCITT, JBIG2) and JPEG 2000 have no reader here.
  if ((!compressed && /\/Filter/.test(dictionary)) || width * height * 4 > MAX_SAMPLES) return { kind: "unread" };
  const raw = compressed ? inflate(data, MAX_SAMPLES).bytes : data;
  return readPixels(toPixels(samples(raw, width, height, dictionary)), budget);
}

function number(dictionary: string, key: string): number {
  return Number(new RegExp(`/${key}\\s{0,5}(\\d{1,6})`).exec(dictionary)?.[1] ?? 0);
}

type Samples = Parameters<typeof toPixels>[0];

/** Bytes of the picture as grey, RGB or palette samples. The number of channels follows from the length of the data. */
function samples(raw: Uint8Array, width: number, height: number, dictionary: string): Samples {
  const bits = /\/ImageMask\s+true/.test(dictionary) ? 1 : number(dictionary, "BitsPerComponent") || 8;
  const predicted = number(dictionary, "Predictor") >= 10;
  const perRow = Math.floor(raw.length / height) - (predicted ? 1 : 0);
  const channels = bits === 8 ? Math.min(4, Math.max(1, Math.floor(perRow / width))) : 1;
  const rowBytes = Math.ceil((width * channels * bits) / 8);
  const rows = predicted ? unfilter(raw, rowBytes, height, Math.max(1, (channels * bits) >> 3)) : raw;
  const palette = /\/Indexed\b/.test(dictionary) && channels === 1 ? paletteOf(dictionary) : undefined;
  if (bits === 8 && channels > 1)
    return { width, height, channels: channels === 4 ? 1 : channels, data: channels === 4 ? firstChannel(rows, width * height) : rows };
  return unpackSamples({ rows, width, height, channels: 1, bits, palette });
}

/** CMYK: the black plate tells light from dark. */
function firstChannel(rows: Uint8Array, count: number): Uint8Array {
  const out = new Uint8Array(count);
  for (let i = 0; i < count; i++) out[i] = 255 - Math.max(rows[4 * i + 3] ?? 0, ((rows[4 * i] ?? 0) + (rows[4 * i + 1] ?? 0) + (rows[4 * i + 2] ?? 0)) / 3);
  return out;
}

/** An RGB palette written into the dictionary as a hexadecimal string (ISO 32000-1 §8.6.6.3). */
function paletteOf(dictionary: string): Uint8Array | undefined {
  const hex = /\/Indexed\s{0,5}(?:\/DeviceRGB|\/CalRGB|\[[^\]]{0,60}\]|\d{1,6}\s+\d{1,5}\s+R)\s{0,5}\d{1,3}\s{0,5}<([0-9a-fA-F\s]{0,2000})>/
    .exec(dictionary)?.[1]
    ?.replace(/\s/g, "");
  return hex === undefined ? undefined : Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}
