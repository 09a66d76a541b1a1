import { normalise } from "../terms/index.ts";

/**
 * One way to read a text: as it stands, or with something decoded. Every character leads back to the range of the source
 * it was read from, so that what is found in a decoded reading can be taken out of the source.
 */
export interface Layer {
  readonly text: string;
  /** Start in the source of each character; undefined when the layer is the source itself. */
  readonly from: Int32Array | undefined;
  /** End in the source of each character. */
  readonly to: Int32Array | undefined;
  /** Decodings that led here, outermost first, e.g. `["escape", "base64"]`. */
  readonly path: readonly string[];
}

/** A layer folded for comparing: case, width, accents, invisible characters and blanks inside Japanese words are gone. */
export interface FoldedLayer {
  readonly text: string;
  /** Index in the layer's text of each folded character. */
  readonly map: Uint32Array;
  readonly layer: Layer;
}

/** The text as it stands. */
export function sourceLayer(text: string): Layer {
  return { text, from: undefined, to: undefined, path: [] };
}

/** Range of the source that a range of the layer's text was read from. */
export function sourceRange(layer: Layer, start: number, end: number): { readonly start: number; readonly end: number } {
  if (layer.from === undefined || layer.to === undefined) return { start, end };
  let [low, high] = [layer.from[start] ?? 0, layer.to[Math.max(start, end - 1)] ?? 0];
  // Readings backwards or at other offsets need not rise.
  for (let at = start; at < end; at++) {
    low = Math.min(low, layer.from[at]!);
    high = Math.max(high, layer.to[at]!);
  }
  return { start: low, end: high };
}

/** Folds a layer; the result stays valid, unlike that of `normalise`. */
export function foldLayer(layer: Layer): FoldedLayer {
  const { units, map, length } = normalise(layer.text);
  const pieces: string[] = [];
  for (let at = 0; at < length; at += 8192)
    pieces.push(String.fromCharCode.apply(null, units.subarray(at, Math.min(length, at + 8192)) as unknown as number[]));
  return { text: pieces.join(""), map: map.slice(0, length), layer };
}

/** Builds a layer piece by piece, remembering where each character came from. */
export class LayerBuilder {
  readonly #base: Layer;
  #text: string[] = [];
  #from: Int32Array;
  #to: Int32Array;
  #length = 0;

  constructor(base: Layer) {
    this.#base = base;
    this.#from = new Int32Array(base.text.length + 64);
    this.#to = new Int32Array(base.text.length + 64);
  }

  /** A stretch of the base as it stands. */
  copy(start: number, end: number): void {
    if (end <= start) return;
    this.#room(end - start);
    const { from, to, text } = this.#base;
    for (let at = start; at < end; at++) {
      this.#from[this.#length] = from === undefined ? at : from[at]!;
      this.#to[this.#length++] = to === undefined ? at + 1 : to[at]!;
    }
    this.#text.push(text.slice(start, end));
  }

  /** Text that the base's range [start, end) stands for. */
  put(text: string, start: number, end: number): void {
    this.#room(text.length);
    const { from, to } = this.#base;
    const low = from === undefined ? start : (from[start] ?? 0);
    const high = to === undefined ? end : (to[end - 1] ?? low);
    this.#from.fill(low, this.#length, this.#length + text.length);
    this.#to.fill(high, this.#length, this.#length + text.length);
    this.#length += text.length;
    this.#text.push(text);
  }

  done(step: string): Layer {
    return { text: this.#text.join(""), from: this.#from.subarray(0, this.#length), to: this.#to.subarray(0, this.#length), path: [...this.#base.path, step] };
  }

  #room(more: number): void {
    if (this.#length + more <= this.#from.length) return;
    const size = Math.max(this.#from.length * 2, this.#length + more);
    const [from, to] = [new Int32Array(size), new Int32Array(size)];
    from.set(this.#from);
    to.set(this.#to);
    [this.#from, this.#to] = [from, to];
  }
}
