import type { Article } from "../src/article/article.ts";
import type { PublicBilingual, PublicText } from "../src/redact/public-text.ts";
import type { RedactedPoint } from "../src/redact/redacted-mail.ts";

/** In tests only: texts that we wrote ourselves and that hold nothing of anybody. */
export const say = (text: string): PublicText => text as PublicText;
export const both = (ja: string, en: string): PublicBilingual => ({ ja: say(ja), en: say(en) });

const TEXT = `{メールアドレス} 様

お客様のメールボックスの容量が上限に達したため、8 件のメッセージが保留されています。
24 時間以内に下記より受信を再開してください。手続きがない場合、メッセージは削除されます。

▼ 保留中のメッセージを受信する
hxxps://webmail-login[.]example/pending/{識別子}

──────────────────────
Xserver サポート
Copyright (c) Xserver Inc. All Rights Reserved.`;

const POINTS: readonly RedactedPoint[] = [
  {
    check: "official-sender",
    kind: "foreign-sender",
    mark: 1,
    title: both("差出人がエックスサーバーのアドレスではありません", "The sender's address is not Xserver's"),
    seen: both("差出人のドメインは mail[.]example です。", "The sender's domain is mail[.]example."),
    official: both("エックスサーバーは xserver.ne.jp からメールを送ります。", "Xserver sends its mail from xserver.ne.jp."),
    why: both("名前の表示は誰でも自由に書けます。", "Anybody can write any name beside an address."),
    quotes: [say("XSERVER SUPPORT <notice@mail[.]example>")],
    source: "https://www.xserver.ne.jp/support/information_phishing.php",
  },
  {
    check: "official-link",
    kind: "foreign-link",
    mark: 2,
    title: both("リンクの行き先が公式サイトではありません", "The link does not lead to the official site"),
    seen: both("「保留中のメッセージを受信する」は webmail-login[.]example に行きます。", "“保留中のメッセージを受信する” leads to webmail-login[.]example."),
    official: both("公式の URL は https://***.xserver.ne.jp/ の形です。", "Official URLs look like https://***.xserver.ne.jp/."),
    why: both("偽のページに入力したパスワードは、相手に渡ります。", "A password typed into a false page is in their hands."),
    quotes: [say("hxxps://webmail-login[.]example/pending/{識別子}")],
    source: "https://www.xserver.ne.jp/support/information_phishing.php",
  },
  {
    check: "mailbox-credentials",
    kind: "urgent-mailbox",
    mark: undefined,
    title: both("期限を切って急がせています", "It presses for time"),
    seen: both("「24 時間以内に」と書かれています。", "It says “24 時間以内に” (within 24 hours)."),
    official: both("保留されたメールは管理画面で確かめられます。", "Held mail can be seen in the control panel."),
    why: both("考える時間を与えないための書き方です。", "This is to leave no time to think."),
    quotes: [say("24 時間以内に")],
    source: undefined,
  },
];

