import assert from "node:assert/strict";
import { test } from "node:test";
import { buildIndex } from "./build-index.ts";
import { domainsByBrand } from "./registry-index.ts";
import { packBrand, unpackBrand } from "./packed-brand.ts";
import { readBrandFile } from "./read.ts";

test("a brand comes back as it was", () => {
  const { brand } = readBrandFile(
    "one.yaml",
    `id: one
label: { ja: 一, en: One }
owner: { ja: 会社, en: Company }
group: house
names: [{ name: One, lang: en, short: true }, { name: ワン, lang: ja }, { name: 壱, lang: ja, short: true }]
topicWords: [card]
siteDomains:
  - { domain: example.com, status: confirmed, source: "https://example.com/", checked: 2026-01-01, validFrom: 2020-01-01 }
  - { domain: example.org, exact: true, status: assumed, checked: 2026-01-01 }
customerDomains:
  - { domain: example.net, status: assumed, checked: 2026-11-25 }
  - { domain: shop.example, status: assumed, checked: 2026-11-25 }
senderAddresses:
  - { address: a@example.com, status: documented, source: "https://example.net/", checked: 2026-01-01, validUntil: 2025-01-01 }
  - { address: b@example.com, status: documented, source: "https://example.com/", checked: 2026-02-01 }
machineHosts: [{ pattern: "sv*.example.com", status: assumed, checked: 2026-01-01 }]
urlRule: { rule: "https://***.example.com/", status: assumed, checked: 2026-01-01 }
contactPage: https://example.com/contact
`,
  );
  assert.ok(brand);
  assert.deepEqual(JSON.parse(JSON.stringify(unpackBrand(packBrand(brand), domainsByBrand(buildIndex([brand]))[0]!))), JSON.parse(JSON.stringify(brand)));
});
