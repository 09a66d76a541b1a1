import { isDeliveryService } from "../../evidence/delivery-services.ts";
import { relayOf } from "../../evidence/relay-addresses.ts";
import { senderNameOf } from "../../evidence/sender-name.ts";
import { lureCheck, said } from "../lure.ts";
import type { Finding, Given } from "../lure.ts";
import { ownerDomain, sameRegistrable } from "../../evidence/domains.ts";
import type { Evidence, Sender } from "../../evidence/evidence.ts";
import { isMailboxCustomer } from "../../evidence/mailbox-providers.ts";
import type { Bilingual, Quote } from "../../terms/index.ts";

type Box = Sender["from"][number];

const ID = "advance-fee";

/**
 * A fortune waits (inheritance, lottery, fund, loan) and a stranger asks for an answer. It counts where the answer is to go to
 * a free mail address that is not the sender's, or where the tale is told at length.
 * Source of the rule: https://www.fbi.gov/how-we-can-help-you/scams-and-safety/common-frauds-and-scams/advance-fee-schemes.
 */
export const advanceFee = lureCheck({
  id: ID,
  title: { ja: "大金を餌にした前払い詐欺ではないか", en: "Is it an advance-fee fraud?" },
  question: {
    ja: "遺産・宝くじ・基金などの大金の話を、見知らぬ人が持ちかけて返事を求めていませんか。",
    en: "Does a stranger offer a fortune (inheritance, lottery, fund) and ask for an answer?",
  },
  needs: ["sender", "wording"],
  confidence: "strong",
  found: { ja: "大金の話で返事を求める、前払い詐欺の形です", en: "It offers a fortune and wants an answer: the shape of advance-fee fraud" },
  official: {
    ja: "本物の銀行や弁護士が、見知らぬ人に大金の受け取りをメールで持ちかけることはありません。",
    en: "No genuine bank or lawyer offers a fortune to a stranger by mail.",
  },
  why: { ja: "返事をすると、手数料や税金の名目で何度も送金させられます。", en: "Those who answer are made to pay fees and taxes again and again." },
  action: { ja: "返信せず、氏名・住所・口座を知らせないでください。", en: "Do not answer, and do not tell your name, address or bank account." },
  find,
});

function find({ of, sender, evidence }: Given): Finding | undefined {
  const fortune = of("fortune");
  const approach = of("approach");
  if (fortune.length + approach.length === 0) return undefined;
  const quotes = [...fortune.slice(0, 3), ...approach.slice(0, 2)];
  const words = said(quotes);
  const from = sender?.from[0];
  const reply = sender?.replyTo.find((box) => isMailboxCustomer(box.address) && box.address.toLowerCase() !== from?.address.toLowerCase());
  const sum = SUM.exec(evidence.visibleText.slice(0, READ))?.[0];
  const weight = fortune.length + approach.length + (sum === undefined ? 0 : 1);
  // A form on a website sends what a visitor wrote, with the visitor's address to answer to, to its own people.
  const isForm = from !== undefined && (sender?.to ?? []).some((box) => sameRegistrable(box.domain, from.domain));
  const speaksOfMoney = (fortune.length > 0 || sum !== undefined) && weight >= 2;
  if (reply !== undefined && from !== undefined && !isForm && (speaksOfMoney || approach.length >= 3) && !isAnswer(evidence))
    return withReply(from, reply, quotes, words);
  // A company's or an office's address, somebody else's name before it, and the answer to a private mailbox: the address was taken.
  if (reply !== undefined && from !== undefined && !isForm && !isAnswer(evidence) && isTaken(from.address, evidence))
    return { ...withReply(from, reply, quotes, words), kind: "stranger-and-free-reply-address" };
  const contact = from === undefined || isMailboxCustomer(from.address) ? undefined : contactIn(evidence);
  if (from !== undefined && contact !== undefined && fortune.length > 0 && fortune.length + approach.length >= 2 && !isForm && !isAnswer(evidence))
    return withContact(from, contact, quotes, words);
  const stranger = isMailboxCustomer(from?.address ?? "") && sum !== undefined;
  const told =
    approach.length > 0 &&
    (fortune.length > 0 || sum !== undefined) &&
    weight >= (stranger ? 3 : 4) &&
    (fortune.length > 0 ? approach.length + fortune.length >= (stranger ? 2 : 3) : stranger);
  if (fortune.length === 0 && !told) return undefined;
  if (approach.length === 0) return undefined;
  const amount: Bilingual = sum === undefined ? { ja: "", en: "" } : { ja: `金額は ${sum.trim()} です。`, en: ` The sum is ${sum.trim()}.` };
  return {
    kind: told ? "fortune-tale" : "fortune-words",
    severity: told ? "medium" : "low",
    confidence: told ? "strong" : "weak",
    quotes,
    seen: { ja: `${words.ja}と書かれています。${amount.ja}`, en: `It says ${words.en}.${amount.en}` },
  };
}

