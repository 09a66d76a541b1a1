import type { Brand } from "../../brands/brand.ts";
import { isDeliveryService } from "../../evidence/delivery-services.ts";
import { ownerDomain } from "../../evidence/domains.ts";
import type { Evidence } from "../../evidence/evidence.ts";
import type { Facts } from "../check.ts";
import { lureCheck, said } from "../lure.ts";
import type { Finding, Given } from "../lure.ts";
import { isMailboxCustomer } from "../../evidence/mailbox-providers.ts";

const ID = "renewal-call";

/**
 * Money is said to be taken for something never ordered, and a telephone number is the way out: the call is the trap.
 * Source of the rule: https://www.ic3.gov/PSA/2022/PSA220307 (FBI), https://consumer.ftc.gov/articles/how-spot-avoid-and-report-tech-support-scams (FTC).
 */
export const renewalCall = lureCheck({
  id: ID,
  title: { ja: "覚えのない請求で電話をかけさせていないか", en: "Does it make you call about a charge you do not know?" },
  question: {
    ja: "頼んだ覚えのない更新や請求を告げ、書かれた番号へ電話させようとしていませんか。",
    en: "Does it tell of a renewal or charge you never ordered and want you to call a number?",
  },
  needs: ["sender", "claims", "wording"],
  confidence: "weak",
  found: { ja: "覚えのない請求を告げ、電話をかけさせようとしています", en: "It tells of a charge and wants you to call" },
  official: { ja: "解約や返金は、その会社のサイトやアプリで手続きできます。", en: "Cancelling and refunds are done on the company's own site or app." },
  why: {
    ja: "電話口で遠隔操作のソフトを入れさせ、口座から盗む手口です。",
    en: "On the phone you are made to install remote control software, and your account is emptied.",
  },
  action: {
    ja: "書かれた番号にかけず、カードや口座の明細を自分で確かめてください。",
    en: "Do not call the number; look at your card or account statement yourself.",
  },
  find,
});

function find({ of, evidence, sender, facts }: Given): Finding | undefined {
  const charged = of("renewal");
  const call = of("callUs");
  // A shop without a domain of its own sends such mail too; it does not write of PayPal or Norton.
  const free = isMailboxCustomer(sender?.from[0]?.address ?? "") && evidence.claims.kind === "found";
  if (charged.length === 0 || charged.length + call.length < (free ? 2 : 3) || (call.length === 0 && !free)) return undefined;
  const number = PHONE.exec(evidence.visibleText.slice(0, READ))?.[0];
  if (number === undefined) return undefined;
  const invited = INVITATION.test(evidence.subject?.text ?? "") && charged.length >= 2;
  const posed = free || invited ? undefined : namedInSubject(evidence, facts);
  const grave = free || invited || posed !== undefined;
  const quotes = [...charged.slice(0, 2), ...call.slice(0, 2)];
  const words = said(quotes);
  return {
    kind: free ? "charge-call-and-free-mail" : invited ? "charge-call-as-invitation" : posed === undefined ? "charge-and-call" : "charge-call-for-company",
    severity: grave ? "medium" : "low",
    confidence: grave ? "strong" : "weak",
    ...(posed === undefined ? {} : { brand: posed.id }),
    quotes,
    seen: {
      ja: `${words.ja}と書かれ、電話番号 ${number} が示されています。${free ? "有名な会社の名前を出していますが、差出人は個人用のメールアドレスです。" : invited ? "請求の知らせが、カレンダーの招待として届いています。" : posed === undefined ? "" : `件名に${posed.label.ja}とありますが、差出人はその会社のアドレスではありません。`}`,
      en: `It says ${words.en} and gives the number ${number}.${free ? " It names a known company, yet the sender's is a personal mailbox." : invited ? " The bill came as an invitation to a calendar." : posed === undefined ? "" : ` The subject names ${posed.label.en}, yet the sender is none of its addresses.`}`,
    },
  };
}

/** A company that the subject names and whose address the sender's is not. */
function namedInSubject(evidence: Evidence, facts: Facts): Brand | undefined {
  if (evidence.claims.kind !== "found" || evidence.sender.kind !== "found") return undefined;
  const { authorDomain } = evidence.sender.value;
  const claim = evidence.claims.value.find((one) => one.quotes.some((quote) => quote.place === "subject"));
  const brand = claim === undefined ? undefined : facts.registry.get(claim.brand);
  if (brand === undefined || isDeliveryService(ownerDomain(authorDomain))) return undefined;
  const owns = facts.registry.rolesOf(authorDomain, evidence.date?.slice(0, 10)).some((found) => found.brand === brand.id);
  return owns ? undefined : brand;
}

/** How calendars begin the subject of an invitation. Nobody bills by one; it stands in the reader's calendar by itself. */
const INVITATION =
  /^\s*(?:(?:updated )?invitation|einladung|invitation mise à jour|invitación|convite|invito|uitnodiging|zaproszenie|inbjudan|invitasjon|招待|予定への招待)\s*[:：]/i;
const READ = 20_000;
/** A number of the North American plan as such mails write it, with or without +1. */
const PHONE = /(?:\+?1[\s.(-]{0,3})?\(?[2-9]\d{2}(?:\)[\s().-]{0,4}|[\s.-]{1,3}\(?)\d{3}\)?[\s().-]{1,5}\(?\d{4}\)?(?!\d)/;
