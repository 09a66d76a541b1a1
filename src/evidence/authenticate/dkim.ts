import { rawMessageOf } from "./message.ts";
import type { RawField, RawMessage } from "./message.ts";
import { algorithmOf, canonicalizationOf, checkBody, checkSignature, listOf, signedFields, wrong } from "./signature.ts";
import type { Ports, SignatureOutcome } from "./signature.ts";
import { base64Bytes, parseTags, unfolded } from "./tags.ts";

/** One DKIM-Signature field as verified. */
export interface DkimOutcome extends SignatureOutcome {
  /** d=, lower case; empty when the field could not be read. */
  readonly domain: string;
  readonly selector: string;
  /** False when `l=` leaves a part of the body unsigned: text can be added behind it (RFC 6376 §8.2). */
  readonly wholeBody: boolean;
}

/** More signatures than any mail has; each costs a lookup. */
const MOST_SIGNATURES = 10;

/** Verifies every DKIM-Signature of a mail from its bytes (RFC 6376 §6.1), in the order they stand. */
export async function verifyDkim(bytes: Uint8Array, ports: Ports): Promise<readonly DkimOutcome[]> {
  const message = rawMessageOf(bytes);
  const signatures = message.fields.filter((field) => field.key === "dkim-signature").slice(0, MOST_SIGNATURES);
  const outcomes: DkimOutcome[] = [];
  for (const field of signatures) outcomes.push(await verifyOne(message, field, ports));
  return outcomes;
}

async function verifyOne(message: RawMessage, field: RawField, ports: Ports): Promise<DkimOutcome> {
  const tags = parseTags(field.text.slice(field.text.indexOf(":") + 1));
  if (tags === undefined) return { ...wrong("permerror", "the signature field is wrong"), domain: "", selector: "", wholeBody: true };
  const domain = unfolded(tags.get("d")).toLowerCase();
  const outcome = await verifyTags(message, field, tags, domain, ports);
  return { ...outcome, domain, selector: unfolded(tags.get("s")), wholeBody: !tags.has("l") };
}

async function verifyTags(message: RawMessage, field: RawField, tags: ReadonlyMap<string, string>, domain: string, ports: Ports): Promise<SignatureOutcome> {
  const flaw = flawOf(tags, domain);
  if (flaw !== undefined) return wrong("permerror", flaw);
  const algorithm = algorithmOf(tags.get("a"));
  if ("state" in algorithm) return algorithm;
  const form = canonicalizationOf(tags.get("c"));
  const signature = base64Bytes(unfolded(tags.get("b")));
  if (form === undefined || signature === undefined) return wrong("permerror", "the signature field is wrong");
  const length = tags.has("l") ? Number(tags.get("l")) : undefined;
  const body = await checkBody(message, form.body, { hash: unfolded(tags.get("bh")), length }, algorithm, ports);
  if (body?.state === "permerror") return body;
  const fields = signedFields(message, listOf(tags.get("h")));
  const by = { domain, selector: unfolded(tags.get("s")), identity: identityOf(tags, domain) };
  const outcome = await checkSignature({ fields, own: field, form: form.header }, by, algorithm, signature, ports);
  return outcome.state === "pass" && body !== undefined ? body : outcome;
}

/** What is wrong with the field itself (RFC 6376 §6.1.1). */
function flawOf(tags: ReadonlyMap<string, string>, domain: string): string | undefined {
  if (tags.get("v") !== "1") return "the version is missing";
  if (["a", "b", "bh", "d", "h", "s"].some((name) => unfolded(tags.get(name)) === "")) return "a required tag is missing";
  if (!listOf(tags.get("h")).includes("from")) return "the From field is not signed";
  const identity = identityOf(tags, domain);
  if (identity !== domain && !identity.endsWith(`.${domain}`)) return "the identity is not below the signing domain";
  if (tags.has("q") && !listOf(tags.get("q")).includes("dns/txt")) return "the key is not in the DNS";
  if (tags.has("l") && !/^\d{1,76}$/.test(tags.get("l") ?? "")) return "the body length is no number";
  const [signed, expires] = [Number(tags.get("t") ?? Number.NaN), Number(tags.get("x") ?? Number.NaN)];
  return expires <= signed ? "it expired before it was signed" : undefined;
}

function identityOf(tags: ReadonlyMap<string, string>, domain: string): string {
  const identity = unfolded(tags.get("i"));
  return identity === "" ? domain : identity.slice(identity.lastIndexOf("@") + 1).toLowerCase();
}
