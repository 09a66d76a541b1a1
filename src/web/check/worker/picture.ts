import { toPixels } from "../../../evidence/codes/pixels.ts";
import { loadParts } from "./late-parts.ts";

/** Photographs are looked at in steps of this many pixels a side at most: a code that fills a tenth of it is still read. */
const SIDES = [1400, 2200];

/** The texts of the QR codes in a picture, decoded by the browser; undefined when it cannot open it. Rejects when the reader cannot be loaded. */
export async function addressesInPicture(file: Blob): Promise<readonly string[] | undefined> {
  // Browsers before 2023 have none in a worker; what they cannot read is said to be unreadable.
  if (typeof OffscreenCanvas === "undefined") return undefined;
  const bitmap = await createImageBitmap(file).catch(() => undefined);
  if (bitmap === undefined) return undefined;
  try {
    const { readQrCodes } = await loadParts();
    for (const side of sidesFor(Math.max(bitmap.width, bitmap.height))) {
      const texts = readQrCodes(pixelsOf(bitmap, side));
      if (texts.length > 0) return [...new Set(texts)];
    }
    return [];
  } finally {
    bitmap.close();
  }
}

/** Smaller first, where the noise of a camera is gone and looking is quick. */
function sidesFor(longest: number): readonly number[] {
  return longest <= (SIDES[0] ?? 0) ? [longest] : SIDES.map((side) => Math.min(side, longest));
}

function pixelsOf(bitmap: ImageBitmap, side: number): ReturnType<typeof toPixels> {
  const scale = Math.min(1, side / Math.max(bitmap.width, bitmap.height));
  const [width, height] = [Math.max(1, Math.round(bitmap.width * scale)), Math.max(1, Math.round(bitmap.height * scale))];
  const context = new OffscreenCanvas(width, height).getContext("2d", { willReadFrequently: true });
  if (context === null) return toPixels({ width: 0, height: 0, channels: 4, data: new Uint8Array() });
  context.drawImage(bitmap, 0, 0, width, height);
  return toPixels({ width, height, channels: 4, data: context.getImageData(0, 0, width, height).data });
}
