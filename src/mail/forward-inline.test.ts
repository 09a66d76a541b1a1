import assert from "node:assert/strict";
import { test } from "node:test";
import { findInlineHeader, type InlineHeader } from "./forward-inline.ts";
import type { Part, TextPart } from "./mail.ts";

const noPart = {} as Part;
const textPart = (text: string, kind: "plain" | "html" = "plain"): TextPart => ({
  part: noPart,
  kind,
  text,
  charset: "utf-8",
  toWhere: (start, end) => ({ kind: "raw", start, end }),
});
const find = (subject: string, text: string, kind?: "plain" | "html"): InlineHeader | undefined => findInlineHeader([textPart(text, kind)], subject);

interface Form {
  readonly program: string;
  readonly subject: string;
  readonly text: string;
  readonly kind?: "html";
}

const sender = "Example Support <support@example.com>";
const forms: readonly Form[] = [
  {
    program: "Gmail, en",
    subject: "Fwd: hold",
    text: `look at this\n\n---------- Forwarded message ---------\nFrom: ${sender}\nDate: Mon, Apr 1, 2024 at 9:00 AM\nSubject: hold\nTo: <me@example.net>\n\n\nBODY`,
  },
  {
    program: "Gmail, ja",
    subject: "Fwd: hold",
    text: `---------- 転送されたメッセージ ----------\r\n差出人: ${sender}\r\n日付: 2024年4月1日(月) 9:00\r\n件名: hold\r\nTo: <me@example.net>\r\n\r\n\r\nBODY`,
  },
  {
    program: "Gmail, ja with English labels and a changed subject",
    subject: "これは本物ですか",
    text: `確認お願いします\n\n---------- Forwarded message ---------\nFrom: ${sender}\nDate: 2024年4月1日(月) 9:00\nSubject: hold\nTo: <me@example.net>\n\nBODY`,
  },
  {
    program: "Outlook, en",
    subject: "FW: hold",
    text: `-----Original Message-----\r\nFrom: ${sender} \r\nSent: Monday, April 1, 2024 9:00 AM\r\nTo: me@example.net\r\nSubject: hold\r\n\r\nBODY`,
  },
  {
    program: "Outlook, ja",
    subject: "FW: hold",
    text: `お疲れさまです。\r\n\r\n-----元のメッセージ-----\r\n差出人: ${sender}\r\n送信日時: 2024年4月1日月曜日 9:00\r\n宛先: me@example.net\r\n件名: hold\r\n\r\nBODY`,
  },
  {
    program: "Outlook, block without a marker",
    subject: "転送: hold",
    text: `________________________________\n差出人: ${sender}\n送信日時: 2024年4月1日 9:00\n宛先: me@example.net <me@example.net>\n件名: hold\n\nBODY`,
  },
  {
    program: "Apple Mail, en",
    subject: "Fwd: hold",
    text: `\n\nBegin forwarded message:\n\n> From: ${sender}\n> Subject: hold\n> Date: 1 April 2024 at 9:00:00 JST\n> To: me@example.net\n> \n> BODY`,
  },
  {
    program: "Apple Mail, ja",
    subject: "Fwd: hold",
    text: `転送されたメッセージ:\n\n差出人: ${sender}\n件名: hold\n日付: 2024年4月1日 9:00:00 JST\n宛先: me@example.net\n\nBODY`,
  },
  {
    program: "Thunderbird, en",
    subject: "Fwd: hold",
    text: `\n\n\n-------- Forwarded Message --------\nSubject: \thold\nDate: \tMon, 1 Apr 2024 09:00:00 +0900\nFrom: \t${sender}\nTo: \tme@example.net\n\n\n\nBODY`,
  },
  {
    program: "Thunderbird, ja",
    subject: "Fwd: hold",
    text: `-------- 転送メッセージ --------\n件名: \thold\n日付: \tMon, 1 Apr 2024 09:00:00 +0900\n差出人: \t${sender}\n宛先: \tme@example.net\n\nBODY`,
  },
  {
    program: "Yahoo!メール",
    subject: "Fw: hold",
    text: `----- Original Message -----\nFrom: ${sender}\nTo: me@example.net\nDate: 2024/4/1, Mon 09:00\nSubject: hold\n\nBODY`,
  },
  {
    program: "Yahoo!メール, ja",
    subject: "Fw: hold",
    text: `--- 転送メッセージ ---\n差出人: ${sender}\n日時: 2024/04/01 09:00\n件名: hold\n宛先: me@example.net\n\nBODY`,
  },
  {
    program: "Gmail, HTML",
    subject: "Fwd: hold",
    kind: "html",
    text: `<div dir="ltr"><br><div class="gmail_quote"><div dir="ltr">---------- Forwarded message ---------<br>From: <strong>Example Support</strong> <span>&lt;<a href="mailto:support@example.com">support@example.com</a>&gt;</span><br>Date: Mon, Apr 1, 2024<br>Subject: hold<br>To:  &lt;me@example.net&gt;<br></div><br><p>BODY</p></div></div>`,
  },
  {
    program: "Outlook, HTML",
    subject: "FW: hold",
    kind: "html",
    text: `<html><head><style>p{}</style></head><body><div style="border:none;border-top:solid #E1E1E1 1.0pt"><p><b>差出人<span>:</span></b><span> Example Support &lt;support@example.com&gt; <br><b>送信日時:</b> 2024年4月1日 9:00<br><b>宛先:</b> me@example.net<br><b>件名:</b> hold</span></p></div><p>BODY</p></body></html>`,
  },
  {
    program: "Thunderbird, HTML",
    subject: "Fwd: hold",
    kind: "html",
    text: `<p><br></p><div>-------- Forwarded Message --------<table><tbody><tr><th>Subject: </th><td>hold</td></tr><tr><th>Date: </th><td>Mon, 1 Apr 2024</td></tr><tr><th>From: </th><td>Example Support <a href="mailto:support@example.com">&lt;support@example.com&gt;</a></td></tr><tr><th>To: </th><td>me@example.net</td></tr></tbody></table><br>BODY</div>`,
  },
];
for (const { program, subject, text, kind } of forms) {
  test(`forward by ${program}`, () => {
    const found = find(subject, text, kind);
    assert.ok(found, "not recognised");
    assert.deepEqual(found.from, { address: "support@example.com", domain: "example.com", displayName: "Example Support" });
    assert.equal(found.subject, "hold");
    assert.match(found.to ?? "", /me@example\.net/);
    assert.ok(found.date);
    assert.match(text.slice(found.bodyStart), /^(?:> )?BODY/);
    assert.ok(found.where.kind === "raw" && /support@example/.test(text.slice(found.where.start, found.where.end)));
  });
}

