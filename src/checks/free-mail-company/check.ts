import { isShortener, isSharedHosting } from "../../evidence/shared-hosts.ts";
import { isMailboxCustomer } from "../../evidence/mailbox-providers.ts";
import { looksPersonal, senderNameOf } from "../../evidence/sender-name.ts";
import { lureCheck } from "../lure.ts";
import type { Finding, Given } from "../lure.ts";

const ID = "free-mail-company";

/**
 * The subject is about a known company's order, parcel or membership, the sender is a personal mailbox that bears no person's
 * name, and there is a link to press that leads to nobody known. People write to each other of companies too; they sign with
 * their names and send the company's own links.
 * Source of the rule: our own observation of recurring mail.
 */
export const freeMailCompany = lureCheck({
  id: ID,
  title: { ja: "会社の件名なのに、個人用アドレスから届いていないか", en: "Is a company's subject sent from a personal mailbox?" },
  question: {
    ja: "件名に会社名がありながら、人の名前でもない個人用アドレスから、知らないサイトへ誘っていませんか。",
    en: "Does the subject name a company while a personal mailbox without a person's name leads to an unknown site?",
  },
  needs: ["sender", "links", "claims"],
  confidence: "strong",
  found: { ja: "会社の用件なのに、個人用のアドレスから送られています", en: "A company's matter is sent from a personal mailbox" },
  official: { ja: "会社からの連絡は、会社のドメインのアドレスから届きます。", en: "A company writes from an address of its own domain." },
  why: { ja: "誰でも作れるアドレスを使い捨てて、会社のお知らせを装う手口です。", en: "Mailboxes that anybody opens are used up to pose as companies." },
  action: {
    ja: "リンクは押さず、その会社のサイトやアプリを自分で開いて確かめてください。",
    en: "Do not follow the link; open the company's site or app yourself.",
  },
  find,
});

function find({ evidence, sender, links, facts }: Given): Finding | undefined {
  const from = sender?.from[0];
  if (from === undefined || !isMailboxCustomer(from.address) || evidence.claims.kind !== "found" || isAmongPeople(evidence)) return undefined;
  const kind = senderNameOf(evidence);
  if (kind === "own" || kind === "none" || looksPersonal(from.displayName)) return undefined;
  const claim = evidence.claims.value.find((one) => one.quotes.some((quote) => quote.place === "subject"));
  const brand = claim === undefined ? undefined : facts.registry.get(claim.brand);
  const link = links.callToAction;
  if (claim === undefined || brand === undefined || link === undefined || link.source === "text" || !links.strangers.includes(link)) return undefined;
  // A known company's own page is no reason, nor is what people share from: the link must be hidden, pictured or in words.
  const hides = isShortener(link.targetHost) || isSharedHosting(link.targetHost) || link.displayedHost === undefined;
  if (!hides) return undefined;
  return {
    kind: "company-in-subject",
    severity: "medium",
    confidence: "strong",
    brand: brand.id,
    quotes: [...claim.quotes.filter((quote) => quote.place === "subject").slice(0, 1), from.quote],
    seen: {
      ja: `件名に${brand.label.ja}とありますが、差出人「${from.displayName}」は個人用のアドレス ${from.address} で、リンク先は ${link.targetHost} です。`,
      en: `The subject names ${brand.label.en}, yet "${from.displayName}" writes from the personal mailbox ${from.address}, and the link leads to ${link.targetHost}.`,
    },
    link: { displayed: link.displayedHost, real: link.targetHost },
  };
}

/** Lists, answers and forwards are talk between people. */
function isAmongPeople({ trace, mail, subject }: Given["evidence"]): boolean {
  if (trace.kind === "found" && trace.value.list !== undefined) return true;
  return (
    /^\s*(?:re|fwd?|aw|wg|enc|res|tr)\s*[:：]/i.test(subject?.text ?? "") || mail.fields.some((one) => one.key === "references" || one.key === "in-reply-to")
  );
}
