import { sameRegistrable, toAsciiHost } from "../../evidence/domains.ts";
import { dayOf, isDelegatedSender } from "../../evidence/speakers.ts";
import { headerCheck } from "../header-rule.ts";
import type { GivenHeader, HeaderFinding } from "../header-rule.ts";

/**
 * The display name shows an address that is not the sender's. Many programs show nothing but the name, so the reader
 * takes that address for the real one (the practice and its abuse: RFC 9057 §1, RFC 7960 §4.1.3.1). Gateways and
 * services that send in somebody's name do so too, hence strong only where the address is a known company's.
 */
export const displayNameAddress = headerCheck({
  id: "display-name-address",
  title: { ja: "表示名の中のアドレスは本当の差出人か", en: "Is the address in the display name the real sender?" },
  question: { ja: "差出人の名前の欄に、実際とは別のアドレスが書かれていませんか。", en: "Does the sender's name hold an address other than the real one?" },
  needs: ["sender", "trace"],
  confidence: "strong",
  found: { ja: "表示名に、実際の差出人と違うアドレスが書かれています", en: "The display name holds an address that is not the sender's" },
  official: { ja: "表示名に書かれたアドレスからは送られていません。", en: "The mail was not sent from the address that the name shows." },
  why: {
    ja: "名前だけを表示するメールソフトでは、そのアドレスから届いたように見えます。",
    en: "In programs that show only the name, the mail seems to come from that address.",
  },
  find,
});

function find(given: GivenHeader): HeaderFinding | undefined {
  const { sender, list } = given;
  const shown = sender.addressInDisplayName;
  const author = sender.from[0];
  if (shown === undefined || author === undefined || author.address === "") return undefined;
  const host = toAsciiHost(shown.slice(shown.search(/[@\uff20]/) + 1));
  if (host === "" || sameRegistrable(host, sender.authorDomain)) return undefined;
  const owner = list === undefined ? (ownerOf(host, given) ?? ownerOf(officialBegin(host, given), given)) : undefined;
  return {
    kind: owner === undefined ? "other-address-in-name" : "official-address-in-name",
    severity: owner === undefined ? "low" : "high",
    confidence: owner === undefined || owner.fact.status === "assumed" ? "weak" : "strong",
    brand: owner?.brand,
    fact: owner?.fact,
    quotes: [author.quote],
    seen: {
      ja: `名前の欄には ${shown} とありますが、実際の差出人は ${author.address} です。`,
      en: `The name reads ${shown}; the real sender is ${author.address}.`,
    },
  };
}

/** `acme.com.login.example`: the official domain that the shown host begins with; empty when there is none. */
function officialBegin(host: string, { facts }: GivenHeader): string {
  const labels = host.split(".");
  for (let end = labels.length - 1; end >= 2; end--) {
    const begin = labels.slice(0, end).join(".");
    if (facts.registry.rolesOf(begin, undefined).some(({ role, fact }) => (role === "site" || role === "sender") && fact.domain === begin)) return begin;
  }
  return "";
}

/** The company whose address is shown, unless it or a service that delivers for it is the real sender. */
function ownerOf(host: string, { evidence, facts, sender }: GivenHeader) {
  const day = dayOf(evidence);
  const owner = facts.registry.rolesOf(host, day).find(({ role }) => role === "site" || role === "sender");
  if (owner === undefined) return undefined;
  const roles = facts.registry.rolesOf(sender.authorDomain, day);
  const isTheirs = roles.some(({ brand }) => brand === owner.brand) || isDelegatedSender(facts.registry, sender.authorDomain, owner.brand, day);
  return isTheirs ? undefined : owner;
}
