import { decodePicture, isReadable } from "./decode-picture.ts";
import { pictureHeader } from "./picture-header.ts";
import type { Pixels } from "./pixels.ts";
import { readQrCodes } from "./read-qr.ts";
import { readOnce } from "./seen-pictures.ts";

/** Pictures looked at in one mail; a newsletter has its few that matter first. */
const MAX_PICTURES = 8;
/** Pixels of one picture: a screenshot of a telephone has 3 megapixels, photographs have more. */
const MAX_PIXELS = 3_200_000;
/** Pixels of all pictures of one mail. */
const MAX_PIXELS_OF_MAIL = 4_000_000;

/** What may still be spent on one mail, counted in pictures and pixels so that no clock is needed. */
export class PictureBudget {
  private pictures = MAX_PICTURES;
  private pixels = MAX_PIXELS_OF_MAIL;

  /** Takes a picture of this size out of the budget; false when it does not fit. */
  take(size: number): boolean {
    if (this.pictures <= 0 || size > MAX_PIXELS || size > this.pixels) return false;
    this.pictures--;
    this.pixels -= size;
    return true;
  }
}

/** `unread`: it is a picture, but its format has no reader here or it is larger than the budget allows. */
export type PictureReading = { readonly kind: "read"; readonly texts: readonly string[] } | { readonly kind: "unread" } | { readonly kind: "no-picture" };

const NO_PICTURE: PictureReading = { kind: "no-picture" };
const UNREAD: PictureReading = { kind: "unread" };

/** The QR codes of a picture given as bytes. Never throws. */
export function readPicture(bytes: Uint8Array, budget: PictureBudget): PictureReading {
  const header = pictureHeader(bytes);
  if (header === undefined) return NO_PICTURE;
  if (!isReadable(header.format)) return UNREAD;
  const size = header.width * header.height;
  // Marks of one pixel and lines are no codes and cost nothing.
  if (header.width < 21 || header.height < 21) return { kind: "read", texts: [] };
  if (!budget.take(size)) return UNREAD;
  try {
    return { kind: "read", texts: readOnce(bytes, () => distinct(decodePicture(bytes, header))) };
  } catch {
    return UNREAD;
  }
}

/** The QR codes of a picture already in pixels (out of a PDF). */
export function readPixels(pixels: Pixels, budget: PictureBudget): PictureReading {
  if (!budget.take(pixels.width * pixels.height)) return UNREAD;
  return { kind: "read", texts: distinct([pixels]) };
}

function distinct(pictures: readonly Pixels[]): readonly string[] {
  return [...new Set(pictures.flatMap(readQrCodes))];
}
