import assert from "node:assert/strict";
import { test } from "node:test";
import { kindsOf, runCheckOn } from "../../../test/check-fixture.ts";
import { replyToFreemail } from "./check.ts";

const cases: readonly (readonly [string, string])[] = [
  ["hit-brand", "freemail-reply-for-brand"],
  ["hit-company", "freemail-reply"],
  ["miss-private", "clear"],
  ["miss-list", "clear"],
  ["miss-own-domain", "clear"],
];

for (const [file, expected] of cases) {
  test(`reply-to-freemail: ${file} → ${expected}`, () => {
    const result = runCheckOn(replyToFreemail, `src/checks/reply-to-freemail/${file}.eml`);
    assert.equal(kindsOf(result), expected);
    if (result.kind !== "points") return;
    const [point] = result.points;
    assert.ok(point.quotes.length > 0 && point.quotes.every((quote) => quote.where.kind === "raw" && quote.where.end > quote.where.start));
    assert.ok(point.seen.ja !== "" && point.seen.en !== "" && point.seen.ja !== point.seen.en);
  });
}

test("reply-to-freemail: unknown where the header was lost in an inline forward", () => {
  assert.equal(kindsOf(runCheckOn(replyToFreemail, "examples/forwarded-inline.eml")), "unknown");
});