function withReply(from: Box, reply: Box, quotes: readonly Quote[], words: Bilingual): Finding {
  return {
    kind: "fortune-and-free-reply-address",
    severity: "medium",
    confidence: "strong",
    quotes: [...quotes, reply.quote],
    seen: {
      ja: `${words.ja}と書かれ、返事は差出人 ${from.address} ではなく、個人用の別のアドレス ${reply.address} へ届きます。`,
      en: `It says ${words.en}, and an answer goes not to the sender ${from.address} but to ${reply.address}, another personal mailbox.`,
    },
  };
}

function withContact(from: Box, contact: Quote, quotes: readonly Quote[], words: Bilingual): Finding {
  return {
    kind: "fortune-and-free-contact",
    severity: "medium",
    confidence: "strong",
    quotes: [...quotes, contact],
    seen: {
      ja: `${words.ja}と書かれ、連絡先は差出人 ${from.address} ではなく、個人用の別のアドレス ${contact.text} です。`,
      en: `It says ${words.en}, and to get in touch it gives not the sender ${from.address} but ${contact.text}, a personal mailbox.`,
    },
  };
}

/** Sent from an organisation's own address under a name that the address does not bear; delivery services bear no names. */
function isTaken(address: string, evidence: Evidence): boolean {
  const host = address.slice(address.lastIndexOf("@") + 1).toLowerCase();
  return senderNameOf(evidence) === "other" && !isMailboxCustomer(address) && !isDeliveryService(ownerDomain(host)) && relayOf(address) === undefined;
}

const CONTACT = /(?<![\w.+-])[\w.+-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,3}/gi;
/** A tale that gives a contact is short; minutes and invoices that hold somebody's address are not. */
const SHORT = 2500;

/** A personal mailbox that the text gives to write to, other than the reader's. */
function contactIn(evidence: Evidence): Quote | undefined {
  const text = evidence.visibleText;
  if (text.length > SHORT || evidence.sender.kind !== "found") return undefined;
  const own = new Set([...evidence.sender.value.to, ...evidence.sender.value.from].map((box) => box.address.toLowerCase()));
  for (const hit of text.matchAll(CONTACT))
    if (isMailboxCustomer(hit[0]) && !own.has(hit[0].toLowerCase()))
      return { text: hit[0], where: evidence.visibleWhere(hit.index, hit.index + hit[0].length) };
  return undefined;
}

/** A list sets Reply-To, and so do people who answer from another account. */
function isAnswer(evidence: Evidence): boolean {
  return (
    (evidence.trace.kind === "found" && evidence.trace.value.list !== undefined) ||
    evidence.mail.fields.some((one) => one.key === "references" || one.key === "in-reply-to")
  );
}

const READ = 20_000;
/** A sum of a million or more, in figures or with the word. */
const SUM =
  /(?:us|usd|eur|gbp)?\s?[$€£]\s?\d{1,3}(?:[.,]\d{3}){2}|\b\d{1,4}(?:[.,]\d{1,3})?\s?(?:million|millions|millionen|milh[õo]es|millones|milioni)\b|\b\d{1,3}(?:[.,]\d{3}){2}(?:[.,]\d{2})?\s?(?:usd|eur|dollars|euros?|pounds|[$€£])/i;
