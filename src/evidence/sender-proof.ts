import type { Authentication } from "./evidence.ts";

/** Whether a check that passed is the sender's own: DMARC, or an aligned DKIM or SPF (RFC 9989 §4.4), or a valid chain of handlers. */
export function isProven(authentication: Authentication): boolean {
  return authentication.dmarc === "pass" || authentication.alignedDomain !== undefined || authentication.arc === "pass";
}

/** A signature that is there may have been valid when the mail was sent, whatever became of it on the way. */
export function hasSignature(authentication: Authentication): boolean {
  return authentication.results.some(({ method, result }) => method === "dkim" && result !== "none");
}

/** A signature that is there and did not pass, so that a genuine mail may have been changed on the way. */
export function hasBrokenSignature(authentication: Authentication): boolean {
  return authentication.results.some(({ method, result }) => method === "dkim" && result !== "none" && result !== "pass");
}
