import assert from "node:assert/strict";
import { test } from "node:test";
import type { Advisory, AdvisoryCase } from "./advisory.ts";
import { compileAdvisories } from "./match.ts";
import type { MatchInput } from "./matching.ts";

const advisory = (brand: string, entry: Partial<AdvisoryCase>): Advisory => ({
  id: `${brand}/1`,
  brand,
  issuer: { ja: brand, en: brand },
  title: "t",
  url: "https://b.example/",
  published: undefined,
  checked: "2026-01-01",
  issuerRole: "reporter",
  cases: [{ name: "1", observed: undefined, subjects: [], senderNames: [], senderAddresses: [], body: undefined, urls: [], ...entry }],
});

function strength(advisories: readonly Advisory[], mail: Partial<MatchInput>) {
  const input = { subject: "", senderName: "", senderAddress: "", visibleText: "", urls: [], claimed: [], ...mail };
  return compileAdvisories(advisories).match(input)[0]?.strength;
}

const PLAIN = "配送のお知らせ";

test("a plain subject is told of only where nothing says who the mail is from, and word for word", () => {
  const listed = [advisory("b", { subjects: [PLAIN] })];
  assert.equal(strength(listed, { subject: PLAIN, nameless: true }), "subject-listed");
  assert.equal(strength(listed, { subject: PLAIN }), undefined);
  assert.equal(strength(listed, { subject: PLAIN, nameless: true, claimed: ["c"] }), undefined);
  assert.equal(strength(listed, { subject: `${PLAIN} 12月号`, nameless: true }), undefined);
  assert.equal(strength([advisory("b", { subjects: ["お知らせ"] })], { subject: "お知らせ", nameless: true }), undefined);
});

test("a subject that warnings about two companies list says nothing of either", () => {
  assert.equal(strength([advisory("b", { subjects: [PLAIN] }), advisory("c", { subjects: [PLAIN] })], { subject: PLAIN, nameless: true }), undefined);
});

test("under the listed subject a link to the printed host, or a sender of the printed domain, makes it that case", () => {
  const listed = [advisory("b", { subjects: [PLAIN], urls: ["https://fake.example/x"], senderAddresses: ["xxxx@mail.fake.example"] })];
  assert.equal(strength(listed, { subject: PLAIN, urls: ["https://fake.example/y"] }), "subject-and-source");
  assert.equal(strength(listed, { subject: PLAIN, senderAddress: "k7@mail.fake.example" }), "subject-and-source");
  assert.equal(strength(listed, { subject: PLAIN, senderAddress: "k7@mail.fake.example", sharedSender: true }), undefined);
  assert.equal(strength(listed, { subject: PLAIN, senderAddress: "k7@mail.other.example" }), undefined);
});

test("a link to a printed host is enough where the mail says nothing else, a masked one only as it is printed", () => {
  const listed = [advisory("b", { urls: ["https://fake.example/x"] })];
  assert.equal(strength(listed, { urls: ["https://fake.example/y"], nameless: true }), "link");
  assert.equal(strength(listed, { urls: ["https://fake.example/y"] }), undefined);
  const masked = [advisory("b", { urls: ["http://●●●●lake.example/"] })];
  assert.equal(strength(masked, { urls: ["http://●●●●lake.example/"], nameless: true }), "link");
  assert.equal(strength(masked, { urls: ["http://bluelake.example/"], nameless: true }), undefined);
});

test("the domain of a hijacked mailbox names nobody: the listed subject beside the printed domain is that case still", () => {
  const listed = [advisory("b", { subjects: [PLAIN], senderAddresses: ["xxxx@mail.victim.example"] })];
  const mail = { subject: PLAIN, senderAddress: "k7@mail.victim.example", claimed: ["victim"] };
  assert.equal(strength(listed, { ...mail, namesNobody: true }), "subject-and-source");
  assert.equal(strength(listed, mail), undefined);
});
