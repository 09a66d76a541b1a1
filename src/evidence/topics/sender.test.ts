import assert from "node:assert/strict";
import { test } from "node:test";
import { parseMail } from "../../mail/index.ts";
import { gatherSender } from "./sender.ts";

const senderOf = (header: string) => {
  const found = gatherSender(parseMail(new TextEncoder().encode(`${header}\r\n\r\nHello\r\n`)));
  assert.equal(found.kind, "found");
  if (found.kind !== "found") throw new Error("no sender");
  return found.value;
};

/** From as written, then the name, the address and the domain that are read. */
const WRITTEN: readonly (readonly [string, string, string, string])[] = [
  ["Example account team ,_ <no-reply@example.com>", "Example account team ,_", "no-reply@example.com", "example.com"],
  ['"Delivery@example.net", <news@example.com>', "Delivery@example.net", "news@example.com", "example.com"],
  ["You won!,(<news@example.com>)", "You won!", "news@example.com", "example.com"],
  ['"Booking" <"info@example.com">', "Booking", "info@example.com", "example.com"],
  ["Post <news@news,example,com>", "Post", "news@news,example,com", "news.example.com"],
  ["Post <news@'mail.example.com>", "Post", "news@'mail.example.com", "mail.example.com"],
  ["Post <news@example>", "Post", "news@example", "example"],
  ["Post <news@online%example.com>", "Post", "news@online%example.com", "online-example.com"],
  ["Post <1@5993599359935993>", "Post", "1@5993599359935993", "5993599359935993"],
  ["Name, <news@example.com.>, Name, <news@example.com>", "Name,", "news@example.com.", "example.com"],
  ["$B%a!<%k4IM}(B <a@example.com>", "メール管理", "a@example.com", "example.com"],
  ["Shop;<news@example.com>", "Shop", "news@example.com", "example.com"],
  ["Shop <Shop.example>, Shop <news@example.com>", "Shop", "news@example.com", "example.com"],
  ['"Nobody" <>', "Nobody", "", ""],
];
for (const [written, name, address, domain] of WRITTEN) {
  test(`From: ${written}`, () => {
    const sender = senderOf(`From: ${written}`);
    assert.deepEqual([sender.from[0]?.displayName, sender.from[0]?.address, sender.authorDomain], [name, address, domain]);
  });
}

test("prices and ticker names are no Japanese", () => {
  assert.equal(senderOf("From: $BONK and $BLUR now <a@example.com>").from[0]?.displayName, "$BONK and $BLUR now");
});

test("the author a mailing list replaced is found where lists keep it", () => {
  const list = "List-Post: <mailto:talk@lists.example.org>\r\n";
  const via = `${list}From: Example Bank via Talk <talk@lists.example.org>\r\nReply-To: Example Bank <info@bank.example>`;
  assert.equal(senderOf(via).rewrittenAuthor?.address, "info@bank.example");
  assert.equal(senderOf(`${list}From: A <talk@lists.example.org>\r\nX-Original-From: A <a@example.com>`).rewrittenAuthor?.address, "a@example.com");
  assert.equal(senderOf(`${list}From: A <a@example.net>\r\nX-Original-From: A <a@example.com>`).rewrittenAuthor, undefined, "From is not the list's");
  assert.equal(senderOf(via.slice(list.length)).rewrittenAuthor, undefined, "no list");
});
