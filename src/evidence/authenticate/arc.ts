import { rawMessageOf } from "./message.ts";
import type { RawField, RawMessage } from "./message.ts";
import { algorithmOf, canonicalizationOf, checkBody, checkSignature, listOf, signedFields } from "./signature.ts";
import type { Ports } from "./signature.ts";
import { base64Bytes, parseTags, unfolded } from "./tags.ts";

/** The Authenticated Received Chain as a whole. */
export interface ArcOutcome {
  readonly cv: "none" | "pass" | "fail";
  /** Domains d= of the ARC-Seal fields, oldest first: who passed the mail on. */
  readonly sealers: readonly string[];
  /** The oldest ARC-Authentication-Results, value as it travels: what the first of them saw arrive. */
  readonly firstResults: string | undefined;
  /** A name server failed, so that `fail` may be wrong. */
  readonly temporary: boolean;
}

/** The three fields one handler added (RFC 8617 §4.2). */
interface ArcSet {
  readonly results: RawField;
  readonly message: RawField;
  readonly seal: RawField;
  readonly messageTags: ReadonlyMap<string, string>;
  readonly sealTags: ReadonlyMap<string, string>;
}

/** RFC 8617 §4.2.1. */
const MOST_SETS = 50;
const NAMES = ["arc-authentication-results", "arc-message-signature", "arc-seal"] as const;

/** Validates the chain (RFC 8617 §5.2): its form, the newest message signature, then every seal. Never rejects. */
export async function verifyArc(bytes: Uint8Array, ports: Ports): Promise<ArcOutcome> {
  const message = rawMessageOf(bytes);
  if (!message.fields.some((field) => (NAMES as readonly string[]).includes(field.key))) {
    return { cv: "none", sealers: [], firstResults: undefined, temporary: false };
  }
  const sets = setsOf(message);
  if (sets === undefined || !isWellFormed(sets)) return { cv: "fail", sealers: [], firstResults: undefined, temporary: false };
  const states = [await checkMessage(message, sets.at(-1) as ArcSet, ports)];
  for (let at = sets.length; at > 0 && states.at(-1) === "pass"; at--) states.push(await checkSeal(sets.slice(0, at), ports));
  return {
    cv: states.at(-1) === "pass" ? "pass" : "fail",
    sealers: sets.map((set) => unfolded(set.sealTags.get("d")).toLowerCase()),
    firstResults: sets[0]?.results.text.slice(sets[0].results.text.indexOf(":") + 1),
    temporary: states.includes("temperror"),
  };
}

/** The sets in the order of their instances; undefined when one is incomplete, double or missing. */
function setsOf(message: RawMessage): readonly ArcSet[] | undefined {
  const found = new Map<number, Map<string, RawField>>();
  for (const field of message.fields) {
    if (!(NAMES as readonly string[]).includes(field.key)) continue;
    const instance = instanceOf(field);
    if (instance === undefined || instance > MOST_SETS) return undefined;
    const set = found.get(instance) ?? new Map<string, RawField>();
    if (set.has(field.key)) return undefined;
    found.set(instance, set.set(field.key, field));
  }
  const sets = Array.from({ length: found.size }, (_, at) => setOf(found.get(at + 1)));
  return sets.every((set) => set !== undefined) ? sets : undefined;
}

function setOf(fields: ReadonlyMap<string, RawField> | undefined): ArcSet | undefined {
  const [results, message, seal] = NAMES.map((name) => fields?.get(name));
  if (results === undefined || message === undefined || seal === undefined) return undefined;
  const [messageTags, sealTags] = [message, seal].map((field) => parseTags(field.text.slice(field.text.indexOf(":") + 1)));
  return messageTags === undefined || sealTags === undefined ? undefined : { results, message, seal, messageTags, sealTags };
}

/** `i=`: the first thing of the results field, a tag of the two others. */
function instanceOf(field: RawField): number | undefined {
  const value = field.text.slice(field.text.indexOf(":") + 1);
  const text = field.key === "arc-authentication-results" ? /^\s*i\s*=\s*(\d{1,4})\s*;/.exec(value)?.[1] : parseTags(value)?.get("i");
  return text !== undefined && /^[1-9]\d{0,3}$/.test(text) ? Number(text) : undefined;
}

/** `cv=` (RFC 8617 §5.2 steps 2 and 3): none on the first seal, pass on the others. Seals sign no body. */
function isWellFormed(sets: readonly ArcSet[]): boolean {
  return sets.every(({ sealTags, messageTags }, at) => {
    const hasAll = ["a", "b", "d", "s", "cv"].every((tag) => unfolded(sealTags.get(tag)) !== "") && !sealTags.has("h") && !sealTags.has("bh");
    return hasAll && sealTags.get("cv")?.toLowerCase() === (at === 0 ? "none" : "pass") && !messageTags.has("v");
  });
}

async function checkMessage(message: RawMessage, set: ArcSet, ports: Ports): Promise<string> {
  const tags = set.messageTags;
  const names = listOf(tags.get("h"));
  const algorithm = algorithmOf(tags.get("a"));
  // RFC 8617 names no default of its own; handlers that leave `c=` out sign relaxed, as seals always are.
  const form = canonicalizationOf(tags.get("c") ?? "relaxed/relaxed");
  const signature = base64Bytes(unfolded(tags.get("b")));
  if ("state" in algorithm || form === undefined || signature === undefined || !tags.has("h") || names.includes("arc-seal")) return "fail";
  const length = tags.has("l") ? Number(tags.get("l")) : undefined;
  const body = await checkBody(message, form.body, { hash: unfolded(tags.get("bh")), length }, algorithm, ports);
  if (body !== undefined) return "fail";
  const fields = signedFields(message, names);
  return (await checkSignature({ fields, own: set.message, form: form.header }, signerOf(tags), algorithm, signature, ports)).state;
}

/** A seal signs all sets up to its own (RFC 8617 §5.1.1), always relaxed. */
async function checkSeal(sets: readonly ArcSet[], ports: Ports): Promise<string> {
  const own = sets.at(-1) as ArcSet;
  const algorithm = algorithmOf(own.sealTags.get("a"));
  const signature = base64Bytes(unfolded(own.sealTags.get("b")));
  if ("state" in algorithm || signature === undefined) return "fail";
  const fields = sets.flatMap((set) => (set === own ? [set.results, set.message] : [set.results, set.message, set.seal]));
  return (await checkSignature({ fields, own: own.seal, form: "relaxed" }, signerOf(own.sealTags), algorithm, signature, ports)).state;
}

function signerOf(tags: ReadonlyMap<string, string>): { readonly domain: string; readonly selector: string } {
  return { domain: unfolded(tags.get("d")).toLowerCase(), selector: unfolded(tags.get("s")) };
}
