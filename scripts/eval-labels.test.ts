import assert from "node:assert/strict";
import { test } from "node:test";
import { defaultRegistry } from "../src/brands/index.ts";
import { brandsOfLabel, onlyTheAddressSays } from "./eval-labels.ts";

const says = (label: string, over: Partial<Parameters<typeof onlyTheAddressSays>[2]>): boolean =>
  onlyTheAddressSays(label, brandsOfLabel(label), { displayName: "", fromAddress: "someone@gmail.com", subject: "", visibleText: "", ...over });

test("a label that is a company means it and its house", () => {
  assert.ok(brandsOfLabel("Rakuten").has("rakuten-card"));
  assert.ok(brandsOfLabel("Rakuten").has("rakuten-ichiba"));
  assert.ok(!brandsOfLabel("Rakuten").has("amazon"));
});
test("a label that names several means any of them; one that names nobody means nobody", () => {
  for (const id of ["lowes", "home-depot"]) assert.ok(brandsOfLabel("Lowe's/Home Depot/Ace").has(id), id);
  for (const id of ["mastercard", "visa"]) assert.ok(brandsOfLabel("Mastercard/Visa").has(id), id);
  for (const id of brandsOfLabel("SMBC")) assert.notEqual(defaultRegistry().get(id), undefined);
  assert.equal(brandsOfLabel("Webmail/own domain").size, 0);
  assert.equal(brandsOfLabel("").size, 0);
});
test("a mailbox at a provider claims nothing about the provider", () => {
  assert.equal(says("Google", { displayName: "Tonia Smith", subject: "Good day", visibleText: "Write to me at tonia@gmail.com" }), true);
});
test("naming the provider in display name, subject or text does, in whatever letters", () => {
  assert.equal(says("Google", { displayName: "Google Account" }), false);
  assert.equal(says("Google", { subject: "Your Google account" }), false);
  assert.equal(says("Google", { visibleText: "we at 𝗚𝗼𝗼𝗴𝗹𝗲" }), false);
});
test("a label that the From address does not explain is kept, whatever the text says", () => {
  assert.equal(says("PayPal", { displayName: "Nobody" }), false);
});
