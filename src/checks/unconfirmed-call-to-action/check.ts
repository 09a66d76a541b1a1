import { sameRegistrable } from "../../evidence/domains.ts";
import { hasWords, linkFactsOf } from "../../evidence/link-facts.ts";
import { hasBrokenSignature, isProven } from "../../evidence/sender-proof.ts";
import { headerCheck } from "../header-rule.ts";
import type { GivenHeader, HeaderFinding } from "../header-rule.ts";

/**
 * Nothing confirms the sender's domain, and not one link leads to it: name and target have nothing in common but the
 * claim. Each alone is met on genuine mail (links of delivery services, small companies without SPF and DKIM), both together
 * are not: whoever sends company mail through others signs it, since large mailbox providers ask for it
 * (https://support.google.com/a/answer/81126). Mail with a broken signature is left out, since it may have been changed on
 * the way, and so is a link that is shown as what it is, as people send them to each other.
 */
export const unconfirmedCallToAction = headerCheck({
  id: "unconfirmed-call-to-action",
  title: { ja: "差出人もリンク先も確かめられないのではないか", en: "Are both sender and target unconfirmed?" },
  question: {
    ja: "差出人を確かめる検査に通っておらず、押させるリンクも差出人と無関係ではありませんか。",
    en: "Did no check confirm the sender, while the link to press is not the sender's either?",
  },
  needs: ["sender", "authentication", "trace", "links"],
  confidence: "strong",
  found: { ja: "差出人を確かめられず、リンク先も差出人と無関係です", en: "Nothing confirms the sender, and the links lead elsewhere" },
  official: {
    ja: "会社のメールは、差出人のドメインの検査に通るか、少なくとも自社サイトへのリンクがあります。",
    en: "Company mail passes a check of its own domain, or at least has links to its own site.",
  },
  why: {
    ja: "差出人の欄に他人のドメインを書き、別のサイトへ誘い込むメールの特徴です。",
    en: "This is how mail looks that bears somebody else's domain as sender and leads to another site.",
  },
  find,
});

function find({ evidence, facts, sender, authentication, list }: GivenHeader): HeaderFinding | undefined {
  const author = sender.from[0];
  if (authentication === undefined || author === undefined || sender.authorDomain === "" || list !== undefined) return undefined;
  if (isProven(authentication) || hasBrokenSignature(authentication)) return undefined;
  const { callToAction: link, allForeign } = linkFactsOf(evidence, facts.registry);
  if (link === undefined || !allForeign || !(hasWords(link) || link.source === "button" || link.source === "form")) return undefined;
  // A delivery service signs in its own name and counts clicks on its own hosts: that much of it is consistent.
  if (authentication.passedDomains.some(({ domain }) => sameRegistrable(domain, link.targetHost))) return undefined;
  const isUnanswered = authentication.results.some(({ method, result }) => (method === "spf" || method === "dkim") && result === "temperror");
  if (isUnanswered && authentication.passedDomains.length === 0) return undefined;
  const results = authentication.results.filter(({ method }) => method === "spf" || method === "dkim" || method === "dmarc");
  if (results.length === 0) return undefined;
  const said = results.map(({ method, result }) => `${method}=${result}`).join(", ");
  return {
    kind: "unconfirmed-and-elsewhere",
    severity: "medium",
    confidence: "strong",
    quotes: [author.quote, ...results.slice(0, 1).map(({ quote }) => quote), { text: link.written.slice(0, 200), where: link.where }],
    seen: {
      ja: `${sender.authorDomain} から送られた証しがなく(${said})、リンク先は ${link.targetHost} です。`,
      en: `Nothing shows that ${sender.authorDomain} sent it (${said}), and its link leads to ${link.targetHost}.`,
    },
  };
}
