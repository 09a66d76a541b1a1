import assert from "node:assert/strict";
import { test } from "node:test";
import { defaultRegistry } from "../src/brands/index.ts";
import { brandsOfLabel, labelStanding } from "./eval-labels.ts";

const standing = (label: string, over: Partial<Parameters<typeof labelStanding>[2]>): string =>
  labelStanding(label, brandsOfLabel(label), { displayName: "", fromAddress: "someone@gmail.com", subject: "", visibleText: "", ...over });

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
  assert.equal(standing("Google", { displayName: "Tonia Smith", subject: "Good day", visibleText: "Write to me at tonia@gmail.com" }), "from-only");
});
test("naming the brand in display name, subject or text does, in whatever letters", () => {
  assert.equal(standing("Google", { displayName: "Google Account" }), "named");
  assert.equal(standing("Google", { subject: "Your Google account" }), "named");
  assert.equal(standing("Google", { visibleText: "we at 𝗚𝗼𝗼𝗴𝗹𝗲" }), "named");
  assert.equal(standing("Binance", { displayName: "BinanceMail", fromAddress: "a@x.example" }), "named");
  assert.equal(standing("UPS", { displayName: "ups.com [US]", fromAddress: "a@x.example" }), "named");
  assert.equal(standing("Ekinet/JR", { displayName: "Eki-net.com", fromAddress: "a@x.example" }), "named");
});
test("a label nothing in the mail bears out is not a claim", () => {
  assert.equal(standing("Nubank", { displayName: "Jouw prijs", subject: "Ontgrendel nu uw Gratis Spins", fromAddress: "a@x.example" }), "unnamed");
  assert.equal(standing("UPS", { subject: "Groups of friends", fromAddress: "a@x.example" }), "unnamed");
});
