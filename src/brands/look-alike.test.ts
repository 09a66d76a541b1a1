import assert from "node:assert/strict";
import { test } from "node:test";
import { skeletonOf } from "./confusables.ts";
import { editDistance, nearestStretch } from "./edit-distance.ts";
import { idnDisplay } from "./idn-display.ts";
import { defaultRegistry, lookAlikeOf, lookAlikesAmong } from "./index.ts";
import { decodePunycode } from "./punycode.ts";

const registry = defaultRegistry();

test("with the brand claimed, kinds of every sort", () => {
  const cases: readonly (readonly [string, string, string | undefined])[] = [
    ["smbc-card", "smbc-login.example", "combosquat"],
    ["smbc-card", "www.smbc-card.com.evil.example", "brandInSubdomain"],
    ["ekinet", "ekinet.example", "typosquat"],
    ["ekinet", "eki.login.example", "brandInSubdomain"],
    ["epos-card", "wwwinfoeposcarb.example", "combosquat"],
    ["jcb", "myjcb.example", "combosquat"],
    ["rakuten-ichiba", "rakuten.workers.dev", "brandInSubdomain"],
    ["amazon", "arnazon.example", "confusable"],
    ["amazon", "xn--amazn-mye.example", "confusable"],
    ["amazon", "www.amazon.co.jp", undefined],
    ["amazon", "192.0.2.1", undefined],
    ["amazon", "unrelated.example", undefined],
    ["au", "restaurant.example", undefined],
  ];
  for (const [brand, host, kind] of cases) assert.equal(lookAlikeOf(host, registry.get(brand)!)?.kind, kind, host);
});

test("without a claim only what is hardly chance is strong", () => {
  const among = lookAlikesAmong(registry);
  const strong = (host: string): string | undefined => {
    const found = among(host).find((one) => one.strength === "strong");
    return found === undefined ? undefined : `${found.brand} ${found.kind}`;
  };
  assert.equal(strong("www.eposcard.co.jp.evil.example"), "epos-card brandInSubdomain");
  assert.equal(strong("eposcard-login.example"), "epos-card combosquat");
  assert.equal(strong("xn--eposcrd-6fg.example"), "epos-card confusable");
  assert.equal(strong("paypa1.example"), "paypal confusable");
  assert.equal(strong("meta-mask.example"), "metamask typosquat");
  assert.equal(strong("paypall.example"), undefined);
  assert.equal(strong("paypall.xyz"), "paypal typosquat");
  assert.equal(strong("metamsk.example"), "metamask typosquat");
  assert.equal(strong("opensea-claim.example"), "opensea combosquat");
  for (const host of ["apples.example", "orange.example", "amazon.ae", "chaser.example", "www.eposcard.co.jp", "localhost", "", "a".repeat(300)])
    assert.equal(strong(host), undefined, host);
});

test("hostile hosts are passed over quickly", () => {
  const started = performance.now();
  for (const host of [`${"a-".repeat(120)}a.example`, `${"a.".repeat(120)}example`, `xn--${"z".repeat(240)}.example`, `${"amazon".repeat(10)}.example`]) {
    lookAlikesAmong(registry)(host);
    lookAlikeOf(host, registry.get("amazon")!);
    idnDisplay(host);
  }
  assert.ok(performance.now() - started < 1000);
});

test("skeletons of UTS #39", () => {
  assert.equal(skeletonOf("раураl"), skeletonOf("paypal"));
  assert.equal(skeletonOf("𝟐"), skeletonOf("2"));
  assert.notEqual(skeletonOf("amazon"), skeletonOf("amazom"));
});

test("distances", () => {
  assert.equal(editDistance("amazon", "amazno", 2), 1);
  assert.equal(editDistance("amazon", "paypal", 2), 3);
  assert.equal(nearestStretch("wwwinfoeposcarb", "eposcard", 1), 1);
});

test("punycode that is none", () => {
  assert.equal(decodePunycode("server-9rf"), "хserver");
  for (const text of ["!!!", "99999999", "a-\u0000"]) assert.equal(decodePunycode(text), undefined, text);
});

test("hosts shown in Unicode", () => {
  const verdict = (host: string): string => idnDisplay(host).verdict;
  assert.equal(verdict("example.com"), "plain");
  assert.equal(verdict("xn--r8jz45g.xn--zckzah"), "plain");
  assert.equal(verdict("xn--xample-2of.com"), "deceptive");
  assert.equal(verdict("xn--99999999.com"), "invalid");
});
