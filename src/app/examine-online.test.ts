import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { nodeCrypto } from "../evidence/lookups/node-crypto.ts";
import { NOT_RECORDED, recordedResolver } from "../evidence/lookups/recorded.ts";
import type { Zone } from "../evidence/lookups/recorded.ts";
import { remembering } from "../evidence/lookups/remembering.ts";
import { examine, examineOnline } from "./examine.ts";

/** A mail without Authentication-Results, signed with a key of ours, and what name servers would have answered. */
const raw = new Uint8Array(readFileSync("src/app/signed.eml"));
const { at, dns } = JSON.parse(readFileSync("src/app/signed.answers.json", "utf8")) as { at: string; dns: Zone };
const online = (zone: Zone = dns, when = at) => ({ resolver: recordedResolver(zone), crypto: nodeCrypto, at: when });
const edited = (from: string, to: string): Uint8Array => new TextEncoder().encode(new TextDecoder().decode(raw).replace(from, to));

test("a mail whose header lost the receiver's word is genuine once its signature is verified", async () => {
  assert.equal(examine(raw).verdict.level, "undecided");
  const examination = await examineOnline(raw, online());
  assert.equal(examination.verdict.level, "genuine");
  assert.equal(examination.examinedOnline, at);
  const quotes = examination.points.flatMap((point) => point.quotes);
  assert.ok(quotes.some(({ where }) => where.kind === "lookup" && where.key === "dns:TXT:sample._domainkey.xserver.ne.jp"));
});

test("a changed mail is not genuine", async () => {
  const altered = await examineOnline(edited("Date: Tue, 07 Mar 2023 05:29:58", "Date: Tue, 07 Mar 2023 05:29:57"), online({ ...dns, "xserver.ne.jp": {} }));
  assert.notEqual(altered.verdict.level, "genuine");
});

test("a second Subject that no signature covers makes the signature worthless", async () => {
  const noSpf = online({ ...dns, "xserver.ne.jp": {} });
  assert.equal((await examineOnline(raw, noSpf)).verdict.level, "genuine");
  assert.notEqual((await examineOnline(edited("From: ", "Subject: Pay now\nFrom: "), noSpf)).verdict.level, "genuine");
});

test("SPF counts only while the mail is fresh", async () => {
  const unsigned = edited("DKIM-Signature: v=1", "X-Was-Signed: v=1");
  assert.equal((await examineOnline(unsigned, online())).verdict.level, "genuine");
  assert.notEqual((await examineOnline(unsigned, online(dns, "2026-01-01T00:00:00.000Z"))).verdict.level, "genuine");
});

test("an official address that neither signature nor server vouches for is forged", async () => {
  const forged = edited("DKIM-Signature: v=1", "X-Was-Signed: v=1");
  const examination = await examineOnline(forged, online({ ...dns, "xserver.ne.jp": { TXT: ["v=spf1 ip4:203.0.113.0/24 -all"] } }));
  assert.ok(["suspicious", "impersonation"].includes(examination.verdict.level), examination.verdict.level);
});

test("a name server that fails leaves the question open", async () => {
  const examination = await examineOnline(raw, online({ "sample._domainkey.xserver.ne.jp": { rcode: "SERVFAIL" }, "xserver.ne.jp": { rcode: "SERVFAIL" } }));
  assert.equal(examination.verdict.level, "undecided");
  assert.ok(examination.notChecked.some(({ topic }) => topic === "authentication"));
});

test("what name servers answered can be kept, and gives the same examination again", async () => {
  const resolver = remembering(recordedResolver(dns));
  const first = await examineOnline(raw, { ...online(), resolver });
  const kept = JSON.parse(JSON.stringify(resolver.answers())) as Zone;
  const again = await examineOnline(raw, { ...online(), resolver: recordedResolver(kept, NOT_RECORDED) });
  assert.deepEqual(again, first);
});

test("an original forwarded as attachment is verified from its own bytes", async () => {
  const forward = new TextEncoder().encode(
    `From: <taro@example.com>\nTo: <desk@example.net>\nSubject: Fwd: is this real?\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nIs it?\n--b\nContent-Type: message/rfc822\n\n${new TextDecoder().decode(raw)}\n--b--\n`,
  );
  const examination = await examineOnline(forward, online({ ...dns, "xserver.ne.jp": {} }));
  assert.equal(examination.evidenceLevel, "attached-original");
  assert.equal(examination.verdict.level, "genuine");
});
