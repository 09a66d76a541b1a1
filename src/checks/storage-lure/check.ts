import { sameRegistrable } from "../../evidence/domains.ts";
import { isMailboxCustomer } from "../../evidence/mailbox-providers.ts";
import { senderNameOf } from "../../evidence/sender-name.ts";
import { speakersOf } from "../../evidence/speakers.ts";
import type { Bilingual, Quote } from "../../terms/index.ts";
import { lureCheck, said } from "../lure.ts";
import type { Finding, Given } from "../lure.ts";

const ID = "storage-lure";

/**
 * "Your storage is full, your photos will be deleted": whoever keeps photos says who he is, writes from his own address and
 * leads to his own site. Here the mail names no keeper, or its links lead to somebody else.
 * Source of the rule: our own observation of recurring mail.
 */
export const storageLure = lureCheck({
  id: ID,
  title: { ja: "保存容量や写真の削除を口実に誘っていないか", en: "Does it lure with full storage or lost photos?" },
  question: {
    ja: "容量不足や写真の削除を告げながら、保存先の会社を名乗らないか、別のサイトへ誘っていませんか。",
    en: "Does it tell of full storage or lost photos without naming who keeps them, or lead to somebody else's site?",
  },
  needs: ["sender", "links", "claims", "wording"],
  confidence: "strong",
  found: { ja: "保存容量や写真の削除を口実にしています", en: "It uses full storage or lost photos as a pretext" },
  official: {
    ja: "写真を預かっている会社は自社の名前とアドレスで知らせ、容量は自社のアプリや設定で確かめられます。",
    en: "Whoever keeps your photos writes under his own name and address, and his app or settings show how much room is left.",
  },
  why: {
    ja: "思い出を失う不安につけこみ、「更新料」の名目でカード番号を入力させる手口です。",
    en: "Fear of losing memories is used to get your card number for a small renewal.",
  },
  action: {
    ja: "リンクは押さず、端末の設定や公式アプリで残りの容量を確かめてください。",
    en: "Do not follow the link; look in the settings of your device or the official app how much room is left.",
  },
  find,
});

function find(given: Given): Finding | undefined {
  const { of, links, sender, evidence } = given;
  const storage = of("storage");
  const pressed = [...of("threat"), ...of("deadline"), ...of("verify")];
  if (storage.length === 0 || storage.length + pressed.length < 2) return undefined;
  const quotes = [...storage.slice(0, 2), ...pressed.slice(0, 2)];
  const from = sender?.from[0];
  const foreign = links.allForeign ? links.strangers[0] : undefined;
  if (isFromOwnHouse(given)) return low(quotes);
  if (foreign !== undefined && links.followable.length > 0)
    return {
      ...grave("storage-and-foreign-links", [...quotes, { text: foreign.written.slice(0, 200), where: foreign.where }], {
        ja: `リンクはどれも差出人(${sender?.authorDomain ?? "不明"})ではなく ${foreign.targetHost} などへ通じています。`,
        en: `every link leads away from the sender (${sender?.authorDomain ?? "unknown"}), to ${foreign.targetHost} for one.`,
      }),
      link: { displayed: foreign.displayedHost, real: foreign.targetHost },
    };
  if (from !== undefined && isMailboxCustomer(from.address))
    return grave("storage-and-free-mail", [...quotes, from.quote], {
      ja: `差出人 ${from.address} は個人用のメールアドレスです。`,
      en: `the sender ${from.address} is a personal mailbox.`,
    });
  const name = senderNameOf(evidence);
  // A keeper that nobody has listed yet bears its own name; a role or a strange name before the address says nothing of who keeps the photos.
  if (
    from !== undefined &&
    (name === "role" || name === "other") &&
    storage.length + pressed.length >= 3 &&
    speakersOf(evidence, given.facts.registry).length === 0
  )
    return grave("storage-of-nobody", [...quotes, from.quote], {
      ja: `どの会社に預けたものかは書かれておらず、差出人は「${from.displayName}」(${from.address})です。`,
      en: `it does not say with whom they are kept; the sender is "${from.displayName}" (${from.address}).`,
    });
  return low(quotes);
}

/** The reader's own company or school writes of its own storage. */
function isFromOwnHouse({ sender }: Given): boolean {
  const domain = sender?.authorDomain ?? "";
  return domain !== "" && (sender?.to ?? []).some((box) => sameRegistrable(box.domain, domain)) && !isMailboxCustomer(sender?.from[0]?.address ?? "");
}

function low(quotes: readonly Quote[]): Finding {
  const words = said(quotes);
  return { kind: "storage-words", severity: "low", confidence: "weak", quotes, seen: { ja: `${words.ja}と書かれています。`, en: `It says ${words.en}.` } };
}

function grave(kind: string, quotes: readonly Quote[], fact: Bilingual): Finding {
  const words = said(quotes);
  return {
    kind,
    severity: "medium",
    confidence: "strong",
    quotes,
    seen: { ja: `${words.ja}と書かれていますが、${fact.ja}`, en: `It says ${words.en}, yet ${fact.en}` },
  };
}
