import { Inflate, Unzlib } from "fflate";

/** Deflate grows at most 1032 times, so a step of this size cannot pass a limit by more than 9 MB. Each costs a copy of its window. */
const STEP = 8192;

/** Why inflating stopped before the end. */
class TooLarge extends Error {}

/** What was inflated, and whether all of it. */
export interface Inflated {
  readonly bytes: Uint8Array;
  /** The limit was reached or the data broke off: what stands in `bytes` came before. */
  readonly cut: boolean;
}

/** Inflates at most `limit` bytes (RFC 1950 with `zlib`, else RFC 1951). Broken data gives what could be read. */
export function inflate(data: Uint8Array, limit: number, format: "zlib" | "raw" = "zlib"): Inflated {
  const pieces: Uint8Array[] = [];
  let length = 0;
  const take = (piece: Uint8Array): void => {
    pieces.push(piece);
    length += piece.length;
    if (length > limit) throw new TooLarge();
  };
  const stream = format === "zlib" ? new Unzlib(take) : new Inflate(take);
  let cut = false;
  try {
    for (let at = 0; at < data.length; at += STEP) stream.push(data.subarray(at, at + STEP), at + STEP >= data.length);
  } catch {
    cut = true;
  }
  return { bytes: join(pieces, Math.min(length, limit)), cut };
}

function join(pieces: readonly Uint8Array[], length: number): Uint8Array {
  const out = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    if (at >= length) break;
    out.set(piece.subarray(0, length - at), at);
    at += piece.length;
  }
  return out;
}
