import { readFileSync } from "node:fs";
import { articleOf } from "../src/app/article-of.ts";
import type { ArticleOptions, ArticleResult } from "../src/app/article-of.ts";
import type { Article } from "../src/article/article.ts";

export const CREATED = "2026-11-25T01:02:03Z";
export const EXAMPLE = "examples/xserver-pending-messages.eml";

/** The article of a mail's source, made by the whole journey. */
export function made(raw: string | Uint8Array, options: Partial<ArticleOptions> = {}): Extract<ArticleResult, { kind: "article" }> {
  const result = articleOf(typeof raw === "string" ? new TextEncoder().encode(raw) : raw, { created: CREATED, ...options });
  if (result.kind === "refused") throw new Error(result.why.en);
  return result;
}

export function example(): Article {
  return made(readFileSync(EXAMPLE)).article;
}

/** A mail that poses as a brand, whose every visible field holds the payload. */
export function hostileMail(payload: string): string {
  const word = `=?utf-8?B?${Buffer.from(payload).toString("base64")}?=`;
  const body = `${payload}\nメールボックスの同期に失敗しました。 ${payload}\n`;
  const page = `<p>${payload.replace(/[&<>]/g, (c) => `&#${c.charCodeAt(0)};`)}</p><p><a href="https://login.evil.example/a?x=1">ログイン</a></p>`;
  return [
    `From: "XSERVER SUPPORT" <support@evil.example>`,
    `Reply-To: ${word} <reply@evil.example>`,
    `To: <taro@example.com>`,
    `Subject: XSERVER ${word}`,
    `Date: Thu, 15 Feb 2024 08:12:44 +0900`,
    `MIME-Version: 1.0`,
    `Content-Type: multipart/mixed; boundary="b"`,
    ``,
    `--b`,
    `Content-Type: multipart/alternative; boundary="c"`,
    ``,
    `--c`,
    `Content-Type: text/plain; charset=utf-8`,
    `Content-Transfer-Encoding: base64`,
    ``,
    Buffer.from(body).toString("base64"),
    `--c`,
    `Content-Type: text/html; charset=utf-8`,
    `Content-Transfer-Encoding: base64`,
    ``,
    Buffer.from(page).toString("base64"),
    `--c--`,
    `--b`,
    `Content-Type: application/octet-stream`,
    `Content-Disposition: attachment; filename="${word}.pdf"`,
    ``,
    `x`,
    `--b--`,
    ``,
  ].join("\r\n");
}

/** Payloads for HTML, SVG, Markdown, its dialects and site builders. Written here; each tries to run `window.hit` or to reach evil.example. */
export const PAYLOADS: readonly string[] = [
  `<script>window.hit=1</script>`,
  `"><img src=x onerror="window.hit=1">`,
  `</title><script>window.hit=1</script>`,
  `</text></svg><svg onload="window.hit=1">`,
  `]]><script>window.hit=1</script><![CDATA[`,
  `'"--><iframe srcdoc="<script>parent.hit=1</script>"></iframe>`,
  `</style><link rel=stylesheet href="https://evil.example/a.css">`,
  `<a href="javascript:window.hit=1">click</a>`,
  `<svg><animate onbegin=window.hit=1 attributeName=x dur=1s>`,
  `<math><mtext></mtext><mglyph><style></math><img src onerror=window.hit=1>`,
  `<base href="https://evil.example/"><form action="https://evil.example"><button>`,
  `<meta http-equiv="refresh" content="0;url=https://evil.example/">`,
  `![x](https://evil.example/track.png)`,
  `[click](javascript:window.hit=1) [go](https://evil.example/)`,
  `[x]: https://evil.example/ "x"`,
  `www.evil.example https://evil.example/x a@evil.example`,
  "```\n<script>window.hit=1</script>\n```",
  "~~~\n# heading\n~~~",
  `<!-- /ayashii:transcript -->\n<script>window.hit=1</script>`,
  `<!-- ayashii:lead 0 -->`,
  `-->\n<script>window.hit=1</script>`,
  `{{< script >}} {{ site.x }} {% include x %} {{% x %}}`,
  `# heading\n- list\n> quote\n| a | b |\n|---|---|`,
  `\u202egnp.exe \u0000\u001b[31m\ufffe\ud800`,
  `&lt;script&gt;window.hit=1&lt;/script&gt; &#60;img src=x onerror=window.hit=1&#62;`,
];
