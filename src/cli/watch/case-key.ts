import { createHash } from "node:crypto";
import type { AdvisoryCase } from "../../advisories/advisory.ts";

/**
 * What makes two printed cases the same one: the subjects and the body, failing both the sender and the links. Blanks,
 * full-width forms and the order do not count, nor do a day or an address that somebody put right by hand.
 */
export function caseKey({ subjects, body, senderAddresses, urls }: AdvisoryCase): string {
  const telling = [...subjects, ...(body === undefined ? [] : [body])];
  const texts = telling.length > 0 ? telling : [...senderAddresses, ...urls];
  const plain = texts.map((text) => text.normalize("NFKC").replace(/\s+/gu, "")).toSorted();
  return sha256(plain.join("\n")).slice(0, 32);
}

export function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
