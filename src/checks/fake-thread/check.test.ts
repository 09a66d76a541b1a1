import assert from "node:assert/strict";
import { test } from "node:test";
import { kindsOf, runCheckOn } from "../../../test/check-fixture.ts";
import { fakeThread } from "./check.ts";

const cases: readonly (readonly [string, string])[] = [
  ["hit", "answer-to-nothing"],
  ["hit-japanese", "answer-to-nothing"],
  ["miss-answer", "clear"],
  ["miss-list", "clear"],
  ["miss-word", "clear"],
];

for (const [file, expected] of cases) {
  test(`fake-thread: ${file} → ${expected}`, () => {
    const result = runCheckOn(fakeThread, `src/checks/fake-thread/${file}.eml`);
    assert.equal(kindsOf(result), expected);
    if (result.kind !== "points") return;
    const [point] = result.points;
    assert.ok(point.quotes.length > 0 && point.quotes.every((quote) => quote.where.kind === "raw" && quote.where.end > quote.where.start));
    assert.ok(point.seen.ja !== "" && point.seen.en !== "" && point.seen.ja !== point.seen.en);
  });
}

test("fake-thread: unknown where the header was lost in an inline forward", () => {
  assert.equal(kindsOf(runCheckOn(fakeThread, "examples/forwarded-inline.eml")), "unknown");
});
