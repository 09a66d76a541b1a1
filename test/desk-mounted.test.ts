import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openSqliteArchive } from "../src/archive/sqlite-archive.ts";
import { exampleMail, keepMail } from "./desk-fixture.ts";
import { TestServer } from "./server-fixture.ts";

const server = new TestServer();
let url: string;
let id: string;
let cookie = "";

before(async () => {
  const archive = await openSqliteArchive(server.archive, { create: true });
  ({ id } = await keepMail(archive, exampleMail("xserver-pending-messages"), new Date().toISOString()));
  await archive.close();
  await server.start();
  url = `http://127.0.0.1:${server.port}`;
});
after(() => server.dispose());

async function page(where: string): Promise<{ status: number; text: string }> {
  const response = await fetch(new URL(where, url), { headers: { Accept: "text/html", Cookie: cookie, "Accept-Language": "ja" } });
  cookie =
    response.headers
      .getSetCookie()
      .map((one) => one.split(";")[0] ?? "")
      .join("; ") || cookie;
  return { status: response.status, text: await response.text() };
}

async function send(where: string, fields: Record<string, string>): Promise<{ status: number; location: string }> {
  const response = await fetch(new URL(where, url), {
    method: "POST",
    redirect: "manual",
    body: new URLSearchParams(fields),
    headers: { Accept: "text/html", Cookie: cookie, "Sec-Fetch-Site": "same-origin", Origin: url },
  });
  await response.arrayBuffer();
  return { status: response.status, location: response.headers.get("Location") ?? "" };
}

const tokenIn = (text: string): string => /name="csrf" value="([^"]+)"/.exec(text)?.[1] ?? "";

test("on the real server: the queue, a decision with its token only, a draft, published and public", async () => {
  assert.match((await page("/desk")).text, /XSERVER|システム メンテナンス/);
  const csrf = tokenIn((await page(`/desk/cases/${id}`)).text);
  assert.notEqual(csrf, "");
  assert.equal((await send(`/desk/cases/${id}/decide`, { agrees: "yes" })).status, 403);
  assert.equal((await send(`/desk/cases/${id}/decide`, { agrees: "yes", csrf })).status, 303);
  const { location } = await send(`/desk/cases/${id}/article`, { csrf });
  const home = location.split("?")[0] ?? "";
  assert.match(home, /^\/desk\/articles\/xserver-/);
  assert.equal((await send(home, { csrf, do: "submit", ja: "", en: "" })).status, 303);
  assert.equal((await send(home, { csrf, do: "publish", ja: "", en: "" })).status, 303);
  const slug = home.split("/").at(-1) ?? "";
  let shown = await page(`/warnings/w/${slug}/`);
  for (let tries = 0; shown.status !== 200 && tries < 50; tries++) {
    await new Promise((resolve) => setTimeout(resolve, 200));
    shown = await page(`/warnings/w/${slug}/`);
  }
  assert.equal(shown.status, 200);
  assert.doesNotMatch(shown.text, /taro@example/);
  for (const asset of ["desk.css", "article.css", "queue.js"]) assert.equal((await page(`/desk/assets/${asset}`)).status, 200, asset);
  assert.equal((await page("/desk/nothing")).status, 404);
});
