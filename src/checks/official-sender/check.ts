import type { Brand, FactSource } from "../../brands/brand.ts";
import { lookAlikeOf } from "../../brands/look-alike.ts";
import { isDeliveryService, tenantOf } from "../../evidence/delivery-services.ts";
import { ownerDomain } from "../../evidence/domains.ts";
import { relaysStrangers } from "../../evidence/relay-addresses.ts";
import { isMailboxCustomer, isProvidersOwnAddress } from "../../evidence/mailbox-providers.ts";
import { isCustomerHost, isDelegatedSender, isOfficialSender, dayOf } from "../../evidence/speakers.ts";
import type { Authentication, Evidence, Sender } from "../../evidence/evidence.ts";
import type { Bilingual, Quote } from "../../terms/index.ts";
import type { Check, CheckResult, Facts, Missing, Point } from "../check.ts";
import { posedIn } from "../warning-of.ts";
import type { Posed } from "../warning-of.ts";
import { unlistedDomainOf } from "../../evidence/unlisted-domain.ts";
import { unlistedSender } from "./unlisted.ts";
import { DO_NOT_TRUST, LOOK_ALIKE_WORDS, officialSenders } from "./text.ts";

const ID = "official-sender";

/**
 * Point ① of the seed: the mail says it is a brand, and its sender is not that brand's official address.
 * "From is official" proves nothing and "authentication passes" proves nothing: only a passing identifier that is
 * aligned with an official domain does (RFC 9989 §4.4; design: what makes it right).
 */
export const officialSender: Check = {
  id: ID,
  title: { ja: "差出人は公式のアドレスか", en: "Is the sender the official address?" },
  question: {
    ja: "名乗っている会社の公式なアドレスから、確かに送られたものですか。",
    en: "Was the mail really sent from an official address of the company it says it is?",
  },
  needs: ["sender", "authentication", "claims"],
  confidence: "strong",
  run(evidence, facts) {
    if (evidence.claims.kind === "failed") return unknown("claims", NO_CLAIMS);
    const speakers = posedIn(evidence, facts);
    if (speakers.length === 0) return { kind: "clear", check: ID };
    const sender = evidence.sender;
    if (sender.kind !== "found" || (sender.value.from[0]?.address ?? "") === "") return unknown("sender", NO_SENDER);
    return judge(evidence, sender.value, speakers, facts);
  },
};

function judge(evidence: Evidence, sender: Sender, speakers: readonly Posed[], facts: Facts): CheckResult {
  const day = dayOf(evidence);
  const address = sender.from[0]?.address ?? "";
  const isOfficial = ({ brand }: Posed): boolean =>
    isOfficialSender(facts.registry, sender.authorDomain, brand.id, day) ||
    (isProvidersOwnAddress(address) && isCustomerHost(facts.registry, sender.authorDomain, brand.id));
  const official = isMailboxCustomer(address) ? undefined : speakers.find((speaker) => isOfficial(speaker) || delivers(evidence, sender, speaker, facts));
  if (official !== undefined) return officialAddress(evidence, sender, official, facts);
  const speaker = speakers[0] as Posed;
  const unlisted = speaker.byWarning ? undefined : unlistedDomainOf(evidence, facts.registry);
  if (unlisted?.brand === speaker.brand.id)
    return { kind: "points", check: ID, points: [unlistedSender(base(speaker), speaker.brand, unlisted, quotesOf(sender, speaker))] };
  return { kind: "points", check: ID, points: [foreignSender(sender, speaker, facts, mayBeDelivered(sender, speaker.brand))] };
}

/** The From address belongs to a third party that the registry names as delivering for the brand. */
function delivers(evidence: Evidence, sender: Sender, speaker: Posed, facts: Facts): boolean {
  return isDelegatedSender(facts.registry, sender.authorDomain, speaker.brand.id, dayOf(evidence));
}

function officialAddress(evidence: Evidence, sender: Sender, speaker: Posed, facts: Facts): CheckResult {
  const authentication = evidence.authentication;
  if (authentication.kind !== "found") return unproven(sender, speaker, NO_FIELD);
  const proof = proofOf(authentication.value, sender, speaker, facts, dayOf(evidence));
  if (proof !== undefined) return { kind: "points", check: ID, points: [authenticated(sender, speaker, proof)] };
  if (evidence.trace.kind === "found" && evidence.trace.value.list !== undefined) return unproven(sender, speaker, LIST_BROKE_IT);
  const failed = failureOf(authentication.value);
  if (failed === undefined) return unproven(sender, speaker, NOT_ALIGNED);
  return { kind: "points", check: ID, points: [spoofedOfficial(sender, speaker, failed)] };
}

