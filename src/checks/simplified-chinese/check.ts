import { lureCheck } from "../lure.ts";
import type { Finding, Given } from "../lure.ts";
import { simplifiedIn } from "../../evidence/wording/simplified.ts";

const ID = "simplified-chinese";

/**
 * Characters of simplified Chinese in a Japanese text: left by a translation or an input method. Chinese names are quoted in
 * genuine mail too, so it is weak.
 * Source of the characters: src/evidence/wording/simplified.ts.
 */
export const simplifiedChinese = lureCheck({
  id: ID,
  title: { ja: "日本語の中に中国語の字体が混じっていないか", en: "Are there characters of simplified Chinese in the Japanese?" },
  question: {
    ja: "日本語の文章に、日本では使わない中国語(簡体字)の字体が混じっていませんか。",
    en: "Does the Japanese text have characters that only simplified Chinese uses?",
  },
  needs: ["wording"],
  confidence: "weak",
  found: { ja: "日本語の文章に中国語の字体が混じっています", en: "The Japanese text has characters of simplified Chinese" },
  official: { ja: "日本の会社の案内は、日本の字体だけで書かれます。", en: "Mail of a Japanese company is written in Japanese characters only." },
  why: {
    ja: "日本語を使わない人が作った文面の痕跡です。ただし人名などの引用もあり、これだけでは決め手になりません。",
    en: "A trace of somebody who does not write Japanese. Names are quoted so too, thus it decides nothing alone.",
  },
  action: { ja: "ほかの怪しい点と合わせて判断してください。", en: "Judge it together with the other points." },
  find,
});

function find({ evidence }: Given): Finding | undefined {
  const text = evidence.visibleText.slice(0, READ);
  const found = simplifiedIn(text);
  const first = found[0];
  if (found.length < 2 || first === undefined) return undefined;
  const chars = found
    .slice(0, 8)
    .map((one) => one.char)
    .join("・");
  const start = Math.max(0, first.at - 8);
  return {
    kind: "simplified-characters",
    severity: "medium",
    confidence: "weak",
    quotes: [{ text: text.slice(start, first.at + 9).trim(), where: evidence.visibleWhere(start, Math.min(text.length, first.at + 9)) }],
    seen: { ja: `「${chars}」という、日本では使わない字体があります。`, en: `It has ${chars}, which Japanese does not use.` },
  };
}

const READ = 20_000;
