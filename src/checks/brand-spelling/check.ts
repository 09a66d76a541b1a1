import { lureCheck } from "../lure.ts";
import type { Finding, Given } from "../lure.ts";
import type { Facts } from "../check.ts";
import { asciiDisguise, disguisedNames } from "../../evidence/wording/disguised-names.ts";
import type { Disguise, DisguisedName } from "../../evidence/wording/disguised-names.ts";
import type { Bilingual, Quote } from "../../terms/index.ts";

const ID = "brand-spelling";

/**
 * A known name that is found only when its letters are folded: mathematical letters, letters of other alphabets, kanji for
 * katakana, unseen characters or blanks inside. Filters miss it, readers do not.
 * Source of the rule: UTS #39 (https://www.unicode.org/reports/tr39/) on confusables; our own observation.
 */
export const brandSpelling = lureCheck({
  id: ID,
  title: { ja: "会社名が似た文字で書かれていないか", en: "Is a company's name written in look-alike characters?" },
  question: {
    ja: "会社名が、見た目だけ同じ別の文字や、見えない文字・空白入りで書かれていませんか。",
    en: "Is a company name written in other characters that only look the same, or with unseen characters or blanks inside?",
  },
  needs: ["sender"],
  confidence: "strong",
  found: { ja: "会社名が、見た目だけ似せた文字で書かれています", en: "A company name is written in characters that only look the same" },
  official: { ja: "会社が自分の名前を別の文字に置き換えて書くことはありません。", en: "No company writes its own name in other characters." },
  why: { ja: "迷惑メールの仕分けをすり抜けるための細工です。", en: "It is done to slip past mail filters." },
  action: { ja: "このメールのリンクや添付を開かないでください。", en: "Do not open links or attachments of this mail." },
  find,
});

function find({ evidence, sender, facts }: Given): Finding | undefined {
  const name = sender?.from[0];
  const places = [
    ...(name === undefined || name.displayName === "" ? [] : [{ text: name.displayName, quote: name.quote }]),
    ...(evidence.subject === undefined ? [] : [{ text: evidence.subject.text, quote: evidence.subject }]),
  ];
  for (const { text, quote } of places) {
    const found = disguisedNames(text, facts.registry)[0] ?? asciiDisguise(text, facts.registry);
    if (found !== undefined) return findingOf(found, text, quote, facts, false);
  }
  const text = evidence.visibleText.slice(0, READ);
  const found = disguisedNames(text, facts.registry)[0];
  if (found === undefined) return undefined;
  return findingOf(found, text, { text: text.slice(found.start, found.end), where: evidence.visibleWhere(found.start, found.end) }, facts, true);
}

function findingOf(found: DisguisedName, text: string, quote: Quote, facts: Facts, inBody: boolean): Finding {
  const label = facts.registry.get(found.brand)?.label ?? { ja: found.brand, en: found.brand };
  const written = text.slice(found.start, found.end);
  const how = HOW[found.disguise];
  return {
    kind: inBody ? `${found.disguise}-in-text` : found.disguise,
    severity: inBody ? "medium" : "high",
    confidence: "strong",
    quotes: [quote],
    seen: { ja: `「${label.ja}」が${how.ja}「${written}」と書かれています。`, en: `"${label.en}" is written ${how.en}: "${written}".` },
    brand: found.brand,
  };
}

const READ = 20_000;
const HOW: Readonly<Record<Disguise, Bilingual>> = {
  "styled-letters": { ja: "数学記号などの文字で", en: "in mathematical or circled letters" },
  "unseen-characters": { ja: "見えない文字を挟んで", en: "with unseen characters inside" },
  "look-alike-letters": { ja: "似た別の文字で", en: "with other letters that look the same" },
  "blanks-inside": { ja: "途中に空白を入れて", en: "with blanks inside" },
};
