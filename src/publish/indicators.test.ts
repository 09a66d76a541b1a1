import assert from "node:assert/strict";
import { test } from "node:test";
import type { RedactedLink } from "../redact/redacted-mail.ts";
import { redactText } from "../redact/redact-text.ts";
import { example } from "./article-examples.ts";
import { hostsOf, indicatorsOf } from "./indicators.ts";

const link = (target: string, blame: RedactedLink["blame"]): RedactedLink => {
  const text = redactText(target, []);
  return { shown: text, target: text, host: text, blame };
};
const withLinks = (...links: readonly RedactedLink[]) => example({ mailChanges: { links } });

test("only what is blamed is an indicator, and what was never judged is not", () => {
  const { shown, target, host } = link("hxxps://innocent[.]example/", undefined);
  const found = indicatorsOf(withLinks(link("hxxps://www[.]brand[.]example/", "none"), { shown, target, host }, link("hxxps://evil[.]example/a", "host")));
  assert.deepEqual(found.hosts, [{ host: "evil.example", below: false, seen: ["evil.example"] }]);
  assert.deepEqual(
    found.pages.map(({ url }) => url),
    ["https://evil.example/a"],
  );
});

test("a host that serves others too is never listed, only the page", () => {
  const found = indicatorsOf(withLinks(link("hxxps://bit[.]ly/3abc", "page")));
  assert.deepEqual(found.hosts, []);
  assert.equal(found.pages[0]?.url, "https://bit.ly/3abc");
});

test("the registrable domain is listed only where it is blamed whole; never above a private suffix", () => {
  const hosts = (target: string, blame: RedactedLink["blame"]) => indicatorsOf(withLinks(link(target, blame))).hosts.map(({ host }) => host);
  assert.deepEqual(hosts("hxxps://a[.]b[.]evil[.]example/", "host"), ["a.b.evil.example"]);
  assert.deepEqual(hosts("hxxps://www[.]brand-login[.]co[.]jp/", "domain"), ["brand-login.co.jp"]);
  assert.deepEqual(hosts("hxxps://brand-login[.]web[.]app/", "domain"), ["brand-login.web.app"]);
});

test("a page whose path was redacted is known by its host; one on a shared host not at all", () => {
  assert.deepEqual(indicatorsOf(withLinks(link("hxxps://evil[.]example/{識別子}", "host"))).pages, [
    { url: "https://evil.example/", host: "evil.example", whole: false },
  ]);
  assert.deepEqual(indicatorsOf(withLinks(link("hxxps://bit[.]ly/{識別子}", "page"))).pages, []);
});

test("the address of a forged sender is no indicator", () => {
  const fromAddress = redactText("info(at)victim[.]example", []);
  assert.equal(indicatorsOf(example({ mailChanges: { fromAddress, forgedSender: true } })).sender, undefined);
  assert.equal(indicatorsOf(example({ mailChanges: { fromAddress, forgedSender: false } })).sender, "info@victim.example");
});

test("over many warnings a host stands once, and not beside a domain that covers it", () => {
  const found = hostsOf([
    withLinks(link("hxxps://x[.]brand-login[.]example/", "host")),
    withLinks(link("hxxps://www[.]brand-login[.]example/", "domain")),
    withLinks(link("hxxps://x[.]brand-login[.]example/2", "host")),
  ]);
  assert.deepEqual(found, [{ host: "brand-login.example", below: true, seen: ["www.brand-login.example", "x.brand-login.example"] }]);
});
