import assert from "node:assert/strict";
import { connect } from "node:net";
import { after, before, test } from "node:test";
import { TestServer, testMail } from "./server-fixture.ts";

const server = new TestServer();
before(async () => {
  await server.start({ limits: { requestTime: 2_000, mailBytes: 1_000_000 } });
  // The public site is built in the background.
  while ((await server.ask("/warnings/")).status === 404) await new Promise((resolve) => setTimeout(resolve, 100));
});
after(() => server.dispose());

/** Bytes as they are, and all that comes back within the time. */
function raw(bytes: string | readonly string[], ms = 6_000): Promise<string> {
  return new Promise((resolve) => {
    let answer = "";
    const socket = connect(server.port, "127.0.0.1", () => {
      for (const part of [bytes].flat()) socket.write(part, "latin1");
    });
    socket.on("data", (data) => (answer += data.toString("latin1")));
    socket.on("close", () => resolve(answer));
    socket.on("error", () => resolve(answer));
    setTimeout(() => socket.destroy(), ms).unref();
  });
}

const request = (line: string, ...headers: string[]): string => [line, ...headers, "Connection: close", "", ""].join("\r\n");
const alive = async (): Promise<void> => assert.equal((await server.ask("/api/v1/health")).status, 200);
const status = (answer: string): number => Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0);

test("only names of this machine are answered: a rebound name is not", async () => {
  for (const host of ["evil.example", `evil.example:${server.port}`, "127.0.0.1.evil.example", "192.0.2.1", "localhost@evil.example", "[::ffff:192.0.2.1]"]) {
    const answer = await server.ask("/api/v1/cases", { headers: { Host: host } });
    assert.ok(answer.status === 421 || answer.status === 400, `${host}: ${answer.status}`);
  }
  for (const host of ["localhost", `localhost:${server.port}`, "127.0.0.1", "[::1]:9", "LOCALHOST"])
    assert.equal((await server.ask("/api/v1/cases", { headers: { Host: host } })).status, 200, host);
  assert.equal(status(await raw("GET / HTTP/1.0\r\n\r\n")), 421);
  assert.ok([400, 421].includes(status(await raw(request("GET / HTTP/1.1", "Host:")))));
});

test("every kind of answer carries the headers that keep a browser careful", async () => {
  const kinds = [
    await server.ask("/"),
    await server.ask("/assets/web.css"),
    await server.ask("/nothing-here"),
    await server.ask("/nothing-here", { headers: { Accept: "text/html" } }),
    await server.ask("/desk", { headers: { Accept: "text/html" } }),
    await server.ask("/account", { headers: { Accept: "text/html" } }),
    await server.ask("/api/docs"),
    await server.ask("/api/v1/openapi.json"),
    await server.ask("/api/v1/cases"),
    await server.ask("/api/v1/cases/nonsense"),
    await server.ask("/warnings/"),
    await server.ask("/warnings/nothing"),
    await server.ask("/warnings"),
    await server.ask("/", { headers: { Host: "evil.example" } }),
    await server.ask("/logout", { method: "POST" }),
    await server.ask("/api/v1/cases", { method: "DELETE" }),
    await server.upload(testMail(1)),
    await server.upload("x".repeat(1_000_001)),
    await server.ask("/login"),
  ];
  for (const { status: code, headers, text } of kinds) {
    const what = `${code} ${text.slice(0, 60)}`;
    assert.match(String(headers["content-security-policy"]), /default-src 'none'/, what);
    assert.match(String(headers["content-security-policy"]), /frame-ancestors 'none'/, what);
    assert.doesNotMatch(String(headers["content-security-policy"]), /unsafe|https?:|\*/, what);
    assert.equal(headers["x-content-type-options"], "nosniff", what);
    assert.equal(headers["referrer-policy"], "no-referrer", what);
    assert.equal(headers["cross-origin-opener-policy"], "same-origin", what);
    assert.match(String(headers["permissions-policy"]), /camera=\(\)/, what);
    assert.equal(headers["x-powered-by"], undefined, what);
  }
  assert.deepEqual(
    kinds.map((one) => one.status),
    [200, 200, 404, 404, 200, 200, 200, 200, 200, 422, 200, 404, 301, 421, 403, 405, 202, 413, 303],
  );
});

test("a language that was asked for stays, unless a script fetched the page in the background", async () => {
  const cookie = async (headers: Record<string, string>): Promise<string> => String((await server.ask("/?lang=en", { headers })).headers["set-cookie"] ?? "");
  assert.match(await cookie({ "Sec-Fetch-Mode": "navigate" }), /lang=en/);
  assert.match(await cookie({}), /lang=en/);
  assert.doesNotMatch(await cookie({ "Sec-Fetch-Mode": "cors" }), /lang=/);
  assert.doesNotMatch(await cookie({ "Sec-Fetch-Mode": "same-origin" }), /lang=/);
});

test("pages have no script or style in themselves", async () => {
  for (const path of ["/", "/account", "/accounts", "/audit", "/setup", "/api/docs", "/desk"]) {
    const { text } = await server.ask(`${path}?lang=en`, { headers: { Accept: "text/html" } });
    assert.match(text, /<html lang="en"/, path);
    assert.doesNotMatch(text, /<script(?![^>]*\bsrc=)|<style|\sstyle=|\son[a-z]+=/i, path);
  }
});

