import { lureCheck, said } from "../lure.ts";
import type { Finding, Given } from "../lure.ts";
import type { Brand } from "../../brands/brand.ts";
import type { Evidence } from "../../evidence/evidence.ts";
import { relayOf } from "../../evidence/relay-addresses.ts";
import { looksPersonal, senderNameOf } from "../../evidence/sender-name.ts";
import { dayOf, isOfficialLink } from "../../evidence/speakers.ts";
import type { Quote } from "../../terms/index.ts";
import type { Facts } from "../check.ts";
import { isAnonymousHost } from "../../evidence/shared-hosts.ts";

const ID = "prize-lure";

/**
 * A prize, voucher, bonus or survey reward nobody took part in. Shops do send vouchers; what they do not do is have every
 * link lead to somebody else, least of all to a shortener or a page on free hosting.
 * Source of the rule: https://consumer.ftc.gov/articles/fake-prize-sweepstakes-and-lottery-scams (FTC).
 */
export const prizeLure = lureCheck({
  id: ID,
  title: { ja: "身に覚えのない当選や謝礼で誘っていないか", en: "Does it lure with a prize you never took part for?" },
  question: {
    ja: "当選・ポイント・アンケート謝礼をうたい、差出人とは別の所へ誘っていませんか。",
    en: "Does it promise a prize, points or a survey reward and lead to somebody else's site?",
  },
  needs: ["sender", "links", "wording"],
  confidence: "strong",
  found: { ja: "当選や謝礼をうたい、別のサイトへ誘っています", en: "It promises a prize or a reward and leads elsewhere" },
  official: {
    ja: "本物の懸賞は応募した人にだけ、主催者自身のサイトで行われます。受け取りに料金やカード番号は要りません。",
    en: "A genuine draw is for those who entered, on the organiser's own site, and costs neither a fee nor a card number.",
  },
  why: { ja: "「当選」を餌に、カード番号や個人情報を入力させる手口です。", en: "The prize is bait for your card number and personal data." },
  action: { ja: "応募した覚えがなければ、リンクを押さずに削除してください。", en: "If you never entered, do not follow the link; delete the mail." },
  find,
});

function find(given: Given): Finding | undefined {
  const { of, links, sender, evidence } = given;
  const chosen = of("chosen");
  const promised = [...chosen, ...of("prize")];
  if (promised.length === 0) return undefined;
  const words = said(promised);
  const posed = posedGift(given, promised.slice(0, 3));
  if (posed !== undefined) return posed;
  const foreign = links.strangers[0];
  const anonymous = links.strangers.find((link) => isAnonymousHost(link.targetHost));
  const oneDomain = new Set(links.foreign.map((link) => link.registrableDomain)).size === 1;
  const prizes = promised.length - chosen.length;
  const told = (chosen.length > 0 && prizes > 0) || chosen.length >= 3 || (prizes >= 2 && oneDomain);
  // Terms of a sweepstakes name a site in passing; bait has something to press, or is short.
  const invites = evidence.visibleText.length < 3000 || links.foreign.some((link) => link.source !== "text");
  if (!links.allForeign || !invites || foreign === undefined || (!told && anonymous === undefined))
    return {
      kind: "prize-words",
      severity: "low",
      confidence: "weak",
      quotes: promised.slice(0, 3),
      seen: { ja: `${words.ja}と書かれています。`, en: `It says ${words.en}.` },
    };
  const shown = anonymous ?? foreign;
  return {
    kind: anonymous === undefined ? "prize-and-foreign-links" : "prize-and-anonymous-link",
    severity: "medium",
    confidence: "strong",
    quotes: [...promised.slice(0, 3), { text: shown.written, where: shown.where }],
    seen: {
      ja: `${words.ja}と書かれ、リンクはどれも差出人(${sender?.authorDomain ?? "不明"})ではなく ${shown.targetHost} などへ通じています。`,
      en: `It says ${words.en}, and every link leads away from the sender (${sender?.authorDomain ?? "unknown"}), to ${shown.targetHost} for one.`,
    },
    link: { displayed: shown.displayedHost, real: shown.targetHost },
  };
}

/** Nothing but a picture to press, and the words of the subject. */
const HARDLY_ANY = 120;

/**
 * A gift in the name of a shop, an insurer or a club that the subject or the sender's name tells, from an address that bears
 * neither that name nor the sender's, without one link to the company: companies give what they give on their own site.
 */
function posedGift({ evidence, facts, links, sender }: Given, promised: readonly Quote[]): Finding | undefined {
  const from = sender?.from[0];
  const list = evidence.trace.kind === "found" && evidence.trace.value.list !== undefined;
  const name = senderNameOf(evidence);
  if (from === undefined || list || isAnswer(evidence) || (name !== "other" && name !== "role") || links.followable.length === 0) return undefined;
  // Somebody in sales offers a voucher for a talk, a survey team for an answer: by name, or with links to their own site.
  if (relayOf(from.address) !== undefined || looksPersonal(from.displayName)) return undefined;
  const brand = giverOf(evidence, facts);
  const pictured =
    evidence.visibleText.replace(/[\s_\-=]/g, "").length < HARDLY_ANY &&
    links.followable.some((link) => link.source !== "text" && link.visibleText.trim() === "");
  if (!pictured && (brand === undefined || (name === "role" && !links.allForeign))) return undefined;
  const link = links.callToAction ?? links.followable[0]!;
  if (brand !== undefined && links.followable.some((one) => isOfficialLink(facts.registry, one.targetHost, brand.id, dayOf(evidence)))) return undefined;
  const words = said(promised);
  return {
    kind: brand === undefined ? "prize-as-picture" : "gift-in-a-company-name",
    severity: "medium",
    confidence: "strong",
    ...(brand === undefined ? {} : { brand: brand.id }),
    quotes: [...promised, from.quote],
    seen: {
      ja: `${words.ja}と書かれ、差出人「${from.displayName}」のアドレスは ${from.address}、リンク先は ${link.targetHost} です。${brand === undefined ? "本文は画像だけです。" : `${brand.label.ja}へのリンクは一つもありません。`}`,
      en: `It says ${words.en}; "${from.displayName}" writes from ${from.address}, and the link leads to ${link.targetHost}. ${brand === undefined ? "The text is a picture only." : `Not one link leads to ${brand.label.en}.`}`,
    },
    link: { displayed: link.displayedHost, real: link.targetHost },
  };
}

/** The company whose gift it is said to be: named in the subject or before the address, and not the owner of the address. */
function giverOf(evidence: Evidence, facts: Facts): Brand | undefined {
  if (evidence.claims.kind !== "found" || evidence.sender.kind !== "found") return undefined;
  const claim = evidence.claims.value.find((one) => one.quotes.some((quote) => quote.place === "subject" || quote.place === "displayName"));
  const brand = claim === undefined ? undefined : facts.registry.get(claim.brand);
  if (brand === undefined) return undefined;
  const isTheirs = facts.registry.rolesOf(evidence.sender.value.authorDomain, dayOf(evidence)).some((found) => found.brand === brand.id);
  return isTheirs ? undefined : brand;
}

function isAnswer(evidence: Evidence): boolean {
  return evidence.mail.fields.some((one) => one.key === "references" || one.key === "in-reply-to");
}
