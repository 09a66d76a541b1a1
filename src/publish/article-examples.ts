import type { Article } from "../article/article.ts";
import type { PublicBilingual, PublicText } from "../redact/public-text.ts";
import type { RedactedLink, RedactedMail, RedactedPoint, Secret } from "../redact/redacted-mail.ts";
import { redactText } from "../redact/redact-text.ts";

/** The recipient whose data is planted in every text below, and who must stand in no output. */
export const PLANTED: readonly Secret[] = [
  { kind: "address", value: "hanako.yamada@recipient.example" },
  { kind: "localPart", value: "hanako.yamada" },
  { kind: "domain", value: "recipient.example" },
  { kind: "name", value: "山田花子" },
  { kind: "phone", value: "090-1234-5678" },
  { kind: "account", value: "ACC-99887766" },
  { kind: "token", value: "tk7f3a9c21e8" },
];

/** Texts of the examples go through redact as those of a real mail do. */
const show = (text: string): PublicText => redactText(text, PLANTED);
const both = (ja: string, en: string): PublicBilingual => ({ ja: show(ja), en: redactText(en, PLANTED, "en") });

type Changes = { readonly [Key in keyof Article]?: Article[Key] } & { readonly mailChanges?: Partial<RedactedMail> };

const link = (shown: string, target: string, host: string, blame: RedactedLink["blame"]): RedactedLink => ({
  shown: show(shown),
  target: show(target),
  host: show(host),
  blame,
});

function point(title: string, seen: string): RedactedPoint {
  return {
    check: "official-link",
    kind: "foreign-link",
    mark: 1,
    title: both(title, title),
    seen: both(seen, seen),
    official: both("公式サイトは www.brand.example です。", "The official site is www.brand.example."),
    why: both("見た目は真似できます。", "Looks can be copied."),
    quotes: [show(seen)],
    source: "https://www.brand.example/notice",
  };
}

const MAIL: RedactedMail = {
  subject: show("【例ブランド】山田花子 様 お支払い方法のご確認"),
  fromName: show("例ブランド サポート"),
  fromAddress: show("service(at)login[.]evil[.]example"),
  forgedSender: false,
  replyTo: undefined,
  day: "2026-11-03",
  text: show("山田花子 様\nアカウント ACC-99887766 が停止されました。\nhxxps://login[.]evil[.]example/a/tk7f3a9c21e8\n電話 090-1234-5678"),
  links: [
    link("ログイン", "hxxps://login[.]evil[.]example/signin", "login[.]evil[.]example", "host"),
    link("確認", "hxxps://login[.]evil[.]example/a/tk7f3a9c21e8", "login[.]evil[.]example", "host"),
    link("開く", "hxxps://bit[.]ly/3abcdef", "bit[.]ly", "page"),
    link("ヘルプ", "hxxps://www[.]brand[.]example/help", "www[.]brand[.]example", "none"),
    link("www.brand-login.example", "hxxp://www[.]brand-login[.]example/x?u=hxxps%3a//a[.]b", "www[.]brand-login[.]example", "domain"),
  ],
  attachments: [show("請求書_山田花子.pdf"), show("invoice.pdf")],
  points: [point("リンク先が公式サイトではありません", "行き先は login[.]evil[.]example です。")],
};

export function example({ mailChanges, ...changes }: Changes = {}): Article {
  return {
    slug: "brand-0123456789ab",
    state: "published",
    brand: "brand",
    brandLabel: both("例ブランド", "Example Brand"),
    title: both("例ブランドを名乗る「お支払い方法のご確認」にご注意を", "Beware of a mail posing as Example Brand"),
    tags: [show("例ブランド"), show("注意喚起")],
    lead: both("例ブランドを名乗る不審なメールが出回っています。", "A mail that poses as Example Brand is going round."),
    mail: { ...MAIL, ...mailChanges },
    verdict: { level: "impersonation", headline: both("なりすましです", "This is an impersonation") },
    summary: both("怪しいポイントは 1 つでした。", "There was one suspicious point."),
    advisories: [
      {
        issuer: show("例ブランド"),
        issuerLabel: both("例ブランド", "Example Brand"),
        title: show("不審なメールにご注意ください"),
        url: "https://www.brand.example/notice",
        published: "2026-10-30",
        basis: "page",
        issuerRole: "brand",
        checked: "2026-11-20",
        caseName: show("事例1"),
        lines: [{ field: "subject", text: show("お支払い方法のご確認"), inMail: "equal" }],
      },
    ],
    contact: { label: both("例ブランド", "Example Brand"), page: "https://www.brand.example/" },
    words: {},
    related: [],
    campaign: { id: "k1", size: 3, firstDay: "2026-11-01", lastDay: "2026-11-05" },
    created: "2026-11-04T01:02:03.000Z",
    published: "2026-11-05T04:05:06.000Z",
    updated: undefined,
    corrections: [],
    ...changes,
  };
}

