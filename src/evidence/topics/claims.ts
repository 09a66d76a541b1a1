import type { Registry } from "../../brands/registry.ts";
import { fromSender } from "../claims/from-sender.ts";
import { fromSubject } from "../claims/from-subject.ts";
import { fromPart } from "../claims/from-text.ts";
import type { ClaimsInput } from "../claims/input.ts";
import { officialBrands } from "../claims/owners.ts";
import { claimOf } from "../claims/speaks.ts";
import type { Trails } from "../claims/trail.ts";
import type { Claim, Gathered } from "../evidence.ts";

/** Which brands the mail says it is from, and which it only talks about (design.md §4: a mention is not a claim). */
export function gatherClaims(input: ClaimsInput, registry: Registry): Gathered<readonly Claim[]> {
  const trails: Trails = new Map();
  fromSender(input, registry, trails);
  fromSubject(input.subject, input.list === true, registry, trails);
  for (const part of input.parts) fromPart(part, registry, trails);
  const official = officialBrands(input, registry);
  const claims = withoutBareAddresses([...trails].map(([brand, trail]) => claimOf(brand, trail, input, official, registry)));
  if (claims.length === 0) return { kind: "absent" };
  return { kind: "found", value: claims.sort((a, b) => b.weight - a.weight || (a.brand < b.brand ? -1 : 1)) };
}

/** 三井住友カード in the subject, creema.jp in the address: who is named speaks, whose address was taken does not. */
function withoutBareAddresses(claims: Claim[]): Claim[] {
  const bare = (claim: Claim): boolean => claim.quotes.every((quote) => quote.place === "fromAddress");
  if (!claims.some((claim) => claim.kind === "speaks" && !bare(claim))) return claims;
  return claims.map((claim) => (claim.kind === "speaks" && bare(claim) ? { ...claim, kind: "mention" } : claim));
}
