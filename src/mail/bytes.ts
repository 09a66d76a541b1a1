/** Bytes as text with one character per byte (ISO-8859-1 proper, unlike WHATWG's `latin1`). */
export function latin1(bytes: Uint8Array, start = 0, end = bytes.length): string {
  if (end - start <= 4096) return String.fromCharCode.apply(null, bytes.subarray(start, end) as unknown as number[]);
  const pieces: string[] = [];
  for (let at = start; at < end; at += 4096) pieces.push(String.fromCharCode.apply(null, bytes.subarray(at, Math.min(end, at + 4096)) as unknown as number[]));
  return pieces.join("");
}

/** The bytes of a one-char-per-byte string. Characters above U+00FF keep their low byte only. */
export function fromLatin1(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}

/** True if some byte has its high bit set. */
export function hasHighByte(bytes: Uint8Array): boolean {
  for (let i = 0; i < bytes.length; i++) if (bytes[i]! >= 0x80) return true;
  return false;
}
