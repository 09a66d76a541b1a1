// Genuine mail that made other tools cry wolf (design: the traps). None may reach `suspicious`; each file's name says which trap it is.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { examine } from "../src/index.ts";

const FOLDER = "test/traps";
const WARNS: ReadonlySet<string> = new Set(["impersonation", "suspicious"]);

for (const file of readdirSync(FOLDER).filter((name) => name.endsWith(".eml"))) {
  test(`trap: ${file.replace(".eml", "").replaceAll("-", " ")}`, () => {
    const examination = examine(new Uint8Array(readFileSync(`${FOLDER}/${file}`)));
    const points = examination.points.filter((point) => point.leans === "phishing").map((point) => `${point.check}/${point.kind}`);
    assert.ok(!WARNS.has(examination.verdict.level), `${examination.verdict.level}: ${points.join(", ")}`);
  });
}

test("traps: mail that the brand itself signed comes out genuine", () => {
  for (const file of ["another-domain-of-its-own", "security-rewriter", "tracker-of-the-brand", "warning-by-the-brand", "urgent-but-genuine"]) {
    assert.equal(examine(new Uint8Array(readFileSync(`${FOLDER}/${file}.eml`))).verdict.level, "genuine", file);
  }
});
