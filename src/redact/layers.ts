import { sourceLayer } from "./layer.ts";
import type { Layer } from "./layer.ts";
import { decodeBase32Runs, decodeBase64Runs, decodeCodeLists, decodeHexRuns, NewRuns } from "./run-decoders.ts";
import { decodeEscapes, decodeQuotedPrintable, joinWrapped } from "./text-decoders.ts";

/** Encodings inside encodings that are followed: percent in percent in base64. */
const DEEPEST = 4;
/** Characters read in all, against a text made to explode. */
const MOST_READ = 24_000_000;

/**
 * All readings of a text: as it stands, and with every encoding taken off, up to four deep in any order. Decoding instead of a
 * list of encoded spellings finds a secret with anything around it, in any case, at any offset.
 */
export function* layersOf(text: string): Generator<Layer> {
  const seen = new Set<string>();
  const fresh = new NewRuns();
  const waiting: Layer[] = [sourceLayer(text)];
  let read = 0;
  for (let layer = waiting.shift(); layer !== undefined && read < MOST_READ; layer = waiting.shift()) {
    if (layer.text.trim() === "" || seen.has(layer.text)) continue;
    seen.add(layer.text);
    read += layer.text.length;
    yield layer;
    if (layer.path.length < DEEPEST) waiting.push(...decodings(layer, fresh));
  }
}

function decodings(layer: Layer, fresh: NewRuns): readonly Layer[] {
  const whole = [decodeEscapes(layer), decodeQuotedPrintable(layer), joinWrapped(layer)].filter((found) => found !== undefined);
  // What a run held is hardly wrapped into runs three times, and each doubles the work.
  const runs = layer.path.filter((step) => step === "base64" || step === "hex" || step === "base32").length;
  if (runs >= 2) return whole;
  const rare = [...decodeBase32Runs(layer, fresh), ...(runs === 0 ? decodeCodeLists(layer) : [])];
  return [...whole, ...decodeBase64Runs(layer, fresh), ...decodeHexRuns(layer, fresh), ...rare];
}
