import assert from "node:assert/strict";
import { test } from "node:test";
import { kindsOf, runCheckOn } from "../../../test/check-fixture.ts";
import { noReverseDns } from "./check.ts";

const cases: readonly (readonly [string, string])[] = [
  ["hit", "nameless-server"],
  ["miss-named", "clear"],
  ["miss-below-entry", "clear"],
  ["miss-inside", "clear"],
];

for (const [file, expected] of cases) {
  test(`no-reverse-dns: ${file} → ${expected}`, () => {
    const result = runCheckOn(noReverseDns, `src/checks/no-reverse-dns/${file}.eml`);
    assert.equal(kindsOf(result), expected);
    if (result.kind !== "points") return;
    const [point] = result.points;
    assert.ok(point.quotes.length > 0 && point.quotes.every((quote) => quote.where.kind === "raw" && quote.where.end > quote.where.start));
    assert.ok(point.seen.ja !== "" && point.seen.en !== "" && point.seen.ja !== point.seen.en);
  });
}

test("no-reverse-dns: unknown where the header was lost in an inline forward", () => {
  assert.equal(kindsOf(runCheckOn(noReverseDns, "examples/forwarded-inline.eml")), "unknown");
});
