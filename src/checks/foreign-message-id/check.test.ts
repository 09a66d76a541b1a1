import assert from "node:assert/strict";
import { test } from "node:test";
import { kindsOf, runCheckOn } from "../../../test/check-fixture.ts";
import { foreignMessageId } from "./check.ts";

const cases: readonly (readonly [string, string])[] = [
  ["hit", "numbered-elsewhere"],
  ["miss-own", "clear"],
  ["miss-delivery-service", "clear"],
  ["miss-receiver", "clear"],
  ["miss-no-claim", "clear"],
];

for (const [file, expected] of cases) {
  test(`foreign-message-id: ${file} → ${expected}`, () => {
    const result = runCheckOn(foreignMessageId, `src/checks/foreign-message-id/${file}.eml`);
    assert.equal(kindsOf(result), expected);
    if (result.kind !== "points") return;
    const [point] = result.points;
    assert.ok(point.quotes.length > 0 && point.quotes.every((quote) => quote.where.kind === "raw" && quote.where.end > quote.where.start));
    assert.ok(point.seen.ja !== "" && point.seen.en !== "" && point.seen.ja !== point.seen.en);
  });
}

test("foreign-message-id: unknown where the header was lost in an inline forward", () => {
  assert.equal(kindsOf(runCheckOn(foreignMessageId, "examples/forwarded-inline.eml")), "unknown");
});
