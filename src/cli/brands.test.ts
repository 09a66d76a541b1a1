import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { brandsFind, brandsLint, brandsList, brandsShow } from "./brands.ts";

test("the brands that ship have no problem", () => {
  assert.deepEqual(brandsLint().stderr, "");
});

test("find prints the id, or nothing and exit 1", () => {
  assert.deepEqual(brandsFind({ name: "エックスサーバー株式会社" }), { stdout: "xserver\n", stderr: "", exitCode: 0 });
  assert.deepEqual(brandsFind({ name: "田中商店" }), { stdout: "", stderr: "", exitCode: 1 });
});

test("list and show", () => {
  assert.match(brandsList().stdout, /^xserver\tエックスサーバー\t/m);
  assert.match(brandsShow({ id: "xserver" }).stdout, /^rule\thttps:\/\/\*\*\*\.xserver\.ne\.jp\/\tconfirmed/m);
});

test("problems are one line each with their place", () => {
  const directory = mkdtempSync(join(tmpdir(), "brands-"));
  try {
    const fact = "status: assumed, checked: 2026-01-01";
    writeFileSync(join(directory, "broken.yaml"), "id: broken\nnames: [\n");
    writeFileSync(
      join(directory, "one.yaml"),
      `id: other\nlabel: { ja: いち, en: One }\nnames:\n  - { name: One, lang: en }\nsiteDomains:\n  - { domain: one.com, status: confirmed, checked: 2026-01-01 }\n  - { domain: co.jp, ${fact} }\n`,
    );
    writeFileSync(
      join(directory, "two.yaml"),
      `id: two\nlabel: { ja: に, en: Two }\nnames:\n  - { name: ONE, lang: en }\nsiteDomains:\n  - { domain: one.com, ${fact} }\n`,
    );
    writeFileSync(join(directory, "typo.yaml"), "id: typo\nlabell: 1\n");
    const { stderr, exitCode } = brandsLint({ brands: directory });
    assert.equal(exitCode, 1);
    for (const wanted of [
      /broken\.yaml:\d+:\d+: /,
      /one\.yaml:1:5: id "other"/,
      /one\.yaml:6:5: a confirmed fact needs a source/,
      /one\.yaml:7:\d+: co\.jp is a public suffix/,
      /two\.yaml:4:\d+: "ONE" also names other/,
      /two\.yaml:6:\d+: one\.com is also/,
      /typo\.yaml:2:\d+: labell: unknown key/,
    ])
      assert.match(stderr, wanted);
    assert.ok(
      stderr
        .trimEnd()
        .split("\n")
        .every((line) => /^\S+\.yaml:\d+:\d+: \S/.test(line)),
    );
  } finally {
    rmSync(directory, { recursive: true });
  }
  assert.equal(brandsLint({ brands: directory }).exitCode, 2);
});
