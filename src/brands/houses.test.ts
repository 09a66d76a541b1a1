import assert from "node:assert/strict";
import { test } from "node:test";
import type { Brand } from "./brand.ts";
import { compileRegistry } from "./compile.ts";
import { lintBrands } from "./lint.ts";
import { readBrandFile } from "./read.ts";

const yaml = (id: string, domain: string, more: string): string =>
  `id: ${id}\nlabel: { ja: ${id}, en: ${id} }\nnames: [{ name: "${id} bank", lang: en }]\n${more}\nsiteDomains: [{ domain: ${domain}, status: assumed, checked: 2026-01-01 }]\n`;

const brandFrom = (id: string, domain: string, more = ""): Brand => {
  const { brand, problems } = readBrandFile(`${id}.yaml`, yaml(id, domain, more));
  assert.deepEqual(problems, []);
  return brand!;
};

test("a host of one brand of a house is a delegated sender of the others", () => {
  const registry = compileRegistry(
    [
      brandFrom("one", "one.example.com", "group: house"),
      brandFrom("two", "two.example.com", "group: house"),
      brandFrom("three", "three.example.com", "owner: { ja: 会社, en: Company }"),
      brandFrom("four", "four.example.com", "owner: { ja: 会社, en: Company }"),
      brandFrom("five", "five.example.com"),
    ],
    "test",
  );
  const roles = (host: string): readonly string[] => registry.rolesOf(host, undefined).map((found) => `${found.brand} ${found.role}`);
  assert.deepEqual(roles("mail.one.example.com"), ["one site", "two delegated-sender"]);
  assert.deepEqual(roles("four.example.com"), ["four site", "three delegated-sender"]);
  assert.deepEqual(roles("five.example.com"), ["five site"]);
});

test("customers of one brand prove nothing for the house", () => {
  const customers = "group: house\ncustomerDomains: [{ domain: users.example, status: assumed, checked: 2026-01-01 }]";
  const registry = compileRegistry([brandFrom("one", "one.example.com", customers), brandFrom("two", "two.example.com", "group: house")], "test");
  assert.deepEqual(
    registry.rolesOf("taro.users.example", undefined).map((found) => found.role),
    ["customer"],
  );
});

test("lint: brands of one house share domains, others do not", () => {
  const files = (more: string) => [
    readBrandFile("data/one.yaml", yaml("one", "example.com", more)),
    readBrandFile("data/two.yaml", yaml("two", "example.com", more)),
  ];
  assert.deepEqual(lintBrands(files("group: house")), []);
  assert.match(lintBrands(files(""))[0]!.message, /also a domain of one/);
});

test("lint: names that are ordinary words are noted, unless short ones are marked", () => {
  const text = yaml("one", "example.com", "").replace(
    '{ name: "one bank", lang: en }',
    "{ name: orchard, lang: en }, { name: 銀行, lang: ja }, { name: Ex, lang: en, short: true }",
  );
  const notes = lintBrands([readBrandFile("data/one.yaml", text)], new Set(["orchard"]));
  assert.deepEqual(
    notes.map((note) => [note.note, note.line]),
    [
      [true, 3],
      [true, 3],
    ],
  );
});
