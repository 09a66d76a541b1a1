import type { Registry } from "../../brands/registry.ts";
import { likenessIn } from "../../evidence/domains-look-alike.ts";
import type { HostLikeness } from "../../evidence/domains-look-alike.ts";
import type { Evidence, Sender } from "../../evidence/evidence.ts";
import { speakersOf } from "../../evidence/speakers.ts";
import type { Bilingual } from "../../terms/index.ts";
import type { Check, CheckResult, Point } from "../check.ts";
import { factOn, KIND_WORDS, officialWords, WHY_ALIKE } from "../look-alike-words.ts";

const ID = "look-alike-sender";

/**
 * The domain of the sender's address is made to be taken for a brand's: a slip (`xsever`), other letters that look the same
 * (UTS #39), words put beside the name, the name put in front, another ending. Compared with the brand the mail says it is
 * from; without such a claim with all, and then only what is hardly chance counts.
 */
export const lookAlikeSender: Check = {
  id: ID,
  title: { ja: "差出人のドメインは公式に似せたものか", en: "Is the sender's domain made to look official?" },
  question: {
    ja: "差出人のドメインは、公式のドメインと見間違えるように作られていませんか。",
    en: "Is the sender's domain made to be mistaken for an official one?",
  },
  needs: ["sender", "claims"],
  confidence: "strong",
  run(evidence, { registry }) {
    if (evidence.sender.kind !== "found" || evidence.sender.value.authorDomain === "") return withoutSender(evidence, registry);
    const likeness = likenessIn(evidence, registry)?.(evidence.sender.value.authorDomain);
    if (likeness === undefined) return evidence.claims.kind === "failed" ? unknown() : { kind: "clear", check: ID };
    return { kind: "points", check: ID, points: [pointOn(evidence.sender.value, likeness)] };
  },
};

/** A mail that poses as nobody and has no sender leaves nothing to compare. */
function withoutSender(evidence: Evidence, registry: Registry): CheckResult {
  const asked = evidence.sender.kind === "failed" || evidence.claims.kind === "failed" || speakersOf(evidence, registry).length > 0;
  return asked ? unknown() : { kind: "clear", check: ID };
}

function pointOn(sender: Sender, likeness: HostLikeness): Point {
  const { brand, kind, speaker, strong } = likeness;
  const fact = factOn(brand, likeness.of);
  const from = sender.from[0];
  const address = from?.address ?? sender.authorDomain;
  return {
    check: ID,
    kind: `look-alike-sender-${kind}`,
    leans: "phishing",
    severity: strong ? "high" : "medium",
    confidence: strong && speaker !== undefined && fact?.status !== "assumed" ? "strong" : "weak",
    brand: brand.id,
    title: { ja: `差出人のドメインが${brand.label.ja}の公式に似せてあります`, en: `The sender's domain is made to look like ${brand.label.en}'s` },
    seen: {
      ja: `差出人は ${address} です。${likeness.of} に似ていますが、${KIND_WORDS[kind].ja}。`,
      en: `The sender is ${address}. It resembles ${likeness.of}, but ${KIND_WORDS[kind].en}.`,
    },
    official: officialWords(likeness),
    why: WHY_ALIKE,
    action: {
      ja: "返信せず、リンクや添付も開かないでください。公式サイトは自分で開いて確かめてください。",
      en: "Do not reply, and open none of its links or attachments. Open the official site yourself.",
    },
    quotes: [...(from === undefined ? [] : [from.quote]), ...(speaker?.claim.quotes.filter((quote) => quote.text !== from?.quote.text).slice(0, 1) ?? [])],
    fact,
  };
}

function unknown(): CheckResult {
  const why: Bilingual = {
    ja: "差出人のドメインが公式に似せたものか確かめられません。差出人か、名乗っている会社を読み取れませんでした。",
    en: "Whether the sender's domain is made to look official could not be checked: the sender or the claimed company could not be read.",
  };
  return { kind: "unknown", check: ID, missing: [{ topic: "sender", why }] };
}