/** The passing identifier that is aligned with an official (or delegated) domain of the brand. */
function proofOf(authentication: Authentication, sender: Sender, speaker: Posed, facts: Facts, day: string | undefined): Quote | undefined {
  const reserved = isProvidersOwnAddress(sender.from[0]?.address ?? "");
  const owns = (domain: string): boolean =>
    isOfficialSender(facts.registry, domain, speaker.brand.id, day) ||
    isDelegatedSender(facts.registry, domain, speaker.brand.id, day) ||
    // info@docomo.ne.jp: customers share the domain, but this name the provider keeps for itself.
    (reserved && isCustomerHost(facts.registry, domain, speaker.brand.id));
  if (authentication.alignedDomain !== undefined && owns(authentication.alignedDomain.domain)) return authentication.alignedDomain.quote;
  if (!owns(sender.authorDomain)) return undefined;
  return authentication.passedDomains.find((passed) => passed.by === "dkim" && owns(passed.domain))?.quote;
}

interface Failure {
  readonly quote: Quote;
  /** A broken signature or a soft fail happens to genuine mail on its way; a DMARC or SPF fail hardly does. */
  readonly confidence: "strong" | "weak";
}

/** The result that says the official address was forged: DMARC fail, or neither SPF nor DKIM passing (RFC 8601 §2.7). */
function failureOf(authentication: Authentication): Failure | undefined {
  const failing = (method: string, result: string): Quote | undefined =>
    authentication.results.find((one) => one.method === method && one.result === result)?.quote;
  const hard = failing("dmarc", "fail") ?? (authentication.dmarc === "fail" ? authentication.results[0]?.quote : undefined);
  if (hard !== undefined) return { quote: hard, confidence: "strong" };
  if (authentication.passedDomains.length > 0) return undefined;
  const refused = failing("spf", "fail");
  if (refused !== undefined) return { quote: refused, confidence: "strong" };
  const soft = failing("spf", "softfail") ?? failing("dkim", "fail");
  return soft === undefined ? undefined : { quote: soft, confidence: "weak" };
}

function base(speaker: Posed): Pick<Point, "check" | "brand" | "official" | "action" | "fact"> {
  return { check: ID, brand: speaker.brand.id, official: officialSenders(speaker.brand), action: DO_NOT_TRUST, fact: factOf(speaker.brand) };
}

/** The best founded fact on who the brand's official senders are. */
function factOf(brand: Brand): FactSource | undefined {
  const all: readonly FactSource[] = [...brand.senderAddresses, ...brand.senderDomains, ...brand.siteDomains];
  return all.find((fact) => fact.status === "confirmed") ?? all.find((fact) => fact.status === "documented") ?? all[0];
}

function quotesOf(sender: Sender, speaker: Posed): readonly Quote[] {
  const from = sender.from[0];
  const claimed = speaker.claim.quotes.filter((quote) => quote.text !== from?.quote.text);
  return [...(from === undefined ? [] : [from.quote]), ...claimed.slice(0, 2)];
}

/** From a delivery service's own domain, or a service's host that bears the brand's name: a company may have it sent so. */
function mayBeDelivered(sender: Sender, brand: Brand): boolean {
  const owner = ownerDomain(sender.authorDomain);
  const tenant = tenantOf(sender.authorDomain, owner);
  const own = brand.siteDomains.map((fact) => fact.domain.split(".")[0]);
  return isDeliveryService(owner) || (tenant !== undefined && own.includes(tenant));
}

function foreignSender(sender: Sender, speaker: Posed, facts: Facts, delivered: boolean): Point {
  const { brand } = speaker;
  const alike = lookAlikeOf(sender.authorDomain, brand);
  const customer = isCustomerHost(facts.registry, sender.authorDomain, brand.id);
  const address = sender.from[0]?.address ?? sender.authorDomain;
  const kind =
    sender.authorDomain === ""
      ? "no-domain-sender"
      : alike !== undefined
        ? `look-alike-sender-${alike.kind}`
        : customer
          ? "customer-domain-sender"
          : "foreign-sender";
  const details = detailsOf(alike, customer, sender.authorDomain);
  return {
    ...base(speaker),
    kind,
    leans: "phishing",
    severity: "high",
    confidence: delivered ? "weak" : "strong",
    title: { ja: `差出人が${brand.label.ja}の公式アドレスではありません`, en: `The sender is not an official address of ${brand.label.en}` },
    seen: {
      ja: `${speaker.byWarning ? `公表された注意喚起によると${brand.label.ja}を装うメールで` : `${brand.label.ja}を名乗っていますが`}、差出人は ${address} です。${details.ja}`,
      en: `${speaker.byWarning ? `A published warning says this mail poses as ${brand.label.en}; ` : `It says it is ${brand.label.en}, but `}the sender is ${address}.${details.en}`,
    },
    why: {
      ja: "会社からの大事な知らせは、その会社のドメインから届きます。表示名は誰でも自由に書けます。",
      en: "A company sends important notices from its own domain. Anybody can write any display name.",
    },
    quotes: quotesOf(sender, speaker),
  };
}

