import { createHash } from "node:crypto";
import { gunzipSync, gzipSync } from "node:zlib";

/** Gzip and not Zstandard: `node:zlib` has the latter from Node 22.15 on only, and an archive outlives its Node. */
export function compress(bytes: Uint8Array): Uint8Array {
  return gzipSync(bytes);
}

/** `most`: no more than this many bytes are unpacked, whatever the file says. */
export function decompress(gzip: Uint8Array, most: number): Uint8Array {
  const { buffer, byteOffset, length } = gunzipSync(gzip, { maxOutputLength: Math.max(1, most) });
  return new Uint8Array(buffer, byteOffset, length);
}

export function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
