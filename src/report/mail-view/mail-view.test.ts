import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { examineKeeping } from "../../app/examine.ts";
import { mailView } from "./index.ts";
import type { Drawn, DrawnElement, MailView } from "./index.ts";

const viewOf = (raw: string | Uint8Array, lang: "ja" | "en" = "ja"): MailView => {
  const { evidence, examination } = examineKeeping(typeof raw === "string" ? new TextEncoder().encode(raw) : raw);
  return mailView(evidence, examination, lang);
};
const html = (body: string): string => `From: a@example.com\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${body}`;

/** Every element of a drawn tree, in order. */
function elements(drawn: readonly Drawn[]): readonly DrawnElement[] {
  return drawn.flatMap((one) => (typeof one === "string" ? [] : [one, ...elements(one.children ?? [])]));
}

function textOf(drawn: readonly Drawn[]): string {
  return drawn.map((one) => (typeof one === "string" ? one : textOf(one.children ?? []))).join("");
}

test("the example is marked in its name, address, subject, text and button, and no strong point is left without a place", () => {
  const view = viewOf(readFileSync("examples/xserver-pending-messages.eml"));
  const places = new Set(view.marks.map(({ place }) => place));
  for (const place of ["displayName", "address", "subject", "text", "button"] as const) assert.ok(places.has(place), place);
  assert.deepEqual(view.unplaced, []);
  assert.match(view.marks[0]?.label ?? "", /^怪しい点 \d+:./);
});

test("a link is dead text with its real target beside it", () => {
  const { body } = viewOf(html('<p><a href="https://evil.example/login?u=1">https://bank.example/</a></p>'));
  const link = elements(body).find(({ kind }) => kind === "link");
  const target = elements(body).find(({ kind }) => kind === "target");
  assert.equal(link?.tag, "span");
  assert.match(textOf([target ?? ""]), /evil\[\.\]example/);
});

test("hidden text is drawn in a labelled box, text in the colour of its ground too", () => {
  const { body } = viewOf(html('<p>see<span style="display:none">secret words here</span></p><p style="color:#fff">white on white</p>'), "en");
  const boxes = elements(body).filter(({ kind }) => kind === "hidden");
  assert.deepEqual(
    boxes.map((box) => textOf([box])),
    ["hidden textsecret words here", "text in the colour of its groundwhite on white"],
  );
});

test("characters that cannot be seen are named", () => {
  const { body } = viewOf(html("<p>pay\u200bpal \u202egnp.exe</p>"), "en");
  assert.match(textOf(body), /payinvisible character U\+200Bpal character that turns the order round U\+202Egnp/);
});

test("nothing of a script, a style sheet or a frame is drawn, remote pictures are boxes and counted", () => {
  const view = viewOf(
    html('<style>p{color:red}</style><script>1</script><iframe src="https://evil.example/"></iframe><img src="https://evil.example/a.png" alt="logo">'),
    "en",
  );
  assert.ok(!JSON.stringify(view.body).includes("color:red"));
  assert.ok(elements(view.body).every(({ tag, source }) => tag !== "img" && source === undefined));
  assert.match(view.notes.join(), /1 remote pictures/);
});

test("a picture the mail carries is drawn when its bytes are one, and nothing else is", () => {
  const png = "iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAFElEQVR4nGP8z8Dwn4GBgYkBDAAhHAMBn7nPmQAAAABJRU5ErkJggg==";
  const { body } = viewOf(
    html(`<img src="data:image/png;base64,${png}"><img src="data:image/svg+xml;base64,PHN2Zz4="><img src="data:text/html;base64,PHN2Zz4=">`),
  );
  const drawn = elements(body).filter(({ tag }) => tag === "img");
  assert.deepEqual(
    drawn.map(({ source }) => source),
    [`data:image/png;base64,${png}`],
  );
});

test("cells, depth and length are bounded, and what was cut is said", () => {
  const cell = elements(viewOf(html('<table><tr><td colspan="1000000000" rowspan="1000000000">a</td></tr></table>')).body).find(({ tag }) => tag === "td");
  assert.ok((cell?.columns ?? 99) <= 60 && (cell?.rows ?? 99) <= 60);
  const deep = viewOf(html(`${"<div>".repeat(100_000)}deep`), "en");
  assert.match(textOf(deep.body), /deep/);
  assert.match(deep.notes.join(), /nested too deeply/);
  const longer = viewOf(html(`<p>first words</p>${"<p>x</p>".repeat(100_000)}`), "en");
  assert.match(textOf(longer.body), /^first wordsx/);
  const salted = viewOf(html('<span style="display:none">x</span>y'.repeat(20_000)), "en");
  assert.match(salted.notes.join(), /hidden text in \d{4,5} more places/);
  assert.ok(elements(salted.body).length < 200 && textOf(salted.body).startsWith("hidden textxy"));
  const long = viewOf(html("<p>x</p>".repeat(60_000)), "en");
  assert.match(long.notes.join(), /long/);
  assert.ok(elements(long.body).length < 13_000);
});

test("styles are kept by property and value, never an address or a position", () => {
  const style =
    "color:red;background:url(https://evil.example/);position:fixed;top:0;width:expression(1);font-size:9999px;padding:9999px;--x:1;content:'a';text-align:center";
  const kept = elements(viewOf(html(`<div style="${style}">a</div>`)).body).find((one) => one.style?.["text-align"] === "center")?.style ?? {};
  assert.deepEqual(Object.keys(kept).sort(), ["color", "font-size", "padding-bottom", "padding-left", "padding-right", "padding-top", "text-align"]);
  assert.equal(kept["font-size"], "36px");
  assert.equal(kept["padding-top"], "40px");
});

test("end tags do not reach through a cell", () => {
  const { body } = viewOf(html("<div><table><tr><td>a</div>b</td><td>c</td></tr></table>d</div>"));
  assert.equal(elements(body).filter(({ tag }) => tag === "td").length, 2);
  assert.equal(textOf(body), "abcd");
});
