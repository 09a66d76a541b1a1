import type { AdvisoryCase } from "../../src/advisories/advisory.ts";
import type { Notice } from "../../src/advisories/notice.ts";
import { chanceOf } from "./chance.ts";
import type { Chance } from "./chance.ts";
import { HTML_FAMILIES, escaped } from "./html.ts";
import { mailsOf } from "./mails.ts";
import type { Mail } from "./mails.ts";
import { styleOf } from "./print.ts";
import { TEXT_FAMILIES } from "./text.ts";

/** A page made up of known mails, and what is about genuine mail on it. */
export interface MadePage {
  readonly family: string;
  readonly content: string;
  readonly kind: "html" | "text";
  readonly mails: readonly Mail[];
  /** Addresses and subjects that stand on the page as the issuer's own: in no case. */
  readonly genuine: readonly string[];
}

export const FAMILIES: readonly string[] = [
  ...Object.keys(HTML_FAMILIES).map((name) => `html ${name}`),
  ...Object.keys(TEXT_FAMILIES).map((name) => `text ${name}`),
];

const TITLES = [
  "当社を装った不審なメールにご注意ください",
  "【重要】フィッシングメールにご注意ください",
  "ミドリ銀行をかたる偽メールについて",
  "なりすましメールに関する注意喚起",
  "迷惑メール(詐欺メール)が届いています",
];
const INTROS = [
  "現在、当社を名乗る不審なメールが届いているとの情報が寄せられています。",
  "ミドリ銀行を装い、偽のサイトへ誘うメールを確認しています。",
  "このようなメールは当社から送信したものではありません。",
  "リンクを開いたり、個人情報を入力したりしないようお願いします。",
];
const LEADS = [
  "確認されたメールの例",
  "不審なメールの例",
  "フィッシングメールの内容",
  "■実際に届いたメール",
  "【迷惑メールの事例】",
  "以下のようなメールを確認しています。",
];
const ADVICE = [
  ["対処方法", "メールを開かずに削除してください。", "リンク先にアクセスしないでください。"],
  ["■対策について", "・心当たりのないメールは開かないでください。", "・パスワードの使い回しはお避けください。"],
  ["フィッシングとは", "実在する会社を装い、個人情報を盗み取る詐欺です。"],
  ["被害にあわれた場合", "警察署または相談窓口にご相談ください。"],
] as const;
const GENUINE = [
  {
    lines: ["正規のメールについて", "当社からお送りするメールの送信元は次のとおりです。", "info@midori-official.example", "news@midori-official.example"],
    genuine: ["info@midori-official.example", "news@midori-official.example"],
  },
  {
    lines: ["当社からのメールの見本", "差出人：ミドリ銀行 <info@midori-official.example>", "件名：ご利用明細のお知らせ"],
    genuine: ["info@midori-official.example", "ご利用明細のお知らせ"],
  },
  { lines: ["当社の正しいドメイン", "・midori-official.example", "・midori-bank.example"], genuine: ["midori-official.example"] },
  { lines: ["当社が送信するメールの送信元アドレスは「info@midori-official.example」です。"], genuine: ["info@midori-official.example"] },
  { lines: ["公式サイト", "https://www.midori-official.example/"], genuine: ["midori-official.example"] },
  {
    lines: ["お問い合わせ先", "ミドリ銀行 お客様窓口", "メール：support@midori-official.example", "電話：0120-000-000"],
    genuine: ["support@midori-official.example"],
  },
  {
    lines: ["不審なメールの情報提供のお願い", "件名に「情報提供」と書いて abuse@midori-official.example へ転送してください。"],
    genuine: ["abuse@midori-official.example"],
  },
] as const;

