import { inflate } from "../codes/inflate.ts";
import type { Inflated } from "../codes/inflate.ts";

/** A file in a ZIP archive, as its central directory lists it (APPNOTE.TXT §4.3.12). */
export interface ZipEntry {
  readonly name: string;
  readonly encrypted: boolean;
  readonly method: number;
  readonly packed: number;
  readonly localStart: number;
}

const MAX_ENTRIES = 2000;
/** The end record is 22 bytes and a comment of at most 65535 (§4.3.16). */
const END_RECORD = 22;
const LONGEST_COMMENT = 65_535;

/** The list of a ZIP archive; undefined when there is none to be found. Nothing is unpacked. */
export function zipEntries(bytes: Uint8Array): readonly ZipEntry[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endRecord(bytes, view);
  if (end < 0) return undefined;
  const size = view.getUint32(end + 12, true);
  // Bytes before the archive (a self-extractor) shift what its offsets mean.
  const shift = Math.max(0, end - size - view.getUint32(end + 16, true));
  const found: ZipEntry[] = [];
  for (let at = end - size; at >= 0 && at + 46 <= end && found.length < MAX_ENTRIES && view.getUint32(at, true) === 0x02014b50;) {
    const [nameLength, extra, comment] = [view.getUint16(at + 28, true), view.getUint16(at + 30, true), view.getUint16(at + 32, true)];
    const flags = view.getUint16(at + 8, true);
    found.push({
      name: entryName(bytes.subarray(at + 46, Math.min(at + 46 + nameLength, bytes.length))),
      encrypted: (flags & 1) === 1,
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      localStart: view.getUint32(at + 42, true) + shift,
    });
    at += 46 + nameLength + extra + comment;
  }
  return found;
}

function endRecord(bytes: Uint8Array, view: DataView): number {
  const first = Math.max(0, bytes.length - END_RECORD - LONGEST_COMMENT);
  for (let at = bytes.length - END_RECORD; at >= first; at--) {
    if (bytes[at] === 0x50 && view.getUint32(at, true) === 0x06054b50) return at;
  }
  return -1;
}

const UTF8 = new TextDecoder("utf-8", { fatal: true });
const SHIFT_JIS = new TextDecoder("shift_jis");

/** Japanese packers write Shift_JIS and do not say so; few such names are valid UTF-8. */
function entryName(bytes: Uint8Array): string {
  try {
    return UTF8.decode(bytes);
  } catch {
    return SHIFT_JIS.decode(bytes);
  }
}

/** The content of an entry, at most `limit` bytes; undefined when it is encrypted or packed in an unusual way. */
export function zipContent(bytes: Uint8Array, entry: ZipEntry, limit: number): Inflated | undefined {
  const { localStart, packed, method, encrypted } = entry;
  if (encrypted || localStart + 30 > bytes.length) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = localStart + 30 + view.getUint16(localStart + 26, true) + view.getUint16(localStart + 28, true);
  const data = bytes.subarray(start, start + packed);
  if (method === 0) return { bytes: data.subarray(0, limit), cut: data.length > limit };
  return method === 8 ? inflate(data, limit, "raw") : undefined;
}
