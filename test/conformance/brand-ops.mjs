// Operations on look-alikes and brands: whether a well-known site is taken for a look-alike of a brand of ours, which letters look alike,
// which hosts may be shown in Unicode.
import { readFileSync } from "node:fs";
import { compileRegistry, defaultRegistry, lookAlikeOf, lookAlikesAmong } from "../../dist/src/brands/index.js";
import { skeletonOf } from "../../dist/src/brands/confusables.js";
import { idnDisplay } from "../../dist/src/brands/idn-display.js";

const registry = defaultRegistry();
const words = readFileSync(new URL("../../data/words/english.txt", import.meta.url), "utf8").split("\n");
/** Our names for the verdicts are ours; the suites say safe and unsafe. */
const VERDICTS = { plain: "safe", deceptive: "unsafe", invalid: "invalid" };

/** A registry of the domains a case brings along: each a brand of its own. */
const registries = new Map();
function registryOf(domains) {
  const key = domains.join(" ");
  if (!registries.has(key)) registries.set(key, compileRegistry(domains.map(brandOf), "case", words));
  return registries.get(key);
}
const brandOf = (domain) => ({
  id: domain,
  label: { ja: domain, en: domain },
  owner: undefined,
  names: [],
  topicWords: [],
  spellings: [],
  aliases: [],
  siteDomains: [{ domain, status: "assumed", source: undefined, checked: "2026-01-01" }],
  senderDomains: [],
  senderAddresses: [],
  delegatedSenders: [],
  linkTrackers: [],
  urlRule: undefined,
  customerDomains: [],
  machineHosts: [],
  advisoryPages: [],
  contactPage: undefined,
  reportAddress: undefined,
});

export default {
  // Without a claim only what is hardly chance is a look-alike; a case that brings the domains to be protected claims them.
  "lookalike.flag": (input) => {
    const host = typeof input === "string" ? input : (input.host ?? input.domain ?? input.url);
    const known = typeof input === "string" ? undefined : (input.known ?? input.targets ?? input.fuzzylist ?? input.protected);
    if (!Array.isArray(known)) return lookAlikesAmong(registry)(host).some((found) => found.strength === "strong");
    const own = registryOf(known);
    return own.rolesOf(host, undefined).length === 0 && own.brands.some((brand) => lookAlikeOf(host, brand) !== undefined);
  },
  "lookalike.embedded": ({ host, known }) => ({ target: lookAlikesAmong(registryOf(known))(host)[0]?.of ?? null }),
  "confusable.sameSkeleton": ({ a, b }) => skeletonOf(a) === skeletonOf(b),
  "idn.display": ({ ascii }) => {
    const { verdict, unicode } = idnDisplay(ascii);
    return { verdict: VERDICTS[verdict], unicode };
  },
  "brand.owner": ({ domain }) => {
    const id = registry.rolesOf(domain, undefined).find((found) => found.role === "site" || found.role === "sender")?.brand;
    return id === undefined ? undefined : registry.get(id).label.en;
  },
};