/** Blocks with the labels of mails on pages that print no fake. */
const NO_CASE = [
  [
    "正規のメールの例",
    "件名：ご利用明細のお知らせ",
    "差出人：ミドリ銀行 <info@midori-official.example>",
    "本文：いつもミドリ銀行をご利用いただきありがとうございます。",
  ],
  ["当社からお送りするメールの件名", "・【ミドリ銀行】ご利用明細のお知らせ", "・【ミドリ銀行】お取引の受付"],
  ["当社が使用するドメイン", "@midori-official.example", "@mail.midori-official.example"],
  ["不審なメールの見分け方", "・差出人のアドレスを確認する", "・件名や本文に不自然な日本語がないか確認する", "・リンク先のURLを確認する"],
  ["フィッシングメールの特徴", "件名：不安をあおるもの", "本文：リンク先へ誘う内容のもの"],
  ["情報提供のお願い", "宛先：abuse@midori-official.example", "件名：不審メールの情報提供", "本文：届いた日時と内容をお書きください。"],
  ["お問い合わせ先", "メール：support@midori-official.example", "受付時間：9時から17時"],
  ["メールアドレス変更のお知らせ", "変更前：old@midori-official.example", "変更後：new@midori-official.example"],
  ["当社では、次のようなメールはお送りしていません。", "・暗証番号をたずねるメール", "・添付ファイルを開かせるメール"],
] as const;

/** A page about such mails that prints none. */
export function pageWithoutCase(seed: number): { readonly content: string; readonly kind: "html" | "text" } {
  const chance = chanceOf(seed);
  const blocks = [...NO_CASE.filter(() => chance.may(0.35)), ...ADVICE.filter(() => chance.may(0.4))];
  const intro = INTROS.filter(() => chance.may(0.4));
  const title = chance.of(TITLES);
  if (chance.may(0.5)) return { kind: "text", content: [title, "2026年1月15日", "", ...intro, ...blocks.flatMap((lines) => ["", ...lines])].join("\n") };
  const print = chance.of<(lines: readonly string[]) => string>([
    (lines) => `<ul>${lines.map((line) => `<li>${escaped(line.replace(/^・/u, ""))}</li>`).join("")}</ul>`,
    (lines) => `<p>${lines.map(escaped).join("<br>")}</p>`,
    (lines) =>
      `<table>${lines
        .map(
          (line) =>
            `<tr>${line
              .split("：")
              .map((cell) => `<td>${escaped(cell)}</td>`)
              .join("")}</tr>`,
        )
        .join("")}</table>`,
    (lines) =>
      `<dl>${lines.map((line) => (line.includes("：") ? `<dt>${escaped(line.split("：")[0] ?? "")}</dt><dd>${escaped(line.split("：")[1] ?? "")}</dd>` : `<dd>${escaped(line)}</dd>`)).join("")}</dl>`,
  ]);
  return {
    kind: "html",
    content: `<!doctype html><html><body><h1>${title}</h1>${intro.map((line) => `<p>${line}</p>`).join("")}${blocks.map(([head, ...lines]) => `<h2>${head}</h2>${print(lines)}`).join("\n")}</body></html>`,
  };
}

/** The page of a seed, of one family. */
export function madePage(family: string, seed: number): MadePage {
  const chance = chanceOf(seed);
  const mails = mailsOf(chance).map((mail) => cutTo(family, mail));
  const style = styleOf(chance);
  const [kind, name] = family.split(" ") as ["html" | "text", string];
  const before = chance.may(0.15) ? [chance.of(GENUINE)] : [];
  const behind = [...(chance.may(0.5) ? [chance.of(GENUINE)] : []), ...(chance.may(0.2) ? [chance.of(GENUINE)] : [])];
  const genuine = [...before, ...behind].flatMap((block) => block.genuine);
  const advice = ADVICE.filter(() => chance.may(0.4));
  const parts = { title: chance.of(TITLES), intro: INTROS.filter(() => chance.may(0.5)), lead: chance.of(LEADS), before, behind, advice };
  const content =
    kind === "html"
      ? htmlPage(parts, (HTML_FAMILIES[name] as (typeof HTML_FAMILIES)[string])(mails, style, chance), chance)
      : textPage(parts, (TEXT_FAMILIES[name] as (typeof TEXT_FAMILIES)[string])(mails, style, chance));
  return { family, content, kind, mails, genuine };
}

/**
 * A mail with what the layout has room for: a row of one line none for a body, a sentence for one subject; and without a
 * label a body cannot be told from further subjects.
 */
function cutTo(family: string, mail: Mail): Mail {
  const subjects = mail.subjects.slice(0, 1);
  if (family === "text bodyBelow") return { ...mail, subjects };
  if (family === "text sentence") return { ...mail, subjects, body: undefined, url: undefined, day: undefined };
  return family === "text pipes" ? { ...mail, subjects, body: undefined, senderAddress: mail.senderAddress ?? "info@bad.example" } : mail;
}

