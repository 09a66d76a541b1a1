import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { articleOf } from "../app/article-of.ts";
import { redactText } from "../redact/index.ts";
import { CREATED, example, EXAMPLE, hostileMail, made } from "../../test/article-fixture.ts";
import { articlePage, caseIdOf, compose, fromMarkdown, pictureOf, sectionsOf, slugOf, toMarkdown } from "./index.ts";
import type { Article } from "./index.ts";

const base = example();
const asPublic = (text: string): Article["lead"]["ja"] => redactText(text, []);
const both = (ja: string): { ja: Article["tags"][number]; en: Article["tags"][number] } => ({
  ja: made(readFileSync(EXAMPLE)).publicText(ja),
  en: made(readFileSync(EXAMPLE)).publicText(ja),
});
const FULL: Article = {
  ...base,
  related: [
    { slug: "xserver-000000000001", title: both("XSERVERを名乗る「同期エラー」にご注意を"), why: "brand" },
    { slug: "xserver-000000000002", title: both("XSERVERを名乗る「保留中のメール9件」にご注意を"), why: "campaign" },
  ],
  campaign: { id: "k1", size: 41, firstDay: "2024-02-14", lastDay: "2024-02-16" },
  corrections: [{ at: CREATED, note: both("日付を直しました") }],
};
const place = { addressOf: (slug: string): string => `https://warnings.example/${slug}/` };

