import assert from "node:assert/strict";
import { test } from "node:test";
import { isDeliverableAddress } from "./address-deliverable.ts";
import { classifyAddress } from "./address-syntax.ts";

const classes: readonly (readonly [string, string])[] = [
  ["hanako@example.com", "VALID"],
  ["hanako", "ERR_NODOMAIN"],
  ["hanako..y@example.com", "ERR_CONSECUTIVEDOTS"],
  ["hanako.@example.com", "ERR_DOT_END"],
  ['"hanako y"@example.com', "RFC5321_QUOTEDSTRING"],
  ['"hanako".y@example.com', "DEPREC_LOCALPART"],
  ['"hanako@example.com', "ERR_UNCLOSEDQUOTEDSTR"],
  ["hanako@[192.0.2.1]", "RFC5321_ADDRESSLITERAL"],
  ["hanako@[IPv6:2001:db8::1]", "RFC5321_ADDRESSLITERAL"],
  ["hanako@[IPv6:2001:db8]", "RFC5322_IPV6_GRPCOUNT"],
  ["(work)hanako@example.com", "CFWS_COMMENT"],
  ["hanako @example.com", "DEPREC_CFWS_NEAR_AT"],
  ["hanako@example.com\r\n", "ERR_FWS_CRLF_END"],
  ["hanako@example", "RFC5321_TLD"],
  ["hanako@-example.com", "ERR_DOMAINHYPHENSTART"],
];
for (const [address, diagnosis] of classes) {
  test(`${JSON.stringify(address)} is ${diagnosis}`, () => {
    assert.equal(classifyAddress(address).diagnosis, diagnosis);
  });
}

test("hostile addresses neither throw nor take long", () => {
  const hostile = ["(".repeat(50_000), '"'.repeat(50_000), "[".repeat(50_000), ".".repeat(50_000), "@".repeat(50_000), "\\"];
  const started = Date.now();
  for (const text of hostile) {
    assert.equal(classifyAddress(text).valid, false);
    assert.equal(isDeliverableAddress(text), false);
  }
  assert.ok(Date.now() - started < 1000);
});

test("what mail can be sent to", () => {
  for (const yes of ["a@example.com", "first.last+tag@mail.example.co.jp", "用户@例え.jp", "a@xn--r8jz45g.jp"])
    assert.equal(isDeliverableAddress(yes), true, yes);
  for (const no of ["a@localhost", "a b@example.com", '"a"@example.com', "a@[192.0.2.1]", "A <a@example.com>", "a@example.com."])
    assert.equal(isDeliverableAddress(no), false, no);
});
