import { carriesForOthers } from "../../evidence/delivery-services.ts";
import { hasKnownTld, registrableDomain, sameRegistrable, toAsciiHost } from "../../evidence/domains.ts";
import { dayOf, isDelegatedSender, isOfficialSender } from "../../evidence/speakers.ts";
import { quoteOf } from "../../evidence/topics/trace.ts";
import { field } from "../../mail/index.ts";
import { headerCheck } from "../header-rule.ts";
import type { GivenHeader, HeaderFinding } from "../header-rule.ts";

/**
 * The mail was numbered by a program that belongs neither to the brand it claims, nor to its sender, nor to a service
 * that delivers for companies. The host of a Message-ID is by custom the one that made it (RFC 5322 §3.6.4), but nothing
 * forces it to be, hence weak.
 */
export const foreignMessageId = headerCheck({
  id: "foreign-message-id",
  title: { ja: "メールの番号を付けたのは名乗る会社か", en: "Did the company's own system number the mail?" },
  question: { ja: "Message-ID のドメインが、名乗っている会社のものですか。", en: "Is the domain in the Message-ID that of the company it claims?" },
  needs: ["sender", "claims", "trace", "authentication"],
  confidence: "weak",
  found: { ja: "名乗る会社とは別のシステムで作られたメールです", en: "It was made by a system that is not the company's" },
  official: {
    ja: "会社のメールの番号には、会社か配信業者のドメインが付きます。",
    en: "A company's mail is numbered with its own or its delivery service's domain.",
  },
  why: {
    ja: "別の場所で作られ、差出人の欄だけ書き換えられたことを示す場合があります。",
    en: "It may have been made elsewhere, with only the From field changed.",
  },
  find,
});

function find({ evidence, facts, sender, list, speakers, authentication }: GivenHeader): HeaderFinding | undefined {
  if (authentication?.alignedDomain !== undefined) return undefined;
  const written = field(evidence.mail, "message-id");
  const host = toAsciiHost(/@([^@<>\s]{1,255})>?\s*$/.exec(written?.value.slice(0, 1000) ?? "")?.[1] ?? "");
  const own = registrableDomain(host);
  const brand = speakers()[0]?.brand;
  // Machines inside a delivery service number mail by names that exist only there.
  if (written === undefined || own === "" || !hasKnownTld(host) || brand === undefined || list !== undefined) return undefined;
  const day = dayOf(evidence);
  const isTheirs = isOfficialSender(facts.registry, host, brand.id, day) || isDelegatedSender(facts.registry, host, brand.id, day);
  // Another sender than the brand is told by the check of the sender; here From must look right.
  const looksRight = isOfficialSender(facts.registry, sender.authorDomain, brand.id, day);
  if (isTheirs || !looksRight || carriesForOthers(own) || sameRegistrable(host, sender.authorDomain) || isReceivers(host, sender.to)) return undefined;
  return {
    kind: "numbered-elsewhere",
    severity: "low",
    confidence: "weak",
    brand: brand.id,
    quotes: [quoteOf(written)],
    seen: {
      ja: `${brand.label.ja}のアドレスから送られたように見えますが、Message-ID は ${host} で付けられています。`,
      en: `It seems to come from ${brand.label.en}, but its Message-ID was made at ${host}.`,
    },
  };
}

/** A receiving server numbers what came without a number. */
function isReceivers(host: string, to: readonly { readonly domain: string }[]): boolean {
  return to.some((one) => sameRegistrable(one.domain, host));
}
