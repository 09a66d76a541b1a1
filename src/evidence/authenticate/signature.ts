import { fromLatin1 } from "../../mail/bytes.ts";
import { canonicalBody, canonicalField } from "./message.ts";
import type { Canonicalization, RawField, RawMessage } from "./message.ts";
import type { Resolver, SignatureCrypto } from "./ports.ts";
import { base64Bytes, parseTags, unfolded } from "./tags.ts";

/**
 * What DKIM-Signature, ARC-Message-Signature and ARC-Seal share: a signature by a key that stands in the DNS.
 * `permerror` and `temperror` say that nothing was found out; `policy` that it is too weak to count (RFC 8301).
 */
export type SignatureState = "pass" | "fail" | "permerror" | "temperror" | "policy";

/** How a signature was judged, and why in one short English phrase for the report's details. */
export interface SignatureOutcome {
  readonly state: SignatureState;
  readonly why: string;
}

export interface Ports {
  readonly resolver: Resolver;
  readonly crypto: SignatureCrypto;
}

export interface Algorithm {
  readonly type: "rsa" | "ed25519";
  readonly hash: "sha256" | "sha1";
}

/** RFC 8301 §3.1: sha1 proves nothing any more; §3.2: nor does an RSA key under 1024 bits. */
const SHORTEST_RSA = 1024;
const ALGORITHMS: Readonly<Record<string, Algorithm>> = {
  "rsa-sha256": { type: "rsa", hash: "sha256" },
  "rsa-sha1": { type: "rsa", hash: "sha1" },
  "ed25519-sha256": { type: "ed25519", hash: "sha256" },
};

export const wrong = (state: SignatureState, why: string): SignatureOutcome => ({ state, why });

/** The algorithm of an `a=` tag, or why there is none. */
export function algorithmOf(name: string | undefined): Algorithm | SignatureOutcome {
  const algorithm = ALGORITHMS[(name ?? "").toLowerCase()];
  if (algorithm === undefined) return wrong("permerror", "unknown algorithm");
  return algorithm.hash === "sha1" ? wrong("policy", "signed with SHA-1, which is broken") : algorithm;
}

/** A `c=` tag (RFC 6376 §3.5): header, then body; simple when left out. */
export function canonicalizationOf(tag: string | undefined): { readonly header: Canonicalization; readonly body: Canonicalization } | undefined {
  const [header = "simple", body = "simple", more] = (tag ?? "simple/simple").toLowerCase().split("/");
  const isKnown = (form: string): form is Canonicalization => form === "simple" || form === "relaxed";
  return more === undefined && isKnown(header) && isKnown(body) ? { header, body } : undefined;
}

/** The fields an `h=` tag names, from the bottom up, each used once (RFC 6376 §5.4.2). */
export function signedFields(message: RawMessage, names: readonly string[]): readonly RawField[] {
  const left = new Map<string, RawField[]>();
  for (const field of message.fields) {
    const same = left.get(field.key);
    if (same === undefined) left.set(field.key, [field]);
    else same.push(field);
  }
  return names.flatMap((name) => left.get(name)?.pop() ?? []);
}

/** The field of the signature itself with its `b=` emptied (RFC 6376 §3.7). */
function withoutSignature(field: RawField): RawField {
  const colon = field.text.indexOf(":") + 1;
  return { key: field.key, text: field.text.slice(0, colon) + field.text.slice(colon).replace(/(^|;)(\s*b\s*=)[^;]*/, "$1$2") };
}

/** Hash of the body against `bh=`; `length` is the `l=` tag. */
export async function checkBody(
  message: RawMessage,
  form: Canonicalization,
  given: { readonly hash: string; readonly length: number | undefined },
  algorithm: Algorithm,
  { crypto: cryptography }: Ports,
): Promise<SignatureOutcome | undefined> {
  const body = canonicalBody(message.body, form);
  if (given.length !== undefined && given.length > body.length) return wrong("permerror", "the body is shorter than what was signed");
  const digest = await cryptography.digest(algorithm.hash, given.length === undefined ? body : body.subarray(0, given.length));
  return btoa(String.fromCharCode(...digest)) === given.hash ? undefined : wrong("fail", "the body was changed");
}

/** Verifies signed text against the key at `selector._domainkey.domain`. `identity` is the host part of `i=`. */
export async function checkSignature(
  signed: { readonly fields: readonly RawField[]; readonly own: RawField; readonly form: Canonicalization },
  by: { readonly domain: string; readonly selector: string; readonly identity?: string | undefined },
  algorithm: Algorithm,
  signature: Uint8Array,
  ports: Ports,
): Promise<SignatureOutcome> {
  const answer = await ports.resolver.lookup(`${by.selector}._domainkey.${by.domain}`, "TXT");
  if (answer.kind === "failed") return wrong(answer.temporary ? "temperror" : "permerror", `the key could not be looked up: ${answer.why}`);
  if (answer.kind !== "records") return wrong("permerror", "no key is published");
  const key = keyOf(answer.records, algorithm, by);
  if (!(key instanceof Uint8Array)) return key;
  const text = [...signed.fields, withoutSignature(signed.own)].map((field) => canonicalField(field, signed.form)).join("\r\n");
  const verified = await ports.crypto.verify({ ...algorithm, key, data: fromLatin1(text), signature });
  if (verified.kind === "bad-key") return wrong("permerror", "the published key cannot be read");
  if (verified.kind === "invalid") return wrong("fail", "the signature does not fit");
  return algorithm.type === "rsa" && verified.bits < SHORTEST_RSA ? wrong("policy", "the key is too short") : wrong("pass", "the signature fits");
}

/** The key record (RFC 6376 §3.6.1): the first that may be used here. */
function keyOf(
  records: readonly string[],
  algorithm: Algorithm,
  by: { readonly domain: string; readonly identity?: string | undefined },
): Uint8Array | SignatureOutcome {
  let last: SignatureOutcome = wrong("permerror", "no key is published");
  for (const record of records) {
    const key = readKey(record, algorithm, by);
    if (key instanceof Uint8Array) return key;
    last = key;
  }
  return last;
}

function readKey(
  record: string,
  { type, hash }: Algorithm,
  { domain, identity }: { readonly domain: string; readonly identity?: string | undefined },
): Uint8Array | SignatureOutcome {
  const tags = parseTags(record);
  if (tags === undefined || (tags.get("v") ?? "DKIM1") !== "DKIM1" || (tags.has("v") && [...tags.keys()][0] !== "v"))
    return wrong("permerror", "the key record is wrong");
  if ((tags.get("k") ?? "rsa").toLowerCase() !== type) return wrong("permerror", "the key is for another algorithm");
  if (tags.has("h") && !listOf(tags.get("h")).includes(hash)) return wrong("permerror", "the key is for another hash");
  if (tags.has("s") && !listOf(tags.get("s")).some((service) => service === "*" || service === "email")) return wrong("permerror", "the key is not for mail");
  if (listOf(tags.get("t")).includes("s") && identity !== undefined && identity !== domain) return wrong("permerror", "the key is not for subdomains");
  if (unfolded(tags.get("p")) === "") return wrong("permerror", "the key was revoked");
  return base64Bytes(unfolded(tags.get("p"))) ?? wrong("permerror", "the published key cannot be read");
}

/** A colon-separated list, lower case. */
export function listOf(value: string | undefined): string[] {
  return unfolded(value).toLowerCase().split(":").filter(Boolean);
}
