import { textsOfBytes } from "./picture-text.ts";
import type { BinaryText } from "./picture-text.ts";
import type { Leak, Secret } from "./redacted-mail.ts";
import { finderOf } from "./sightings.ts";

/**
 * Re-reads a finished output (HTML, Markdown, feed, JSON, picture) for the secrets of the mail it was made from, in every
 * encoding. Empty: it may leave. It knows nothing of how the output was made, so that a fault of the redaction is found.
 * @param secrets of `secretsOf`, from the mail itself
 */
export function scanForLeaks(output: string | Uint8Array, secrets: readonly Secret[]): Leak[] {
  const finder = finderOf(secrets);
  if (typeof output === "string") return finder.find(output).map(({ secret, encoding, start, end }) => ({ secret: secret.kind, encoding, start, end }));
  return textsOfBytes(output).flatMap((one) =>
    finder
      .find(one.text)
      .map(({ secret, encoding, start, end }) => ({ secret: secret.kind, encoding: named(encoding, one.packing), ...placeOf(one, start, end) })),
  );
}

function named(encoding: string, packing: string): string {
  if (packing === "") return encoding;
  return encoding === "plain" ? packing : `${packing}+${encoding}`;
}

function placeOf(one: BinaryText, start: number, end: number): { readonly start: number; readonly end: number } {
  return one.width === 0 ? { start: one.start, end: one.end } : { start: one.start + start * one.width, end: one.start + end * one.width };
}
