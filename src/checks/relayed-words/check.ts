import { registrableDomain } from "../../evidence/domains.ts";
import type { Evidence } from "../../evidence/evidence.ts";
import { linkFactsOf } from "../../evidence/link-facts.ts";
import { isMailboxCustomer } from "../../evidence/mailbox-providers.ts";
import { plantedIn } from "../../evidence/planted-words.ts";
import { deskOf, isUnspeakable, relayOf, relaysStrangers, sendsOwnNotices } from "../../evidence/relay-addresses.ts";
import type { RelayKind } from "../../evidence/relay-addresses.ts";
import { authenticatedBrands } from "../../evidence/speakers.ts";
import type { PhraseTopic } from "../../evidence/wording/phrases.ts";
import type { Bilingual, Quote } from "../../terms/index.ts";
import { lookAlikeOf } from "../../brands/look-alike.ts";
import type { Check, CheckResult, Facts, Point } from "../check.ts";
import { textsOf } from "./texts.ts";
import type { Relayed } from "./texts.ts";

const ID = "relayed-words";

/**
 * A platform delivered what one of its users wrote (a shared file, an invitation, a form, a name typed at sign-up): its
 * signature is genuine, the words are a stranger's. With words of a lure in them the mail is abuse of the platform.
 * Source of the rule: https://callmefred.com/how-google-docs-sheets-or-presentations-are-used-for-phishing-scams/
 */
export const relayedWords: Check = {
  id: ID,
  title: { ja: "サービスの通知を借りた、知らない人の言葉ではないか", en: "Is it a stranger's text delivered by a platform's notice?" },
  question: {
    ja: "共有や招待の通知として届いていますが、中身は知らない人が書いたものではありませんか。",
    en: "It comes as a notice of sharing or invitation; are its words those of somebody you do not know?",
  },
  needs: ["sender", "links", "wording"],
  confidence: "strong",
  run(evidence, facts) {
    const from = evidence.sender.kind === "found" ? evidence.sender.value.from[0] : undefined;
    if (from === undefined) return { kind: "clear", check: ID };
    const signer = [...authenticatedBrands(evidence, facts.registry)][0];
    const kind = relayOf(from.address) ?? (signer !== undefined && !isListed(evidence) && relaysStrangers(from) ? "talk" : undefined);
    if (kind !== undefined && evidence.wording.kind === "failed") return unknown();
    const found = (kind === undefined ? undefined : relayed(kind, from.address, evidence, facts)) ?? planted(evidence, from.address);
    if (found === undefined) return { kind: "clear", check: ID };
    return { kind: "points", check: ID, points: [point(from.quote, found, signer)] };
  },
};

/** Words of lures that no colleague's shared file needs; of beneficiaries and renewals contracts speak as well. */
const LURES: readonly PhraseTopic[] = ["prize", "chosen", "coins", "threat", "ransom", "payout", "storage"];
/** Where people discuss, one of these is said every day; a lure promises something as well. */
const PROMISES: readonly PhraseTopic[] = ["prize", "chosen", "payout"];
/** What a platform warns its own users of. */
const OWN_WARNINGS: ReadonlySet<PhraseTopic> = new Set<PhraseTopic>(["threat", "storage"]);
/** A help desk writes of accounts and wallets to those who asked; not of both together with haste. */
const PRESSING: readonly PhraseTopic[] = [...LURES, "verify", "deadline"];

function relayed(kind: RelayKind, address: string, evidence: Evidence, facts: Facts): Relayed | undefined {
  const topics = (wanted: readonly PhraseTopic[]): readonly PhraseTopic[] => wanted.filter((topic) => quotesOf(evidence, topic).length > 0);
  const lures = (sendsOwnNotices(address) ? LURES.filter((topic) => !OWN_WARNINGS.has(topic)) : LURES).flatMap((topic) => quotesOf(evidence, topic));
  if (kind === "invoice") return calls(evidence);
  if (kind === "tenant") {
    const many = topics(PRESSING).length;
    const isNobody = isUnspeakable(deskOf(address) ?? "") && many > 0;
    const posed = many >= 3 || (many >= 2 && topics(PROMISES).length > 0 && topics(["coins", "chosen"]).length > 0);
    return isNobody || posed ? { kind: "relayed-by-desk", quotes: PRESSING.flatMap((topic) => quotesOf(evidence, topic)) } : undefined;
  }
  const alike = likeThePlatform(evidence, facts);
  if (alike !== undefined) return alike;
  const told = kind === "talk" ? topics(LURES).length >= 2 && topics(PROMISES).length > 0 : lures.length > 0;
  if (told) return { kind: "relayed-lure", quotes: lures };
  const stranger = kind === "share" ? strangerIn(evidence) : undefined;
  return stranger ?? { kind: "relayed-words", quotes: [] };
}

