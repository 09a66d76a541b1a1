import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { chromium } from "playwright-core";
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { examine } from "../src/app/examine.ts";
import { compoundFile, properties, wide } from "../src/intake/msg.fixture.ts";
import { mailFromMsg } from "../src/intake/msg.ts";
import { toJsonReport } from "../src/report/json.ts";
import { startServer } from "../src/web/server/server.ts";
import { serveCheck } from "./check-server.ts";
import type { CheckServer } from "./check-server.ts";
import { comparable, workerReports } from "./check-worker.ts";
import { CHROMIUM, COMMAND, skipUnless } from "./ci.ts";
import { violationsOn } from "./axe.ts";

const skip = skipUnless(CHROMIUM !== undefined, "chromium");
let browser: Browser;
let server: CheckServer;
/** What the site behind the page answers next. */
let answer: { readonly status: number; readonly body?: unknown; readonly headers?: Readonly<Record<string, string>> } = { status: 404 };
const received: { readonly path: string; readonly type: string; readonly body: string }[] = [];

before(async () => {
  if (skip !== false) return;
  server = await serveCheck((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      received.push({ path: request.url ?? "", type: request.headers["content-type"] ?? "", body: Buffer.concat(chunks).toString("latin1") });
      response.writeHead(answer.status, { "Content-Type": "application/json", ...answer.headers });
      response.end(JSON.stringify(answer.body ?? {}));
    });
  });
  browser = await chromium.launch({ executablePath: CHROMIUM ?? "", args: ["--no-sandbox", "--disable-dev-shm-usage"] });
});

after(async () => {
  await browser?.close();
  await server?.close();
});

interface Opened {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Errors of scripts, of the policy and of loading. */
  readonly errors: string[];
}

/** The page, loaded until nothing more is to come. */
async function opened(path = "?lang=ja", options: BrowserContextOptions = {}): Promise<Opened> {
  const context = await browser.newContext({ reducedMotion: "reduce", locale: "ja-JP", ...options });
  const errors: string[] = [];
  context.on("weberror", (error) => errors.push(String(error.error())));
  context.on("console", (message) => {
    if (message.type() === "error") errors.push(`${message.text()} ${message.location().url}`);
  });
  const page = await context.newPage();
  await page.goto(server.url + path);
  await page.waitForSelector('body[data-examiner="complete"]');
  await page.evaluate(async () => (await navigator.serviceWorker.ready).active?.state);
  return { context, page, errors };
}

const reported = (page: Page): Promise<unknown> => page.waitForSelector('body[data-view="report"] .verdict');
const handIn = (page: Page, name: string, content: string | Buffer, mimeType = "message/rfc822"): Promise<void> =>
  page.setInputFiles("#file", { name, mimeType, buffer: Buffer.from(content) });
const fileOf = (name: string): Buffer => readFileSync(`examples/${name}`);
const headline = (page: Page): Promise<string> => page.locator("h1:visible").innerText();

const dropOn = (page: Page, name: string): Promise<void> =>
  page.evaluate((base64) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))], "mail.eml"));
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
  }, fileOf(name).toString("base64"));

