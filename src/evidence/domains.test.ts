import assert from "node:assert/strict";
import { test } from "node:test";
import { hasKnownTld, organizationalDomain, registrableDomain, sameRegistrable, toAsciiHost, underDomain } from "./domains.ts";

test("the registrable domain knows the private section of the list", () => {
  assert.equal(registrableDomain("a.b.github.io"), "b.github.io");
  assert.equal(registrableDomain("www.example.co.jp"), "example.co.jp");
  assert.equal(registrableDomain("co.jp"), "");
  assert.equal(registrableDomain("192.0.2.1"), "");
  assert.equal(registrableDomain(""), "");
});

test("hosts are normalised as a browser does", () => {
  assert.equal(toAsciiHost("EXAMPLE。com"), "example.com");
  assert.equal(toAsciiHost("ｅｘａｍｐｌｅ.com."), "example.com");
  assert.equal(toAsciiHost("日本語.jp"), "xn--wgv71a119e.jp");
  assert.equal(toAsciiHost("a b"), "");
  assert.equal(toAsciiHost("a/b"), "");
});

test("hosts are compared by organization", () => {
  assert.ok(sameRegistrable("www.example.com", "mail.example.com"));
  assert.ok(!sameRegistrable("a.github.io", "b.github.io"));
  assert.ok(!sameRegistrable("", ""));
  assert.ok(underDomain("a.example.com", "example.com"));
  assert.ok(!underDomain("notexample.com", "example.com"));
  assert.equal(organizationalDomain("mail.example.ne.jp"), "example.ne.jp");
  assert.ok(hasKnownTld("x.com") && !hasKnownTld("x.js"));
});
