/**
 * For every character of a decoded text the index of the byte it starts at (one more entry for the end);
 * undefined when every byte is one character. Well-known encodings are stepped through; for the rest, and for
 * damaged text, a streaming decoder is fed byte by byte.
 */
export function charStarts(bytes: Uint8Array, text: string, charset: string, skip: number): Uint32Array | undefined {
  if (skip === 0 && text.length === bytes.length && !charset.startsWith("utf-16")) return undefined;
  const utf8 = charset === "utf-8" ? walkUtf8(bytes, text.length, skip) : undefined;
  if (utf8 !== undefined) return utf8;
  const step = stepper(charset);
  if (step !== undefined) {
    const map = walk(bytes, text.length, skip, step);
    if (map !== undefined) return map;
  }
  return stream(bytes, text.length, charset, skip);
}

type Step = (bytes: Uint8Array, at: number) => readonly [width: number, chars: number];

function walk(bytes: Uint8Array, length: number, skip: number, step: Step): Uint32Array | undefined {
  const map = new Uint32Array(length + 1);
  let n = 0;
  let at = skip;
  while (at < bytes.length) {
    const [width, chars] = step(bytes, at);
    if (n + chars > length) return undefined;
    for (let k = 0; k < chars; k++) map[n++] = at;
    at += width;
  }
  if (n !== length) return undefined;
  map[n] = bytes.length;
  return map;
}

function stepper(charset: string): Step | undefined {
  if (charset === "shift_jis") return (b, i) => ((b[i]! >= 0x81 && b[i]! <= 0x9f) || (b[i]! >= 0xe0 && b[i]! <= 0xfc) ? [2, 1] : [1, 1]);
  if (charset === "euc-jp") return (b, i) => (b[i] === 0x8f ? [3, 1] : b[i]! >= 0x80 ? [2, 1] : [1, 1]);
  if (charset === "euc-kr" || charset === "gbk" || charset === "big5") return (b, i) => (b[i]! >= 0x81 ? [2, 1] : [1, 1]);
  return charset === "iso-2022-jp" ? jisStep() : undefined;
}

/** Most texts are UTF-8: stepped through without a call a character. */
function walkUtf8(bytes: Uint8Array, length: number, skip: number): Uint32Array | undefined {
  const map = new Uint32Array(length + 1);
  const end = bytes.length;
  let n = 0;
  for (let at = skip; at < end;) {
    if (n >= length) return undefined;
    const byte = bytes[at]!;
    map[n++] = at;
    if (byte < 0xc0) at++;
    else if (byte < 0xe0) at += 2;
    else if (byte < 0xf0) at += 3;
    else {
      if (n >= length) return undefined;
      map[n++] = at;
      at += 4;
    }
  }
  if (n !== length) return undefined;
  map[n] = end;
  return map;
}

function jisStep(): Step {
  let wide = false;
  return (bytes, at) => {
    if (bytes[at] === 0x1b) {
      wide = bytes[at + 1] === 0x24;
      return [3, 0];
    }
    return wide && bytes[at]! > 0x20 && bytes[at]! < 0x7f ? [2, 1] : [1, 1];
  };
}

function stream(bytes: Uint8Array, length: number, charset: string, skip: number): Uint32Array {
  const map = new Uint32Array(length + 1).fill(bytes.length);
  let decoder: TextDecoder;
  try {
    decoder = new TextDecoder(charset, { ignoreBOM: true });
  } catch {
    // UTF-7 has no decoder: spread the text evenly, which is exact for its ASCII stretches only.
    for (let i = 0; i < length; i++) map[i] = Math.floor((i * bytes.length) / length);
    return map;
  }
  let n = 0;
  let from = skip;
  for (let at = skip; at < bytes.length; at++) {
    const chars = decoder.decode(bytes.subarray(at, at + 1), { stream: true }).length;
    for (let k = 0; k < chars && n < length; k++) map[n++] = from;
    if (chars > 0) from = at + 1;
  }
  return map;
}
