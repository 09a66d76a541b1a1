import assert from "node:assert/strict";
import { test } from "node:test";
import type { Registry } from "../brands/registry.ts";
import { parseMail } from "../mail/index.ts";
import type { Evidence, Link } from "./evidence.ts";
import { gatherEvidence } from "./gather.ts";

const registry: Registry = { version: "test", brands: [], get: () => undefined, findNames: () => [], findBrand: () => undefined, rolesOf: () => [] };
const gather = (text: string): Evidence => gatherEvidence(parseMail(new TextEncoder().encode(text.replace(/\n/g, "\r\n"))), registry);
const linksOf = (evidence: Evidence): readonly Link[] => (evidence.links.kind === "found" ? evidence.links.value : []);
const HEAD = "From: Support <support@example.com>\nTo: you@example.org\nSubject: hello\nDate: Wed, 1 Jan 2025 00:00:00 +0900\n";

test("a plain mail gives sender, subject, date and the links of its text", () => {
  const evidence = gather(`${HEAD}Content-Type: text/plain; charset=utf-8\n\n確認はhttps://login.example.net/aから\n> https://old.example.org/\n`);
  assert.equal(evidence.level, "full-source");
  assert.equal(evidence.subject?.text, "hello");
  assert.equal(evidence.sender.kind === "found" && evidence.sender.value.authorDomain, "example.com");
  assert.deepEqual(
    linksOf(evidence).map((link) => [link.targetHost, link.inQuotedOriginal]),
    [
      ["login.example.net", false],
      ["old.example.org", true],
    ],
  );
  assert.equal(evidence.authentication.kind, "absent");
});

test("the shown host is told apart from the real one, with its bytes", () => {
  const html = '<p><a href="https://evil.test/x">https://www.example.com/login</a> <a href="https://www.google.com/url?q=https://example.net/">here</a></p>';
  const evidence = gather(`${HEAD}Content-Type: text/html; charset=utf-8\n\n${html}\n`);
  const [first, second] = linksOf(evidence);
  assert.deepEqual([first?.displayedHost, first?.targetHost, first?.scheme], ["www.example.com", "evil.test", "https"]);
  assert.deepEqual([second?.host, second?.targetHost, second?.displayedHost], ["www.google.com", "example.net", undefined]);
  assert.equal(linksOf(evidence).length, 2);
  const where = first?.where;
  assert.ok(where?.kind === "raw");
  assert.equal(new TextDecoder().decode(evidence.mail.raw.slice(where.start, where.end)), '<a href="https://evil.test/x">');
});

test("a nested original is not needed for broken bytes to be gathered", () => {
  for (const text of ["", "\n", "From: \n\n<a href=", "Content-Type: text/html\n\n<![CDATA[<a href='//x'>"]) assert.ok(gather(text));
});
