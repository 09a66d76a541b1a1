import { senderNameOf } from "../../evidence/sender-name.ts";
import { isMailboxCustomer } from "../../evidence/mailbox-providers.ts";
import { lureCheck, said } from "../lure.ts";
import type { Finding, Given } from "../lure.ts";

const ID = "coin-lure";

/**
 * Coins that wait to be claimed or withdrawn, wallets to be verified or connected.
 * Source of the rule: https://consumer.ftc.gov/articles/what-know-about-cryptocurrency-and-scams (FTC).
 */
export const coinLure = lureCheck({
  id: ID,
  title: { ja: "仮想通貨の受け取りやウォレットの確認で誘っていないか", en: "Does it lure with coins or a wallet?" },
  question: {
    ja: "仮想通貨の配布・出金・ウォレットの確認をうたい、差出人とは別の所へ誘っていませんか。",
    en: "Does it promise coins, a withdrawal or ask to verify a wallet, and lead to somebody else's site?",
  },
  needs: ["sender", "links", "wording"],
  confidence: "strong",
  found: { ja: "仮想通貨の受け取りやウォレットの確認をうたっています", en: "It promises coins or asks to verify a wallet" },
  official: {
    ja: "本物の取引所やウォレットが、復元フレーズの入力やウォレットの「確認」をメールで求めることはありません。",
    en: 'No genuine exchange or wallet asks by mail for a recovery phrase or to "verify" a wallet.',
  },
  why: {
    ja: "ウォレットをつなぐか復元フレーズを入力した瞬間に、中身をすべて移されます。取り戻す手段はありません。",
    en: "The moment you connect the wallet or type the phrase everything in it is moved, and nothing brings it back.",
  },
  action: { ja: "リンクを押さず、ウォレットをつながないでください。", en: "Do not follow the link or connect a wallet." },
  find,
});

function find(given: Given): Finding | undefined {
  const { of, links, evidence, sender } = given;
  const promised = of("coins");
  const free = isMailboxCustomer(sender?.from[0]?.address ?? "");
  if (promised.length < 2 && !(free && boastsOf(given))) return undefined;
  const words = said(promised.length > 0 ? promised : of("deadline"));
  if (free)
    return {
      kind: "coins-and-free-mail",
      severity: "medium",
      confidence: "strong",
      quotes: [...(promised.length > 0 ? promised : of("deadline")).slice(0, 3), ...(sender?.from[0] === undefined ? [] : [sender.from[0].quote])],
      seen: {
        ja: `${words.ja}と書かれていますが、差出人 ${sender?.from[0]?.address} は個人用のメールアドレスです。`,
        en: `It says ${words.en}, yet the sender ${sender?.from[0]?.address} is a personal mailbox.`,
      },
    };
  const foreign = links.strangers[0];
  const list = evidence.trace.kind === "found" && evidence.trace.value.list !== undefined;
  const pressed = [...of("chosen"), ...of("deadline"), ...of("threat"), ...of("verify"), ...of("payout")];
  if ((foreign === undefined || !links.allForeign) && !list && senderNameOf(evidence) === "other" && promised.length + Math.min(pressed.length, 1) >= 3)
    return {
      kind: "coins-under-another-name",
      severity: "medium",
      confidence: "strong",
      quotes: [...promised.slice(0, 3), ...(sender?.from[0] === undefined ? [] : [sender.from[0].quote])],
      seen: {
        ja: `${words.ja}と書かれています。差出人の名前「${sender?.from[0]?.displayName ?? ""}」は、アドレス ${sender?.from[0]?.address ?? ""} のどこにもありません。`,
        en: `It says ${words.en}. The sender's name "${sender?.from[0]?.displayName ?? ""}" stands nowhere in the address ${sender?.from[0]?.address ?? ""}.`,
      },
    };
  if (foreign === undefined || !links.allForeign || list)
    return {
      kind: "coin-words",
      severity: "low",
      confidence: "weak",
      quotes: promised.slice(0, 3),
      seen: { ja: `${words.ja}と書かれています。`, en: `It says ${words.en}.` },
    };
  return {
    kind: "coins-and-foreign-links",
    severity: "medium",
    confidence: "strong",
    quotes: [...promised.slice(0, 3), { text: foreign.written, where: foreign.where }],
    seen: {
      ja: `${words.ja}と書かれ、リンクは差出人のドメインではなく ${foreign.targetHost} へ通じています。`,
      en: `It says ${words.en}, and the links lead away from the sender's domain, to ${foreign.targetHost}.`,
    },
    link: { displayed: foreign.displayedHost, real: foreign.targetHost },
  };
}

/** `+18,365$` beside one word of coins, or beside a deadline: the way this lure's mass mailers write the sum. */
function boastsOf({ of, evidence }: Given): boolean {
  const amount = AMOUNT.exec(`${evidence.subject?.text ?? ""}\n${evidence.visibleText.slice(0, 2000)}`)?.[0];
  return amount !== undefined && (of("coins").length > 0 || (amount.startsWith("+") && of("deadline").length > 0));
}

const AMOUNT = /\+?\d{1,3}[.,]\d{3}\s?\$/;