test("a reader drops a mail: one answer, three cards, the picture; the focus is at the result; nothing is asked of anybody", { skip }, async () => {
  const { context, page, errors } = await opened();
  server.forget();
  await dropOn(page, "xserver-pending-messages.eml");
  await reported(page);
  assert.match(await headline(page), /なりすましです/);
  assert.equal(await page.evaluate(() => document.activeElement?.tagName), "H1");
  assert.match(await page.title(), /なりすまし/);
  assert.match((await page.locator("#said").textContent()) ?? "", /なりすましです/);
  assert.equal(await page.locator(".cards .card").count(), 3);
  assert.deepEqual(await page.locator(".facts .domain").allInnerTexts(), ["xserver.jp", "webmail[.]pending-messages[.]example"]);
  assert.equal(await page.locator("#known .line").count(), 9);
  assert.equal((await page.locator("#known .line.equal").count()) > 0, true);
  // Marks and cards answer each other.
  await page.locator('.card[data-mark="2"] [data-mark-show]').click();
  assert.equal(await page.evaluate(() => document.querySelector<HTMLElement>('[data-part="view"]')?.shadowRoot?.activeElement?.getAttribute("data-n")), "2");
  await page.locator('[data-part="view"] .mark[data-n="3"]').first().click();
  assert.equal(await page.evaluate(() => (document.activeElement as HTMLElement).dataset["mark"]), "3");
  assert.equal(await page.locator('.card[data-mark="3"].is-lit').count(), 1);
  await page.locator("details.source summary").click();
  await page.locator('[data-part="source-view"] .mark[data-n="3"]').first().click();
  assert.equal(await page.evaluate(() => (document.activeElement as HTMLElement).dataset["mark"]), "3");
  assert.match(await page.locator('[data-part="source-view"]').evaluate((host) => host.shadowRoot?.textContent ?? ""), /Authentication-Results/);
  await page.locator('.card[data-mark="2"] [data-mark-show]').click();
  assert.equal(await page.evaluate(() => document.querySelector<HTMLElement>('[data-part="view"]')?.shadowRoot?.activeElement?.getAttribute("data-n")), "2");
  for (const name of ["qr-code-sign-in.eml", "xserver-genuine.eml", "forwarded-inline.eml"]) {
    await page.click('[data-action="another"]');
    assert.equal(await page.evaluate(() => document.activeElement?.tagName), "H1");
    await handIn(page, name, fileOf(name));
    await reported(page);
  }
  assert.deepEqual([server.asked, errors], [[], []]);
  await context.close();
});

test("without a connection the page opens and examines, QR codes too", { skip }, async () => {
  const { context, page } = await opened("?lang=en");
  await context.setOffline(true);
  await page.goto(`${server.url}?lang=en`);
  await page.click('[data-action="example"]');
  await reported(page);
  assert.match(await headline(page), /impersonation/i);
  await page.click('[data-action="another"]');
  await handIn(page, "qr.eml", fileOf("qr-code-sign-in.eml"));
  await reported(page);
  assert.match(await page.locator("main").innerText(), /QR code/);
  await page.goto(`${server.url}?lang=ja`);
  assert.equal(await page.locator("html").getAttribute("lang"), "ja");
  await context.close();
});

test("a newer version takes over when the page is opened again, and not while a mail is on it", { skip }, async () => {
  const own = await serveCheck();
  const context = await browser.newContext({ reducedMotion: "reduce" });
  try {
    const page = await context.newPage();
    const open = async (): Promise<void> => {
      await page.goto(own.url);
      await page.waitForSelector('body[data-examiner="complete"]');
      await page.evaluate(async () => (await navigator.serviceWorker.ready).active?.state);
    };
    await open();
    await page.click('[data-action="example"]');
    await reported(page);
    own.publishNewer();
    await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      await registration.update();
      while (registration.waiting === null) await new Promise((resolve) => setTimeout(resolve, 10));
    });
    assert.equal(await page.locator("body[data-newer]").count(), 0);
    assert.equal(await page.locator(".verdict").count(), 1);
    await page.goto(own.url);
    await page.waitForSelector("body[data-newer]");
  } finally {
    await context.close();
    await own.close();
  }
});

test("a reader may give up a mail that takes long, and go on with another", { skip }, async () => {
  const { context, page, errors } = await opened();
  const row = '<tr><td><a href="https://a.example/">お知らせ</a></td></tr>\r\n';
  const long = `From: a@b.example\r\nSubject: long\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<table>${row.repeat(150_000)}</table>`;
  await handIn(page, "long.eml", long);
  await page.waitForSelector('body[data-view="busy"]');
  await page.click('[data-action="another"]');
  await page.click('[data-action="example"]');
  await reported(page);
  assert.match(await headline(page), /なりすましです/);
  assert.deepEqual(errors, []);
  await context.close();
});

test("the worker finds what the command finds, in every example", { skip }, async () => {
  const { context, page } = await opened();
  const names = readdirSync("examples").filter((name) => name.endsWith(".eml"));
  const { stdout } = spawnSync(COMMAND, ["examine", "--json", ...names.map((name) => `examples/${name}`)], { encoding: "utf8" });
  const wanted = stdout
    .trim()
    .split("\n")
    .map((line) => comparable(JSON.parse(line)));
  assert.equal(wanted.length, names.length);
  const found = await workerReports(
    page,
    names.map((name) => ({ name, bytes: fileOf(name) })),
  );
  for (const [at, name] of names.entries()) assert.deepEqual(comparable(found[at]), wanted[at], name);
  await context.close();
});