test("paths that climb, hide or hold a NUL lead nowhere", async () => {
  const paths = [
    "/warnings/../../etc/passwd",
    "/warnings/%2e%2e/%2e%2e/etc/passwd",
    "/warnings/..%2f..%2fetc%2fpasswd",
    "/warnings/..%5c..%5cetc",
    "/warnings//etc/passwd",
    "/warnings/.ayashii/files",
    "/check/../server/app.js",
    "/check/..%2f..%2f..%2fpackage.json",
    "/check/%00",
    "/api/v1/cases/c%00",
    "/api/v1/articles/..%2f..",
    "/api/v1/brands/__proto__",
    "/api/v1/brands/constructor",
    "/assets/%c0%ae%c0%ae/",
    `/${"a/".repeat(3000)}`,
    "//evil.example/%2f..",
  ];
  for (const path of paths) {
    const answer = await raw(request(`GET ${path} HTTP/1.1`, `Host: 127.0.0.1:${server.port}`));
    assert.ok([400, 404, 414, 422, 431].includes(status(answer)), `${path}: ${answer.slice(0, 200)}`);
    assert.doesNotMatch(answer, /root:|"dependencies"/, path);
    assert.doesNotMatch(answer, /location: \/\//i, path);
  }
  await alive();
});

test("headers without end, too many of them, and broken ones are refused", async () => {
  const host = `Host: 127.0.0.1:${server.port}`;
  const many = Array.from({ length: 10_000 }, (_, at) => `X-${at}: 1`);
  assert.equal(status(await raw(request("GET / HTTP/1.1", host, ...many))), 431);
  assert.equal(status(await raw(request("GET / HTTP/1.1", host, `X: ${"a".repeat(200_000)}`))), 431);
  assert.equal(status(await raw(request("GET / HTTP/1.1", host, "X: a\0b"))), 400);
  assert.equal(status(await raw("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03")), 400);
  assert.equal(
    status(await raw(request("POST /api/v1/reports HTTP/1.1", host, "Content-Type: message/rfc822", "Content-Length: 5", "Transfer-Encoding: chunked"))),
    400,
  );
  assert.equal(status(await raw(request("POST /api/v1/reports HTTP/1.1", host, "Content-Type: message/rfc822", "Content-Length: -5"))), 400);
  const long = await server.ask(`/api/v1/known?subject=${"a".repeat(3000)}`);
  assert.equal(long.status, 422);
  assert.equal(long.json().errors[0].at, "subject");
  await alive();
});

test("answers to bytes that are no request are said as a problem too", async () => {
  const answer = await raw(request("GET / HTTP/1.1", "X: a\0b"));
  assert.match(answer, /content-type: application\/problem\+json/i);
  assert.match(answer, /x-content-type-options: nosniff/i);
});

test("a body that comes slowly, or breaks off, holds nothing for long", async () => {
  const head = ["POST /api/v1/reports HTTP/1.1", `Host: 127.0.0.1:${server.port}`, "Content-Type: message/rfc822", "Content-Length: 500000", "", ""].join(
    "\r\n",
  );
  const slow = await Promise.all(Array.from({ length: 20 }, () => raw([head, "From: a@b.example\r\n"], 20_000)));
  for (const answer of slow) assert.equal(status(answer), 408, answer.slice(0, 200));
  // Others gave up in the middle.
  await Promise.all(Array.from({ length: 20 }, () => raw([head, "From: a@b.example\r\n"], 100)));
  await new Promise((resolve) => setTimeout(resolve, 300));
  assert.equal((await server.ask("/api/v1/figures")).json().heldBytes, 0);
  assert.doesNotMatch(server.log, /TypeError|at file:/);
  await alive();
});

test("broken forms, JSON and types are the sender's mistake, never a failure inside", async () => {
  const post = (path: string, type: string, body: string) => server.ask(path, { method: "POST", headers: { "Content-Type": type }, body });
  const multipart = [
    ["multipart/form-data", "x"],
    ["multipart/form-data; boundary=", "x"],
    ["multipart/form-data; boundary=abc", "--abc\r\n\r\nno end"],
    ["multipart/form-data; boundary=abc", '--abc\r\nContent-Disposition: form-data; name="other"\r\n\r\nFrom: a@b.example\r\n--abc--\r\n'],
    ["multipart/form-data; boundary=abc", `--abc\r\nContent-Disposition: form-data; name="mail"; filename="${"a".repeat(9000)}\r\n\r\nx\r\n--abc--\r\n`],
    ["multipart/form-data; boundary=abc", "--abc\r\n".repeat(20_000)],
  ] as const;
  for (const [type, body] of multipart) assert.equal((await post("/api/v1/reports", type, body)).status, 400, `${type} ${body.slice(0, 60)}`);
  for (const body of ["", "{", "[]", "null", '{"agrees":"yes"}', '{"agrees":false}', '{"__proto__":{"agrees":true}}', "[".repeat(100_000)]) {
    const answer = await post("/api/v1/cases/c0123456789ab/decision", "application/json", body);
    assert.ok(answer.status === 400 || answer.status === 422, `${body.slice(0, 30)}: ${answer.status}`);
    assert.equal(answer.headers["content-type"], "application/problem+json");
  }
  assert.equal((await post("/api/v1/cases/c0123456789ab/decision", "application/json", '{"agrees":true}')).status, 404);
  assert.equal((await post("/api/v1/cases/c0123456789ab/decision", "application/json", `{"reason":"${"a".repeat(2_000_000)}"}`)).status, 413);
  assert.equal((await post("/logout", "multipart/form-data; boundary=abc", "--abc")).status, 400);
  assert.doesNotMatch(server.log, /Error:.*\n\s+at /);
  await alive();
});
