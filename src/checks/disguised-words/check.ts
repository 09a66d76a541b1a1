import { isMailboxCustomer } from "../../evidence/mailbox-providers.ts";
import { disguisedText, disguisedTitle } from "../../evidence/wording/disguised-words.ts";
import type { DisguisedWords, WordDisguise } from "../../evidence/wording/disguised-words.ts";
import type { Bilingual, Quote } from "../../terms/index.ts";
import { lureCheck } from "../lure.ts";
import type { Finding, Given } from "../lure.ts";

const ID = "disguised-words";

/**
 * Ordinary words written so that people read them and filters do not: letters of another alphabet among Latin ones, unseen
 * characters inside words, words torn apart, marks laid over letters. `brand-spelling` does the same for names of companies.
 * Source of the rule: UTS #39 (https://www.unicode.org/reports/tr39/) on mixed scripts; our own observation.
 */
export const disguisedWords = lureCheck({
  id: ID,
  title: { ja: "言葉が、仕分けをすり抜ける書き方になっていないか", en: "Are words written to slip past filters?" },
  question: {
    ja: "普通の言葉が、似た別の文字・見えない文字・途中の空白などで書かれていませんか。",
    en: "Are ordinary words written with look-alike letters, unseen characters or blanks inside?",
  },
  needs: ["sender", "wording"],
  confidence: "strong",
  found: { ja: "言葉が、迷惑メールの仕分けをすり抜ける書き方になっています", en: "Words are written to slip past mail filters" },
  official: {
    ja: "普通の差出人は、言葉の文字を置き換えたり、間に見えない文字や空白を入れたりしません。",
    en: "No ordinary sender swaps the letters of its words or puts unseen characters or blanks inside them.",
  },
  why: {
    ja: "人には読めて機械には読めないように書くのは、見つかると困る内容だからです。",
    en: "Words that people can read and programs cannot are written by those who do not want them found.",
  },
  action: { ja: "このメールのリンクや添付を開かないでください。", en: "Do not open links or attachments of this mail." },
  find,
});

function find({ evidence, sender, of, links }: Given): Finding | undefined {
  const from = sender?.from[0];
  const titles: readonly { readonly text: string; readonly quote: Quote }[] = [
    ...(from === undefined || from.displayName === "" ? [] : [{ text: from.displayName, quote: from.quote }]),
    ...(evidence.subject === undefined ? [] : [{ text: evidence.subject.text, quote: evidence.subject }]),
  ];
  let ornament: Finding | undefined;
  for (const { text, quote } of titles) {
    const found = disguisedTitle(text);
    if (found === undefined) continue;
    if (found.disguise !== "styled-letters") return inTitle(found, text, quote);
    const lures = PUSHING.flatMap((topic) => of(topic));
    // Genuine newsletters adorn a subject so; with a lure, and from nobody whose site is shown, it hides the lure.
    const hides = lures.length > 0 && (links.allForeign || links.followable.length === 0 || isMailboxCustomer(from?.address ?? ""));
    ornament ??= {
      ...inTitle(found, text, quote),
      severity: hides ? "medium" : "low",
      confidence: hides ? "strong" : "weak",
      kind: hides ? "styled-lure" : "styled-letters",
    };
  }
  if (ornament?.severity === "medium") return ornament;
  return inBody(evidence) ?? ornament;
}

const PUSHING = ["threat", "deadline", "verify", "prize", "chosen", "coins", "parcelFee", "mailboxAct"] as const;

function inTitle(found: DisguisedWords, text: string, quote: Quote): Finding {
  return { kind: found.disguise, severity: "medium", confidence: "strong", quotes: [quote], seen: seen(found, text) };
}

function inBody(evidence: Given["evidence"]): Finding | undefined {
  const text = evidence.visibleText;
  const found = disguisedText(text);
  if (found === undefined) return undefined;
  const quotes = found.places.slice(0, 3).map(({ start, end }) => ({ text: text.slice(start, end), where: evidence.visibleWhere(start, end) }));
  return { kind: `${found.disguise}-in-text`, severity: "medium", confidence: "strong", quotes, seen: seen(found, text) };
}

function seen({ disguise, places }: DisguisedWords, text: string): Bilingual {
  const how = HOW[disguise];
  const shown = places.slice(0, 3).map(({ start, end }) => text.slice(start, end));
  return { ja: `${how.ja}${shown.map((word) => `「${word}」`).join("")}`, en: `${how.en}${shown.map((word) => `"${word}"`).join(", ")}` };
}

const HOW: Readonly<Record<WordDisguise, Bilingual>> = {
  "mixed-alphabets": {
    ja: "英字の言葉に、見た目が同じ別の言語の文字が混ざっています: ",
    en: "Letters of another alphabet that look the same stand among Latin ones: ",
  },
  "unseen-inside": { ja: "言葉の途中に、見えない文字が挟まれています: ", en: "Characters that are not seen stand inside words: " },
  "marks-on-letters": { ja: "文字の上や下に、余計な印が重ねられています: ", en: "Marks are laid over or under letters: " },
  "split-letters": { ja: "言葉が、空白や点で途中から切り離されています: ", en: "Words are torn apart by blanks or dots: " },
  "zero-for-o": { ja: "英字の O の代わりに、数字の 0 が使われています: ", en: "The digit 0 stands for the letter O: " },
  "styled-letters": { ja: "数学記号などの飾り文字で書かれています: ", en: "It is written in ornamental letters: " },
};
