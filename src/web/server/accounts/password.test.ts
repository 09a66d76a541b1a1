import assert from "node:assert/strict";
import { test } from "node:test";
import { Busy, hashPassword, passwordMatches } from "./password.ts";

test("a password is hashed as OWASP asks, each with its own salt, and matches only itself", async () => {
  const [one, two] = await Promise.all([hashPassword("ひらけごま、長い言葉で"), hashPassword("ひらけごま、長い言葉で")]);
  assert.match(one ?? "", /^scrypt\$17\$8\$1\$[\w-]{22}\$[\w-]{43}$/);
  assert.notEqual(one, two);
  assert.equal(await passwordMatches("ひらけごま、長い言葉で", one), true);
  assert.equal(await passwordMatches("ひらけごま、長い言葉て", one), false);
  // が as one character and as two (NFKC): the same word typed on another system.
  const composed = await hashPassword("\u304c");
  assert.equal(await passwordMatches("\u304b\u3099", composed), true);
  assert.equal(await passwordMatches("", undefined), false);
});

test("more at once than can be hashed are refused, not queued without end", async () => {
  const results = await Promise.allSettled(Array.from({ length: 24 }, () => passwordMatches("x", "scrypt$4$8$1$AAAA$AAAA")));
  const refused = results.filter((one) => one.status === "rejected");
  assert.equal(refused.length, 6);
  assert.ok(refused.every((one) => one.reason instanceof Busy));
  assert.equal(await passwordMatches("x", "scrypt$4$8$1$AAAA$AAAA"), false);
});
