import { isMailboxCustomer } from "../../evidence/mailbox-providers.ts";
import { looksPersonal, senderNameOf } from "../../evidence/sender-name.ts";
import type { Quote } from "../../terms/index.ts";
import { lureCheck, said } from "../lure.ts";
import type { Finding, Given } from "../lure.ts";

const ID = "payout-lure";

/**
 * A refund, benefit or payment waits to be collected. Tax offices and shops do pay back; they know the account, write from
 * their own address and lead to their own site.
 * Source of the rule: our own observation of recurring mail.
 */
export const payoutLure = lureCheck({
  id: ID,
  title: { ja: "還付金や返金の受け取りで誘っていないか", en: "Does it lure with a refund or a payment?" },
  question: {
    ja: "還付・返金・支払いがあると告げ、個人用のアドレスから、または別のサイトで手続きさせようとしていませんか。",
    en: "Does it tell of a refund or payment, from a personal mailbox or with links to somebody else's site?",
  },
  needs: ["sender", "links", "wording"],
  confidence: "strong",
  found: { ja: "還付金や返金の受け取りを口実にしています", en: "It uses a refund or a payment as a pretext" },
  official: {
    ja: "役所や会社の還付・返金は、手元の口座やカードへ直接行われるか、自社サイトの会員ページで手続きします。",
    en: "Offices and companies pay back to the account or card they know, or on their own site after you log in.",
  },
  why: {
    ja: "「お金が戻る」と思わせて、口座やカードの番号を入力させる手口です。",
    en: "The money that is said to wait is bait for the number of your account or card.",
  },
  action: {
    ja: "リンクや添付を開かず、その役所や会社の公式サイトで確かめてください。",
    en: "Open neither links nor attachments; look on the official site of the office or company.",
  },
  find,
});

function find({ of, links, sender, evidence }: Given): Finding | undefined {
  const payout = of("payout");
  if (payout.length === 0) return undefined;
  const pressed = [...of("verify"), ...of("deadline"), ...of("threat"), ...of("chosen"), ...of("coins")];
  const quotes = [...payout.slice(0, 2), ...pressed.slice(0, 1)];
  const words = said(quotes);
  const from = sender?.from[0];
  const foreign = links.allForeign ? links.strangers[0] : undefined;
  const list = evidence.trace.kind === "found" && evidence.trace.value.list !== undefined;
  if (!list && from !== undefined && isMailboxCustomer(from.address) && posesAsOffice(evidence))
    return {
      kind: "payout-and-free-mail",
      severity: "medium",
      confidence: "strong",
      quotes: [...quotes, from.quote],
      seen: {
        ja: `${words.ja}と書かれていますが、「${from.displayName}」という差出人のアドレス ${from.address} は個人用のものです。`,
        en: `It says ${words.en}, yet the address of "${from.displayName}", ${from.address}, is a personal mailbox.`,
      },
    };
  if (!list && foreign !== undefined && payout.length + pressed.length >= 2)
    return {
      kind: "payout-and-foreign-links",
      severity: "medium",
      confidence: "strong",
      quotes: [...quotes, { text: foreign.written.slice(0, 200), where: foreign.where }],
      seen: {
        ja: `${words.ja}と書かれ、リンクはどれも差出人(${sender?.authorDomain ?? "不明"})ではなく ${foreign.targetHost} などへ通じています。`,
        en: `It says ${words.en}, and every link leads away from the sender (${sender?.authorDomain ?? "unknown"}), to ${foreign.targetHost} for one.`,
      },
      link: { displayed: foreign.displayedHost, real: foreign.targetHost },
    };
  return {
    kind: "payout-words",
    severity: "low",
    confidence: "weak",
    quotes: quotes satisfies readonly Quote[],
    seen: { ja: `${words.ja}と書かれています。`, en: `It says ${words.en}.` },
  };
}

/** The sender bears the name of an office or a service, not that of a person who writes from his own mailbox. */
function posesAsOffice(evidence: Given["evidence"]): boolean {
  const name = evidence.sender.kind === "found" ? (evidence.sender.value.from[0]?.displayName ?? "") : "";
  const kind = senderNameOf(evidence);
  return kind === "role" || (kind === "other" && !looksPersonal(name));
}