/** A published warning like those people write by hand; everything may be replaced. */
export function sampleArticle(changes: Partial<Article> = {}): Article {
  return {
    slug: "xserver-0123456789ab",
    state: "published",
    brand: "xserver",
    brandLabel: both("エックスサーバー", "Xserver"),
    title: both(
      "エックスサーバーを名乗る「【重要】8 件のメッセージが保留されています」にご注意を",
      "Beware of “【重要】8 件のメッセージが保留されています”, a mail posing as Xserver",
    ),
    tags: [say("エックスサーバー"), say("フィッシング"), say("メールボックス")],
    lead: both(
      "エックスサーバーを名乗り、偽のログインページへ誘うメールです。公式のアドレスからではなく、リンクも公式サイトに行きません。",
      "A mail in the name of Xserver that leads to a false sign-in page. It does not come from an official address, nor do its links go to the official site.",
    ),
    mail: {
      subject: say("【重要】8 件のメッセージが保留されています"),
      fromName: say("XSERVER SUPPORT"),
      fromAddress: say("notice@mail[.]example"),
      forgedSender: false,
      replyTo: undefined,
      day: "2026-11-20",
      text: say(TEXT),
      links: [
        {
          shown: say("保留中のメッセージを受信する"),
          target: say("hxxps://webmail-login[.]example/pending/{識別子}"),
          host: say("webmail-login[.]example"),
          blame: "host",
        },
      ],
      attachments: [],
      points: POINTS,
    },
    verdict: { level: "impersonation", headline: both("なりすましです", "This is an impersonation") },
    summary: both(
      "差出人もリンクの行き先も公式のものではありません。開かずに削除してください。",
      "Neither the sender nor the link is official. Delete it without opening the link.",
    ),
    advisories: [
      {
        issuer: say("xserver"),
        issuerLabel: both("エックスサーバー", "Xserver"),
        title: say("弊社を装ったフィッシングメールにご注意ください"),
        url: "https://www.xserver.ne.jp/support/information_phishing.php",
        published: "2026-10-01",
        basis: "noted",
        issuerRole: "brand",
        checked: "2026-11-25",
        caseName: say("事例1"),
        lines: [{ field: "subject", text: say("【重要】○ 件のメッセージが保留されています"), inMail: "variable" }],
      },
    ],
    contact: { label: both("エックスサーバー お問い合わせ", "Xserver support"), page: "https://www.xserver.ne.jp/support/" },
    words: { transcript: both("同じ文面が、件数だけを変えて**何度も**届いています。", "The same text comes **again and again** with another number.") },
    related: [],
    campaign: { id: "k1", size: 41, firstDay: "2026-11-18", lastDay: "2026-11-20" },
    created: "2026-11-20T09:00:00.000Z",
    published: "2026-11-20T10:00:00.000Z",
    updated: undefined,
    corrections: [],
    ...changes,
  };
}

const SUBJECTS = [
  "お支払い方法を更新してください",
  "ご利用確認のお願い",
  "荷物をお届けできませんでした",
  "アカウントの一時停止について",
  "本人確認の期限が近づいています",
  "ポイント失効のお知らせ",
];
const BRANDS: readonly (readonly [string, string, string])[] = [
  ["xserver", "エックスサーバー", "Xserver"],
  ["amazon", "Amazon", "Amazon"],
  ["rakuten", "楽天", "Rakuten"],
  ["japan-post", "日本郵便", "Japan Post"],
];

/** The `n`th of many warnings, each a little different: another brand, subject, number, day. */
export function nthArticle(n: number): Article {
  const [brand, ja, en] = BRANDS[n % BRANDS.length] ?? ["xserver", "エックスサーバー", "Xserver"];
  const subject = `【${ja}】${SUBJECTS[n % SUBJECTS.length] ?? ""}(受付番号 ${((n * 7919) % 1_000_003).toString().padStart(7, "0")})`;
  const at = new Date(Date.UTC(2024, 0, 1) + n * 900_000).toISOString();
  const sample = sampleArticle();
  return sampleArticle({
    slug: `${brand}-${n.toString(16).padStart(12, "0")}`,
    brand,
    brandLabel: both(ja, en),
    title: both(`${ja}を名乗る「${subject}」にご注意を`, `Beware of “${subject}”, a mail posing as ${en}`),
    mail: { ...sample.mail, subject: say(subject), day: at.slice(0, 10), text: say(`${subject}\n\n下のリンクからお手続きください。番号 ${n} 番。`), links: [] },
    campaign: n % 3 === 0 ? { id: `k${n % 7}`, size: 5 + (n % 40), firstDay: "2026-11-01", lastDay: "2026-11-20" } : undefined,
    verdict: n % 5 === 0 ? { level: "suspicious", headline: both("怪しい点があります", "There are suspicious points") } : sample.verdict,
    words: {},
    created: at,
    published: at,
  });
}
