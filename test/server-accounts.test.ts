import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Browser, PASSWORD, TestServer, testMail } from "./server-fixture.ts";

const server = new TestServer();
const tokens: Record<string, string> = {};

before(async () => {
  for (const role of ["reporter", "editor", "admin"] as const) {
    await server.account(`${role}-1`, role);
    tokens[role] = await server.token(`${role}-1`);
  }
  await server.start({ limits: { loginsAQuarter: 6, sessionIdle: 3_000, sessionMost: 8_000 } });
});
after(() => server.dispose());

const bearer = (role: string): Record<string, string> => ({ Authorization: `Bearer ${tokens[role]}` });

test("somebody without an account is asked to log in; a wrong token too", async () => {
  assert.equal((await server.upload(testMail(1))).status, 401);
  assert.equal((await server.ask("/api/v1/cases")).status, 401);
  assert.equal((await server.ask("/desk", { headers: { Accept: "text/html" } })).status, 401);
  assert.equal((await server.ask("/accounts")).status, 401);
  assert.equal((await server.ask("/", { headers: { Authorization: `Bearer ${"x".repeat(40)}` } })).status, 401);
  assert.equal((await server.ask("/")).status, 200);
  assert.equal((await server.ask("/api/v1/brands/xserver")).status, 200);
});

test("each role may do its part and no more", async () => {
  const mail = await server.upload(testMail(2), bearer("reporter"));
  assert.equal(mail.status, 202);
  const { cases } = await server.settled(mail.json().report, bearer("reporter"));
  const decide = (role: string) =>
    server.ask(`/api/v1/cases/${cases[0]}/decision`, {
      method: "POST",
      headers: { "Content-Type": "application/json", ...bearer(role) },
      body: JSON.stringify({ agrees: false, reason: "本人に確かめた" }),
    });
  assert.equal((await decide("reporter")).status, 403);
  assert.equal((await server.ask("/api/v1/cases", { headers: bearer("reporter") })).status, 403);
  const decided = await decide("editor");
  assert.equal(decided.status, 200);
  assert.equal(decided.json().decision.reason, "本人に確かめた");
  assert.equal((await server.ask("/api/v1/figures", { headers: bearer("editor") })).status, 403);
  assert.equal((await server.ask("/api/v1/figures", { headers: bearer("admin") })).status, 200);
  const page = await server.ask("/audit", { headers: { Accept: "text/html", ...bearer("admin") } });
  assert.match(page.text, /判定を決めた/);
  assert.match(page.text, /editor-1/);
  // Nobody finds another reporter's report by its id.
  const other = await server.upload(testMail(3), bearer("editor"));
  assert.equal((await server.ask(`/api/v1/reports/${other.json().report}`, { headers: bearer("reporter") })).status, 404);
  assert.equal((await server.ask("/api/v1/reports", { headers: bearer("reporter") })).json().reports.length, 1);
});

