/**
 * MinHash (Broder 1997, https://www.cs.princeton.edu/courses/archive/spring13/cos598C/broder97resemblance.pdf): the share
 * of equal places of two signatures estimates how much of their n-grams two texts have in common (Jaccard), with a
 * standard error of at most 1/16 for 64 places.
 */
export const PLACES = 64;
/** Characters of an n-gram: in Japanese about two words' worth, in English most of one. */
const GRAM = 4;
/** A text with fewer n-grams says nothing about its template. */
const FEWEST_GRAMS = 24;
/** A place that no text fills: the signature of a text too short. */
const EMPTY = 0xffffffff;

/** LSH: texts with a band in common become candidates. 16 bands of 4: half of the pairs alike by 0.5, 99.9 % of those by 0.8. */
const BANDS = 16;
const ROWS = PLACES / BANDS;

/** Odd multipliers and offsets of the 64 hash functions, from a fixed generator: signatures are kept, so they never change. */
const FUNCTIONS = makeFunctions();

function makeFunctions(): { readonly times: Uint32Array; readonly plus: Uint32Array } {
  const times = new Uint32Array(PLACES);
  const plus = new Uint32Array(PLACES);
  let state = 0x9e3779b9;
  const next = (): number => {
    state = mix((state + 0x9e3779b9) >>> 0);
    return state;
  };
  for (let i = 0; i < PLACES; i++) {
    times[i] = next() | 1;
    plus[i] = next();
  }
  return { times, plus };
}

/** The finisher of MurmurHash3 (public domain): every bit of the input reaches every bit of the output. */
function mix(value: number): number {
  let h = value;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** Signature of a text whose variables are taken out; all places empty when it is too short to tell. */
export function signatureOf(text: string): Uint32Array {
  const signature = new Uint32Array(PLACES).fill(EMPTY);
  const grams = gramsOf(text);
  if (grams.size < FEWEST_GRAMS) return signature;
  const { times, plus } = FUNCTIONS;
  for (const gram of grams) {
    for (let i = 0; i < PLACES; i++) {
      const value = mix((Math.imul(gram, times[i] as number) + (plus[i] as number)) >>> 0);
      if (value < (signature[i] as number)) signature[i] = value;
    }
  }
  return signature;
}

/** Distinct n-grams, hashed. */
function gramsOf(text: string): Set<number> {
  const grams = new Set<number>();
  for (let i = 0; i + GRAM <= text.length; i++) {
    let hash = 0x811c9dc5;
    for (let j = i; j < i + GRAM; j++) hash = Math.imul(hash ^ text.charCodeAt(j), 0x01000193);
    grams.add(mix(hash >>> 0));
  }
  return grams;
}

export function isEmptySignature(signature: Uint32Array): boolean {
  return signature[0] === EMPTY && signature.every((value) => value === EMPTY);
}

/** Estimated Jaccard likeness in [0, 1]; undefined when one of the texts was too short. */
export function likeness(a: Uint32Array, b: Uint32Array): number | undefined {
  if (a.length !== PLACES || b.length !== PLACES || isEmptySignature(a) || isEmptySignature(b)) return undefined;
  let equal = 0;
  for (let i = 0; i < PLACES; i++) if (a[i] === b[i]) equal++;
  return equal / PLACES;
}

/** One key a band: whole numbers below 2^52, the band's number mixed in. None for a text too short. */
export function bandKeys(signature: Uint32Array): number[] {
  if (isEmptySignature(signature)) return [];
  return Array.from({ length: BANDS }, (_, band) => keyOf([band, ...signature.subarray(band * ROWS, (band + 1) * ROWS)]));
}

/** Key of an exact mark (a subject template, a path) of the given kind. */
export function textKey(kind: string, text: string): number {
  return keyOf([0x100, ...[...`${kind}\n${text}`].map((character) => character.codePointAt(0) ?? 0)]);
}

function keyOf(values: readonly number[]): number {
  let low = 0x811c9dc5;
  let high = 0x9747b28c;
  for (const value of values) {
    low = mix(Math.imul(low ^ value, 0x01000193) >>> 0);
    high = mix((high + Math.imul(value, 0x9e3779b1)) >>> 0);
  }
  return (high & 0xfffff) * 0x1_0000_0000 + low;
}
