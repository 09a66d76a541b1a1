import assert from "node:assert/strict";
import { test } from "node:test";
import { findJudgedMail } from "./forward.ts";
import { field } from "./fields.ts";
import { parseMail } from "./parse.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text.replace(/\r?\n/g, "\r\n"));

const original = "From: Example Support <support@example.com>\nSubject: original\nContent-Type: text/plain; charset=utf-8\n\nhttps://phish.example/\n";

function carrying(header: string, note: string, type = "multipart/mixed"): Uint8Array {
  return bytes(
    `From: me@example.net\n${header}\nMIME-Version: 1.0\nContent-Type: ${type}; boundary=b\n\n--b\nContent-Type: text/plain; charset=utf-8\n\n${note}\n--b\nContent-Type: message/rfc822\n\n${original}\n--b--\n`,
  );
}

const judgedSubject = (raw: Uint8Array): readonly [string, string | undefined] => {
  const { mail, level } = findJudgedMail(parseMail(raw));
  return [level, field(mail, "subject")?.value.trim()];
};

test("a mail forwarded as attachment is judged by the attached original", () => {
  assert.deepEqual(judgedSubject(carrying("Subject: Fwd: original", "see https://example.org/")), ["attached-original", "original"]);
  assert.deepEqual(judgedSubject(carrying("Subject: =?utf-8?B?6Lui6YCBOiBvcmlnaW5hbA==?=", "")), ["attached-original", "original"]);
  assert.deepEqual(judgedSubject(carrying("Subject: phishing report", "Is this real?")), ["attached-original", "original"]);
});

test("a laid-out page or a form under Fwd: is judged itself, whatever is attached to it", () => {
  const page = (html: string): Uint8Array =>
    bytes(
      `From: me@example.net\nSubject: Fwd: your account\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/html\n\n${html}\n--b\nContent-Type: message/rfc822\n\n${original}\n--b--\n`,
    );
  assert.deepEqual(judgedSubject(page('<form action="https://phish.example/"><input name=p></form>')), ["full-source", "Fwd: your account"]);
  assert.deepEqual(judgedSubject(page('<a href="https://phish.example/">x</a>'.repeat(6))), ["full-source", "Fwd: your account"]);
  assert.deepEqual(judgedSubject(page('<p>what is this?</p><p>Taro, <a href="https://example.com/">Example Inc.</a></p>')), ["attached-original", "original"]);
});

test("ranges of the attached original refer to the bytes handed in", () => {
  const raw = carrying("Subject: Fwd: original", "");
  const { mail } = findJudgedMail(parseMail(raw));
  const subject = field(mail, "subject");
  assert.ok(subject);
  assert.equal(new TextDecoder().decode(mail.raw.subarray(subject.start, subject.end)), "Subject: original");
});

test("what carries mails without being a forward is judged itself", () => {
  assert.deepEqual(judgedSubject(carrying("Subject: Undelivered", "failed", "multipart/report; report-type=delivery-status")), ["full-source", "Undelivered"]);
  assert.deepEqual(judgedSubject(carrying("Subject: away\nAuto-Submitted: auto-replied", "gone")), ["full-source", "away"]);
  assert.deepEqual(judgedSubject(carrying("Subject: list Digest, Vol 1\nList-Id: <list.example.org>", "topics")), ["full-source", "list Digest, Vol 1"]);
  assert.deepEqual(judgedSubject(carrying("Subject: Act now", "click https://phish.example/ now")), ["full-source", "Act now"]);
});

test("an inline forward is found inside the attached original too", () => {
  const raw = bytes(
    "Subject: Fwd: hold\nFrom: me@example.net\nContent-Type: text/plain; charset=utf-8\n\n---------- Forwarded message ---------\nFrom: Example <support@example.com>\nDate: Mon, 1 Apr 2024\nSubject: hold\nTo: me@example.net\n\nBODY\n",
  );
  const found = findJudgedMail(parseMail(raw));
  assert.equal(found.level, "inline-forward");
  assert.equal(found.inlineHeader?.from?.address, "support@example.com");
  assert.ok(found.inlineHeader?.where.kind === "raw");
  const { start, end } = found.inlineHeader.where;
  assert.match(new TextDecoder().decode(raw.subarray(start, end)), /^From: Example[^]*To: me@example\.net$/);
});

test("an ordinary mail stays what it is", () => {
  assert.deepEqual(judgedSubject(bytes("Subject: hello\nFrom: a@example.com\n\nhi\n")), ["full-source", "hello"]);
  assert.deepEqual(judgedSubject(new Uint8Array(0)), ["full-source", undefined]);
});
