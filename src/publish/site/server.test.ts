import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, test } from "node:test";
import { sampleArticle } from "../../../test/site-articles.ts";
import { publishFolder, serveSite, siteFiles } from "./index.ts";

const parent = mkdtempSync(path.join(tmpdir(), "site-server-"));
const folder = path.join(parent, "out");
writeFileSync(path.join(parent, "secret.txt"), "secret");
publishFolder(folder, siteFiles({ articles: [sampleArticle()], brands: [], base: undefined, title: { ja: "注意喚起", en: "Warnings" } }));
mkdirSync(path.join(folder, ".git"));
writeFileSync(path.join(folder, ".git/config"), "secret");
const server = await serveSite(folder, 0);
after(async () => {
  await server.close();
  rmSync(parent, { recursive: true, force: true });
});
const get = (asked: string, init: RequestInit = {}): Promise<Response> => fetch(server.url + asked, { redirect: "manual", ...init });

test("pages come with strict headers, also where nothing was found", async () => {
  for (const [asked, status] of [
    ["", 200],
    ["w/xserver-0123456789ab/", 200],
    ["nothing/here", 404],
  ] as const) {
    const answer = await get(asked);
    assert.equal(answer.status, status, asked);
    assert.match(answer.headers.get("content-type") ?? "", /^text\/html; charset=utf-8$/i);
    const policy = answer.headers.get("content-security-policy") ?? "";
    for (const rule of ["default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'", "require-trusted-types-for 'script'"])
      assert.ok(policy.includes(rule), `${asked}: ${policy}`);
    assert.doesNotMatch(policy, /unsafe|https?:|\*/);
    assert.equal(answer.headers.get("x-content-type-options"), "nosniff");
    assert.equal(answer.headers.get("x-frame-options"), "DENY");
    assert.equal(answer.headers.get("referrer-policy"), "no-referrer");
    assert.equal(answer.headers.get("cache-control"), "no-cache");
    assert.equal(answer.headers.get("set-cookie"), null);
  }
});

test("a folder asked for without its slash is led to, on this host only", async () => {
  const answer = await get("w/xserver-0123456789ab");
  assert.deepEqual([answer.status, answer.headers.get("location")], [301, "/w/xserver-0123456789ab/"]);
  for (const asked of ["/outside.test/..", "//outside.test", "/%5coutside.test"])
    assert.doesNotMatch((await get(asked)).headers.get("location") ?? "", /^\/\/|^\/\\|^https?:/);
});

test("unchanged pages are answered with 304; what is named by its content may be kept", async () => {
  const page = await get("");
  const tag = page.headers.get("etag") ?? "";
  assert.equal((await get("", { headers: { "if-none-match": tag } })).status, 304);
  const style = /href="(assets\/site-[0-9a-f]{12}\.css)"/.exec(await page.text())?.[1] ?? "";
  assert.equal((await get(style)).headers.get("cache-control"), "public, max-age=31536000, immutable");
});

test("a drawing opened by itself may run nothing", async () => {
  const picture = /src="(mail-[0-9a-f]{12}\.svg)"/.exec(await (await get("w/xserver-0123456789ab/")).text())?.[1] ?? "";
  const answer = await get(`w/xserver-0123456789ab/${picture}`);
  assert.match(answer.headers.get("content-type") ?? "", /^image\/svg\+xml/);
  assert.match(answer.headers.get("content-security-policy") ?? "", /^default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox$/);
});

/** A request line as no well-behaved client would send it; the answer's status line. */
function raw(line: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const { port } = new URL(server.url);
    const socket = connect(Number(port), "127.0.0.1", () => socket.write(`${line}\r\nHost: x\r\nConnection: close\r\n\r\n`));
    let answer = "";
    socket.on("data", (chunk) => (answer += String(chunk)));
    socket.on("error", reject);
    socket.on("close", () => resolve(answer));
  });
}

test("nothing outside of the site is given out, however it is asked for", async () => {
  for (const asked of [
    "/../secret.txt",
    "/w/../../secret.txt",
    "/%2e%2e/secret.txt",
    "/..%2fsecret.txt",
    "/..%5csecret.txt",
    "/.ayashii/files",
    "/.git/config",
    "/w/..;/secret.txt",
    "/%00",
    "/\\..\\secret.txt",
    "//etc/passwd",
    "/w//../../secret.txt",
  ]) {
    const answer = await raw(`GET ${asked} HTTP/1.1`);
    assert.doesNotMatch(answer, /secret|root:|index\.html\n/, asked);
    assert.match(answer, /^HTTP\/1\.1 (?:404|400|301)/, asked);
  }
});

test("only looking is allowed", async () => {
  for (const method of ["POST", "PUT", "DELETE", "PATCH", "OPTIONS"]) assert.equal((await get("", { method })).status, 405, method);
  const head = await get("", { method: "HEAD" });
  assert.deepEqual([head.status, await head.text()], [200, ""]);
});

test("it listens on this machine only", () => {
  assert.match(server.url, /^http:\/\/127\.0\.0\.1:\d+\/$/);
});
