import assert from "node:assert/strict";
import { test } from "node:test";
import { readFileSync } from "node:fs";
import { defaultRegistry } from "../brands/index.ts";
import { ADVISORIES } from "./advisories.generated.ts";
import { advisoryJsonSchema, readAdvisory } from "./schema.ts";

const RECORD = { issuer: { ja: "甲", en: "A" }, title: "t", url: "https://a.example/", checked: "2026-01-01", cases: [{ name: "1", subjects: ["s"] }] };

test("a record becomes an advisory named after its path", () => {
  const advisory = readAdvisory(RECORD, "a", "x");
  assert.equal(advisory.id, "a/x");
  assert.equal(advisory.basis, "page");
  assert.deepEqual(advisory.cases[0]?.senderAddresses, []);
});

test("a record without source, with a bad day, an unknown key or an empty case is refused by name", () => {
  assert.throws(() => readAdvisory({ ...RECORD, url: undefined }, "a", "x"), /url/);
  assert.throws(() => readAdvisory({ ...RECORD, checked: "1.1.2026" }, "a", "x"), /ISO day/);
  assert.throws(() => readAdvisory({ ...RECORD, colour: 1 }, "a", "x"), /colour/);
  assert.throws(() => readAdvisory({ ...RECORD, cases: [{ name: "1" }] }, "a", "x"), /a case needs/);
});

test("the JSON Schema for editors is the one of the records", () => {
  const written = JSON.parse(readFileSync("data/advisories/advisory.schema.json", "utf8")) as { required: string[]; properties: object };
  assert.deepEqual(written, JSON.parse(JSON.stringify(advisoryJsonSchema())));
  assert.deepEqual(written.required, ["issuer", "title", "url", "checked", "cases"]);
});

test("no two compiled advisories share an id", () => {
  assert.equal(new Set(ADVISORIES.map((advisory) => advisory.id)).size, ADVISORIES.length);
});

test("every advisory is about a registered brand", () => {
  const registry = defaultRegistry();
  assert.deepEqual(
    ADVISORIES.filter((advisory) => registry.get(advisory.brand) === undefined).map((advisory) => advisory.id),
    [],
  );
});
