import assert from "node:assert/strict";
import { test } from "node:test";
import { buildIndex } from "./build-index.ts";
import { packIndex, readIndex } from "./packed-index.ts";
import { readBrandFile } from "./read.ts";

const brand = (id: string, text: string) => {
  const read = readBrandFile(`${id}.yaml`, `id: ${id}\n${text}`);
  assert.ok(read.brand, JSON.stringify(read.problems));
  return read.brand;
};

const brands = [
  brand(
    "meadow-bank",
    `label: { ja: 草原銀行, en: Meadow Bank }
owner: { ja: 草原ホールディングス, en: Meadow Holdings }
names: [{ name: 草原銀行株式会社, lang: ja }, { name: Meadow Bank, lang: en }, { name: MB, lang: en, short: true }]
spellings: [草源銀行]
aliases: [Old Meadow]
siteDomains:
  - { domain: meadow-bank.example, status: assumed, checked: 2026-01-01 }
  - { domain: mail.meadow.example, status: assumed, checked: 2026-01-01 }
senderDomains: [{ domain: meadow-bank.example, status: assumed, checked: 2026-01-01 }]
`,
  ),
  brand(
    "brook",
    `label: { ja: 小川, en: Brook }\nnames: [{ name: Brookside, lang: en }]\nsiteDomains: [{ domain: brookside.example, status: assumed, checked: 2026-01-01 }]\n`,
  ),
];

test("what is left out of the written index comes back: targets as they were, and every key leads to its brand", () => {
  const index = buildIndex(brands);
  const read = readIndex(JSON.parse(JSON.stringify(packIndex(index))));
  assert.deepEqual(read.targets, index.targets);
  assert.ok(index.targets.length >= 4);
  const keys = new Map(read.keys.key.map((key, at) => [key, read.keys.brand[at]]));
  index.keys.key.forEach((key, at) => assert.equal(keys.get(key), index.keys.brand[at], key));
  for (const section of ["ids", "names", "hosts", "machines", "houses", "common"] as const) assert.deepEqual(read[section], index[section]);
});

test("keys and targets that other sections tell are not written twice", () => {
  const packed = packIndex(buildIndex(brands));
  assert.doesNotMatch(packed.keys, /meadowbank|brookside/);
  assert.doesNotMatch(packed.targets, /meadow-bank\.example/);
});
