import type { Link } from "../../evidence/evidence.ts";
import { isMailboxCustomer } from "../../evidence/mailbox-providers.ts";
import { dayOf, isOfficialLink, speakersOf } from "../../evidence/speakers.ts";
import { lureCheck, said } from "../lure.ts";
import type { Finding, Given } from "../lure.ts";

const ID = "account-threat";

/**
 * "Your account will be suspended, verify it within 24 hours": a threat or a deadline together with the asking. Alone that
 * is weak, since genuine security notices say the same. It counts where every link leads away from the sender as well.
 * Source of the rule: the lures described at https://www.antiphishing.jp/consumer/abcs/ (Council of Anti-Phishing Japan).
 */
export const accountThreat = lureCheck({
  id: ID,
  title: { ja: "利用停止や期限で急がせていないか", en: "Does it press with suspension or a deadline?" },
  question: {
    ja: "利用停止や期限で急がせながら、差出人とは別の所で確認や更新をさせようとしていませんか。",
    en: "Does it threaten suspension or set a deadline, and ask you to verify or update at somebody else's site?",
  },
  needs: ["sender", "links", "wording"],
  confidence: "strong",
  found: { ja: "利用停止や期限で急がせ、別のサイトへ誘っています", en: "It presses with suspension or a deadline and leads elsewhere" },
  official: {
    ja: "本物の通知は、急がせてその場でリンクから情報を入力させることはまずなく、リンク先も差出人自身のサイトです。",
    en: "A genuine notice hardly ever presses you to type data behind a link at once, and its links lead to the sender's own site.",
  },
  why: { ja: "慌てさせて、確かめる間を与えないための手口です。", en: "Haste is meant to keep you from checking." },
  action: {
    ja: "リンクは使わず、その会社のサイトやアプリを自分で開いて、本当に通知が来ているか確かめてください。",
    en: "Do not use the link; open the company's site or app yourself and see whether the notice is there.",
  },
  find,
});

function find(given: Given): Finding | undefined {
  const { of, links, sender } = given;
  const asked = of("verify");
  const pressed = [...of("threat"), ...of("deadline")];
  if (pressed.length === 0 || asked.length + of("threat").length === 0 || asked.length + pressed.length < 2) return undefined;
  const quotes = [...pressed.slice(0, 2), ...asked.slice(0, 2)];
  const words = said(quotes);
  if (of("threat").length > 0 && asked.length > 0 && isMailboxCustomer(sender?.from[0]?.address ?? ""))
    return {
      kind: "pressing-words-and-free-mail",
      severity: "medium",
      confidence: "strong",
      quotes: [...quotes, ...(sender?.from[0] === undefined ? [] : [sender.from[0].quote])],
      seen: {
        ja: `${words.ja}と書かれていますが、差出人 ${sender?.from[0]?.address} は個人用のメールアドレスです。`,
        en: `It says ${words.en}, yet the sender ${sender?.from[0]?.address} is a personal mailbox.`,
      },
    };
  const posing = callToActionOf(given);
  const foreign = links.allForeign ? links.strangers[0] : posing;
  if (foreign === undefined || asked.length + pressed.length < 3)
    return { kind: "pressing-words", severity: "low", confidence: "weak", quotes, seen: { ja: `${words.ja}と書かれています。`, en: `It says ${words.en}.` } };
  return {
    kind: links.allForeign ? "pressing-words-and-foreign-links" : "pressing-words-and-foreign-call-to-action",
    severity: "medium",
    confidence: "strong",
    quotes: [...quotes, { text: foreign.written, where: foreign.where }],
    seen: {
      ja: `${words.ja}と書かれ、${links.allForeign ? "リンクはどれも" : "押させたいリンクは"}差出人のドメインではなく ${foreign.targetHost} へ通じています。`,
      en: `It says ${words.en}, and ${links.allForeign ? "every link leads" : "the link to press leads"} away from the sender's domain, to ${foreign.targetHost}.`,
    },
    link: { displayed: foreign.displayedHost, real: foreign.targetHost },
  };
}

/** In a company's name, a call to action that leads neither to it nor to the sender; genuine links may stand beside it. */
function callToActionOf({ links, evidence, facts }: Given): Link | undefined {
  const link = links.callToAction;
  const speaker = speakersOf(evidence, facts.registry)[0];
  if (link === undefined || speaker === undefined || !links.foreign.includes(link)) return undefined;
  return isOfficialLink(facts.registry, link.targetHost, speaker.brand.id, dayOf(evidence)) ? undefined : link;
}
