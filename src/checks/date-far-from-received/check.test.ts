import assert from "node:assert/strict";
import { test } from "node:test";
import { kindsOf, runCheckOn } from "../../../test/check-fixture.ts";
import { dateFarFromReceived } from "./check.ts";

const cases: readonly (readonly [string, string])[] = [
  ["hit", "dated-ahead"],
  ["miss-wrong-zone", "clear"],
  ["miss-held-up", "clear"],
  ["miss-no-date", "clear"],
];

for (const [file, expected] of cases) {
  test(`date-far-from-received: ${file} → ${expected}`, () => {
    const result = runCheckOn(dateFarFromReceived, `src/checks/date-far-from-received/${file}.eml`);
    assert.equal(kindsOf(result), expected);
    if (result.kind !== "points") return;
    const [point] = result.points;
    assert.ok(point.quotes.length > 0 && point.quotes.every((quote) => quote.where.kind === "raw" && quote.where.end > quote.where.start));
    assert.ok(point.seen.ja !== "" && point.seen.en !== "" && point.seen.ja !== point.seen.en);
  });
}

test("date-far-from-received: unknown where the header was lost in an inline forward", () => {
  assert.equal(kindsOf(runCheckOn(dateFarFromReceived, "examples/forwarded-inline.eml")), "unknown");
});