function detailsOf(alike: ReturnType<typeof lookAlikeOf>, customer: boolean, domain: string): { readonly ja: string; readonly en: string } {
  const words = alike === undefined ? undefined : LOOK_ALIKE_WORDS[alike.kind];
  const likeness =
    alike === undefined || words === undefined
      ? { ja: "", en: "" }
      : { ja: `公式の ${alike.of} に似せていて、${words.ja}。`, en: ` It resembles the official ${alike.of}: ${words.en}.` };
  if (!customer) return likeness;
  return {
    ja: `${likeness.ja}${domain} は利用者に貸し出されるドメインで、公式の証しになりません。`,
    en: `${likeness.en} ${domain} is handed out to customers and proves nothing.`,
  };
}

function spoofedOfficial(sender: Sender, speaker: Posed, { quote: failure, confidence }: Failure): Point {
  return {
    ...base(speaker),
    kind: "spoofed-official-sender",
    leans: "phishing",
    severity: "high",
    confidence,
    title: { ja: "差出人は公式のアドレスですが、偽装のしるしがあります", en: "The official address is shown, but it shows signs of forgery" },
    seen: {
      ja: `差出人は ${sender.from[0]?.address ?? sender.authorDomain} ですが、受信側の検査は「${failure.text}」でした。`,
      en: `The sender is ${sender.from[0]?.address ?? sender.authorDomain}, but the receiving server found "${failure.text}".`,
    },
    why: {
      ja: "差出人の欄は書き換えられます。本物なら、公式ドメインの署名か送信元の検査に通るはずです。",
      en: "The From field can be forged. A genuine mail would pass the signature or sender check of the official domain.",
    },
    quotes: [...quotesOf(sender, speaker), failure],
  };
}

/**
 * The official address with nothing that proves it: a small point, as anybody can write any From, and something that
 * could not be checked, so that the verdict stays open.
 */
function unproven(sender: Sender, speaker: Posed, because: Bilingual): CheckResult {
  const address = sender.from[0]?.address ?? sender.authorDomain;
  const point: Point = {
    ...base(speaker),
    kind: "unproven-official-sender",
    leans: "phishing",
    severity: "low",
    confidence: "weak",
    title: { ja: "差出人は公式のアドレスですが、本物という証明がありません", en: "The official address is shown, but nothing proves it" },
    seen: { ja: `差出人は ${address} です。${because.ja}。`, en: `The sender is ${address}; ${because.en}.` },
    why: {
      ja: "差出人の欄は誰でも書き換えられます。公式ドメインの署名などに通っていて、はじめて本物と言えます。",
      en: "Anybody can write any From. Only a signature or check of the official domain that passed would prove it.",
    },
    quotes: quotesOf(sender, speaker),
  };
  return { kind: "points", check: ID, points: [point], missing: [notConfirmed("authentication", because)] };
}

function authenticated(sender: Sender, speaker: Posed, proof: Quote): Point {
  const { brand } = speaker;
  return {
    ...base(speaker),
    kind: "authenticated-official-sender",
    leans: "genuine",
    severity: "high",
    // A platform's notice is genuine whoever wrote the words in it.
    confidence: factOf(brand)?.status === "assumed" || (sender.from[0] !== undefined && relaysStrangers(sender.from[0])) ? "weak" : "strong",
    title: { ja: `${brand.label.ja}の公式な送信元と確認できました`, en: `Confirmed as an official sender of ${brand.label.en}` },
    seen: {
      ja: `差出人 ${sender.from[0]?.address ?? sender.authorDomain} は、受信側の検査に通っています(${proof.text})。`,
      en: `The sender ${sender.from[0]?.address ?? sender.authorDomain} passed the receiving server's check (${proof.text}).`,
    },
    why: { ja: "この検査は、公式ドメインの持ち主でなければ通せません。", en: "Only the owner of the official domain can pass this check." },
    action: { ja: "本文の内容にも心当たりがあるか確かめてください。", en: "Still make sure that you expect what it says." },
    quotes: [...quotesOf(sender, speaker), proof],
  };
}

const LIST_BROKE_IT: Bilingual = {
  ja: "メーリングリストが転送したため、署名が元のままではありません",
  en: "a mailing list sent it on, which breaks signatures",
};
const NOT_ALIGNED: Bilingual = { ja: "差出人と一致する検査結果がありません", en: "no result is aligned with the sender" };
const NO_FIELD: Bilingual = {
  ja: "受信サーバーの認証結果(Authentication-Results)がありません",
  en: "there is no Authentication-Results field of the receiving server",
};
const NO_SENDER: Bilingual = { ja: "差出人のアドレスが読めません", en: "no sender address could be read" };
const NO_CLAIMS: Bilingual = { ja: "本文から、名乗っている会社を読み取れませんでした", en: "the text could not be read for who it says it is" };

function notConfirmed(topic: string, because: Bilingual): Missing {
  return { topic, why: { ja: `差出人が本物か確かめられません。${because.ja}。`, en: `The sender could not be confirmed: ${because.en}.` } };
}

function unknown(topic: string, because: Bilingual): CheckResult {
  return { kind: "unknown", check: ID, missing: [notConfirmed(topic, because)] };
}
