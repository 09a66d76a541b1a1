// Operation of the conformance adapter for QR codes: the picture as the suite gives it, WebP in its PNG copy.
import { readFileSync } from "node:fs";
import path from "node:path";
import { PictureBudget, readPicture } from "../../dist/src/evidence/codes/picture-codes.js";

export default {
  "qr.decode": (input, given) => {
    const bytes = new Uint8Array(readFileSync(path.resolve(given.png_path ?? input.path)));
    const reading = readPicture(bytes, new PictureBudget());
    return reading.kind === "read" ? reading.texts : [];
  },
};
