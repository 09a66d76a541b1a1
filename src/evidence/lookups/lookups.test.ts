import assert from "node:assert/strict";
import { createSocket } from "node:dgram";
import type { AddressInfo } from "node:net";
import { test } from "node:test";
import { answerOfError, dnsResolver } from "./dns.ts";
import { recordedResolver } from "./recorded.ts";

test("a recorded name server follows aliases, and a circle of them is a failure", async () => {
  const resolver = recordedResolver({
    "mail.example.com": { CNAME: "host.example.com." },
    "host.example.com": {
      A: ["192.0.2.1"],
      MX: [
        [20, "b.example.com"],
        [10, "a.example.com"],
      ],
    },
    "round.example.com": { CNAME: "round.example.com" },
    "slow.example.com": { rcode: "SERVFAIL" },
  });
  assert.deepEqual(await resolver.lookup("MAIL.example.com.", "A"), { kind: "records", records: ["192.0.2.1"] });
  assert.deepEqual(await resolver.lookup("host.example.com", "MX"), { kind: "records", records: ["a.example.com", "b.example.com"] });
  assert.equal((await resolver.lookup("host.example.com", "TXT")).kind, "no-data");
  assert.equal((await resolver.lookup("other.example.com", "A")).kind, "no-name");
  assert.equal((await resolver.lookup("round.example.com", "A")).kind, "failed");
  assert.deepEqual(await resolver.lookup("slow.example.com", "TXT"), { kind: "failed", why: "SERVFAIL", temporary: true });
});

test("only answers about the name are about the name", () => {
  assert.equal(answerOfError("ENOTFOUND").kind, "no-name");
  assert.equal(answerOfError("ENODATA").kind, "no-data");
  assert.deepEqual(answerOfError("ESERVFAIL"), { kind: "failed", why: "ESERVFAIL", temporary: true });
  assert.deepEqual(answerOfError("EBADNAME"), { kind: "failed", why: "EBADNAME", temporary: false });
});

/** A name server on this machine that gives one TXT record in two pieces, or says that a name does not exist. */
function answerTo(question: Buffer): Buffer {
  const asked = question.subarray(12);
  const end = asked.indexOf(0) + 5;
  const exists = question.includes("exists");
  const text = Buffer.concat([Buffer.from([3]), Buffer.from("v=s"), Buffer.from([8]), Buffer.from("pf1 -all")]);
  const record = Buffer.concat([Buffer.from([0xc0, 12, 0, 16, 0, 1, 0, 0, 0, 60, 0, text.length]), text]);
  const head = Buffer.from([question[0]!, question[1]!, 0x81, exists ? 0x80 : 0x83, 0, 1, 0, exists ? 1 : 0, 0, 0, 0, 0]);
  return Buffer.concat([head, asked.subarray(0, end), ...(exists ? [record] : [])]);
}

test("a real name server's answers become ours", async (t) => {
  const server = createSocket("udp4", (message, from) => server.send(answerTo(message), from.port, from.address));
  await new Promise<void>((ready) => server.bind(0, "127.0.0.1", ready));
  t.after(() => server.close());
  const resolver = dnsResolver({ servers: [`127.0.0.1:${(server.address() as AddressInfo).port}`], timeoutMs: 500 });
  assert.deepEqual(await resolver.lookup("exists.example.com", "TXT"), { kind: "records", records: ["v=spf1 -all"] });
  assert.deepEqual(await resolver.lookup("absent.example.com", "TXT"), { kind: "no-name" });
});
