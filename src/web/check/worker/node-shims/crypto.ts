import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";

/** As much of `node:crypto` as rebuilding a mail needs: SHA-256 for its boundaries. */
export function createHash(): { update(bytes: Uint8Array): void; digest(): string } {
  const hash = sha256.create();
  return { update: (bytes) => void hash.update(bytes), digest: () => bytesToHex(hash.digest()) };
}
