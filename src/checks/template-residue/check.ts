import { lureCheck } from "../lure.ts";
import type { Finding, Given } from "../lure.ts";
import type { Quote } from "../../terms/index.ts";

const ID = "template-residue";

/**
 * What a mass mailer should have filled in stands there unfilled: {address}様, %%name%%, [[email]], 宛名なし. Genuine senders
 * slip as well, so it is weak alone.
 * Source of the rule: published warnings quote fakes with such residue; our own observation.
 */
export const templateResidue = lureCheck({
  id: ID,
  title: { ja: "差し込み損ねた文字が残っていないか", en: "Did a mass mailer leave its blanks unfilled?" },
  question: {
    ja: "宛名やリンクの場所に、差し込み損ねた記号が残っていませんか。",
    en: "Does a mark that should have been filled in stand where a name or link should?",
  },
  needs: ["sender"],
  confidence: "weak",
  found: { ja: "差し込み損ねた文字が残っています", en: "A blank of a mass mailing was left unfilled" },
  official: { ja: "会社の案内には、あなたの名前や番号が正しく入ります。", en: "Mail of a company has your name or number in it." },
  why: { ja: "一斉送信の道具が、あなたを知らずに送っている印です。", en: "The sender's tool does not know who you are." },
  action: { ja: "ほかの怪しい点と合わせて判断してください。", en: "Judge it together with the other points." },
  find,
});

function find({ evidence, sender }: Given): Finding | undefined {
  const name = sender?.from[0];
  for (const [text, quote] of [
    [evidence.subject?.text ?? "", evidence.subject],
    [name?.displayName ?? "", name?.quote],
  ] as const) {
    const residue = residueIn(text);
    if (residue !== undefined && quote !== undefined) return findingOf("unfilled-in-header", { text: residue.text, where: quote.where });
  }
  const residue = residueIn(evidence.visibleText.slice(0, READ));
  if (residue === undefined) return undefined;
  return findingOf("unfilled-in-text", { text: residue.text, where: evidence.visibleWhere(residue.at, residue.at + residue.text.length) });
}

function residueIn(text: string): { readonly text: string; readonly at: number } | undefined {
  const match = MARK.test(text) ? RESIDUE.exec(text) : null;
  return match === null ? undefined : { text: match[0], at: match.index };
}

function findingOf(kind: string, quote: Quote): Finding {
  return {
    kind,
    severity: "medium",
    confidence: "weak",
    quotes: [quote],
    seen: { ja: `「${quote.text}」が残っています。`, en: `It still has "${quote.text}".` },
  };
}

const READ = 20_000;
const MARK = /[{}%[\]#|]|宛名/;
/** Names of what mass mailers fill in; other words between such marks are programming, which genuine mail is full of. */
const FIELD =
  "(?:e-?mail|to_?e-?mail|your_?e-?mail|email_?address|address|name|first_?name|last_?name|full_?name|user(?:_?name)?|recipient|receiver|victim|domain|company|subject|rand(?:om)?[a-z_0-9]{0,20}|date|link|url|letters?|メールアドレス|アドレス|名前|氏名|宛名)";
const RESIDUE = new RegExp(
  [
    `\\{\\{?\\$?${FIELD}\\}\\}?様?`,
    `%%?-?${FIELD}-?%%?`,
    `\\[\\[-?${FIELD}-?\\]\\]`,
    `\\[-${FIELD}-\\]`,
    `##${FIELD}##`,
    `\\$\\{${FIELD}\\}`,
    `\\*\\|${FIELD}\\|\\*`,
    "宛名なし",
  ].join("|"),
  "i",
);