/** Outlook files: Unicode with a transport header and HTML, an old one in cp932, and HTML inside RTF. */
function outlookFiles(): readonly Buffer[] {
  const sjis = (bytes: string): Buffer => Buffer.from(bytes, "hex");
  const rtf = Buffer.from("{\\rtf1\\ansi\\ansicpg1252\\fromhtml1 {\\*\\htmltag64 <p>}pay now: https://xserver.pay.example/{\\*\\htmltag72 </p>}}");
  const head = Buffer.alloc(16);
  head.writeUInt32LE(rtf.length + 12, 0);
  head.writeUInt32LE(rtf.length, 4);
  head.write("MELA", 8);
  const received = "Received: from x.example\r\n\tby y.example; Mon, 1 Apr 2024 09:00:00 +0900\r\nFrom: XSERVER <support@xserver.jp>\r\nSubject: hello\r\n\r\n";
  const html = Buffer.from('<p>本文 <a href="https://login.example/">ログイン</a></p>');
  return [
    { "__substg1.0_007D001F": wide(received), "__substg1.0_1000001F": wide("本文"), "__substg1.0_10130102": html },
    // 重要 and 本文 in Shift_JIS.
    { "__substg1.0_0037001E": sjis("8f64977600"), "__substg1.0_1000001E": sjis("967b95b600") },
    { "__substg1.0_0037001F": wide("x"), "__substg1.0_10090102": Buffer.concat([head, rtf]) },
  ].map((streams) => Buffer.from(compoundFile({ "__properties_version1.0": properties(32), ...streams })));
}

test("Outlook files are rebuilt in the browser as in Node", { skip }, async () => {
  const { context, page } = await opened();
  const files = outlookFiles();
  const found = await workerReports(
    page,
    files.map((bytes, at) => ({ name: `${at}.msg`, bytes })),
  );
  for (const [at, bytes] of files.entries()) {
    const raw = mailFromMsg(bytes);
    assert.ok(raw !== undefined);
    const wanted: unknown = JSON.parse(JSON.stringify(toJsonReport(examine(raw), "", 0)));
    assert.deepEqual(comparable(JSON.parse(JSON.stringify(found[at]))), comparable(wanted));
  }
  assert.match(JSON.stringify(found[1]), /重要/);
  await context.close();
});

const SECOND = "From: billing@shop.example\r\nTo: taro@example.com\r\nSubject: second\r\nDate: Tue, 2 Jan 2024 10:00:00 +0900\r\n\r\nhello\r\n";

test("a mailbox is a list to choose from, and the list can be gone back to", { skip }, async () => {
  const { context, page, errors } = await opened();
  const example = fileOf("xserver-pending-messages.eml").toString("latin1");
  const mbox = Buffer.from(`From a@example.com Mon Jan  1 10:00:00 2024\n${example}\n\nFrom b@example.com Tue Jan  2 10:00:00 2024\n${SECOND}`, "latin1");
  await handIn(page, "all.mbox", mbox, "application/mbox");
  await page.waitForSelector(".mails button");
  assert.equal(await page.locator(".mails button").count(), 2);
  assert.match(await page.locator(".mails button").nth(1).innerText(), /second[^]*billing@shop\.example[^]*2024-01-02/);
  await page.locator(".mails button").first().click();
  await reported(page);
  assert.match(await headline(page), /なりすましです/);
  await page.click('[data-action="back"]');
  assert.equal(await page.locator(".mails button").count(), 2);
  assert.deepEqual(errors, []);
  await context.close();
});

