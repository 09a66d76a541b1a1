import assert from "node:assert/strict";
import { test } from "node:test";
import { unwrap } from "./wrappers.ts";

const cases: readonly (readonly [string, string, readonly string[]])[] = [
  ["https://jpn01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.com%2Fa&data=x", "https://example.com/a", ["Outlook Safe Links"]],
  ["https://urldefense.proofpoint.com/v2/url?u=https-3A__www.example.com_path-3Fa-3Db&d=x", "https://www.example.com/path?a=b", ["urldefense v2"]],
  ["https://urldefense.com/v3/__https://example.com/a__;!!x!y$", "https://example.com/a", ["urldefense v3"]],
  ["https://urldefense.com/v3/__https://example.com/*a__;Iw!!x!y$", "https://example.com/#a", ["urldefense v3"]],
  ["https://www.google.co.jp/url?q=https://example.com/&sa=D", "https://example.com/", ["Google redirect"]],
  ["https://www.bing.com/ck/a?u=a1aHR0cHM6Ly9leGFtcGxlLmNvbS8", "https://example.com/", ["Bing redirect"]],
  ["https://www-example-com.translate.goog/p?_x_tr_sl=ja", "https://www.example.com/p", ["Google Translate"]],
  ["https://l.facebook.com/l.php?u=https%3A%2F%2Fexample.com%2F", "https://example.com/", ["Facebook redirect"]],
  ["https://linkprotect.cudasvc.com/url?a=https%3a%2f%2fexample.com", "https://example.com/", ["Barracuda"]],
  ["https://secure-web.cisco.com/1abc/https%3A%2F%2Fexample.com%2Fx", "https://example.com/x", ["Cisco Secure Web"]],
];

test("known wrappers are taken off", () => {
  for (const [written, target, names] of cases) {
    const unwrapped = unwrap(new URL(written));
    assert.equal(unwrapped.url.href, target);
    assert.deepEqual(unwrapped.wrappers, names);
  }
});

test("nested wrappers are taken off, to a bound; others are left alone", () => {
  let url = "https://example.com/";
  for (let depth = 0; depth < 2; depth++) url = `https://www.google.com/url?q=${encodeURIComponent(url)}`;
  assert.equal(unwrap(new URL(url)).url.href, "https://example.com/");
  assert.equal(unwrap(new URL("https://evil.test/url?q=https://example.com/")).wrappers.length, 0);
  assert.equal(unwrap(new URL("https://www.google.com/url?q=javascript:alert(1)")).wrappers.length, 0);
});
