import assert from "node:assert/strict";
import { test } from "node:test";
import { readHtml } from "./html.ts";

test("blocks become lines, blanks collapse, scripts and styles vanish", () => {
  const html = "<html><head><title> T </title><style>p{}</style></head><body><p>one\n  two</p><div>three<br>four</div><script>if (a<b) x()</script></body>";
  const reading = readHtml(html);
  assert.equal(reading.text.trim(), "one two\nthree\nfour");
  assert.equal(reading.title?.text, "T");
});

test("hidden text is left out, font-size given back is seen", () => {
  const html =
    '<div style="display:none">a</div><span style="visibility:hidden">b</span><p hidden>c</p><td style="font-size:0">d<span style="font-size:14px">e</span></td><b style="opacity:0">f</b><!--[if mso]>g<![endif]-->h';
  assert.equal(readHtml(html).text.replace(/\s/g, ""), "eh");
});

test("every index of the text leads back to the HTML", () => {
  const html = "<p>A &amp; B</p>\r\n<p>日本 <b>語</b></p>";
  const reading = readHtml(html);
  for (const char of ["A", "B", "日", "語"]) assert.equal(html[reading.toSource(reading.text.indexOf(char))], char);
});

test("links carry text, label, visibility and source", () => {
  const html =
    '<a href="https://example.com/&amp;a">Press <b>here</b></a><a href="https://x.test"><img alt="Logo"></a><a href="https://y.test" style="display:none">no</a><form action="https://f.test"><input type=submit value=Go></form><div role="button" onclick="location.href=\'https://b.test\'">Go</div><map><area href="https://m.test" alt="M"></map>';
  const { links, text, imageAlts } = readHtml(html);
  assert.deepEqual(
    links.map((link) => [link.source, link.written, link.visible]),
    [
      ["href", "https://example.com/&a", true],
      ["href", "https://x.test", true],
      ["href", "https://y.test", false],
      ["form", "https://f.test", true],
      ["button", "https://b.test", true],
      ["area", "https://m.test", true],
    ],
  );
  assert.equal(text.slice(links[0]?.textStart, links[0]?.textEnd), "Press here");
  assert.equal(links[1]?.label, "Logo");
  assert.deepEqual(
    imageAlts.map((alt) => alt.text),
    ["Logo", "M"].slice(0, 1),
  );
});

test("depth and unmatched end tags cost nothing", () => {
  const started = performance.now();
  readHtml("<div>".repeat(400_000));
  readHtml("<div>".repeat(100_000) + "</p>".repeat(100_000) + "</span>".repeat(100_000));
  readHtml("<a href=x>".repeat(100_000));
  assert.ok(performance.now() - started < 4000);
});
