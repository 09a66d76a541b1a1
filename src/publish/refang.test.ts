import assert from "node:assert/strict";
import { test } from "node:test";
import { defang } from "../redact/index.ts";
import { refangAddress, refangOrigin, refangUrl } from "./refang.ts";

test("what defang made dead comes back as it was", () => {
  const urls = [
    "https://login.evil.example/a?b=c#d",
    "http://192.0.2.7/x",
    "https://a.example/r?to=https%3A%2F%2Fb.example%2F",
    "https://xn--eckwd4c7c.example/",
  ];
  for (const url of urls) assert.equal(refangUrl(defang(url))?.url, url);
  assert.equal(refangAddress(defang("support@login.example")), "support@login.example");
});

test("whatever lost a part to redaction is dropped, written plainly or escaped", () => {
  assert.equal(refangUrl("hxxps://evil[.]example/{識別子}"), undefined);
  assert.equal(refangUrl("hxxps://evil[.]example/?m={email address}"), undefined);
  assert.equal(refangUrl(`hxxps://evil[.]example/${encodeURIComponent("{メールアドレス}")}`), undefined);
  assert.equal(refangUrl("hxxps://{識別子}[.]evil[.]example/"), undefined);
  assert.equal(refangAddress("{メールアドレス}"), undefined);
  assert.deepEqual(refangOrigin("hxxps://evil[.]example/a/{識別子}"), { url: "https://evil.example/", host: "evil.example" });
});

test("a user name before the host is bait and no part of the place", () => {
  assert.deepEqual(refangUrl("hxxps://www[.]brand[.]example(at)evil[.]example/p"), { url: "https://evil.example/p", host: "evil.example" });
});

test("what could break out of a list or a pattern is no host", () => {
  for (const host of ["a;b[.]example", 'a"b[.]example', "*[.]example", "a\nb[.]example\r", "localhost", "a$b[.]example", "-a[.]example"]) {
    const host2 = refangUrl(`hxxps://${host}/`)?.host ?? "none";
    assert.match(host2, /^(?:none|[a-z0-9.-]+)$/, host);
    assert.ok(!/^-|[;"*$\s]/.test(host2), host);
  }
  assert.equal(refangUrl("javascript[:]alert(1)"), undefined);
  assert.equal(refangUrl(`hxxps://a[.]example/${"x".repeat(3000)}`), undefined);
});

test("the rest of a URL is ASCII without quotes, blanks and angle brackets", () => {
  const { url } = refangUrl("hxxps://a[.]example/パス \"'<>`?q='{x}|") ?? { url: "" };
  assert.match(url, /^https:\/\/a\.example\/[\x21-\x7e]+$/);
  assert.ok(!/["'<>`{}|\\]/.test(url), url);
});
