/**
 * What verifying needs of the outside, as ports: a name server and cryptography. Verifying itself stays pure, so the
 * same code runs on recorded answers. Implementations stand in `evidence/lookups`.
 */

/** Record types that authentication asks for. */
export type RecordType = "TXT" | "A" | "AAAA" | "MX" | "PTR";

/**
 * The answer of a name server. `no-name` is NXDOMAIN (RFC 1035 §4.1.1), `no-data` a name without such a record;
 * `failed` says nothing about the name: whatever rests on it is unknown, never wrong.
 */
export type DnsAnswer =
  | { readonly kind: "records"; readonly records: readonly string[] }
  | { readonly kind: "no-name" }
  | { readonly kind: "no-data" }
  | { readonly kind: "failed"; readonly why: string; readonly temporary: boolean };

/**
 * Asks a name server. TXT: one string a record, its pieces joined without blanks. MX: host names in the order of
 * their preference. PTR: asked by the full name (`1.2.0.192.in-addr.arpa`). Never rejects.
 */
export interface Resolver {
  lookup(name: string, type: RecordType): Promise<DnsAnswer>;
}

/** Digital signatures; `verify` takes the key as the DKIM record publishes it (RFC 6376 §3.6.1, RFC 8463 §3). */
export interface SignatureCrypto {
  digest(algorithm: "sha256" | "sha1", data: Uint8Array): Promise<Uint8Array>;
  /** `key`: DER for rsa, 32 raw bytes for ed25519. Never rejects: a key that cannot be read is `bad-key`. */
  verify(request: SignatureRequest): Promise<SignatureAnswer>;
}

export interface SignatureRequest {
  readonly type: "rsa" | "ed25519";
  readonly hash: "sha256" | "sha1";
  readonly key: Uint8Array;
  readonly data: Uint8Array;
  readonly signature: Uint8Array;
}

/** `bits`: length of an RSA modulus. */
export type SignatureAnswer = { readonly kind: "valid" | "invalid"; readonly bits: number } | { readonly kind: "bad-key" };
