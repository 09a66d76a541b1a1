import assert from "node:assert/strict";
import { test } from "node:test";
import { kindsOf, runCheckOn } from "../../../test/check-fixture.ts";
import { platformSender } from "./check.ts";

const cases: readonly (readonly [string, string])[] = [
  ["hit", "platform-domain"],
  ["hit-reseller", "reseller-ending"],
  ["miss-bounce", "clear"],
  ["miss-own-domain", "clear"],
];

for (const [file, expected] of cases) {
  test(`platform-sender: ${file} → ${expected}`, () => {
    const result = runCheckOn(platformSender, `src/checks/platform-sender/${file}.eml`);
    assert.equal(kindsOf(result), expected);
    if (result.kind !== "points") return;
    const [point] = result.points;
    assert.ok(point.quotes.length > 0 && point.quotes.every((quote) => quote.where.kind === "raw" && quote.where.end > quote.where.start));
    assert.ok(point.seen.ja !== "" && point.seen.en !== "" && point.seen.ja !== point.seen.en);
  });
}

test("platform-sender: unknown where the header was lost in an inline forward", () => {
  assert.equal(kindsOf(runCheckOn(platformSender, "examples/forwarded-inline.eml")), "unknown");
});