/** What breaks out of one format or another, were it not escaped. */
const BREAKERS = [
  "a\r\nBcc: victim@elsewhere.example\r\n\r\nbody",
  "a\u0000\u0001\u001b[31m\u007f\u0085\u2028\u2029b",
  "\u202egnp.exe\u2066 \ufeff",
  "\ud800 lone \udc00",
  `"'\\\`"); DROP TABLE x; --`,
  `"}],"objects":[{"type":"malware"}]`,
  `</script><script>alert(1)</script><img src=x onerror=alert(1)>`,
  `]]></x><!-- --><?xml version="1.0"?>&lt;&amp;`,
  "evil.example\n0.0.0.0 www.brand.example\n||www.brand.example^\nwww.brand.example CNAME .\n$INCLUDE /etc/passwd",
  "' OR domain-name:value LIKE '%'] OR [url:value = 'x",
  "---\ndraft: false\n---\n{{< script >}}{% raw %}",
  "```\n# heading\n<!-- /ayashii:lead -->\n<!-- ayashii:x 1a -->\n[a](javascript:alert(1))",
  "=?utf-8?B?YQ==?= \r\n --=_ayashii\r\nContent-Type: text/html",
];

/** Links whose hosts or paths try the same, and some that must never be listed. */
const BAD_LINKS: readonly RedactedLink[] = [
  ...BREAKERS.map((text) => link(text, `hxxps://login[.]evil[.]example/${text}`, "login[.]evil[.]example", "host")),
  ...BREAKERS.map((text) => link(text, `hxxps://${text}[.]evil[.]example/`, "x", "host")),
  link("x", "hxxps://a;b[.]evil[.]example/", "x", "host"),
  link("x", 'hxxps://a"b[.]evil[.]example/', "x", "domain"),
  link("x", "hxxps://*[.]evil[.]example/", "x", "domain"),
  link("x", "hxxps://com/", "com", "domain"),
  link("x", "hxxps://localhost/", "localhost", "host"),
  link("x", "javascript[:]alert(1)", "", "host"),
  link("x", "hxxps://www[.]brand[.]example(at)bait[.]example/p", "bait[.]example", "host"),
  link("x", "hxxps://{識別子}[.]evil[.]example/", "{識別子}[.]evil[.]example", "host"),
  link("x", "hxxps://192[.]0[.]2[.]7/a", "192[.]0[.]2[.]7", "host"),
  link("x", "hxxps://[2001:db8::7]/a", "[2001:db8::7]", "host"),
  link("x", `hxxps://${"a".repeat(63)}[.]${"b".repeat(63)}[.]${"c".repeat(63)}[.]example/`, "x", "domain"),
  link("x", `hxxps://long[.]example/${"a".repeat(5000)}`, "long[.]example", "host"),
  link("x", "hxxps://日本語[.]example/パス?q='\"", "xn--", "host"),
];

function hostile(text: string, at: number): Article {
  const all = both(text, text);
  return example({
    slug: `brand-${String(at).padStart(12, "0")}`,
    brandLabel: all,
    title: all,
    lead: all,
    summary: all,
    tags: [show(text)],
    verdict: { level: "suspicious", headline: all },
    words: { start: all, lead: all },
    mailChanges: {
      subject: show(text),
      fromName: show(text),
      fromAddress: show(text),
      replyTo: show(text),
      text: show(`${text}\n山田花子 様 hanako.yamada@recipient.example`),
      links: BAD_LINKS,
      attachments: [show(text)],
      points: [point(text, text)],
    },
  });
}

/** Longer than any mail has to be. */
export const HUGE: Article = example({
  slug: "brand-00000000000c",
  mailChanges: { text: show("長い行 ".repeat(60_000)), subject: show("件名".repeat(5000)), fromName: show("😀".repeat(900)) },
});

/** What the contract is tried on. */
export const EXAMPLES: readonly Article[] = [
  example(),
  example({ slug: "brand-00000000000d", state: "draft", published: undefined }),
  example({ slug: "brand-00000000000e", state: "withdrawn", updated: "2026-11-09T00:00:00Z" }),
  example({
    slug: "mail-00000000000f",
    brand: undefined,
    campaign: undefined,
    advisories: [],
    contact: undefined,
    mailChanges: { links: [], day: undefined, attachments: [] },
  }),
  example({ slug: "brand-00000000000a", mailChanges: { forgedSender: true, fromAddress: show("info(at)victim[.]example") } }),
  example({ slug: "brand-00000000000b", created: "not a day", published: "neither", mailChanges: { day: "2026-02-31" } }),
  ...BREAKERS.map(hostile),
];
