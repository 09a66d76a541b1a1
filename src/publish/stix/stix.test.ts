import assert from "node:assert/strict";
import { test } from "node:test";
import { example } from "../article-examples.ts";
import { SURROUNDINGS } from "../exporter-contract.ts";
import { uuid5 } from "../name-uuid.ts";
import { exporters } from "./exporter.ts";
import { hostObject } from "./observables.ts";
import { hostPattern, urlPattern } from "./pattern.ts";
import { problemsOf } from "./schema.ts";

const [stix] = exporters;
const bundle = (article = example()) => JSON.parse(stix!.files([article], SURROUNDINGS)[0]!.text) as { objects: Record<string, unknown>[] };
const ofType = (type: string, article = example()) => bundle(article).objects.filter((one) => one["type"] === type);

test("name-based UUIDs are those of RFC 9562 Appendix A.4", () => {
  assert.equal(uuid5("6ba7b810-9dad-11d1-80b4-00c04fd430c8", "www.example.com"), "2ed6657d-e927-568b-95e1-2665a8aea6a2");
});

test("observables have the identifiers that every tool derives (the address is the example of STIX 2.1 §2.9)", () => {
  assert.equal(hostObject("198.51.100.3").id, "ipv4-addr--28bb3599-77cd-5a82-a950-b5bc3caf07c4");
  assert.equal(hostObject("example.com").id, "domain-name--bedb4899-d24b-5401-bc86-8f6b4cc18ec7");
  assert.equal(hostObject("[2001:db8::1]").id, "ipv6-addr--6469e3a9-b053-5e34-a025-9396ae051d26");
});

test("patterns escape what ends a literal", () => {
  assert.equal(urlPattern("https://a.example/'\\"), String.raw`[url:value = 'https://a.example/\'\\']`);
  assert.equal(hostPattern({ host: "a.example", below: true, seen: [] }), "[domain-name:value = 'a.example' OR domain-name:value LIKE '%.a.example']");
});

test("a bundle has report, campaign, identity, indicators and the mail; blamed hosts alone have indicators", () => {
  for (const type of ["report", "campaign", "identity", "indicator", "relationship", "email-message", "email-addr", "url", "domain-name"])
    assert.ok(ofType(type).length > 0, type);
  const patterns = ofType("indicator").map((one) => String(one["pattern"]));
  assert.ok(patterns.includes("[domain-name:value = 'login.evil.example']"));
  assert.ok(patterns.every((pattern) => !/www\.brand\.example|'bit\.ly'|tk7f/.test(pattern)));
});

test("a withdrawn warning is revoked, a published one is not", () => {
  assert.equal(ofType("report", example({ state: "withdrawn" }))[0]?.["revoked"], true);
  assert.ok(ofType("indicator", example({ state: "withdrawn" })).every((one) => one["revoked"] === true));
  assert.equal(ofType("report")[0]?.["revoked"], undefined);
});

test("the schema finds what is wrong: an unknown reference, a broken pattern, a missing property, another version", () => {
  const wrong = (change: (objects: Record<string, unknown>[]) => void): readonly string[] => {
    const whole = bundle();
    change(whole.objects);
    return problemsOf(JSON.stringify(whole));
  };
  const first = (objects: Record<string, unknown>[], type: string) => objects.find((one) => one["type"] === type)!;
  assert.deepEqual(
    wrong(() => undefined),
    [],
  );
  assert.notEqual(wrong((all) => all.splice(0, 1)).length, 0);
  assert.notEqual(wrong((all) => (first(all, "indicator")["pattern"] = "[url:value = 'x]")).length, 0);
  assert.notEqual(wrong((all) => delete first(all, "indicator")["valid_from"]).length, 0);
  assert.notEqual(wrong((all) => (first(all, "report")["spec_version"] = "2.0")).length, 0);
  assert.notEqual(wrong((all) => (first(all, "report")["modified"] = "2020-01-01T00:00:00Z")).length, 0);
});
