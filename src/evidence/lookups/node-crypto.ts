import { createHash, createPublicKey, verify } from "node:crypto";
import type { KeyObject } from "node:crypto";
import type { SignatureAnswer, SignatureCrypto, SignatureRequest } from "../authenticate/ports.ts";

/** What stands before the 32 bytes of an Ed25519 key in SubjectPublicKeyInfo (RFC 8410 §4). */
const ED25519_PREFIX = Buffer.from("302a300506032b6570032100", "hex");

/** Signatures by Node's own cryptography. */
export const nodeCrypto: SignatureCrypto = {
  digest: async (algorithm, data) => createHash(algorithm).update(data).digest(),
  verify: async (request) => answerTo(request),
};

function answerTo(request: SignatureRequest): SignatureAnswer {
  try {
    const key = keyOf(request);
    // RFC 8463 §3: Ed25519 signs the SHA-256 hash of the text.
    const isEd25519 = request.type === "ed25519";
    const data = isEd25519 ? createHash("sha256").update(request.data).digest() : request.data;
    const isValid = verify(isEd25519 ? null : request.hash, data, key, request.signature);
    return { kind: isValid ? "valid" : "invalid", bits: key.asymmetricKeyDetails?.modulusLength ?? 0 };
  } catch {
    return { kind: "bad-key" };
  }
}

/** RSA keys come as SubjectPublicKeyInfo, seldom as a bare RSAPublicKey (both allowed by RFC 6376 erratum 3017). */
function keyOf({ type, key }: SignatureRequest): KeyObject {
  if (type === "ed25519") return createPublicKey({ key: Buffer.concat([ED25519_PREFIX, key]), format: "der", type: "spki" });
  try {
    return createPublicKey({ key: Buffer.from(key), format: "der", type: "spki" });
  } catch {
    return createPublicKey({ key: Buffer.from(key), format: "der", type: "pkcs1" });
  }
}
