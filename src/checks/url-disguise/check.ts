import { lureCheck } from "../lure.ts";
import type { Finding, Given } from "../lure.ts";
import { trickOf } from "../../evidence/url-tricks.ts";
import type { Trick, TrickKind } from "../../evidence/url-tricks.ts";
import type { Link } from "../../evidence/evidence.ts";
import { speakersOf } from "../../evidence/speakers.ts";
import type { Bilingual } from "../../terms/index.ts";

const ID = "url-disguise";

/**
 * Addresses written so that a reader takes them for another: a name before `@`, numbers in place of a name, characters that
 * are not seen or only look like letters, backslashes, a host too long to read.
 * Source of the rule: WHATWG URL Standard §1.1 (https://url.spec.whatwg.org/#security-considerations), UTS #36
 * (https://www.unicode.org/reports/tr36/), RFC 3986 §7.6 (https://www.rfc-editor.org/rfc/rfc3986#section-7.6).
 */
export const urlDisguise = lureCheck({
  id: ID,
  title: { ja: "リンクのアドレスに見せかけの細工がないか", en: "Is the address of a link disguised?" },
  question: {
    ja: "@・数字・見えない文字などで、行き先を別のサイトに見せかけていませんか。",
    en: "Does an address use @, numbers or unseen characters to look like another site's?",
  },
  needs: ["links"],
  confidence: "strong",
  found: { ja: "リンクのアドレスに、行き先をごまかす細工があります", en: "The address of a link is disguised" },
  official: {
    ja: "本物の案内のリンクは、会社のドメインがそのまま読める形です。",
    en: "The links of genuine mail can be read as what they are: the domain of the company.",
  },
  why: { ja: "読み手の目と、実際の行き先をずらすための書き方です。", en: "It is written so that what you read is not where it leads." },
  action: { ja: "このリンクは押さないでください。", en: "Do not follow this link." },
  find,
});

function find({ links, evidence, facts }: Given): Finding | undefined {
  const speaks = speakersOf(evidence, facts.registry).length > 0;
  let best: Finding | undefined;
  for (const link of links.followable) {
    const trick = trickOf(link.written, link.host, speaks);
    if (trick === undefined) continue;
    const finding = findingOf(link, trick);
    if (finding.confidence === "strong") return finding;
    best ??= finding;
  }
  return best;
}

function findingOf(link: Link, trick: Trick): Finding {
  const words = WORDS[trick.kind];
  return {
    kind: trick.kind,
    severity: trick.grave ? "high" : "low",
    confidence: trick.grave ? "strong" : "weak",
    quotes: [{ text: link.written.slice(0, 200), where: link.where }],
    seen: { ja: `${words.ja}実際の行き先は ${link.targetHost} です。`, en: `${words.en} It really leads to ${link.targetHost}.` },
    link: { displayed: link.displayedHost, real: link.targetHost },
  };
}

const WORDS: Readonly<Record<TrickKind, Bilingual>> = {
  "name-before-at": { ja: "アドレスの @ より前に、別のサイトの名前が書かれています。", en: "Another site's name stands before the @ of the address." },
  "encoded-number": { ja: "行き先が、読めない形に書き換えた番号(IPアドレス)です。", en: "The host is a number (IP address) in a form made unreadable." },
  "number-for-name": { ja: "行き先がドメイン名ではなく番号(IPアドレス)です。", en: "The host is a number (IP address), not a name." },
  "unseen-characters": {
    ja: "アドレスに見えない文字や並びを変える文字が入っています。",
    en: "The address has characters that are not seen or that turn the order of the text.",
  },
  "look-alike-letters": { ja: "アドレスが、英字に似せた別の文字で書かれています。", en: "The address is written in other characters that look like letters." },
  "letters-of-other-scripts": {
    ja: "ドメイン名に、英字と見分けがつかない別の言語の文字が混ざっています。",
    en: "The domain mixes in letters of another script that read as Latin ones.",
  },
  "encoded-host": { ja: "ドメイン名が %xx の形に書き換えられています。", en: "The domain is written in %xx codes." },
  backslash: { ja: "アドレスの区切りに \\ が使われています。", en: "Backslashes stand in the address." },
  "long-host": { ja: "ドメイン名が、読み切れないほど長くなっています。", en: "The domain is too long to be read." },
};
