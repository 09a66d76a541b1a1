import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { cutTokens } from "./cut-tokens.ts";
import { defang, defangText } from "./defang.ts";
import { isToken } from "./tokens.ts";

test("URLs, hosts and addresses as the trade writes them", () => {
  assert.equal(defang("https://login.evil.example/a.html?b=c.d"), "hxxps://login[.]evil[.]example/a.html?b=c.d");
  assert.equal(defang("http://user@203.0.113.9:8080/"), "hxxp://user(at)203[.]0[.]113[.]9:8080/");
  assert.equal(defang("evil.example"), "evil[.]example");
  assert.equal(defang("a@evil.example"), "a(at)evil[.]example");
  assert.equal(defang("javascript:alert(1)"), "javascript[:]alert(1)");
  assert.equal(defang("https://a.example/r?u=https://b.example/"), "hxxps://a[.]example/r?u=hxxps://b.example/");
});
test("in a running text, and what is no link stays", () => {
  const host = (name: string): boolean => /\.example$/.test(name);
  assert.equal(
    defangText("「https://evil.example/a」へ。www.evil.example も a@evil.example も", host),
    "「hxxps://evil[.]example/a」へ。www[.]evil[.]example も a(at)evil[.]example も",
  );
  assert.equal(defangText("version 2.4.1, 12.5 GB, end.Next", host), "version 2.4.1, 12.5 GB, end.Next");
  assert.equal(
    defangText("https://good.example/ https://evil.example/", host, (name) => name === "good.example"),
    "https://good.example/ hxxps://evil[.]example/",
  );
});
test("property: nothing that a program makes a link of is left, and twice is once", () => {
  fc.assert(
    fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), fc.string(), (url, around) => {
      const dead = defangText(`${around} ${url} ${around}`, () => true);
      assert.doesNotMatch(dead, /\bhttps?:\/\//i);
      assert.equal(defang(defang(url)), defang(url));
      assert.throws(() => fetchable(defang(url)));
    }),
  );
});

/** A program fetches what parses as a web URL. */
function fetchable(text: string): void {
  const { protocol } = new URL(text);
  if (!["http:", "https:", "ftp:"].includes(protocol)) throw new Error("no web link");
}

test("tokens of one recipient go, the shape of the link stays", () => {
  for (const [url, shown] of [
    ["https://a.example/login/confirm.html?lang=ja", "https://a.example/login/confirm.html?lang=ja"],
    ["https://a.example/u/3f9a8c7e21b04d55/open?id=8847362910", "https://a.example/u/{識別子}/open?id={識別子}"],
    ["https://a.example/c/eyJhIjoxLCJiIjoiYyJ9#x8f3k2m9q1", "https://a.example/c/{識別子}#{識別子}"],
    ["https://a.example/2024/02/15/news-about-spring", "https://a.example/2024/02/15/news-about-spring"],
    ["https://9f86d081884c7d659a2feaa0c55ad015.a.example/", "https://{識別子}.a.example/"],
    ["https://a.example/?m={メールアドレス}", "https://a.example/?m={メールアドレス}"],
  ] as const)
    assert.equal(cutTokens(url, "{識別子}"), shown);
  for (const word of ["confirm", "information", "unsubscribe", "20240215", "2024-02-15", "page12", "mypage-login", "v2.4.1"])
    assert.equal(isToken(word), false, word);
});