test("a login gives a new session each time, that ends with a logout", async () => {
  const browser = new Browser(server);
  await browser.get("/login");
  browser.cookies.set("ayashii-session", "planted-by-somebody-else-planted-by-somebody");
  const entered = await browser.login("editor-1");
  assert.equal(entered.status, 303);
  assert.equal(entered.headers["location"], "/desk");
  const cookie = [entered.headers["set-cookie"] ?? []].flat().find((line) => line.startsWith("ayashii-session=")) ?? "";
  assert.match(cookie, /^ayashii-session=[\w-]{43};/);
  for (const part of [/HttpOnly/i, /SameSite=Lax/i, /Path=\//]) assert.match(cookie, part);
  const first = browser.cookies.get("ayashii-session");
  const page = await browser.get("/account");
  assert.equal(page.status, 200);
  assert.equal((await browser.post("/logout", {})).status, 303);
  browser.cookies.set("ayashii-session", first ?? "");
  assert.equal((await browser.get("/account")).status, 401);
  await browser.login("editor-1");
  assert.notEqual(browser.cookies.get("ayashii-session"), first);
});

test("a form without its token, or of another session, or from another site changes nothing", async () => {
  const browser = new Browser(server);
  await browser.login("admin-1");
  await browser.get("/accounts");
  const fields = { name: "eve", role: "admin", password: PASSWORD };
  const other = new Browser(server);
  await other.get("/login");
  for (const csrf of ["", "x", other.csrf, `${browser.csrf}x`]) assert.equal((await browser.post("/accounts", { ...fields, csrf })).status, 403, csrf);
  await browser.get("/accounts");
  for (const headers of [
    { Origin: "https://evil.example" },
    { Origin: "null", "Sec-Fetch-Site": "cross-site" },
    { "Sec-Fetch-Site": "cross-site" },
    { "Sec-Fetch-Site": "same-site" },
    { Origin: `http://127.0.0.1:${server.port + 1}` },
  ])
    assert.equal((await browser.post("/accounts", fields, headers)).status, 403, JSON.stringify(headers));
  // The same by the API, with the cookie that a browser sends by itself.
  const cookie = `ayashii-session=${browser.cookies.get("ayashii-session")}`;
  for (const headers of [{ Origin: "https://evil.example" }, { Origin: "null" }, { "Sec-Fetch-Site": "cross-site" }, {}] as Record<string, string>[])
    assert.equal((await server.upload(testMail(4), { Cookie: cookie, ...headers })).status, 403, JSON.stringify(headers));
  assert.equal((await server.upload(testMail(4), { Cookie: cookie, Origin: `http://127.0.0.1:${server.port}` })).status, 202);
  await server.onAccounts(async (accounts) => assert.equal(accounts.byName("eve"), undefined));
});

test("a session ends when it is not used, and after its longest time", async () => {
  const idle = new Browser(server);
  await idle.login("reporter-1");
  const used = new Browser(server);
  await used.login("editor-1");
  const begun = Date.now();
  while (Date.now() - begun < 4_000) {
    assert.equal((await used.get("/account")).status, 200);
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  assert.equal((await idle.get("/account")).status, 401);
  while (Date.now() - begun < 8_500) {
    await used.get("/account");
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  assert.equal((await used.get("/account")).status, 401);
});

test("a token of an account is shown once, does what its role may, and ends", async () => {
  const browser = new Browser(server);
  await browser.login("editor-1");
  await browser.get("/account");
  const made = await browser.post("/account/tokens", { "token-name": "robot", role: "reporter" });
  const [token = ""] = /ayashii_[\w-]{43}/.exec(made.text) ?? [];
  assert.notEqual(token, "");
  const page = await browser.get("/account");
  assert.doesNotMatch(page.text, /ayashii_/);
  const headers = { Authorization: `Bearer ${token}` };
  assert.equal((await server.upload(testMail(5), headers)).status, 202);
  assert.equal((await server.ask("/api/v1/cases", { headers })).status, 403);
  assert.equal((await server.upload(testMail(5), { ...headers, Origin: "https://evil.example" })).status, 202);
  const [remove = ""] = /\/account\/tokens\/t[0-9a-f]+\/remove/.exec(page.text.slice(page.text.indexOf("robot"))) ?? [];
  assert.equal((await browser.post(remove, {})).status, 303);
  assert.equal((await server.upload(testMail(5), headers)).status, 401);
  // An editor cannot make a token of an admin.
  const greedy = await browser.post("/account/tokens", { "token-name": "more", role: "admin" });
  const [lesser = ""] = /ayashii_[\w-]{43}/.exec(greedy.text) ?? [];
  assert.equal((await server.ask("/api/v1/figures", { headers: { Authorization: `Bearer ${lesser}` } })).status, 403);
});

test("guessing a password is stopped, for the name and for the address; the rest of the server goes on", async () => {
  const browser = new Browser(server);
  const statuses: number[] = [];
  for (let tries = 0; tries < 8; tries++) statuses.push((await browser.login("nobody-here", `wrong ${tries}`)).status);
  assert.deepEqual(statuses.slice(0, 4), [403, 403, 403, 403]);
  assert.equal(statuses.at(-1), 429);
  const refused = await browser.login("admin-1");
  assert.equal(refused.status, 429);
  assert.ok(Number(refused.headers["retry-after"]) > 60);
  assert.match(refused.text, /Wait 15 minutes|Wait 14 minutes/);
  assert.equal((await server.ask("/api/v1/health")).status, 200);
});
