import { latin1Of, legacySize, legacyText, mixedText, sequenceAt, utf16Text } from "./bytes-text.ts";
import type { Layer } from "./layer.ts";
import { bytesOfHex } from "./text-decoders.ts";

const NOTHING = new Int32Array(0);

/** Bytes read from runs of the base, put one after another with line breaks between; source ranges by character. */
class RunCollector {
  readonly #base: Layer;
  readonly #text: string[] = [];
  #from = NOTHING;
  #to = NOTHING;
  #length = 0;

  constructor(base: Layer) {
    this.#base = base;
  }

  /** `place` gives the index in the base where a byte begins; it may lie inside a character that two bytes share. */
  add(bytes: Uint8Array, place: (at: number) => number): void {
    const sparse = withoutZeros(bytes);
    const text = mixedText(sparse.bytes);
    const narrow = text.length === sparse.bytes.length;
    this.#put(text, sparse, place, (at) => (narrow ? 1 : sequenceAt(sparse.bytes, at)));
    // Bytes of another charset may happen to be UTF-8 as well.
    if (!narrow) this.#put(latin1Of(sparse.bytes), sparse, place, () => 1);
    const legacy = legacyText(sparse.bytes);
    const wide = utf16Text(bytes);
    if (wide !== undefined) this.#put(wide, { bytes, index: (at) => at }, place, () => 2);
    if (legacy !== undefined) this.#put(legacy, sparse, place, (_, char) => legacySize(char.charCodeAt(0)));
  }

