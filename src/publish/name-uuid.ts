import { sha1 } from "@noble/hashes/legacy.js";
import { sha256 } from "@noble/hashes/sha2.js";

/** Namespace of identifiers that Ayashii makes: UUIDv5 of `urn:ayashii:publish` in the URL namespace of RFC 9562 §6.6. */
export const OWN_NAMESPACE = "65be975e-d9cc-54ad-881f-aa1f109e18fb";

/** Name-based UUID, version 5 (RFC 9562 §5.5): the same name gives the same identifier at every export. */
export function uuid5(namespace: string, name: string): string {
  const bytes = new Uint8Array([...bytesOf(namespace), ...new TextEncoder().encode(name)]);
  return laidOut(sha1(bytes), 5);
}

/**
 * A UUID in the form of version 4 (RFC 9562 §5.4) for formats that ask for it, out of a digest in place of random bits, so
 * that a report sent twice is known for one.
 */
export function uuid4Like(name: string): string {
  return laidOut(sha256(new TextEncoder().encode(`${OWN_NAMESPACE} ${name}`)), 4);
}

function laidOut(digest: Uint8Array, version: number): string {
  const bytes = digest.slice(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | (version << 4);
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

function bytesOf(uuid: string): number[] {
  return (uuid.replaceAll("-", "").match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16));
}
