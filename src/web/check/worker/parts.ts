import { decodePicture, isReadable } from "../../../evidence/codes/decode-picture.ts";
import { readQrCodes } from "../../../evidence/codes/read-qr.ts";
import { readFile } from "../../../evidence/files/read-file.ts";

export { decodePicture, isReadable, readFile, readQrCodes };

/** The readers of attached files (PDF, archives, Office, pages) and of QR codes in pictures, loaded when a mail has such. */
export interface Parts {
  readonly decodePicture: typeof decodePicture;
  readonly isReadable: typeof isReadable;
  readonly readFile: typeof readFile;
  readonly readQrCodes: typeof readQrCodes;
}
