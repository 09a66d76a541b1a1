import assert from "node:assert/strict";
import { test } from "node:test";
import { columns, fold } from "./fold.ts";
import { renderHtml } from "./html.ts";
import { toJsonLine, toJsonReport } from "./json.ts";
import { plainText } from "./plain-text.ts";
import { SAMPLE } from "./sample.fixture.ts";
import { renderTerminal } from "./terminal.ts";

for (const lang of ["ja", "en"] as const) {
  for (const width of [20, 40, 80, 120]) {
    test(`terminal ${lang} at ${width} columns: nothing wider, no command of the mail, no live link of it`, () => {
      const text = renderTerminal(SAMPLE, { lang, width, colour: false });
      for (const line of text.split("\n")) assert.ok(columns(line) <= width, line);
      // eslint-disable-next-line no-control-regex
      assert.doesNotMatch(text, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
      assert.doesNotMatch(text.replace(/\s/g, ""), /https:\/\/evil/);
    });
  }
  test(`html ${lang}: no script, no attribute of the mail, the quote marked across a line break`, () => {
    const page = renderHtml(SAMPLE, lang);
    assert.doesNotMatch(page, /<script|"onload|https:\/\/evil|src=|url\(/i);
    assert.match(page, /<mark>Click\nhere<b class="n">①<\/b><\/mark>/);
    assert.match(page, /default-src 'none'/);
    assert.deepEqual([...new Set([...page.matchAll(/href="([^"]*)"/g)].map((found) => found[1]))], ["https://www.xserver.ne.jp/support/"]);
  });
}
test("colour adds only what this package paints with", () => {
  const coloured = renderTerminal(SAMPLE, { lang: "en", width: 80, colour: true });
  // eslint-disable-next-line no-control-regex
  assert.equal(coloured.replace(/\u001b\[[\d;]+m/g, ""), renderTerminal(SAMPLE, { lang: "en", width: 80, colour: false }));
});
test("a JSON line is one line, reads back the same, and carries no reordering mark", () => {
  const report = toJsonReport(SAMPLE, "a.eml", 1.23456);
  const line = toJsonLine(report);
  assert.deepEqual(JSON.parse(line), JSON.parse(JSON.stringify(report)));
  assert.doesNotMatch(line, /[\n\u007f-\u009f\u202a-\u202e]/);
  assert.equal(report.ms, 1.235);
});
test("folding keeps closing punctuation off the start of a line", () => {
  for (const line of fold("これは、とても長い文章です。だから、折り返します。", 10)) assert.doesNotMatch(line, /^[、。]/);
});
test("cleaning a megabyte of escape starts takes no time to speak of", () => {
  const started = performance.now();
  plainText("\u001b]\u001b[".repeat(500_000));
  assert.ok(performance.now() - started < 1_000);
});
test("an overlong host keeps its end, an overlong name leaves the address in sight", () => {
  const host = `${"paypal.com.".repeat(40)}evil.example`;
  const [point] = SAMPLE.points;
  assert.ok(point !== undefined);
  const long = { ...point, link: { displayed: undefined, real: host } };
  const mail = { ...SAMPLE.mail, fromName: "PayPal ".repeat(200), fromAddress: `a@${host}` };
  const given = { ...SAMPLE, mail, points: [long], verdict: { ...SAMPLE.verdict, reasons: [long] } } as typeof SAMPLE;
  for (const text of [renderTerminal(given, { lang: "en", width: 100, colour: false }), renderHtml(given, "en")]) {
    assert.equal(text.replace(/\s/g, "").includes(`com[.]evil[.]example`), true);
    assert.match(text.replace(/\s/g, ""), /….{0,12}…[^>]{20,}com\.evil\.example/);
  }
});
