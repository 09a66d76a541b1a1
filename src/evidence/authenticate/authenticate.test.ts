import assert from "node:assert/strict";
import { createHash, generateKeyPairSync, sign } from "node:crypto";
import { test } from "node:test";
import { nodeCrypto } from "../lookups/node-crypto.ts";
import { recordedResolver } from "../lookups/recorded.ts";
import type { RecordedName } from "../lookups/recorded.ts";
import { verifyArc } from "./arc.ts";
import { verifyDkim } from "./dkim.ts";
import { evaluateDmarc, isSameOrganization, parseDmarcRecord } from "./dmarc.ts";
import { isPrivateIp, parseIp } from "./ip.ts";
import { checkSpf } from "./spf.ts";

const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength: 1024 });
const KEY: RecordedName = { TXT: [`v=DKIM1; k=rsa; p=${publicKey.export({ type: "spki", format: "der" }).toString("base64")}`] };
const ZONE: Readonly<Record<string, RecordedName>> = { "s1._domainkey.example.com": KEY };

const ports = (zone = ZONE) => ({ resolver: recordedResolver(zone), crypto: nodeCrypto });
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Signs with canonicalization simple/simple (RFC 6376 §3.4.1), which needs no code of ours. */
function signed(body: string, extra = ""): string {
  const from = "From: Example <news@example.com>";
  const hash = createHash("sha256").update(body).digest("base64");
  const unsigned = `DKIM-Signature: v=1; a=rsa-sha256; d=example.com; s=s1; h=from; bh=${hash};${extra} b=`;
  const signature = sign("sha256", Buffer.from(`${from}\r\n${unsigned}`), privateKey).toString("base64");
  return `${unsigned}${signature}\r\n${from}\r\nSubject: Test\r\n\r\n${body}`;
}
const states = async (mail: string, zone = ZONE): Promise<string[]> => (await verifyDkim(bytes(mail), ports(zone))).map((one) => one.state);

test("DKIM: a signature holds until the signed field or the body is changed", async () => {
  const mail = signed("Hello\r\n");
  assert.deepEqual(await states(mail), ["pass"]);
  assert.deepEqual(await states(mail.replace(/\r\n/g, "\n")), ["pass"], "a mail stored with bare line feeds");
  assert.deepEqual(await states(mail.replace("Subject: Test", "Subject: Other")), ["pass"], "Subject is not signed here");
  assert.deepEqual(await states(mail.replace("Example <", "Sample <")), ["fail"]);
  assert.deepEqual(await states(mail.replace("Hello", "Hullo")), ["fail"]);
  assert.deepEqual(await states("Subject: none\r\n\r\nHello\r\n"), []);
});

test("DKIM: what the name server says about the key", async () => {
  const mail = signed("Hello\r\n");
  assert.deepEqual(await states(mail, {}), ["permerror"]);
  assert.deepEqual(await states(mail, { "s1._domainkey.example.com": { rcode: "SERVFAIL" } }), ["temperror"]);
  assert.deepEqual(await states(mail, { "s1._domainkey.example.com": { TXT: ["v=DKIM1; p="] } }), ["permerror"]);
  assert.deepEqual(await states(mail, { "s1._domainkey.example.com": { TXT: ["v=DKIM1; p=AAAA"] } }), ["permerror"]);
});

test("DKIM: text behind the signed length leaves the body open", async () => {
  const mail = signed("Hello\r\n", " l=7;");
  const [outcome] = await verifyDkim(bytes(`${mail}Pay here\r\n`), ports());
  assert.equal(outcome?.state, "pass");
  assert.equal(outcome?.wholeBody, false);
});

test("hostile signature fields give an outcome, not an error", async () => {
  for (const field of ["", "v=1", ";;;=", "v=1; a=rsa-sha1; b=x; bh=y; d=example.com; h=from; s=s1", `v=1; a=${"x".repeat(99_999)}`, "v=1; v=1"]) {
    const outcomes = await states(`DKIM-Signature: ${field}\r\nFrom: a@example.com\r\n\r\n`);
    assert.equal(outcomes.length, 1, field.slice(0, 50));
    assert.notEqual(outcomes[0], "pass");
  }
  assert.equal((await verifyArc(bytes("ARC-Seal: i=1\r\nARC-Seal: i=1\r\n\r\n"), ports())).cv, "fail");
  assert.equal((await verifyArc(bytes("From: a@example.com\r\n\r\n"), ports())).cv, "none");
});

