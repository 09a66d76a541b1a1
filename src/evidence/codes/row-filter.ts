/**
 * Takes the row filters of PNG off (PNG §9.2), which PDF borrows (ISO 32000-1 §7.4.4.4). Each row has one byte that
 * names its filter before it; `step` is the bytes of a pixel, at least one.
 */
export function unfilter(raw: Uint8Array, rowBytes: number, height: number, step: number): Uint8Array {
  const out = new Uint8Array(rowBytes * height);
  for (let y = 0; y < height; y++) {
    const from = y * (rowBytes + 1) + 1;
    if (from >= raw.length) break;
    const row = raw.subarray(from, from + rowBytes);
    const to = y * rowBytes;
    out.set(row, to);
    const filter = raw[from - 1]!;
    if (filter === 1) addLeft(out, to, row.length, step);
    else if (filter === 2 && y > 0) for (let x = to; x < to + row.length; x++) out[x] = out[x]! + out[x - rowBytes]!;
    else if (filter === 3) addMean(out, to, row.length, step, y > 0 ? rowBytes : 0);
    else if (filter === 4) addPaeth(out, to, row.length, step, y > 0 ? rowBytes : 0);
  }
  return out;
}

function addLeft(out: Uint8Array, start: number, length: number, step: number): void {
  for (let at = start + step; at < start + length; at++) out[at] = out[at]! + out[at - step]!;
}

/** `above` is how far back the row above stands, 0 when there is none. */
function addMean(out: Uint8Array, start: number, length: number, step: number, above: number): void {
  for (let x = 0; x < length; x++) {
    const at = start + x;
    const left = x >= step ? out[at - step]! : 0;
    out[at] = out[at]! + ((left + (above > 0 ? out[at - above]! : 0)) >> 1);
  }
}

function addPaeth(out: Uint8Array, start: number, length: number, step: number, above: number): void {
  // Without a row above the left neighbour is the nearest, in the first pixel the upper one.
  if (above === 0) return addLeft(out, start, length, step);
  const end = start + length;
  const first = Math.min(end, start + step);
  for (let at = start; at < first; at++) out[at] = out[at]! + out[at - above]!;
  for (let at = first; at < end; at++) {
    const a = out[at - step]!;
    const b = out[at - above]!;
    const c = out[at - above - step]!;
    const pa = Math.abs(b - c);
    const pb = Math.abs(a - c);
    const pc = Math.abs(a + b - 2 * c);
    out[at] = out[at]! + (pa <= pb && pa <= pc ? a : pb <= pc ? b : c);
  }
}
