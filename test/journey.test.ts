import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { examine } from "../src/index.ts";

const examineExample = (name: string) => examine(new Uint8Array(readFileSync(`examples/${name}.eml`)));
const phishingChecks = (name: string): string[] =>
  examineExample(name)
    .points.filter((point) => point.leans === "phishing")
    .map((point) => point.check);

test("the seed's mail: XServer, all three points, an impersonation", () => {
  const examination = examineExample("xserver-pending-messages");
  assert.equal(examination.verdict.level, "impersonation");
  assert.equal("impersonates" in examination.verdict && examination.verdict.impersonates, "xserver");
  // The three points of the article come first; smaller ones may follow.
  assert.deepEqual(phishingChecks("xserver-pending-messages").slice(0, 3).sort(), ["official-link", "official-sender", "published-warning"]);
});
test("the survey mail matches 事例2", () => {
  const matched = examineExample("xserver-survey").points.find((point) => point.advisory !== undefined);
  assert.match(matched?.advisory?.case.name ?? "", /2/);
});
test("a genuine mail is confirmed; without authentication results it is undecided and says what is missing", () => {
  assert.equal(examineExample("xserver-genuine").verdict.level, "genuine");
  const without = examineExample("xserver-genuine-no-authentication");
  assert.equal(without.verdict.level, "undecided");
  assert.ok(without.notChecked.some((missing) => missing.topic === "authentication"));
});
test("an ordinary newsletter raises nothing", () => {
  assert.deepEqual(phishingChecks("newsletter"), []);
});
test("an inline forward is found, judged with less certainty, and says how to raise it", () => {
  const examination = examineExample("forwarded-inline");
  assert.equal(examination.evidenceLevel, "inline-forward");
  assert.equal(examination.verdict.level, "suspicious");
  assert.notEqual(examination.raiseLevel, undefined);
});
test("a QR code that poses as Microsoft: the code's target is the evidence", () => {
  const { verdict, points } = examineExample("qr-code-sign-in");
  assert.equal("impersonates" in verdict && verdict.impersonates, "microsoft");
  assert.ok(points.some((point) => point.link?.real === "mfa-renew.tenant-mailer.example"));
});
test("a parcel fee: the brand posed as is named, whatever the facts about it are worth", () => {
  const { verdict } = examineExample("parcel-fee");
  assert.ok(verdict.level === "suspicious" || verdict.level === "impersonation");
  assert.equal("impersonates" in verdict && verdict.impersonates, "royal-mail");
});
test("a bank's forged address through a mailing list warns, and says what the list made unknowable", () => {
  const { verdict, notChecked } = examineExample("bank-through-list");
  assert.equal(verdict.level, "suspicious");
  assert.equal("impersonates" in verdict && verdict.impersonates, "smbc-bank");
  assert.ok(notChecked.length > 0);
});
test("a signed newsletter of a company with its own link shortener is genuine", () => {
  const { verdict } = examineExample("shop-newsletter-genuine");
  assert.equal("brand" in verdict && verdict.brand, "rakuten-ichiba");
});
test("empty and random bytes are examined without throwing", () => {
  assert.notEqual(examine(new Uint8Array()).verdict.level, "impersonation");
  assert.notEqual(examine(Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919) % 256)).verdict.level, "impersonation");
});
