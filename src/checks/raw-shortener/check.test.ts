import assert from "node:assert/strict";
import { test } from "node:test";
import { kindsOf, runCheckOn } from "../../../test/check-fixture.ts";
import { rawShortener } from "./check.ts";

const cases: readonly (readonly [string, string])[] = [
  ["hit-only", "only-hidden-targets"],
  ["hit-mostly", "mostly-hidden-targets"],
  ["weak-text", "only-hidden-targets"],
  ["weak-among-own", "shortened-call-to-action"],
  ["miss", "clear"],
];

for (const [file, expected] of cases) {
  test(`raw-shortener: ${file} → ${expected}`, () => {
    assert.equal(kindsOf(runCheckOn(rawShortener, `src/checks/raw-shortener/${file}.eml`)), expected);
  });
}

test("raw-shortener: bare short links and hardly a word weigh as much as a button", () => {
  const result = runCheckOn(rawShortener, "src/checks/raw-shortener/hit-bare.eml");
  assert.equal(result.kind === "points" && result.points[0].confidence, "strong");
});
