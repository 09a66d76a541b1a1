import { decompressRTF } from "@kenjiuno/decompressrtf";

/** Compressed bytes that are read; each can become about eight. */
const MAX_BYTES = 1_000_000;
/** COMPSIZE, RAWSIZE, COMPTYPE and CRC ([MS-OXRTFCP] §2.1.3.1.1). */
const HEADER = 16;

/**
 * PidTagRtfCompressed unpacked ([MS-OXRTFCP]), undefined when it is none. The library believes the size that the header
 * states and would run on for minutes, so that the header is cut down to what is there.
 */
export function decompressedRtf(bytes: Uint8Array): Uint8Array | undefined {
  if (bytes.length < HEADER) return undefined;
  const cut = bytes.slice(0, MAX_BYTES);
  const view = new DataView(cut.buffer);
  // COMPSIZE counts from behind itself; both sizes are unsigned in the format and signed in the library.
  view.setUint32(0, Math.min(view.getUint32(0, true), cut.length - 4), true);
  view.setUint32(4, Math.min(view.getUint32(4, true), cut.length), true);
  try {
    return Uint8Array.from(decompressRTF(Array.from(cut)));
  } catch {
    return undefined;
  }
}
