import assert from "node:assert/strict";
import { test } from "node:test";
import { isAddressHost, isDeliveryTracker, isSharedHosting, isShortener, sharedHostingOf } from "./shared-hosts.ts";
import { addressInUrl, formsOf, trickOf } from "./url-tricks.ts";

const trick = (written: string, named = false): string | undefined => trickOf(written, URL.canParse(written) ? new URL(written).hostname : "", named)?.kind;

test("disguised addresses are told by how they are written", () => {
  assert.equal(trick("https://www.bank.example@evil.test/"), "name-before-at");
  assert.equal(trick("http://0xC0.0x00.0x02.0x07/"), "encoded-number");
  assert.equal(trick("http://3221225991/"), "encoded-number");
  assert.equal(trick("http://192.0.2.7/"), "number-for-name");
  assert.equal(trick("https://ev\u200bil.test/"), "unseen-characters");
  assert.equal(trick("https://ｅvil.test/"), "look-alike-letters");
  assert.equal(trick("https://%65vil.test/"), "encoded-host");
  assert.equal(trick("https:\\\\evil.test\\x"), "backslash");
  assert.equal(trick(`https://${"a".repeat(60)}.${"b".repeat(60)}.test/`), "long-host");
});

test("ordinary addresses are no trick", () => {
  for (const plain of [
    "https://www.bank.example/a@b",
    "https://例え.テスト/",
    "https://xn--r8jz45g.test/",
    "mailto:a@b.example",
    "https://www.bank.example:8443/%20",
  ])
    assert.equal(trick(plain), undefined, plain);
  assert.equal(trickOf("http://192.0.2.7/", "192.0.2.7", false)?.grave, false);
  assert.equal(trickOf("http://192.0.2.7/", "192.0.2.7", true)?.grave, true);
});

test("an address is found in a URL in every encoding", () => {
  const forms = formsOf(["hanako@reader.example"]);
  assert.equal(addressInUrl("https://x.test/#hanako@reader.example", forms), "plain");
  assert.equal(addressInUrl("https://x.test/?m=hanako%2540reader.example", forms), "plain");
  for (const before of ["", "a", "ab"]) assert.equal(addressInUrl(`https://x.test/${btoa(`${before}hanako@reader.example;x`)}`, forms), "base64");
  assert.equal(addressInUrl("https://x.test/68616e616b6f407265616465722e6578616d706c65", forms), "hex");
  assert.equal(addressInUrl("https://x.test/?m=taro@reader.example", forms), undefined);
  assert.equal(formsOf(["a@b.c", "nobody"]).length, 0);
});

test("hosts are known whole", () => {
  assert.equal(sharedHostingOf("a.b.workers.dev"), "workers.dev");
  assert.equal(isSharedHosting("storage.googleapis.com"), true);
  assert.equal(isSharedHosting("www.googleapis.com"), false);
  assert.equal(isSharedHosting("shop.blogspot.co.uk"), true);
  assert.equal(isShortener("www.bit.ly"), true);
  assert.equal(isShortener("bit.ly.example"), false);
  assert.equal(isDeliveryTracker("u1.ct.sendgrid.net"), true);
  assert.equal(isAddressHost("192.0.2.1.example"), false);
});
