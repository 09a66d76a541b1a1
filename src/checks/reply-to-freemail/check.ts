import { isMailboxHost } from "../../evidence/mailbox-providers.ts";
import { dayOf, isOfficialSender } from "../../evidence/speakers.ts";
import { headerCheck } from "../header-rule.ts";
import type { GivenHeader, HeaderFinding } from "../header-rule.ts";

/**
 * A company's From, and answers that go to an address anybody can have (Reply-To, RFC 5322 §3.6.2). Named among the signs
 * of business mail fraud by IPA (https://www.ipa.go.jp/security/bec/about.html). Small businesses that write through a
 * platform do so too, hence weak; graver where a known brand is claimed.
 */
export const replyToFreemail = headerCheck({
  id: "reply-to-freemail",
  title: { ja: "返信先が会社のアドレスか", en: "Do answers go to the company?" },
  question: { ja: "会社からのメールなのに、返信先がフリーメールになっていませんか。", en: "Is it company mail whose answers go to a free mail address?" },
  needs: ["sender", "trace", "claims"],
  confidence: "weak",
  found: { ja: "会社のメールなのに、返信先がフリーメールです", en: "Company mail, but answers go to a free mail address" },
  official: { ja: "会社は、自社のドメインのアドレスで返信を受け取ります。", en: "A company takes answers at its own domain." },
  why: { ja: "返信すると、会社ではなく別の人に届きます。", en: "An answer would reach somebody else, not the company." },
  find,
});

function find({ sender, list, speakers, facts, evidence }: GivenHeader): HeaderFinding | undefined {
  const author = sender.from[0];
  if (author === undefined || list !== undefined || sender.registrableDomain === "" || isEverybodys(author)) return undefined;
  const reply = sender.replyTo.find((one) => isEverybodys(one));
  if (reply === undefined) return undefined;
  const speaker = speakers()[0];
  // A platform that sends for its customers names their address: `Shop via Platform`, answers to the shop.
  const brand =
    speaker === undefined || isOfficialSender(facts.registry, sender.authorDomain, speaker.brand.id, dayOf(evidence)) ? undefined : speaker.brand.id;
  return {
    kind: brand === undefined ? "freemail-reply" : "freemail-reply-for-brand",
    severity: brand === undefined ? "low" : "high",
    confidence: "weak",
    brand,
    quotes: [author.quote, reply.quote],
    seen: {
      ja: `差出人は ${author.address} ですが、返信先は ${reply.address} です。`,
      en: `The sender is ${author.address}, but answers go to ${reply.address}.`,
    },
  };
}

function isEverybodys({ domain }: { readonly domain: string }): boolean {
  return isMailboxHost(domain);
}
