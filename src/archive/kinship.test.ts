import assert from "node:assert/strict";
import { test } from "node:test";
import { TEXT } from "./archive-examples.ts";
import { campaignMarks } from "./campaign-marks.ts";
import type { MarkedMail } from "./campaign-marks.ts";
import { kinship } from "./kinship.ts";
import { bandKeys, isEmptySignature, likeness, signatureOf } from "./minhash.ts";
import { withoutVariables } from "./text-variables.ts";

const marks = (mail: Partial<MarkedMail>) => campaignMarks({ subject: "", visibleText: "", html: [], urls: [], brandNames: [], recipients: [], ...mail });
const plain = (text: string, brandNames: string[] = [], recipients: string[] = []) => withoutVariables(text, { brandNames, recipients });

test("address, count, date, brand, link, token and name are no part of a template", () => {
  const one = plain("山田様\nXSERVERより: 8件のメール(2026年3月1日)。受付番号 A1B2C3。http://a.example/x?u=1 taro@mail.example", ["Xserver"], ["taro"]);
  const two = plain("佐藤様\nさくらより: 12件のメール(2025年12月31日)。受付番号 ZZ99Q。https://b.test/y hanako@other.example", ["さくら"], ["hanako"]);
  assert.equal(one, two);
  assert.match(one, /より0件のメール0年0月0日受付番号/);
});
test("characters that nobody sees, width and blanks make no difference", () => {
  assert.equal(plain("ア\u200bカウ\u00adント ＡＢＣ"), plain("アカウント\nabc"));
  assert.equal(plain("Dear Maria Lopez,\nyour parcel"), plain("Dear Wei,\nYour  parcel"));
});
test("likeness is near the Jaccard index of the n-grams", () => {
  const text = (from: number) => Array.from({ length: 1000 }, (_, i) => String.fromCodePoint(0x4e00 + (((from + i) * 7919) % 20_000))).join("");
  for (const [shift, jaccard] of [
    [0, 1],
    [100, 0.818],
    [333, 0.5],
    [1000, 0],
  ] as const) {
    const found = likeness(signatureOf(text(0)), signatureOf(text(shift))) ?? -1;
    assert.ok(Math.abs(found - jaccard) < 0.17, `${shift}: ${found} for ${jaccard}`);
  }
});
test("a text too short has an empty signature and no bands, and is like nothing", () => {
  const short = signatureOf("短い");
  assert.ok(isEmptySignature(short));
  assert.deepEqual(bandKeys(short), []);
  assert.equal(likeness(short, short), undefined);
});
test("signatures are kept in files: they never change", () => {
  const signature = signatureOf(plain(TEXT.parcel));
  assert.deepEqual([...signature.subarray(0, 3)], SIGNATURE);
  assert.equal(bandKeys(signature)[0], BAND);
});
const SIGNATURE = [33972306, 3260438, 77960933];
const BAND = 2939200988154644;
test("same template: relatives; same subject alone, or two empty mails: not", () => {
  assert.ok(kinship(marks({ visibleText: TEXT.parcel }), marks({ visibleText: TEXT.parcelAgain })) > 0.7);
  assert.equal(
    kinship(marks({ visibleText: TEXT.parcel, subject: "重要なお知らせです" }), marks({ visibleText: TEXT.mailbox, subject: "重要なお知らせです" })),
    0,
  );
  assert.equal(kinship(marks({ subject: "重要なお知らせです" }), marks({ subject: "重要なお知らせです" })), 0);
  assert.equal(kinship(marks({}), marks({})), 0);
});
test("a mail that is only a picture is known by subject and link", () => {
  const one = marks({ subject: "Your invoice 881 is ready", urls: ["https://a.example/billing/open.php?id=1"] });
  const two = marks({ subject: "Your invoice 12 is ready", urls: ["https://b.test/billing/open.php?id=9"] });
  assert.ok(kinship(one, two) > 0);
});
test("what a mailing list or an answer puts before a subject is no part of it", () => {
  const template = (subject: string) => marks({ subject }).subjectTemplate;
  assert.equal(template("[staff 2207] Re: [SPAM] 【重要】お荷物について"), template("【重要】お荷物について"));
  assert.notEqual(template("【重要】お荷物について"), template("お荷物について"));
});
test("the shape of a page does not depend on rows and words", () => {
  const page = (rows: number, word: string) =>
    `<table>${`<tr><td>${word}<br></td></tr>`.repeat(rows)}</table><div><p>a</p><ul><li>x</li></ul><h2>b</h2></div><center><img><hr><form><input></form></center><small>c</small>`;
  assert.equal(marks({ html: [page(2, "a")] }).htmlShape, marks({ html: [page(9, "<b>長い</b>")] }).htmlShape);
  assert.notEqual(marks({ html: [page(2, "a")] }).htmlShape, "");
  assert.equal(marks({ html: ["<p>a</p>"] }).htmlShape, "");
});
test("the path of a link without what differs; everybody's paths tell nothing", () => {
  const urls = [
    "https://a.example/members/3f9c2e1b77/verify.php?token=abc&lang=ja#x",
    "https://a.example/",
    "not a url",
    "mailto:a@b.example",
    "https://a.example/login",
  ];
  assert.deepEqual(marks({ urls }).urlPaths, ["/members/*/verify.php?lang&token"]);
});
test("hostile lengths are bounded", () => {
  const started = performance.now();
  marks({
    subject: "a".repeat(1e6),
    visibleText: "1a".repeat(500_000),
    html: ["<p>".repeat(300_000)],
    urls: Array.from({ length: 5000 }, (_, i) => `https://a.example/${"x/".repeat(1000)}${i}`),
  });
  marks({ visibleText: `${"a@".repeat(200_000)}${"dear ".repeat(50_000)}${"-.".repeat(100_000)}` });
  assert.ok(performance.now() - started < 5000);
});
