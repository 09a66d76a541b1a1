import assert from "node:assert/strict";
import { test } from "node:test";
import { kindsOf, runCheckOn } from "../../../test/check-fixture.ts";
import { publishedWarning } from "./check.ts";

const cases: readonly (readonly [string, string, string | undefined])[] = [
  ["hit", "matches-whole", "事例1"],
  ["hit-variant", "matches-whole", "事例1"],
  ["case2", "matches-whole", "事例2"],
  ["miss", "clear", undefined],
  ["miss-own-warning", "clear", undefined],
];

for (const [file, expected, name] of cases) {
  test(`published-warning: ${file} → ${expected}`, () => {
    const result = runCheckOn(publishedWarning, `src/checks/published-warning/${file}.eml`);
    assert.equal(kindsOf(result), expected);
    if (result.kind === "points") assert.equal(result.points[0].advisory?.case.name, name);
  });
}

test("published-warning: the point names issuer, page and day, and quotes subject and body with their bytes", () => {
  const result = runCheckOn(publishedWarning, "src/checks/published-warning/hit-variant.eml");
  assert.equal(result.kind, "points");
  if (result.kind !== "points") return;
  const [point] = result.points;
  assert.equal(point.confidence, "certain");
  assert.equal(point.severity, "high");
  assert.match(point.official.ja, /エックスサーバー株式会社.*2023-03-07.*https:\/\/www\.xserver\.ne\.jp\//u);
  assert.match(point.seen.ja, /8 → 231/u);
  assert.equal(point.quotes.length, 2);
  for (const quote of point.quotes) assert.ok(quote.where.kind === "raw" && quote.where.end > quote.where.start);
});
