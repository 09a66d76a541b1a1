import { lureCheck, said } from "../lure.ts";
import type { Finding, Given } from "../lure.ts";
import { isMailboxCustomer } from "../../evidence/mailbox-providers.ts";

const ID = "gift-card";

/**
 * Somebody who poses as a chief or a friend wants gift cards bought and their codes sent, or a LINE group made.
 * Source of the rule: https://consumer.ftc.gov/articles/avoiding-and-reporting-gift-card-scams (FTC).
 */
export const giftCard = lureCheck({
  id: ID,
  title: { ja: "ギフトカードの購入やグループ作成を頼んでいないか", en: "Does it ask for gift cards or a chat group?" },
  question: {
    ja: "上司や知人を装って、ギフトカードの番号や連絡用グループの作成を頼んでいませんか。",
    en: "Does somebody posing as a chief or a friend ask for gift card codes or for a chat group?",
  },
  needs: ["sender", "wording"],
  confidence: "weak",
  found: { ja: "ギフトカードや連絡先を頼む、なりすましの形です", en: "It asks for gift cards or a chat group: the shape of a chief fraud" },
  official: { ja: "会社の支払いにギフトカードの番号は使われません。", en: "No company pays with the codes of gift cards." },
  why: { ja: "番号を送ると、その場で使われて取り戻せません。", en: "Once sent, a code is spent at once and cannot be had back." },
  action: { ja: "本人に、別の手段(電話など)で確かめてください。", en: "Ask the person by another way, by telephone for example." },
  find,
});

function find({ of, sender }: Given): Finding | undefined {
  const favour = of("favour");
  const cards = of("giftCard");
  if (favour.length === 0 || (cards.length === 0 && favour.length < 2)) return undefined;
  const free = sender !== undefined && isMailboxCustomer((sender.replyTo[0] ?? sender.from[0])?.address ?? "");
  const quotes = [...cards.slice(0, 2), ...favour.slice(0, 2)];
  const words = said(quotes);
  return {
    kind: cards.length > 0 ? "gift-card-favour" : "favour-words",
    severity: cards.length > 0 && free ? "medium" : "low",
    confidence: "weak",
    quotes,
    seen: { ja: `${words.ja}と書かれています。`, en: `It says ${words.en}.` },
  };
}