test("pasted words and a pasted source are told apart, the reader may say otherwise, and the language changes around the mail", { skip }, async () => {
  const { context, page, errors } = await opened();
  await page.fill(
    "#text",
    "差出人: XSERVER SUPPORT <support@xserver.jp>\n件名: 12 件の着信メッセージ\n\nエックスサーバーをご利用のお客様\nhttps://webmail.pending-messages.example/login",
  );
  await page.click('[data-part="paste"] button[type="submit"]');
  await reported(page);
  assert.match(await page.locator(".read").innerText(), /見えていた文章として/);
  assert.match(await page.locator("#apps summary").first().innerText(), /./);
  const before = await headline(page);
  await page.click('[data-action="language"]');
  assert.equal(await page.locator("html").getAttribute("lang"), "en");
  await page.waitForFunction(() => /text that was visible/.test(document.querySelector(".read")?.textContent ?? ""));
  assert.notEqual(await headline(page), before);
  assert.equal(await page.evaluate(() => (document.activeElement as HTMLElement).dataset["action"]), "language");
  await page.click('[data-action="read-otherwise"]');
  await page.waitForFunction(() => /as the source/.test(document.querySelector(".read")?.textContent ?? ""));
  await page.click('[data-action="another"]');
  await page.fill("#text", fileOf("xserver-genuine.eml").toString("utf8"));
  await page.click('[data-part="paste"] button[type="submit"]');
  await page.waitForFunction(() => /genuine/.test(document.querySelector("h1:focus")?.textContent ?? ""));
  assert.match(await page.locator(".read").innerText(), /as the source of a mail/);
  assert.deepEqual(errors, []);
  await context.close();
});

test("a screenshot with a QR code is read by the browser, and one without is answered with what to do", { skip }, async () => {
  const { context, page, errors } = await opened();
  const [webp, png] = await page.evaluate(async () => {
    const canvas = document.createElement("canvas");
    canvas.width = canvas.height = 300;
    const context2d = canvas.getContext("2d")!;
    context2d.fillStyle = "#fff";
    context2d.fillRect(0, 0, 300, 300);
    return [canvas.toDataURL("image/webp"), canvas.toDataURL("image/png")];
  });
  const { encodeQR } = (await import("qr")) as { encodeQR: (text: string, kind: "gif", options: { scale: number; border: number }) => Uint8Array };
  await handIn(page, "code.gif", Buffer.from(encodeQR("https://login.xserver-support.example/a?b=c", "gif", { scale: 6, border: 4 })), "image/gif");
  await reported(page);
  assert.match(await page.locator(".read").innerText(), /QR コード[^]*xserver-support\.example/);
  await page.click('[data-action="another"]');
  for (const [name, data] of [
    ["white.webp", webp],
    ["white.png", png],
  ] as const) {
    await page.evaluate(() => document.querySelector("#result")?.replaceChildren());
    await handIn(page, name, Buffer.from((data ?? "").split(",")[1] ?? "", "base64"), `image/${name.split(".")[1] ?? ""}`);
    await page.waitForSelector(".problem h2:focus");
    assert.match(await page.locator(".problem").innerText(), /QR コードは見つかりませんでした/);
  }
  assert.deepEqual(errors, []);
  await context.close();
});

test("what cannot be examined is answered with what to do about it", { skip }, async () => {
  const { context, page, errors } = await opened("?lang=en");
  const cases: readonly (readonly [string, Buffer, string, RegExp])[] = [
    ["empty.eml", Buffer.alloc(0), "message/rfc822", /empty\. Save the mail again/],
    ["a.zip", Buffer.from("504b030414000000", "hex"), "application/zip", /not look like a mail \(ZIP\)/],
    ["broken.msg", Buffer.from(`d0cf11e0a1b11ae1${"00".repeat(600)}`, "hex"), "application/vnd.ms-outlook", /cannot be read as an Outlook/],
    ["broken.png", Buffer.from("89504e470d0a1a0a0000", "hex"), "image/png", /cannot be opened/],
    [
      "large.eml",
      Buffer.concat([Buffer.from("Subject: large\r\nFrom: a@b.example\r\n\r\n"), Buffer.alloc(26 * 1024 * 1024, 65)]),
      "message/rfc822",
      /too large \(27 MB\)/,
    ],
  ];
  for (const [name, bytes, type, wanted] of cases) {
    await handIn(page, name, bytes, type);
    await page.waitForFunction((text) => new RegExp(text).test(document.querySelector(".problem")?.textContent ?? ""), wanted.source);
    assert.equal(await page.evaluate(() => document.activeElement?.tagName), "H2", name);
    assert.equal(await page.locator("#start").isVisible(), true);
  }
  await page.click('[data-part="paste"] button[type="submit"]');
  await page.waitForFunction(() => /Nothing was pasted/.test(document.querySelector(".problem")?.textContent ?? ""));
  assert.deepEqual(errors, []);
  await context.close();
});

