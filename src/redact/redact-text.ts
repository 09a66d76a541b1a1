import type { Language } from "../terms/index.ts";
import { mostTelling, placeholderOf } from "./placeholders.ts";
import type { PublicText } from "./public-text.ts";
import type { Secret } from "./redacted-mail.ts";
import { finderOf } from "./sightings.ts";
import type { Sighting } from "./sightings.ts";

/** Taking something out may bring two halves of something else together. */
const MOST_ROUNDS = 6;
const TOKEN_BEFORE = /(?<![A-Za-z0-9+_=%-])[A-Za-z0-9+_=%-]{1,4000}$/;
const TOKEN_AFTER = /^[A-Za-z0-9+_=%-]{1,4000}/;

/**
 * The text without the secrets, in any encoding: the only maker of `PublicText`. Everything else stays as it is; links are
 * made dead by `redact`, not here, so that texts of our own may name official pages.
 * @param secrets what `secretsOf` found; none for texts that never saw the mail
 */
export function redactText(text: string, secrets: readonly Secret[], language: Language = "ja"): PublicText {
  const finder = finderOf(secrets);
  let left = text;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const found = finder.find(left);
    if (found.length === 0) return left as PublicText;
    left = withoutSightings(left, found, language);
  }
  // Never met; a text that cannot be cleaned does not leave.
  return placeholderOf("token", language) as string as PublicText;
}

interface Hole {
  start: number;
  end: number;
  readonly kinds: Secret["kind"][];
}

function withoutSightings(text: string, sightings: readonly Sighting[], language: Language): string {
  const pieces: string[] = [];
  let done = 0;
  for (const hole of holesOf(text, sightings)) {
    pieces.push(text.slice(done, hole.start), placeholderOf(mostTelling(hole.kinds), language));
    done = hole.end;
  }
  return pieces.join("") + text.slice(done);
}

/** Overlapping sightings make one hole, and so do the halves of an address. */
function holesOf(text: string, sightings: readonly Sighting[]): readonly Hole[] {
  const holes: Hole[] = [];
  for (const sighting of sightings.map((one) => ({ ...one, ...wholeToken(text, one) })).sort((a, b) => a.start - b.start)) {
    const last = holes.at(-1);
    if (last !== undefined && sighting.start < last.end) {
      last.end = Math.max(last.end, sighting.end);
      last.kinds.push(sighting.secret.kind);
    } else holes.push({ start: sighting.start, end: sighting.end, kinds: [sighting.secret.kind] });
  }
  return holes;
}

/** Of an encoded or hashed secret the whole token goes: its neighbours carry bits of it, or the rest of the digest. */
function wholeToken(text: string, { encoding, start, end }: Sighting): { readonly start: number; readonly end: number } {
  if (!/base64|hex|base32|md5|sha/.test(encoding)) return { start, end };
  const before = TOKEN_BEFORE.exec(text.slice(Math.max(0, start - 4000), start))?.[0].length ?? 0;
  const after = TOKEN_AFTER.exec(text.slice(end, end + 4000))?.[0].length ?? 0;
  return { start: start - before, end: end + after };
}
