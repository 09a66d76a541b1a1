import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { redactText } from "../redact/index.ts";
import { example } from "../../test/article-fixture.ts";
import { step } from "./index.ts";
import type { Article, Step } from "./index.ts";

const base = example();
const note = { ja: redactText("理由", []), en: redactText("why", []) };
const STEPS: readonly Step[] = [
  { kind: "submit" },
  { kind: "send-back" },
  { kind: "publish", at: "2026-11-26T00:00:00Z" },
  { kind: "correct", at: "2026-11-27T00:00:00Z", note },
  { kind: "withdraw", at: "2026-11-28T00:00:00Z", note },
];
const taken = (article: Article, kind: Step["kind"]): Article => {
  const result = step(
    article,
    STEPS.find((one) => one.kind === kind)!,
  );
  if (result.kind === "refused") throw new Error(result.why.en);
  return result.article;
};

test("draft, review, published, corrected, withdrawn", () => {
  const published = taken(taken(base, "submit"), "publish");
  assert.deepEqual([published.state, published.published, published.updated], ["published", "2026-11-26T00:00:00Z", undefined]);
  const corrected = taken(published, "correct");
  assert.deepEqual([corrected.state, corrected.updated, corrected.corrections.length], ["published", "2026-11-27T00:00:00Z", 1]);
  const withdrawn = taken(corrected, "withdraw");
  assert.deepEqual([withdrawn.state, withdrawn.published, withdrawn.corrections.length], ["withdrawn", "2026-11-26T00:00:00Z", 2]);
});

test("nothing is published without a review, and nothing withdrawn that was not public", () => {
  for (const kind of ["publish", "correct", "withdraw", "send-back"] as const) {
    const result = step(
      base,
      STEPS.find((one) => one.kind === kind)!,
    );
    assert.equal(result.kind, "refused");
    assert.match(result.kind === "refused" ? result.why.ja : "", /下書き/);
  }
});

test("whatever steps are taken: corrections only grow, the first day stays, public is what was reviewed", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...STEPS), { maxLength: 20 }), (steps) => {
      let article = base;
      for (const one of steps) {
        const result = step(article, one);
        if (result.kind === "refused") continue;
        const next = result.article;
        assert.deepEqual(next.corrections.slice(0, article.corrections.length), article.corrections);
        if (article.published !== undefined) assert.equal(next.published, article.published);
        if (next.state === "published" && article.state !== "published") assert.equal(article.state, "review");
        assert.equal(next.slug, article.slug);
        article = next;
      }
    }),
  );
});
