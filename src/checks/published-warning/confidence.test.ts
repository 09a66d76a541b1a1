import assert from "node:assert/strict";
import { test } from "node:test";
import { defaultAdvisories } from "../../advisories/index.ts";
import type { Registry } from "../../brands/registry.ts";
import type { Claim, Evidence } from "../../evidence/evidence.ts";
import type { Mail } from "../../mail/mail.ts";
import { publishedWarning } from "./check.ts";

const BODY =
  "2024 年 5 月 6 日にメールボックスの同期が失敗したため、3 件のメッセージが保留中です。\nこれは、午前 1 時 24 分にシステム メンテナンスが行われるためです。ご不便をおかけして申し訳ございません\n保留中のメールを取得するには、以下の問題を修正してください\n3通のメールを受信\nXSERVER ウェブメールのサポート";
const registry: Registry = { version: "test", brands: [], get: () => undefined, findNames: () => [], findBrand: () => undefined, rolesOf: () => [] };

/** Evidence by hand: the check is pure, so what it needs can be written down. */
function evidence(subject: string, visibleText: string, kind: Claim["kind"]): Evidence {
  const where = { kind: "raw", start: 0, end: 1 } as const;
  return {
    mail: {} as Mail,
    level: "full-source",
    subject: { text: subject, where },
    date: undefined,
    sender: { kind: "absent" },
    authentication: { kind: "absent" },
    trace: { kind: "absent" },
    links: { kind: "absent" },
    wording: { kind: "absent" },
    files: { kind: "absent" },
    codes: { kind: "absent" },
    hiddenInWords: [],
    claims: { kind: "found", value: [{ brand: "xserver", quotes: [], kind, weight: 1 }] },
    texts: [],
    visibleText,
    visibleWhere: () => where,
  };
}

function pointOn(given: Evidence) {
  const result = publishedWarning.run(given, { registry, advisories: defaultAdvisories() });
  return result.kind === "points" ? result.points[0] : undefined;
}

test("the body alone is strong in a mail that speaks as the brand, weak in one that only mentions it", () => {
  assert.equal(pointOn(evidence("至急", BODY, "speaks"))?.confidence, "strong");
  const mention = pointOn(evidence("昨日届いたメールについて", BODY, "mention"));
  assert.equal(mention?.confidence, "weak");
  assert.equal(mention?.severity, "medium");
});

test("the subject alone is weak: it may be a reply or a question about it", () => {
  assert.equal(
    pointOn(evidence("システム メンテナンスにより、(a@example.com) の 9 件の着信メッセージが返されました", "これは何ですか", "mention"))?.confidence,
    "weak",
  );
});

test("an unrelated mail gives no point", () => {
  assert.equal(pointOn(evidence("会議のお知らせ", "明日10時からです。", "speaks")), undefined);
});

test("subject and body are certain in a mail that speaks as the brand, strong in one that may quote it", () => {
  const subject = "システム メンテナンスにより、(a@example.com) の 9 件の着信メッセージが返されました";
  assert.equal(pointOn(evidence(subject, BODY, "speaks"))?.confidence, "certain");
  assert.equal(pointOn(evidence(`Re: ${subject}`, BODY, "mention"))?.confidence, "strong");
});
