import { lureCheck, said } from "../lure.ts";
import type { Finding, Given } from "../lure.ts";
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

function find({ of, links, sender, evidence }: Given): Finding | undefined {
  const chosen = of("chosen");
  const promised = [...chosen, ...of("prize")];
  if (promised.length === 0) return undefined;
  const words = said(promised);
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
