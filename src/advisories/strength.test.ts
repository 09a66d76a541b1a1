import assert from "node:assert/strict";
import { test } from "node:test";
import type { Advisory, AdvisoryCase } from "./advisory.ts";
import { compileAdvisories } from "./match.ts";
import type { MatchInput } from "./matching.ts";

/** Strength of the match of a warning with the case given and a mail; undefined when there is none. */
function strength(entry: Partial<AdvisoryCase>, mail: Partial<MatchInput>, role: Advisory["issuerRole"] = "reporter") {
  const full: AdvisoryCase = { name: "1", observed: undefined, subjects: [], senderNames: [], senderAddresses: [], body: undefined, urls: [], ...entry };
  const advisory = {
    id: "b/1",
    brand: "b",
    issuer: { ja: "b", en: "b" },
    title: "t",
    url: "https://b.example/",
    published: undefined,
    checked: "2026-01-01",
    issuerRole: role,
  };
  const input = { subject: "", senderName: "", senderAddress: "", visibleText: "", urls: [], ...mail };
  return compileAdvisories([{ ...advisory, cases: [full] }]).match(input)[0]?.strength;
}

const GENERIC = "【重要】お支払い方法の更新に関するお知らせ";
const TELLING = "お預かりの毛布が湖底で見つかりました";

test("a subject any company may write is no match alone, whoever the mail names", () => {
  assert.equal(strength({ subjects: [GENERIC] }, { subject: GENERIC }), undefined);
  assert.equal(strength({ subjects: [GENERIC] }, { subject: GENERIC, claimed: ["b"] }), undefined);
});

test("it is one beside the printed sender or a link to the printed host", () => {
  assert.equal(
    strength({ subjects: [GENERIC], senderAddresses: ["x@fake.example"] }, { subject: GENERIC, senderAddress: "x@fake.example" }),
    "subject-and-source",
  );
  const link = { subject: GENERIC, urls: ["https://fake.example/a"], claimed: ["b"] };
  assert.equal(strength({ subjects: [GENERIC], urls: ["https://fake.example/z"] }, link), "subject-and-source");
});

test("the brand's own address, forged, does not make it one", () => {
  const mail = { subject: GENERIC, senderAddress: "post@b.example", claimed: ["b"], isOfficialSender: () => true };
  assert.equal(strength({ subjects: [GENERIC], senderAddresses: ["post@b.example"] }, mail), undefined);
});

test("a subject that tells something matches in a mail that names the brand, not in one that names another", () => {
  assert.equal(strength({ subjects: [TELLING] }, { subject: TELLING, claimed: ["b"] }), "subject");
  assert.equal(strength({ subjects: [TELLING] }, { subject: TELLING, claimed: ["c"] }), undefined);
});

test("in a mail that names nobody the listed subject and nothing more is told", () => {
  assert.equal(strength({ subjects: [TELLING] }, { subject: TELLING, claimed: [] }), "subject-listed");
  assert.equal(strength({ subjects: [`${TELLING}(***@***)`] }, { subject: `${TELLING}(a@b.example)`, claimed: [] }), "subject-listed");
  assert.equal(strength({ subjects: [TELLING] }, { subject: `${TELLING}とのこと`, claimed: [] }), undefined);
  assert.equal(strength({ subjects: [GENERIC] }, { subject: GENERIC, claimed: [] }), undefined);
  assert.equal(strength({ subjects: [TELLING] }, { subject: TELLING, claimed: [], isOfficialSender: () => true }), undefined);
});

test("not when warnings of two companies list it", () => {
  const entry: AdvisoryCase = { name: "1", observed: undefined, subjects: [TELLING], senderNames: [], senderAddresses: [], body: undefined, urls: [] };
  const of = (brand: string): Advisory => ({
    id: `${brand}/1`,
    brand,
    issuer: { ja: brand, en: brand },
    title: "t",
    url: `https://${brand}.example/`,
    published: undefined,
    checked: "2026-01-01",
    cases: [entry],
  });
  const mail = { subject: TELLING, senderName: "", senderAddress: "", visibleText: "", urls: [], claimed: [] };
  assert.equal(compileAdvisories([of("b"), of("c")]).match(mail).length, 0);
  assert.equal(compileAdvisories([of("b"), of("b")]).match(mail).length, 2);
});

test("a subject genuine mails have too never matches alone, but beside the printed sender", () => {
  assert.equal(strength({ subjects: [TELLING], subjectAlsoGenuine: true }, { subject: TELLING, claimed: ["b"] }), undefined);
  const mail = { subject: TELLING, claimed: ["b"], senderAddress: "x@fake.example" };
  assert.equal(strength({ subjects: [TELLING], subjectAlsoGenuine: true, senderAddresses: ["@fake.example"] }, mail), "subject-and-source");
});

test("what the company itself calls a fake's subject needs less to tell, unless it comes from its own address", () => {
  const listed = "アカウント異常通知のお知らせ";
  assert.equal(strength({ subjects: [listed] }, { subject: listed, claimed: ["b"] }), undefined);
  assert.equal(strength({ subjects: [listed] }, { subject: listed, claimed: ["b"] }, "brand"), "subject");
  assert.equal(strength({ subjects: [listed] }, { subject: listed, claimed: ["b"], isOfficialSender: () => true }, "brand"), undefined);
  assert.equal(strength({ subjects: [GENERIC] }, { subject: GENERIC, claimed: ["b"] }, "brand"), undefined);
});

test("a sender printed with a mask alone needs the printed name", () => {
  const entry = { senderNames: ["B Inc."], senderAddresses: ["root@www○○○.b.example"] };
  const mail = { senderAddress: "root@www12.b.example", claimed: ["b"] };
  assert.equal(strength(entry, { ...mail, senderName: "Cron Daemon" }), undefined);
  assert.equal(strength(entry, { ...mail, senderName: "B Inc." }), "sender");
});

test("a link to a printed host alone matches only in a mail that names the brand", () => {
  const entry = { urls: ["h**ps://fake[.]example/x"] };
  assert.equal(strength(entry, { urls: ["https://fake.example/y"], claimed: ["b"] }), "link");
  assert.equal(strength(entry, { urls: ["https://fake.example/y"], claimed: ["c"] }), undefined);
  assert.equal(strength({ urls: ["https://●●.example/x"] }, { urls: ["https://any.example/y"], claimed: ["b"] }), undefined);
});

test("greetings and small print in common are no match", () => {
  const polite =
    "お客様各位\n平素は格別のお引き立てを賜り厚く御礼申し上げます。\nこのメールは送信専用のアドレスからお送りしています。\nご不明な点はお問い合わせ窓口までご連絡ください。";
  assert.equal(
    strength(
      { subjects: [GENERIC], body: `${polite}\n湖底の毛布を回収する日を三日以内にお選びください。` },
      { subject: GENERIC, visibleText: polite, claimed: ["b"] },
    ),
    undefined,
  );
});

test("one of many subjects a page lists leads to its case", () => {
  const things = ["毛布", "鉄瓶", "将棋盤", "羽子板", "万年筆", "望遠鏡", "座椅子", "植木鉢", "炊飯器", "風呂敷"];
  const subjects = things.flatMap((thing) => [`お預かりの${thing}が湖底で見つかりました`, `${thing}の引き取り期限を過ぎております`]);
  for (const subject of subjects) assert.equal(strength({ subjects }, { subject: `[list 12] ${subject}`, claimed: ["b"] }), "subject");
});
