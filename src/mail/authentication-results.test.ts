import assert from "node:assert/strict";
import { test } from "node:test";
import { parseAuthenticationResults } from "./authentication-results.ts";

const plain = (value: string) => JSON.parse(JSON.stringify(parseAuthenticationResults(value)));

test("Gmail's form: authserv-id, comments, several properties", () => {
  const found = plain(
    "mx.google.com;\r\n dkim=pass header.i=@example.com header.s=s1 header.b=Ab+/c=;\r\n" +
      " spf=pass (google.com: domain of x@example.com designates 192.0.2.1 as permitted sender) smtp.mailfrom=x@example.com;\r\n" +
      " dmarc=pass (p=REJECT sp=REJECT dis=NONE) header.from=example.com",
  );
  assert.equal(found.authservId, "mx.google.com");
  assert.deepEqual(
    found.results.map((r: { method: string; result: string }) => `${r.method}=${r.result}`),
    ["dkim=pass", "spf=pass", "dmarc=pass"],
  );
  assert.deepEqual(found.results[0].properties, { header: { i: "@example.com", s: "s1", b: "Ab+/c=" } });
  assert.equal(found.results[2].comment, "p=REJECT sp=REJECT dis=NONE");
});

test("Microsoft's form: no authserv-id", () => {
  const found = plain(
    "spf=fail (sender IP is 192.0.2.9) smtp.mailfrom=example.net; dkim=none (message not signed) header.d=none;dmarc=fail action=none header.from=example.com;compauth=fail reason=001",
  );
  assert.equal(found.authservId, "");
  assert.equal(found.results.length, 4);
  assert.equal(found.results[0].properties.smtp.mailfrom, "example.net");
  assert.equal(found.results[3].reason, "001");
});

test("none, empty and broken values give no results", () => {
  assert.deepEqual(plain("mx.example.com; none"), { authservId: "mx.example.com", version: 1, results: [] });
  assert.deepEqual(plain(""), { authservId: "", version: 1, results: [] });
  assert.equal(plain("mx.example.com; dkim=").results.length, 1);
  assert.equal(plain("mx.example.com; =pass").results.length, 0);
});

test("a property called like an object method stays a property", () => {
  assert.equal(parseAuthenticationResults("x; dkim=pass header.constructor=1 __proto__.a=2").results[0]?.properties["__proto__"]?.["a"], "2");
});

test("hostile values take linear time", () => {
  const started = Date.now();
  for (const piece of ["(", "a=", '"', ";", "a.b=c ", "\\"]) parseAuthenticationResults(piece.repeat(100_000));
  assert.ok(Date.now() - started < 2000);
});
