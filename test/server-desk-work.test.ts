import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Browser, TestServer } from "./server-fixture.ts";

/** Rows of links that pose as others: a second or more to examine and redact. */
function heavyMail(): string {
  const row = (n: number): string =>
    `<tr><td>XSERVER のアカウント ${n} が停止されます</td><td><a href="https://x${n}.login-${n % 977}.example/jp/${n}">https://www.xserver.ne.jp/${n}</a></td></tr>\r\n`;
  const head = `From: "XSERVER SUPPORT" <support@sender.example>\r\nTo: hanako@example.com\r\nSubject: [XSERVER] 8 messages\r\nDate: Tue, 24 Nov 2026 09:00:00 +0900\r\nMessage-ID: <1@sender.example>\r\nMIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n\r\n`;
  return `${head}<table>${Array.from({ length: 2_000 }, (_, n) => row(n)).join("")}</table>`;
}

const server = new TestServer();
const browser = new Browser(server);
let id = "";

before(async () => {
  await server.start();
  const { report } = (await server.upload(heavyMail())).json();
  id = (await server.settled(report)).cases[0];
});
after(() => server.dispose());

test("a heavy mail is opened, examined again and made into an article without keeping a light page waiting", async () => {
  await browser.get(`/desk/cases/${id}`);
  const works = {
    page: () => browser.get(`/desk/cases/${id}`),
    again: () => browser.post(`/desk/cases/${id}/reexamine`, {}),
    article: () => browser.post(`/desk/cases/${id}/article`, {}),
  };
  for (const [name, work] of Object.entries(works)) {
    let done = false;
    const heavy = work().then((answer) => {
      done = true;
      return answer;
    });
    await new Promise((resolve) => setTimeout(resolve, 10));
    assert.equal((await server.ask("/login")).status, 303, name);
    assert.ok(!done, `${name}: the light page was answered first`);
    assert.ok((await heavy).status < 400, name);
  }
});

test("what the desk refuses is said by the page as before, though another process found it", async () => {
  const { text } = await browser.get("/desk/articles");
  const [home = ""] = /\/desk\/articles\/xserver-[0-9a-f]+/.exec(text) ?? [];
  const edited = await browser.post(home, { do: "save", ja: "<!-- ayashii:lead 0 -->\n書き換え\n<!-- /ayashii:lead -->", en: "" });
  assert.equal(edited.status, 422, edited.text.slice(0, 500));
  assert.match(edited.text, /書き換え/, "what was written is not lost");
  assert.equal((await browser.post(home, { do: "correct", ja: "", en: "", note: "x" })).status, 409);
  assert.equal((await browser.post("/desk/cases/c000000000000/reexamine", {})).status, 404);
});