interface Parts {
  readonly title: string;
  readonly intro: readonly string[];
  readonly lead: string;
  readonly before: readonly { readonly lines: readonly string[] }[];
  readonly behind: readonly { readonly lines: readonly string[] }[];
  readonly advice: readonly (readonly string[])[];
}

function htmlPage(parts: Parts, example: string, chance: Chance): string {
  const level = chance.of(["h2", "h3", "p"]);
  const block = (lines: readonly string[]): string =>
    lines.length === 1
      ? `<p>${escaped(lines[0] ?? "")}</p>`
      : `<${level === "p" ? "h3" : level}>${escaped(lines[0] ?? "")}</${level === "p" ? "h3" : level}>${
          chance.may(0.5)
            ? `<ul>${lines
                .slice(1)
                .map((line) => `<li>${escaped(line.replace(/^・/u, ""))}</li>`)
                .join("")}</ul>`
            : `<p>${lines.slice(1).map(escaped).join("<br>")}</p>`
        }`;
  const lead = parts.lead.endsWith("。") ? `<p>${parts.lead}</p>` : `<h2>${parts.lead}</h2>`;
  return `<!doctype html><html lang="ja"><head><meta charset="utf-8"><title>${parts.title}｜ミドリ銀行</title></head><body>
<header><a href="/">ミドリ銀行</a></header><nav><ul><li>個人のお客様</li><li>お知らせ</li></ul></nav>
<main><p class="crumbs">ホーム &gt; お知らせ</p><h1>${parts.title}</h1><p class="date">2026年1月15日</p>
${parts.before.map(({ lines }) => block(lines)).join("\n")}
${parts.intro.map((line) => `<p>${line}</p>`).join("\n")}
${lead}
${example}
${[...parts.advice, ...parts.behind.map(({ lines }) => lines)].map(block).join("\n")}
</main><footer><p>ミドリ銀行 金融機関コード 0000</p><p>Copyright Midori Bank</p></footer></body></html>`;
}

function textPage(parts: Parts, example: readonly string[]): string {
  const block = (lines: readonly string[]): readonly string[] => ["", ...lines];
  return [
    parts.title,
    "2026年1月15日",
    ...parts.before.flatMap(({ lines }) => block(lines)),
    "",
    ...parts.intro,
    "",
    parts.lead,
    "",
    ...example,
    ...[...parts.advice, ...parts.behind.map(({ lines }) => lines)].flatMap(block),
    "",
  ].join("\n");
}

/** What was read wrong of a page; empty when all is as printed. */
export function misread(page: MadePage, notice: Notice): readonly string[] {
  const { cases } = notice;
  const problems = cases.length === page.mails.length ? [] : [`${cases.length} cases for ${page.mails.length} mails`];
  page.mails.forEach((mail, i) => problems.push(...(cases[i] === undefined ? [] : fieldsMisread(mail, cases[i], i + 1))));
  const all = JSON.stringify(cases);
  for (const own of page.genuine) if (all.includes(own)) problems.push(`genuine in a case: ${own}`);
  return problems;
}

function fieldsMisread(mail: Mail, found: AdvisoryCase, n: number): readonly string[] {
  const same = (field: string, actual: unknown, expected: unknown): string[] => {
    const [a, b] = [JSON.stringify(actual), JSON.stringify(expected)];
    return a === b ? [] : [`${n} ${field}: ${a} for ${b}`];
  };
  const links = [...(mail.url === undefined ? [] : [mail.url]), ...(mail.body ?? []).filter((line) => line.startsWith("http"))];
  return [
    ...same("subjects", found.subjects, mail.subjects),
    ...same("senderNames", found.senderNames, mail.senderName === undefined ? [] : [mail.senderName]),
    ...same("senderAddresses", found.senderAddresses, mail.senderAddress === undefined ? [] : [mail.senderAddress]),
    ...same(
      "body",
      found.body?.split("\n").filter((line) => line !== ""),
      mail.body?.filter((line) => line !== ""),
    ),
    ...same("urls", [...found.urls].sort(), [...new Set(links)].sort()),
    ...(mail.day === undefined ? [] : same("observed", found.observed, mail.day)),
  ];
}
