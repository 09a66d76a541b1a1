import assert from "node:assert/strict";
import { test } from "node:test";
import { simpleParser } from "mailparser";
import { parse } from "yaml";
import { redactText } from "../redact/redact-text.ts";
import { example } from "./article-examples.ts";
import { SURROUNDINGS } from "./exporter-contract.ts";
import { exporters } from "./exporters.generated.ts";

const textOf = (id: string, article = example(), lang: "ja" | "en" = "ja"): string =>
  exporters.find((one) => one.id === id)!.files([article], { ...SURROUNDINGS, lang })[0]?.text ?? "";
const content = (id: string): readonly string[] =>
  textOf(id)
    .split("\n")
    .filter((line) => line !== "" && !/^[#;!] /.test(line));

test("each list says the same hosts in its own way; the shortener's page only where pages can be said", () => {
  assert.deepEqual(content("blocklist"), ["brand-login.example", "login.evil.example", "www.brand-login.example"]);
  assert.deepEqual(content("rspamd"), content("blocklist"));
  assert.deepEqual(content("hosts"), ["0.0.0.0 brand-login.example", "0.0.0.0 login.evil.example", "0.0.0.0 www.brand-login.example"]);
  assert.deepEqual(content("rpz").slice(3), ["brand-login.example CNAME .", "*.brand-login.example CNAME .", "login.evil.example CNAME ."]);
  assert.deepEqual(content("ublock"), ["||brand-login.example^$document", "||login.evil.example^$document", "||bit.ly/3abcdef|$document"]);
});

test("drafts and withdrawn articles are on no list", () => {
  for (const id of ["blocklist", "hosts", "rpz", "rspamd", "ublock"]) assert.deepEqual(exporters.find((one) => one.id === id)?.takes, ["published"]);
});

test("the rules of each format find what is wrong", async () => {
  const damaged: Readonly<Record<string, (text: string) => string>> = {
    blocklist: (text) => `${text}www.brand.example extra\n`,
    hosts: (text) => `${text}127.0.0.1 a.example b.example\n`,
    rpz: (text) => text.replace(/^@ SOA.*\n/m, ""),
    rspamd: (text) => `${text}a.example\na.example\n`,
    ublock: (text) => `${text}||example^\n`,
    misp: (text) => text.replace('"attribute_count": "', '"attribute_count": "9'),
    xarf: (text) => text.replace('"source_identifier": "', '"source_identifier": "x.'),
    arf: (text) => text.replace("Feedback-Type: fraud", "Feedback-Type: phishing"),
    wordpress: (text) => text.replace('"status": "draft"', '"status": "publish"'),
    hugo: (text) => text.replace("draft: false", "draft: no way"),
    astro: (text) => text.replace("pubDate:", "date:"),
    abuse: (text) => text.replace("](<https://", "](<x> https://"),
    stix: (text) => text.replace('"pattern_type": "stix"', '"pattern_type": "snort"'),
  };
  for (const { id, files, problems } of exporters) {
    const [file] = files([example()], SURROUNDINGS);
    const text = damaged[id]?.(file!.text) ?? file!.text;
    assert.notEqual(text, file!.text, `${id}: nothing was damaged`);
    assert.notDeepEqual(await problems({ ...file!, text }), [], id);
  }
});

test("an independent reader finds in the feedback report what was put in, and no recipient", async () => {
  const mail = await simpleParser(textOf("arf"), { keepDeliveryStatus: true });
  assert.equal(mail.from?.value[0]?.address, "csirt@reporter.example");
  assert.equal(mail.from?.value[0]?.name, "例の会社 CSIRT");
  assert.match(mail.subject ?? "", /^Phishing posing as Example Brand: 【例ブランド】\{お名前\} 様/);
  assert.equal(mail.to, undefined);
  assert.equal(mail.headers.get("x-unsent"), "1");
  const types = mail.attachments.map(({ contentType }) => contentType);
  assert.ok(types.includes("message/feedback-report") || /Feedback-Type: fraud/.test(mail.text ?? ""), types.join(" "));
});

test("a header cannot be added through a subject, a name or the reporter", async () => {
  const evil = redactText("x\r\nBcc: victim@elsewhere.example\r\n\r\nbody", []);
  const article = example({ brandLabel: { ja: evil, en: evil }, mailChanges: { subject: evil, fromName: evil } });
  const reporter = { name: 'E"\r\nBcc: victim@elsewhere.example', address: "csirt@reporter.example" };
  const [file] = exporters.find((one) => one.id === "arf")!.files([article], { ...SURROUNDINGS, reporter });
  const mail = await simpleParser(file!.text);
  assert.equal(mail.bcc, undefined);
  assert.match(mail.subject ?? "", /Bcc: victim@elsewhere\.example/);
  assert.deepEqual(
    mail.from?.value.map(({ address }) => address),
    ["csirt@reporter.example"],
  );
});

test("Hugo and Astro get the title once, a draft as a draft, no border marks, and the picture beside the page", () => {
  const draft = example({ state: "draft", published: undefined });
  for (const id of ["hugo", "astro"]) {
    const [, yaml = "", body = ""] = /^---\n([^]*?)\n---\n([^]*)$/.exec(textOf(id, draft)) ?? [];
    const front = parse(yaml) as Record<string, unknown>;
    assert.equal(front["title"], draft.title.ja);
    assert.equal(front["draft"], true);
    assert.ok(!/^# /m.test(body) && !body.includes("ayashii:"));
    assert.match(body, /\]\(brand-0123456789ab\.ja\.svg\)/);
    const names = exporters
      .find((one) => one.id === id)!
      .files([draft], SURROUNDINGS)
      .map(({ name }) => name);
    assert.ok(names.includes("brand-0123456789ab.ja.svg"));
  }
});

test("what a mail says of itself is never meant for detection in MISP; a victim's address is not in it", () => {
  const { Event } = JSON.parse(textOf("misp", example({ mailChanges: { forgedSender: true } }))) as {
    Event: { Attribute: { type: string; to_ids: boolean }[] };
  };
  assert.ok(Event.Attribute.every(({ type }) => type !== "email-src"));
  assert.deepEqual([...new Set(Event.Attribute.filter(({ to_ids }) => to_ids).map(({ type }) => type))].sort(), ["domain", "hostname", "url"]);
});

test("a report in XARF is one a host, and names no placeholder as an address", () => {
  const files = exporters.find((one) => one.id === "xarf")!.files([example()], SURROUNDINGS);
  const urls = files.map(({ text }) => (JSON.parse(text) as { url: string }).url);
  assert.deepEqual(urls, ["https://bit.ly/3abcdef", "http://www.brand-login.example/x?u=https%3a//a[.]b", "https://login.evil.example/signin"].sort());
});

test("the sheet of report drafts names who wants what with the source, and says that nothing is sent", () => {
  const sheet = textOf("abuse", example(), "en");
  assert.match(sheet, /Ayashii sends nothing/);
  assert.match(sheet, /Council of Anti-Phishing Japan[^]*info@antiphishing\.jp[^]*https:\/\/www\.antiphishing\.jp\/registration\.html/);
  assert.match(sheet, /RDAP: domain\/login\.evil\.example/);
  assert.match(sheet, /hxxps:\/\/login\[\.\]evil\[\.\]example\/signin/);
  assert.ok(!/https:\/\/login\.evil/.test(sheet));
});
