import assert from "node:assert/strict";
import { test } from "node:test";
import { kindsOf, runCheckOn } from "../../../test/check-fixture.ts";
import { recipientAsSender } from "./check.ts";

const cases: readonly (readonly [string, string])[] = [
  ["hit-own-address", "own-address-in-name"],
  ["hit-own-domain", "own-domain-in-name"],
  ["hit-own-office", "own-office-in-name"],
  ["miss-other-word", "clear"],
  ["hit-forged", "own-address-forged"],
  ["miss-note-to-self", "clear"],
  ["miss-colleague", "clear"],
  ["miss-free-mail", "clear"],
];

for (const [file, expected] of cases) {
  test(`recipient-as-sender: ${file} → ${expected}`, () => {
    const result = runCheckOn(recipientAsSender, `src/checks/recipient-as-sender/${file}.eml`);
    assert.equal(kindsOf(result), expected);
    if (result.kind !== "points") return;
    const [point] = result.points;
    assert.ok(point.quotes.length > 0 && point.quotes.every((quote) => quote.where.kind === "raw" && quote.where.end > quote.where.start));
    assert.ok(point.seen.ja !== "" && point.seen.en !== "" && point.seen.ja !== point.seen.en);
  });
}

test("recipient-as-sender: unknown where the header was lost in an inline forward", () => {
  assert.equal(kindsOf(runCheckOn(recipientAsSender, "examples/forwarded-inline.eml")), "unknown");
});