const quiet: readonly (readonly [string, string, string])[] = [
  ["an Outlook reply", "RE: hold", `Thanks.\n\n-----Original Message-----\nFrom: ${sender}\nSent: Monday\nTo: me\nSubject: hold\n\nx`],
  [
    "a reply to a forward",
    "Re: Fwd: hold",
    `Looks fake.\n\n> ---------- Forwarded message ---------\n> From: ${sender}\n> Date: Monday\n> Subject: hold\n> To: me\n>\n> x`,
  ],
  ["a mail that lists fields without a forward's subject", "お申し込み内容", `件名: x\n差出人: ${sender}\n日付: 2024\n宛先: me\n\nx`],
  ["a marker far below", "News", "line\n".repeat(60) + `---------- Forwarded message ---------\nFrom: ${sender}\nSubject: x\nDate: y\n\nx`],
  ["a marker without fields", "Fwd: x", "---------- Forwarded message ---------\n\nnothing here"],
];
for (const [what, subject, text] of quiet) test(`no forward: ${what}`, () => assert.equal(find(subject, text), undefined));

test("hostile text takes no long time", () => {
  const started = Date.now();
  for (const piece of ["<", "<b> ", "<!--", "<style>", "-", "From:", "From: a@\n", "----- Forwarded message -----\n", "&#", "a@"])
    for (const kind of ["plain", "html"] as const) find("Fwd: x", piece.repeat(200_000), kind);
  assert.ok(Date.now() - started < 3000, String(Date.now() - started));
});
