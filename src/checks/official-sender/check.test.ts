import assert from "node:assert/strict";
import { test } from "node:test";
import { kindsOf, runCheckOn } from "../../../test/check-fixture.ts";
import { officialSender } from "./check.ts";

const cases: readonly (readonly [string, string])[] = [
  ["hit-look-alike", "look-alike-sender-tldSwap"],
  ["hit-foreign", "foreign-sender"],
  ["hit-spoofed", "spoofed-official-sender"],
  ["genuine", "authenticated-official-sender"],
  ["unknown-no-authentication", "unproven-official-sender"],
  ["unknown-mailing-list", "unproven-official-sender"],
  ["miss-no-claim", "clear"],
];

for (const [file, expected] of cases) {
  test(`official-sender: ${file} → ${expected}`, () => {
    const result = runCheckOn(officialSender, `src/checks/official-sender/${file}.eml`);
    assert.equal(kindsOf(result), expected);
  });
}

test("official-sender: every quote can be looked up in the raw mail", () => {
  const result = runCheckOn(officialSender, "src/checks/official-sender/hit-look-alike.eml");
  assert.equal(result.kind, "points");
  if (result.kind !== "points") return;
  for (const quote of result.points[0].quotes) {
    assert.equal(quote.where.kind, "raw");
    if (quote.where.kind === "raw") assert.ok(quote.where.end > quote.where.start);
  }
});

test("official-sender: an unproven official address is also named as not checked", () => {
  const result = runCheckOn(officialSender, "src/checks/official-sender/unknown-no-authentication.eml");
  assert.equal(result.kind === "points" && result.missing?.[0]?.topic, "authentication");
});