/** What the seed's article consists of, in its order, as the words of ours that stand for it. */
const ELEMENTS: readonly (readonly [element: string, ja: RegExp, en: RegExp])[] = [
  [
    "title with whom it poses as and the subject",
    /XSERVER SUPPORTを名乗る「システム メンテナンスにより.*」にご注意を/,
    /Beware of “システム メンテナンスにより.*” posing as XSERVER SUPPORT/,
  ],
  ["tags", /エックスサーバー、Xserver、注意喚起/, /Tags/],
  ["lead: such a mail is going round, its subject", /を名乗る不審なメールが出回っています。件名は「/, /is going round\. Its subject is “/],
  ["heading of the mail", /メール本文/, /The mail/],
  ["transcript begins", /転記開始/, /Transcript begins/],
  [
    "subject in the transcript, with a placeholder",
    /件名.{0,20}システム メンテナンスにより、\(\{メールアドレス\}\) の 12 件/s,
    /Subject.{0,20}システム メンテナンスにより、\(\{メールアドレス\}\)/s,
  ],
  [
    "sender in the transcript, dead",
    /差出人.{0,20}XSERVER SUPPORT <support\(at\)xserver\[\.\]jp>/s,
    /From.{0,20}XSERVER SUPPORT <support\(at\)xserver\[\.\]jp>/s,
  ],
  ["text of the mail with placeholders", /\{メールアドレス\}様/, /\{メールアドレス\}様/],
  ["the link without its target alive", /hxxps:\/\/webmail\[\.\]pending-messages\[\.\]example/, /hxxps:\/\/webmail\[\.\]pending-messages\[\.\]example/],
  ["transcript ends", /転記終了/, /Transcript ends/],
  ["picture", /怪しいところはここです/, /Where the suspicious points stand/],
  [
    "point: the sender is not official",
    /怪しいポイント[①-⑤] 差出人がエックスサーバーの公式アドレスではありません/,
    /Suspicious point [①-⑤] The sender is not an official address/,
  ],
  ["the official address beside it", /support@xserver\.ne\.jp/, /support@xserver\.ne\.jp/],
  ["point: published warning", /怪しいポイント[①-⑤] 公式サイトの注意喚起に/, /Suspicious point [①-⑤] This very mail stands in the company/],
  ["the warning's example quoted", /システム メンテナンスにより、\(\*\*\*@\*\*\*\) の 8 件/, /システム メンテナンスにより、\(\*\*\*@\*\*\*\) の 8 件/],
  ["its source", /information_phishing\.php/, /information_phishing\.php/],
  [
    "point: the link is not official",
    /怪しいポイント[①-⑤] リンク先がエックスサーバーの公式サイトではありません/,
    /Suspicious point [①-⑤] The link does not lead/,
  ],
  ["the rule of official URLs", /https:\/\/\*\*\*\.xserver\.ne\.jp\//, /https:\/\/\*\*\*\.xserver\.ne\.jp\//],
  ["summary", /怪しいポイントまとめ/, /The suspicious points in short/],
  ["do not click", /リンクはクリック\(タップ\)しない/, /Do not click or tap the links/],
  ["already typed something in", /もう入力してしまったときは/, /Already typed something in\?/],
  ["reporting channels", /フィッシング対策協議会/, /Council of Anti-Phishing Japan/],
  ["other mails posing as the brand", /エックスサーバーを名乗るメールの注意喚起.*同期エラー/s, /posing as Xserver.*同期エラー/s],
  ["mails of the campaign", /同じ手口のメール.*保留中のメール9件/s, /same campaign.*保留中のメール9件/s],
  ["size of the campaign", /2024-02-14 から 2024-02-16 までに 41 件/, /41 mails of the same campaign/],
  ["corrections", /訂正の記録.*2026-11-25: 日付を直しました/s, /Corrections.*2026-11-25/s],
  [
    "copy title and URL",
    /タイトルとURLをコピー.*https:\/\/warnings\.example\/xserver-[0-9a-f]{12}\//s,
    /Copy title and URL.*https:\/\/warnings\.example\/xserver-/s,
  ],
];

/** Markdown without its escapes. */
const plain = (markdown: string): string =>
  markdown
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&")
    .replace(/\\(?=[!-/:-@[-`{-~])/g, "");
/** What a reader sees of the page. */
const readable = (page: string): string =>
  plain(page.replace(/<style>.*?<\/style>|<svg.*?<\/svg>/gs, "").replace(/<[^>]*>/g, (tag) => (/^<\/?(?:p|dt|dd|li|h\d|pre)/.test(tag) ? "\n" : "")));

for (const lang of ["ja", "en"] as const) {
  for (const [name, text] of [
    ["page", readable(articlePage(FULL, lang, place))],
    ["Markdown", plain(toMarkdown(FULL, lang, place))],
  ] as const) {
    test(`${name} ${lang}: every element of such an article is there`, () => {
      const missing = ELEMENTS.filter(([, ja, en]) => !(lang === "ja" ? ja : en).test(text)).map(([element]) => element);
      assert.deepEqual(missing, []);
    });
    test(`${name} ${lang}: nothing of the recipient, nothing of the mail alive`, () => {
      assert.doesNotMatch(text, /taro|@example\.com|https?:\/\/webmail|pending-messages\.example/);
    });
  }
  test(`${lang}: parts stand in the order of the seed`, () => {
    const ids = sectionsOf(FULL, lang, place).map(({ id }) => id);
    const order = ["head", "lead", "transcript", "picture", "point-1", "summary", "advice", "typed-in", "channels", "related", "corrections", "copy"];
    assert.deepEqual(
      ids.filter((id) => order.includes(id)),
      order,
    );
    assert.equal(new Set(ids).size, ids.length);
  });
  test(`${lang}: every href of the page is a page of ours, of the registry or of the channels`, () => {
    const hosts = [...articlePage(FULL, lang, place).matchAll(/href="([^"]*)"/g)].map((found) => new URL(found[1] ?? "").hostname);
    assert.ok(hosts.length > 10);
    assert.deepEqual(
      hosts.filter((host) => host.endsWith(".example") && host !== "warnings.example"),
      [],
    );
  });
}

test("a mail becomes an article only with points against it", () => {
  for (const [file, word] of [
    ["examples/xserver-genuine.eml", /genuine/],
    ["examples/newsletter.eml", /./],
  ] as const) {
    const result = articleOf(readFileSync(file), { created: CREATED });
    assert.equal(result.kind, "refused");
    assert.match(result.kind === "refused" ? result.why.en : "", word);
    assert.notEqual(result.kind === "refused" ? result.why.ja : "", "");
  }
});

test("a drill never becomes an article", () => {
  const result = made(readFileSync(EXAMPLE));
  const examination = { verdict: { level: "simulation", reasons: [], headline: { ja: "", en: "" }, action: { ja: "", en: "" } }, claims: [], points: [] };
  const composed = compose({ sha256: "0".repeat(64), examination: examination as never, mail: base.mail, publicText: result.publicText, created: CREATED });
  assert.equal(composed.kind, "refused");
  assert.match(composed.kind === "refused" ? composed.why.ja : "", /訓練/);
});

test("a mail that poses as nobody gets a title and a slug without a brand", () => {
  assert.match(slugOf(undefined, "ab".repeat(32)), /^mail-abababababab$/);
  assert.equal(caseIdOf("mail-abababababab"), "cabababababab");
  assert.equal(caseIdOf("mail"), undefined);
});

test("a subject of a hundred kilobytes gives a short title", () => {
  const { article } = made(hostileMail("あ".repeat(100_000)));
  assert.ok(article.title.ja.length < 400, String(article.title.ja.length));
});

test("the picture marks the places of the points with their numbers", () => {
  const svg = pictureOf(base.mail, "ja");
  for (const number of [1, 2, 3]) assert.match(svg, new RegExp(`class="n">${number}</text>`));
  assert.ok(svg.split('class="m"').length > 5);
  assert.doesNotMatch(svg, /href|url\(|<image|<use|@import|on[a-z]+=|<script/i);
});

test("control characters, returns and marks that turn the reading order end before the outputs", () => {
  const mail = { ...base.mail, text: asPublic("一行目\r二行目\r\n\u202e三行目\u0000\u001b[31m"), subject: asPublic("件\u202e名\r\n") };
  const article = { ...base, mail, words: {} };
  for (const text of [toMarkdown(article, "ja"), articlePage(article, "ja"), pictureOf(mail, "ja")]) {
    // eslint-disable-next-line no-control-regex
    assert.doesNotMatch(text, /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
    assert.match(text, /三行目/);
  }
  assert.deepEqual(fromMarkdown({ ja: toMarkdown(article, "ja") }, asPublic), { words: {}, problems: [] });
});
