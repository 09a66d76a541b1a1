import assert from "node:assert/strict";
import { test } from "node:test";
import { readHtml } from "./html.ts";

test("blocks become lines, blanks collapse, scripts and styles vanish", () => {
  const html = "<html><head><title> T </title><style>p{}</style></head><body><p>one\n  two</p><div>three<br>four</div><script>if (a<b) x()</script></body>";
  const reading = readHtml(html);
  assert.equal(reading.text.trim(), "one two\nthree\nfour");
  assert.equal(reading.title?.text, "T");
});

test("a head that nobody closed ends where the body begins", () => {
  assert.equal(readHtml("<html><head><title>T</title><table><tr><td>one</td></tr></table>").text.trim(), "one");
  assert.equal(readHtml("<head><meta charset=utf-8>two<p>three").text.trim(), "two\nthree");
  assert.equal(readHtml("<head>\n<style>p{}</style>\n<script>x()</script></head><p>four").text.trim(), "four");
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

test("behind a character reference every index is exact", () => {
  const html = "<p>don&#39;t &amp;&nbsp;stop&notit; x&amp y</p><title>a&lt;b</title>";
  const { text, title, toSource } = readHtml(html);
  assert.equal(text.trim(), "don't &\u00a0stop¬it; x& y");
  for (const word of ["t ", "stop", "x", "y"]) assert.equal(html.slice(toSource(text.indexOf(word)))[0], word[0]);
  assert.equal(toSource(text.indexOf("stop")), html.indexOf("stop"));
  assert.equal(title?.text, "a<b");
});

test("marks that only look like tags, comments or ends are told apart", () => {
  const shown = (html: string): string => readHtml(html).text.trim();
  assert.equal(shown("a < b <3 </> c<!-->d<!--->e<!-- > -- --!>f<?x>g<![CDATA[h>i"), "a < b <3 cdefgi");
  assert.equal(shown("<script><!-- <script> </script> hidden --></script>seen"), "seen");
  assert.equal(shown("<textarea><b>&amp;</textare></TEXTAREA x>y"), "<b>&</textare>y");
  assert.equal(shown("x<a href='never closed"), "x");
  const [link] = readHtml("<A a=1/ HREF = 'x&amp;y&copy=1' href=z>t</A>").links;
  assert.equal(link?.written, "x&y&copy=1");
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
  const started = process.cpuUsage();
  readHtml("<div>".repeat(400_000));
  readHtml("<div>".repeat(100_000) + "</p>".repeat(100_000) + "</span>".repeat(100_000));
  readHtml("<a href=x>".repeat(100_000));
  for (const unit of ["<", "<a ", "<a b='", "<!--", "<!", "</", "<title>", "<script><!--", "<script><!--<script>", "&", "&#", "&am<b>", "--", "<p>&"]) {
    readHtml(unit.repeat(100_000));
    readHtml(`${"<p>x".repeat(50_000)}${unit}`);
  }
  // Processor time: what else the machine does is not counted.
  assert.ok(process.cpuUsage(started).user < 4_000_000);
});