test("sending to the desk and asking for warnings happen on a press, and every answer is told", { skip }, async () => {
  const { context, page } = await opened("?lang=en");
  await page.click('[data-action="example"]');
  await reported(page);
  const sent = page.locator('[data-part="sent"]');
  const answers: readonly (readonly [typeof answer, RegExp])[] = [
    [{ status: 401 }, /logged in/],
    [{ status: 413 }, /too large/],
    [{ status: 429, headers: { "Retry-After": "7" } }, /after 7 seconds/],
    [{ status: 500 }, /did not take it \(500\)/],
    [{ status: 202, body: { report: "r1", case: "c0123456789ab", state: "waiting", href: "/api/v1/reports/r1" } }, /received[^]*c0123456789ab/],
  ];
  for (const [next, wanted] of answers) {
    answer = next;
    await page.click('[data-action="send"]');
    await page.waitForFunction((text) => new RegExp(text).test(document.querySelector('[data-part="sent"]')?.textContent ?? ""), wanted.source);
  }
  assert.equal(received.at(-1)?.body, fileOf("xserver-pending-messages.eml").toString("latin1"));
  assert.equal(received.at(-1)?.type, "message/rfc822");
  const both = (text: string): unknown => ({ ja: `${text} ja`, en: text });
  const warnings = [
    { title: both("<b>Beware</b>"), href: "/warnings/w/a/", published: "2026-11-01T00:00:00Z" },
    { title: both("elsewhere"), href: "https://evil.test/" },
  ];
  answer = { status: 200, body: { warnings } };
  await page.click('[data-action="ask-known"]');
  await page.waitForSelector('[data-part="known-answer"] a');
  assert.deepEqual(await page.locator('[data-part="known-answer"] a').allInnerTexts(), ["<b>Beware</b>"]);
  assert.match(received.at(-1)?.path ?? "", /^\/api\/v1\/known\?subject=/);
  assert.doesNotMatch(decodeURIComponent(received.at(-1)?.path ?? ""), /taro/);
  await context.setOffline(true);
  await page.click('[data-action="send"]');
  await page.waitForFunction(() => /when you are online/.test(document.querySelector('[data-part="sent"]')?.textContent ?? ""));
  assert.match(await sent.innerText(), /could not be sent/);
  await context.close();
});

test("served by the real server: its policy lets the page work, a mail sent is kept, warnings are asked for", { skip }, async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "check-page-"));
  const real = await startServer({ host: "127.0.0.1", port: 0, archive: path.join(folder, "archive.db") });
  const context = await browser.newContext({ reducedMotion: "reduce", locale: "ja-JP" });
  try {
    const errors: string[] = [];
    context.on("weberror", (error) => errors.push(String(error.error())));
    context.on("console", (message) => message.type() === "error" && errors.push(`${message.text()} ${message.location().url}`));
    const page = await context.newPage();
    await page.goto(real.url);
    await page.waitForSelector('body[data-examiner="complete"]');
    await page.evaluate(async () => (await navigator.serviceWorker.ready).active?.state);
    await page.click('[data-action="example"]');
    await reported(page);
    await page.click('[data-action="ask-known"]');
    await page.waitForFunction(() => /まだありません/.test(document.querySelector('[data-part="known-answer"]')?.textContent ?? ""));
    await page.click('[data-action="send"]');
    await page.waitForFunction(() => /受付番号: c[0-9a-f]{12}/.test(document.querySelector('[data-part="sent"]')?.textContent ?? ""));
    assert.deepEqual(errors, []);
  } finally {
    await context.close();
    await real.close();
    rmSync(folder, { recursive: true, force: true });
  }
});

