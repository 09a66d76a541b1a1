/** Shorter quotes would be found by chance. */
const SHORTEST = 2;

/** A stretch of a text (UTF-16 range) that quotes stand in. */
export interface QuotePlace {
  readonly start: number;
  readonly end: number;
  /** Which lists of quotes stand here, as indices into the lists, ascending. */
  readonly of: readonly number[];
}

/** Where quotes stand in a text, whatever blanks and line breaks differ; overlapping places become one. The first place of each quote only. */
export function quotePlaces(text: string, lists: readonly (readonly string[])[]): readonly QuotePlace[] {
  const dense = denseOf(text);
  const found: QuotePlace[] = [];
  lists.forEach((quotes, of) => {
    for (const quote of quotes) {
      const needle = denseOf(quote).text;
      if (needle.length < SHORTEST) continue;
      const index = dense.text.indexOf(needle);
      const start = dense.places[index];
      const last = dense.places[index + needle.length - 1];
      if (index >= 0 && start !== undefined && last !== undefined) found.push({ start, end: last + 1, of: [of] });
    }
  });
  return merged(found.sort((left, right) => left.start - right.start));
}

function merged(places: readonly QuotePlace[]): readonly QuotePlace[] {
  const out: QuotePlace[] = [];
  for (const place of places) {
    const before = out.at(-1);
    if (before === undefined || place.start >= before.end) out.push(place);
    else {
      const of = [...new Set([...before.of, ...place.of])].sort((left, right) => left - right);
      out[out.length - 1] = { start: before.start, end: Math.max(before.end, place.end), of };
    }
  }
  return out;
}

/** The text without blanks, and where each remaining UTF-16 unit stood. */
function denseOf(text: string): { readonly text: string; readonly places: readonly number[] } {
  const places: number[] = [];
  let dense = "";
  for (let index = 0; index < text.length; index++) {
    const character = text[index] ?? "";
    if (character.trim() === "") continue;
    dense += character;
    places.push(index);
  }
  return { text: dense, places };
}
