import { authenticatedBrands } from "../../evidence/speakers.ts";
import { relaysWords, sendsOwnNotices } from "../../evidence/relay-addresses.ts";
import type { Evidence } from "../../evidence/evidence.ts";
import type { PhraseTopic } from "../../evidence/wording/phrases.ts";
import type { Bilingual, Quote } from "../../terms/index.ts";
import type { Check, CheckResult, Point } from "../check.ts";

const ID = "relayed-words";

/** Words of lures that no colleague's shared file needs; of beneficiaries and renewals contracts speak as well. */
const LURES: readonly PhraseTopic[] = ["prize", "chosen", "coins", "threat", "ransom"];

/**
 * A platform delivered what one of its users wrote (a shared file, an invitation): its signature is genuine, the words
 * are a stranger's. With words of a lure in them the mail is abuse of the platform.
 * Source of the rule: https://callmefred.com/how-google-docs-sheets-or-presentations-are-used-for-phishing-scams/
 */
export const relayedWords: Check = {
  id: ID,
  title: { ja: "サービスの通知を借りた、知らない人の言葉ではないか", en: "Is it a stranger's text delivered by a platform's notice?" },
  question: {
    ja: "共有や招待の通知として届いていますが、中身は知らない人が書いたものではありませんか。",
    en: "It comes as a notice of sharing or invitation; are its words those of somebody you do not know?",
  },
  needs: ["sender", "wording"],
  confidence: "strong",
  run(evidence, facts) {
    const from = evidence.sender.kind === "found" ? evidence.sender.value.from[0] : undefined;
    if (from === undefined || !relaysWords(from.address)) return { kind: "clear", check: ID };
    if (evidence.wording.kind === "failed") return unknown();
    const brand = [...authenticatedBrands(evidence, facts.registry)][0];
    return { kind: "points", check: ID, points: [point(from.quote, luresIn(evidence, sendsOwnNotices(from.address)), brand)] };
  },
};

/** A threat to the reader's account may be the platform's own notice where it sends such from there. */
function luresIn(evidence: Evidence, ownNoticesToo: boolean): readonly Quote[] {
  if (evidence.wording.kind !== "found") return [];
  const { topics } = evidence.wording.value;
  return LURES.filter((topic) => topic !== "threat" || !ownNoticesToo).flatMap((topic) => topics.get(topic) ?? []);
}

function point(from: Quote, lures: readonly Quote[], brand: string | undefined): Point {
  const words = lures
    .slice(0, 2)
    .map((quote) => quote.text)
    .join(" / ");
  return {
    check: ID,
    kind: lures.length > 0 ? "relayed-lure" : "relayed-words",
    leans: "phishing",
    severity: lures.length > 0 ? "medium" : "low",
    confidence: lures.length > 0 ? "strong" : "weak",
    brand,
    title: { ja: "サービスの通知ですが、書いたのは利用者の誰かです", en: "The platform sent the notice, one of its users wrote the words" },
    seen: {
      ja: lures.length > 0 ? `共有や招待の通知の中に「${words}」と書かれています。` : "共有や招待の通知として届いています。",
      en: lures.length > 0 ? `The notice of sharing or invitation says "${words}".` : "It came as a notice of sharing or invitation.",
    },
    official: {
      ja: "送ったサービスは本物でも、中の文やファイルの中身は確かめられていません。",
      en: "The platform that sent it is genuine; what the text and the file hold was checked by nobody.",
    },
    why: WHY,
    action: ACTION,
    quotes: [from, ...lures.slice(0, 2)],
    fact: undefined,
  };
}

const WHY: Bilingual = {
  ja: "知らない人でも、共有や招待の機能を使えば、有名なサービスの署名が付いた通知を送れます。",
  en: "Sharing and inviting let anybody send a notice that bears a well-known platform's signature.",
};
const ACTION: Bilingual = {
  ja: "共有した人に心当たりがなければ、開かずに削除してください。",
  en: "If you do not know who shared it, delete it unopened.",
};

function unknown(): CheckResult {
  const why: Bilingual = { ja: "本文の言葉を読み取れませんでした。", en: "The words of the text could not be read." };
  return { kind: "unknown", check: ID, missing: [{ topic: "wording", why }] };
}
