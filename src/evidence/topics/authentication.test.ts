import assert from "node:assert/strict";
import { test } from "node:test";
import type { Mail } from "../../mail/mail.ts";
import type { Authentication, Sender } from "../evidence.ts";
import { gatherAuthentication } from "./authentication.ts";

/** A mail of header fields only, in the order given. */
function mailOf(lines: readonly string[]): Mail {
  const fields = lines.map((line) => {
    const [name = "", ...rest] = line.split(": ");
    return { name, key: name.toLowerCase(), rawValue: rest.join(": "), value: rest.join(": "), start: 0, valueStart: 0, end: 0 };
  });
  return { raw: new Uint8Array(), rawOrigin: "given", start: 0, end: 0, fields, root: undefined as never, defects: [] };
}

const sender = { from: [{ address: "a@xserver.ne.jp", domain: "xserver.ne.jp" }], authorDomain: "xserver.ne.jp" } as unknown as Sender;
const gather = (lines: readonly string[]): Authentication | undefined => {
  const gathered = gatherAuthentication(mailOf(lines), sender);
  return gathered.kind === "found" ? gathered.value : undefined;
};
const PASS = "dkim=pass header.d=xserver.ne.jp; spf=pass smtp.mailfrom=bounce.xserver.ne.jp";
const RECEIVED = "Received: from out.example by mx.receiver.test with ESMTP; Wed, 1 Jan 2025 00:00:00 +0900";

test("the field at the top is trusted and aligned", () => {
  const found = gather([`Authentication-Results: mx.receiver.test; ${PASS}`, RECEIVED]);
  assert.deepEqual(
    [found?.authservId, found?.alignedDomain?.domain, found?.alignedDomain?.mode, found?.alignedDomain?.by],
    ["mx.receiver.test", "xserver.ne.jp", "strict", "dkim"],
  );
});

test("directly below the receiver's own Received field it is trusted as well", () => {
  assert.ok(gather([RECEIVED, `Authentication-Results: auth.receiver.test; ${PASS}`])?.alignedDomain);
});

test("below another organization's Received field the sender may have written it", () => {
  assert.equal(gather([RECEIVED, `Authentication-Results: mx.evil.test; ${PASS}`]), undefined);
  const found = gather([
    "Authentication-Results: mx.receiver.test; spf=fail smtp.mailfrom=x.test",
    RECEIVED,
    "Received: by evil.test; x",
    `Authentication-Results: mx.receiver.test; ${PASS}`,
  ]);
  assert.equal(found?.alignedDomain, undefined);
  assert.equal(found?.untrusted.length, 1);
});

test("several fields of one server are merged; another server's at the top is not", () => {
  const found = gather([
    "Authentication-Results: mx.receiver.test; spf=none",
    "Authentication-Results: mx.receiver.test; dkim=pass header.i=@mail.xserver.ne.jp",
    `Authentication-Results: other.test; ${PASS}`,
    RECEIVED,
  ]);
  assert.equal(found?.results.length, 2);
  assert.deepEqual([found?.alignedDomain?.domain, found?.alignedDomain?.mode], ["mail.xserver.ne.jp", "relaxed"]);
});

test("the attacker's own passing domain is not aligned; the customer domain xserver.jp is foreign to xserver.ne.jp", () => {
  const found = gather(["Authentication-Results: mx.receiver.test; dkim=pass header.d=sv1.xserver.jp; spf=pass smtp.mailfrom=a@evil.test", RECEIVED]);
  assert.equal(found?.passedDomains.length, 2);
  assert.equal(found?.alignedDomain, undefined);
});

test("dmarc=fail outweighs a passing identifier; ARC results never count", () => {
  assert.equal(gather([`Authentication-Results: mx.receiver.test; ${PASS}; dmarc=fail header.from=xserver.ne.jp`, RECEIVED])?.alignedDomain, undefined);
  assert.equal(gather([`ARC-Authentication-Results: i=1; mx.receiver.test; ${PASS}`, RECEIVED]), undefined);
});
