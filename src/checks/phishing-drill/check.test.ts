import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { kindsOf, runCheckOn } from "../../../test/check-fixture.ts";
import { examine } from "../../index.ts";
import { phishingDrill } from "./check.ts";

const FOLDER = "src/checks/phishing-drill";
const cases: readonly (readonly [string, string])[] = [
  ["hit-proven", "proven-drill"],
  ["hit-proven-envelope", "proven-drill"],
  ["hit-mark-posing", "drill-mark"],
  ["hit-mark-quiet", "drill-mark"],
  ["hit-gophish", "drill-mark"],
  ["hit-message-id", "drill-mark"],
  ["miss-training-notice", "clear"],
  ["miss-in-text", "clear"],
  ["miss-untrusted-result", "clear"],
];

for (const [file, expected] of cases) {
  test(`phishing-drill: ${file} → ${expected}`, () => {
    const result = runCheckOn(phishingDrill, `${FOLDER}/${file}.eml`);
    assert.equal(kindsOf(result), expected);
    if (result.kind !== "points") return;
    const [point] = result.points;
    assert.equal(point.leans, "simulation");
    assert.ok(point.fact?.source?.startsWith("https://"));
    assert.ok(point.quotes.length > 0 && point.quotes.every((quote) => quote.where.kind === "raw" && quote.where.end > quote.where.start));
    for (const text of [point.title, point.seen, point.official, point.why, point.action]) assert.ok(text.ja !== "" && text.en !== "" && text.ja !== text.en);
  });
}

test("phishing-drill: unknown where the header was lost in an inline forward", () => {
  assert.equal(kindsOf(runCheckOn(phishingDrill, "examples/forwarded-inline.eml")), "unknown");
});

test("a proven drill is told as one; the sender's word alone hides no attack, and says that it proves nothing", () => {
  const verdict = (file: string) => examine(new Uint8Array(readFileSync(`${FOLDER}/${file}.eml`))).verdict;
  assert.equal(verdict("hit-proven").level, "simulation");
  assert.match(verdict("hit-proven").headline.en, /^This is a phishing drill$/);
  assert.match(verdict("hit-proven").action.en, /do not open links .* IT desk/);
  const posing = verdict("hit-mark-posing");
  assert.ok(["impersonation", "suspicious"].includes(posing.level), posing.level);
  const quiet = verdict("hit-mark-quiet");
  assert.equal(quiet.level, "simulation");
  assert.match(quiet.headline.en, /does not prove/);
  assert.match(quiet.headline.ja, /証明ではありません/);
});
