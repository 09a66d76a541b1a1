/** Formats of pictures told by their first bytes. */
export type PictureFormat = "png" | "jpeg" | "gif" | "bmp" | "webp";

/** What the head of a picture says, before anything is decoded. */
export interface PictureHeader {
  readonly format: PictureFormat;
  readonly width: number;
  readonly height: number;
}

const startsWith = (bytes: Uint8Array, text: string, at = 0): boolean => {
  for (let i = 0; i < text.length; i++) if (bytes[at + i] !== text.charCodeAt(i)) return false;
  return true;
};

/** Format and size in pixels, whatever the mail calls the part; undefined when it is no picture we know. */
export function pictureHeader(bytes: Uint8Array): PictureHeader | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 26) return undefined;
  if (startsWith(bytes, "\x89PNG\r\n\x1a\n")) return { format: "png", width: view.getUint32(16), height: view.getUint32(20) };
  if (startsWith(bytes, "GIF8")) return { format: "gif", width: view.getUint16(6, true), height: view.getUint16(8, true) };
  if (startsWith(bytes, "BM")) return { format: "bmp", width: view.getInt32(18, true), height: Math.abs(view.getInt32(22, true)) };
  if (startsWith(bytes, "RIFF") && startsWith(bytes, "WEBP", 8)) return { format: "webp", width: 0, height: 0 };
  return bytes[0] === 0xff && bytes[1] === 0xd8 ? jpegHeader(bytes, view) : undefined;
}

/** Walks the marker segments to the frame header (ITU-T T.81 §B.2.2). */
function jpegHeader(bytes: Uint8Array, view: DataView): PictureHeader | undefined {
  for (let at = 2; at + 9 < bytes.length;) {
    if (bytes[at] !== 0xff) {
      at++;
      continue;
    }
    const marker = bytes[at + 1]!;
    if (marker === 0xff || marker === 0 || marker === 1 || (marker >= 0xd0 && marker <= 0xd8)) {
      at += marker === 0xff ? 1 : 2;
      continue;
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (isFrame) return { format: "jpeg", width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    at += 2 + Math.max(2, view.getUint16(at + 2));
  }
  return undefined;
}