  /** `sizeOf` gives how many bytes the character at a byte stands for. */
  #put(text: string, { index }: Sparse, place: (at: number) => number, sizeOf: (at: number, char: string) => number): void {
    this.#text.push(text, "\n");
    let at = 0;
    for (const char of text) {
      const size = sizeOf(at, char);
      for (let unit = 0; unit < char.length; unit++) this.#place(place(index(at)), place(index(at + size - 1) + 1));
      at += size;
    }
    this.#place(place(0), place(0) + 1);
  }

  #place(start: number, end: number): void {
    const { from, to } = this.#base;
    const low = Math.floor(start);
    const high = Math.max(low + 1, Math.ceil(end));
    if (this.#length === this.#from.length) this.#grow();
    this.#from[this.#length] = from === undefined ? low : (from[low] ?? 0);
    this.#to[this.#length++] = to === undefined ? high : (to[Math.min(high, to.length) - 1] ?? 0);
  }

  #grow(): void {
    const size = Math.max(256, this.#length * 2);
    const [from, to] = [new Int32Array(size), new Int32Array(size)];
    from.set(this.#from);
    to.set(this.#to);
    [this.#from, this.#to] = [from, to];
  }

  done(step: string): Layer | undefined {
    if (this.#text.length === 0) return undefined;
    return { text: this.#text.join(""), from: this.#from.subarray(0, this.#length), to: this.#to.subarray(0, this.#length), path: [...this.#base.path, step] };
  }
}

/** Bytes with some left out, and where each was before. */
interface Sparse {
  readonly bytes: Uint8Array;
  readonly index: (at: number) => number;
}

/** UTF-16 text in base64 (PowerShell writes it so) is plain text with zeros between. */
function withoutZeros(bytes: Uint8Array): Sparse {
  let zeros = 0;
  for (const byte of bytes) if (byte === 0) zeros++;
  if (zeros * 3 < bytes.length) return { bytes, index: (at) => at };
  const kept: number[] = [];
  for (let at = 0; at < bytes.length; at++) if (bytes[at] !== 0) kept.push(at);
  return { bytes: Uint8Array.from(kept, (at) => bytes[at]!), index: (at) => kept[at] ?? bytes.length };
}

/**
 * The runs of a layer that no other layer had at the same place of the source: decoding an escape somewhere in a text leaves
 * all others as they were.
 */
export class NewRuns {
  readonly #seen = new Set<string>();

  in(base: Layer, kind: string, pattern: RegExp): readonly RegExpMatchArray[] {
    const found: RegExpMatchArray[] = [];
    for (const match of base.text.matchAll(pattern)) {
      const key = `${kind}${base.from === undefined ? match.index : base.from[match.index]}:${match[0]}`;
      if (this.#seen.has(key)) continue;
      this.#seen.add(key);
      found.push(match);
    }
    return found;
  }
}

const BASE64_RUN = /[A-Za-z0-9+/_-]{6,}/g;
const SEXTET = new Uint8Array(128).fill(255);
[..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"].forEach((char, at) => (SEXTET[char.charCodeAt(0)] = at));
SEXTET[0x2d] = 62;
SEXTET[0x5f] = 63;

function sextets(run: string, skip: number): Uint8Array {
  const bytes = new Uint8Array(((run.length - skip) * 6) >> 3);
  let [bits, held, at] = [0, 0, 0];
  for (let index = skip; index < run.length && at < bytes.length; index++) {
    held = ((held << 6) | SEXTET[run.charCodeAt(index)]!) & 0xffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[at++] = (held >> bits) & 255;
    }
  }
  return bytes;
}

/**
 * Every run of base64 or base64url characters (RFC 4648 §4, §5) decoded from each of its first four characters: where in a run
 * the encoded text begins cannot be seen (`/` of a path belongs to the alphabet).
 */
export function decodeBase64Runs(base: Layer, fresh: NewRuns): readonly Layer[] {
  const layers: Layer[] = [];
  const runs = fresh.in(base, "base64", BASE64_RUN);
  for (const skip of [0, 1, 2, 3]) {
    const out = new RunCollector(base);
    for (const match of runs) {
      out.add(sextets(match[0], skip), (at) => match.index! + skip + (at * 8) / 6);
      if (skip === 0) addSegments(out, match[0], match.index!);
    }
    const layer = out.done("base64");
    if (layer !== undefined) layers.push(layer);
  }
  // Backwards, only whole runs: nobody puts that into a path.
  if (!base.path.includes("base64")) layers.push(...backwards(base, fresh));
  return layers;
}

/** In a URL `/` parts values: each by itself too, without the others' bytes before it. */
function addSegments(out: RunCollector, run: string, start: number): void {
  if (!run.includes("/")) return;
  for (const match of run.matchAll(/[^/]{6,}/g)) out.add(sextets(match[0], 0), (at) => start + match.index + (at * 8) / 6);
}

function backwards(base: Layer, fresh: NewRuns): readonly Layer[] {
  const out = new RunCollector(base);
  for (const match of fresh.in(base, "backwards", /[A-Za-z0-9+_-]{8,}/g)) {
    const end = match.index! + match[0].length;
    out.add(sextets([...match[0]].reverse().join(""), 0), (at) => end - ((at + 1) * 8) / 6);
  }
  const layer = out.done("reversed+base64");
  return layer === undefined ? [] : [layer];
}

const HEX_RUN = /(?:[0-9a-f]{2}){4,}|[0-9a-f]{2}(?:[ :-][0-9a-f]{2}){3,}/gi;

/** Runs of hexadecimal digits, at both offsets, also with blanks, colons or hyphens between the bytes. */
export function decodeHexRuns(base: Layer, fresh: NewRuns): readonly Layer[] {
  const layers: Layer[] = [];
  const runs = fresh.in(base, "hex", HEX_RUN);
  for (const skip of [0, 1]) {
    const out = new RunCollector(base);
    for (const match of runs) {
      const spaced = /[ :-]/.test(match[0]);
      if (spaced && skip === 1) continue;
      out.add(bytesOfHex(match[0].replace(/[ :-]/g, "").slice(skip)), (at) => match.index! + skip + at * (spaced ? 3 : 2));
    }
    const layer = out.done("hex");
    if (layer !== undefined) layers.push(layer);
  }
  return layers;
}

const BASE32_RUN = /[A-Z2-7]{8,}|[a-z2-7]{8,}/g;

/** Base32 (RFC 4648 §6), as some click trackers write addresses. */
export function decodeBase32Runs(base: Layer, fresh: NewRuns): readonly Layer[] {
  const out = new RunCollector(base);
  for (const match of fresh.in(base, "base32", BASE32_RUN)) out.add(quintets(match[0].toUpperCase()), (at) => match.index! + (at * 8) / 5);
  const layer = out.done("base32");
  return layer === undefined ? [] : [layer];
}

function quintets(run: string): Uint8Array {
  const bytes = new Uint8Array((run.length * 5) >> 3);
  let [bits, held, at] = [0, 0, 0];
  for (let index = 0; index < run.length && at < bytes.length; index++) {
    const code = run.charCodeAt(index);
    held = ((held << 5) | (code >= 65 ? code - 65 : code - 24)) & 0xffff;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes[at++] = (held >> bits) & 255;
    }
  }
  return bytes;
}

const CODES_RUN = /\d{2,3}(?:\s{0,2}[,;]\s{0,2}\d{2,3}){5,}/g;

/** Lists of character codes: `String.fromCharCode(116, 97, 114, 111, …)`. */
export function decodeCodeLists(base: Layer): readonly Layer[] {
  const out = new RunCollector(base);
  for (const match of base.text.matchAll(CODES_RUN)) {
    const numbers = [...match[0].matchAll(/\d+/g)];
    out.add(
      Uint8Array.from(numbers, (number) => Number(number[0]) & 255),
      (at) => match.index! + (numbers[at]?.index ?? match[0].length),
    );
  }
  const layer = out.done("character-codes");
  return layer === undefined ? [] : [layer];
}