test("what a reader takes away: a report, a picture, a text and drafts without a trace of them", { skip }, async () => {
  const { context, page, errors } = await opened("?lang=ja", { acceptDownloads: true });
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.click('[data-action="example"]');
  await reported(page);
  const [html] = await Promise.all([page.waitForEvent("download"), page.click('[data-action="html"]')]);
  assert.match(readFileSync(await html.path(), "utf8"), /^<!doctype html>[^]*なりすましです/);
  const [picture] = await Promise.all([page.waitForEvent("download"), page.click('[data-action="picture"]')]);
  assert.equal(
    readFileSync(await picture.path())
      .subarray(1, 4)
      .toString(),
    "PNG",
  );
  await page.click('[data-action="warning"]');
  await page.waitForSelector('[data-part="made"] pre');
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(copied, /偽物のメールが届いています[^]*エックスサーバー/);
  assert.doesNotMatch(copied, /taro|example\.com/);
  await page.click('[data-action="drafts"]');
  await page.waitForSelector('[data-part="drafts"] h3:focus');
  const links = await page.locator('[data-part="drafts"] a[href^="mailto:"]').evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).href));
  assert.ok(links.length >= 2);
  await page.locator('[data-action="copy-draft"]').first().click();
  await page.waitForSelector(".copied pre");
  assert.match(await page.evaluate(() => navigator.clipboard.readText()), /届け出/);
  await page.evaluate(() => navigator.clipboard.writeText("件名: 重要なお知らせ\n\nAmazon アカウントを停止しました https://amazon-login.example/"));
  await page.click('[data-action="another"]');
  await page.click('[data-action="clipboard"]');
  await reported(page);
  assert.match(await page.locator(".read").innerText(), /見えていた文章/);
  for (const link of links) assert.ok(link.length <= 2000 && !/taro/.test(decodeURIComponent(link)), link.slice(0, 80));
  assert.deepEqual(errors, []);
  await context.close();
});

test("another app shares a mail with the installed page, and it goes nowhere else", { skip }, async () => {
  const { context, page } = await opened();
  server.forget();
  const example = fileOf("xserver-pending-messages.eml").toString("base64");
  await page.evaluate((base64) => {
    const form = Object.assign(document.createElement("form"), { method: "post", action: "/check/share", enctype: "multipart/form-data" });
    const input = Object.assign(document.createElement("input"), { type: "file", name: "mail" });
    const data = new DataTransfer();
    data.items.add(new File([Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))], "shared.eml", { type: "message/rfc822" }));
    input.files = data.files;
    form.append(input);
    document.body.append(form);
    form.submit();
  }, example);
  await reported(page);
  assert.match(await headline(page), /なりすましです/);
  assert.deepEqual(
    server.asked.filter((one) => one.includes("share")),
    [],
  );
  await context.close();
});

test("the keyboard reaches everything in reading order, and without scripts the page says what it needs", { skip }, async () => {
  const { context, page } = await opened();
  const stops: string[] = [];
  for (let n = 0; n < 8; n++) {
    await page.keyboard.press("Tab");
    stops.push(
      await page.evaluate(
        () => (document.activeElement as HTMLElement).dataset["action"] ?? (document.activeElement?.id || document.activeElement?.className) ?? "",
      ),
    );
  }
  assert.deepEqual(stops, ["skip", "brand", "language", "file", "example", "text", "main", "clipboard"]);
  await page.focus(".skip");
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement?.id), "main");
  await context.close();
  const plain = await browser.newContext({ javaScriptEnabled: false });
  const bare = await plain.newPage();
  await bare.goto(`${server.url}?lang=en`);
  assert.match(await bare.locator("noscript").innerText(), /needs JavaScript/);
  await plain.close();
});

for (const colorScheme of ["light", "dark"] as const)
  test(`axe finds nothing before, with and after a report, in both languages, ${colorScheme}; nothing is wider than a small phone`, { skip }, async () => {
    const { context, page } = await opened("?lang=ja", { colorScheme, bypassCSP: true, viewport: { width: 320, height: 640 } });
    const look = async (what: string): Promise<void> => {
      for (const width of [320, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= width, `${what} is wider than ${width}`);
      }
      assert.deepEqual(await violationsOn(page), [], what);
    };
    for (const lang of ["ja", "en"]) {
      assert.equal(await page.locator("html").getAttribute("lang"), lang);
      await look(`start ${lang}`);
      await page.click('[data-action="example"]');
      await reported(page);
      await page.click('[data-action="drafts"]');
      await page.waitForSelector('[data-part="drafts"] h3');
      await page.locator("details.source summary").click();
      await page.locator('[data-part="source-view"] .mark').first().waitFor();
      await look(`report ${lang}`);
      await page.click('[data-action="another"]');
      await page.fill("#text", "au から重要なお知らせ https://au-support.example/");
      await page.click('[data-part="paste"] button[type="submit"]');
      await reported(page);
      await look(`pasted ${lang}`);
      await page.click('[data-action="another"]');
      if (lang === "ja") await page.click('[data-action="language"]');
    }
    await context.close();
  });
