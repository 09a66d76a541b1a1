import { createHash, randomBytes } from "node:crypto";

/** 256 random bits as text that goes into a cookie or a header. */
export function newSecret(): string {
  return randomBytes(32).toString("base64url");
}

/** What is kept of a secret of 256 random bits; no salt or slow hash is needed where nothing can be guessed. */
export function digestOf(secret: string): string {
  return createHash("sha256").update(secret).digest("base64url");
}