test("SPF: addresses, includes, macros and the limit of lookups", async () => {
  const zone: Record<string, RecordedName> = {
    "example.com": { TXT: ["v=spf1 ip4:192.0.2.0/24 include:partner.example -all"] },
    "partner.example": { TXT: ["v=spf1 exists:%{ir}.allow.partner.example -all"] },
    "9.100.51.198.allow.partner.example": { A: ["127.0.0.2"] },
    "loop.example": { TXT: ["v=spf1 include:loop.example -all"] },
    "slow.example": { rcode: "SERVFAIL" },
  };
  const ask = async (ip: string, mailFrom: string): Promise<string> =>
    (await checkSpf({ ip, helo: "mx.example.net", mailFrom }, recordedResolver(zone))).result;
  assert.equal(await ask("192.0.2.77", "a@example.com"), "pass");
  assert.equal(await ask("198.51.100.9", "a@example.com"), "pass");
  assert.equal(await ask("203.0.113.1", "a@example.com"), "fail");
  assert.equal(await ask("203.0.113.1", "a@loop.example"), "permerror");
  assert.equal(await ask("203.0.113.1", "a@slow.example"), "temperror");
  assert.equal(await ask("203.0.113.1", "a@absent.example"), "none");
  assert.equal(await ask("nonsense", "a@example.com"), "none");
});

test("DMARC: the organizational domain is found by walking up the names (RFC 9989 §4.10)", async () => {
  const zone: Record<string, RecordedName> = { "_dmarc.example.com": { TXT: ["v=DMARC1; p=reject"] }, "_dmarc.slow.example": { rcode: "SERVFAIL" } };
  const ask = (authorDomain: string, dkim: string[]) => evaluateDmarc({ authorDomain, dkimDomains: dkim, spfDomains: [] }, recordedResolver(zone));
  assert.equal((await ask("a.b.c.d.e.f.g.h.i.example.com", ["mail.example.com"])).result, "pass");
  assert.deepEqual([(await ask("example.com", ["example.net"])).result, (await ask("example.com", ["example.net"])).policy], ["fail", "reject"]);
  assert.equal((await ask("example.org", ["example.org"])).result, "none");
  assert.equal((await ask("slow.example", ["slow.example"])).result, "temperror");
  assert.equal(parseDmarcRecord("v=DMARC1; p=nonsense"), undefined);
});

test("DMARC: below a public suffix that says so, each name is an organization of its own", async () => {
  const zone: Record<string, RecordedName> = {
    "_dmarc.hosting.example.com": { TXT: ["v=DMARC1; p=reject; psd=y"] },
    "_dmarc.a.hosting.example.com": { TXT: ["v=DMARC1; p=reject"] },
  };
  const same = (author: string, domain: string) => isSameOrganization(author, domain, recordedResolver(zone));
  assert.equal(await same("a.hosting.example.com", "mail.a.hosting.example.com"), true);
  assert.equal(await same("a.hosting.example.com", "b.hosting.example.com"), false);
  assert.equal(await isSameOrganization("a.example.com", "b.example.com", recordedResolver({ "_dmarc.a.example.com": { rcode: "SERVFAIL" } })), undefined);
});

test("addresses that are in nobody's public hands", () => {
  for (const text of ["10.1.2.3", "192.168.0.1", "127.0.0.1", "::1", "fe80::1", "::ffff:10.0.0.1"]) assert.ok(isPrivateIp(parseIp(text)!), text);
  for (const text of ["192.0.2.1", "2001:db8::1", "172.32.0.1"]) assert.ok(!isPrivateIp(parseIp(text)!), text);
  for (const text of ["", "1.2.3", "1.2.3.256", "::1::", "1.2.3.04"]) assert.equal(parseIp(text), undefined, text);
});
