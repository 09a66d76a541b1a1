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
  ["https://urldefense.proofpoint.com/v1/url?u=https%3A//example.com/a&k=x", "https://example.com/a", ["urldefense v1"]],
  ["https://urldefense.com/v3/__https:/example.com/a**C__;Li4uLg!!x!y$", "https://example.com/a....", ["urldefense v3"]],
  ["https://protect-eu.mimecast.com/s/AbCd?domain=example.com", "https://example.com/", ["Mimecast"]],
  ["https://eu-west-1.protection.sophos.com/?d=example.com&u=aHR0cHM6Ly9leGFtcGxlLmNvbS9h&i=1", "https://example.com/a", ["Sophos"]],
  ["https://ddec1-0-en-ctp.trendmicro.com/wis/clicktime/v1/query?url=https%3A%2F%2Fexample.com%2Fa&umid=1", "https://example.com/a", ["Trend Micro"]],
  ["https://protect2.fireeye.com/v1/url?k=1&u=https://example.com/a", "https://example.com/a", ["FireEye"]],
  ["https://protect.checkpoint.com/v2/___https://example.com/a___.YXBz", "https://example.com/a", ["Check Point"]],
  ["https://clicktime.symantec.com/3Abc?u=https%3A%2F%2Fexample.com%2F", "https://example.com/", ["Symantec"]],
  ["https://scanmail.trustwave.com/?c=1&d=2&u=https%3a%2f%2fexample.com%2fa", "https://example.com/a", ["Trustwave"]],
  ["https://deref-gmx.net/mail/client/x/dereferrer/?redirectUrl=https%3A%2F%2Fexample.com%2F", "https://example.com/", ["GMX dereferrer"]],
  ["https://www.google.com/amp/s/example.com/a", "https://example.com/a", ["Google AMP"]],
  ["https://example-com.cdn.ampproject.org/c/s/example.com/a", "https://example.com/a", ["Google AMP"]],
  ["https://translate.google.com/translate?sl=auto&tl=ja&u=https://example.com/a", "https://example.com/a", ["Google Translate"]],
  ["https://my--shop-example-com.translate.goog/p", "https://my-shop.example.com/p", ["Google Translate"]],
  ["https://www.googleadservices.com/pagead/aclk?sa=L&adurl=https://example.com/a", "https://example.com/a", ["Google ads"]],
  ["https://www.bing.com/alink/link?url=https%3a%2f%2fexample.com%2f&source=x", "https://example.com/", ["Bing redirect"]],
  ["http://rds.yahoo.com/_ylt=x/**http%3a//example.com/a", "http://example.com/a", ["Yahoo redirect"]],
  ["https://r.search.yahoo.com/_ylt=x/RU=https%3a%2f%2fexample.com%2f/RK=2", "https://example.com/", ["Yahoo redirect"]],
  ["https://duckduckgo.com/l/?uddg=https%3A%2F%2Fexample.com%2F", "https://example.com/", ["DuckDuckGo redirect"]],
  ["https://www.linkedin.com/redir/redirect?url=https%3A%2F%2Fexample.com%2F&urlhash=x", "https://example.com/", ["LinkedIn redirect"]],
  ["https://www.youtube.com/redirect?q=https%3A%2F%2Fexample.com%2F", "https://example.com/", ["YouTube redirect"]],
  ["https://vk.com/away.php?to=https%3A%2F%2Fexample.com%2F", "https://example.com/", ["VK redirect"]],
  ["https://x1.r.us-east-1.awstrack.me/L0/https:%2F%2Fexample.com%2Fa/1/0100-abc", "https://example.com/a", ["Amazon SES"]],
  ["https://tracking.shop.example/CL0/https:%2F%2Fexample.com%2Fa/1/0100-abc", "https://example.com/a", ["Amazon SES"]],
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

test("what a gateway keeps to itself is left as it is", () => {
  for (const opaque of [
    "https://protect-eu.mimecast.com/s/AbCd",
    "https://urldefense.com/v3/broken",
    "https://lnkd.in/abc",
    "https://google.com/amp/",
    "https://translate.goog/",
  ])
    assert.deepEqual(unwrap(new URL(opaque)).wrappers, []);
});