function isListed({ trace }: Evidence): boolean {
  return trace.kind === "found" && trace.value.list !== undefined;
}

function quotesOf({ wording }: Evidence, topic: PhraseTopic): readonly Quote[] {
  return wording.kind === "found" ? (wording.value.topics.get(topic) ?? []) : [];
}

const PHONE = /(?:\+?1[\s.(-]{0,3})?\(?[2-9]\d{2}(?:\)[\s().-]{0,4}|[\s.-]{1,3}\(?)\d{3}\)?[\s().-]{1,5}\(?\d{4}\)?(?!\d)/;

/** A bill whose note wants a call and names coins: the platform's own help is on its site. */
function calls(evidence: Evidence): Relayed | undefined {
  const call = quotesOf(evidence, "callUs");
  const coins = quotesOf(evidence, "coins");
  const number = PHONE.exec(evidence.visibleText.slice(0, 20_000))?.[0];
  return number === undefined || call.length < 2 || coins.length === 0 ? undefined : { kind: "relayed-call", quotes: [...coins, ...call], word: number };
}

/** A link whose host resembles the platform's own, in the platform's own notice. */
function likeThePlatform(evidence: Evidence, { registry }: Facts): Relayed | undefined {
  const brands = [...authenticatedBrands(evidence, registry)].flatMap((id) => registry.get(id) ?? []);
  for (const link of linkFactsOf(evidence, registry).strangers)
    if (brands.some((brand) => lookAlikeOf(link.targetHost, brand) !== undefined))
      return { kind: "relayed-look-alike", quotes: [{ text: link.written.slice(0, 200), where: link.where }], word: link.targetHost };
  return undefined;
}

const SHOWN_ADDRESS = /[\w.+-]{1,64}@((?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,24})/gi;

/** The notice names who shared: an address below a name that nobody can speak was made for one mailing. */
function strangerIn(evidence: Evidence): Relayed | undefined {
  const text = evidence.visibleText.slice(0, 3000);
  for (const hit of text.matchAll(SHOWN_ADDRESS)) {
    const host = hit[1]!.toLowerCase();
    if (isMailboxCustomer(hit[0]) || !host.split(".").slice(0, -1).some(isUnspeakable) || registrableDomain(host) === "") continue;
    return { kind: "relayed-for-throwaway", quotes: [{ text: hit[0], where: evidence.visibleWhere(hit.index, hit.index + hit[0].length) }], word: host };
  }
  return undefined;
}

/** Words typed where a name belongs; from a person's own mailbox they are that person's. */
function planted(evidence: Evidence, address: string): Relayed | undefined {
  if (isMailboxCustomer(address)) return undefined;
  const found = plantedIn(evidence.visibleText, address.slice(address.lastIndexOf("@") + 1));
  if (found === undefined) return undefined;
  const text = evidence.visibleText.slice(found.start, found.end).trim();
  return { kind: "planted-in-notice", quotes: [{ text, where: evidence.visibleWhere(found.start, found.end) }], word: found.host };
}

function point(from: Quote, found: Relayed, brand: string | undefined): Point {
  const grave = found.kind !== "relayed-words";
  const { title, seen, official, why, action } = textsOf(found);
  return {
    check: ID,
    kind: found.kind,
    leans: "phishing",
    severity: grave ? "medium" : "low",
    confidence: grave ? "strong" : "weak",
    brand,
    title,
    seen,
    official,
    why,
    action,
    quotes: [from, ...found.quotes.slice(0, 2)],
    fact: undefined,
  };
}

function unknown(): CheckResult {
  const why: Bilingual = { ja: "本文の言葉を読み取れませんでした。", en: "The words of the text could not be read." };
  return { kind: "unknown", check: ID, missing: [{ topic: "wording", why }] };
}
