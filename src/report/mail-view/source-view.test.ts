import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { examineKeeping } from "../../app/examine.ts";
import { sourceView } from "./index.ts";
import type { SourceView } from "./index.ts";

const viewOf = (raw: Uint8Array): { readonly view: SourceView; readonly quotes: readonly string[] } => {
  const { evidence, examination } = examineKeeping(raw);
  const view = sourceView(evidence, examination, "ja");
  const quotes = view.numbered.flatMap(({ point }) =>
    (examination.points[point]?.quotes ?? []).flatMap(({ where }) =>
      where.kind === "raw" ? [new TextDecoder().decode(raw.subarray(where.start, where.end))] : [],
    ),
  );
  return { view, quotes };
};

test("every quoted byte of the example stands under its number, and the lines give the source back", () => {
  const raw = readFileSync("examples/parcel-fee.eml");
  const { view, quotes } = viewOf(raw);
  const marked = view.lines.flatMap(({ pieces }) => pieces.filter(({ numbers }) => numbers.length > 0).map(({ text }) => text)).join("");
  assert.ok(quotes.length > 3);
  for (const quote of quotes) assert.ok(marked.includes(quote.replace(/[\r\n]/g, "")), quote);
  assert.equal(view.cut, undefined);
  assert.equal(
    view.lines.map(({ pieces }) => pieces.map(({ text }) => text).join("")).join("\n"),
    raw.toString("utf8").replace(/\r\n/g, "\n").replace(/\n$/, ""),
  );
});

test("ISO-2022-JP is read as its part says, quotes that begin between two escape sequences too", () => {
  const { evidence, examination } = examineKeeping(readFileSync("examples/xserver-survey.eml"));
  const { lines, numbered } = sourceView(evidence, examination, "ja");
  const marked = lines.flatMap(({ pieces }) => pieces.filter(({ numbers }) => numbers.length > 0).map(({ text }) => text)).join("");
  const body = evidence.texts[0]?.part.bodyStart ?? 0;
  const quotes = numbered.flatMap(({ point }) => examination.points[point]?.quotes ?? []).filter(({ where }) => where.kind === "raw" && where.start >= body);
  assert.ok(quotes.length > 0);
  for (const { text } of quotes) assert.ok(marked.replace(/\s/g, "").includes(text.replace(/\s/g, "")), text);
});

test("encoded content is folded, long sources are bounded, and what is quoted far behind is still shown", () => {
  const head = "From: PayPal <a@b.example>\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: text/html\r\n";
  const encoded = Buffer.from("<p>x</p>".repeat(2000)).toString("base64").replace(/.{76}/g, "$&\r\n");
  const folded = viewOf(new TextEncoder().encode(`${head}Content-Transfer-Encoding: base64\r\n\r\n${encoded}`)).view;
  assert.ok(folded.lines.length < 20 && folded.lines.some((line) => line.folded > 100));
  const far = viewOf(
    new TextEncoder().encode(`${head}\r\n${"<p>line</p>\r\n".repeat(20_000)}<a href="https://evil.example/">https://www.paypal.com/</a> your PayPal account`),
  ).view;
  assert.ok(far.lines.length < 2600);
  assert.ok(far.lines.some(({ line, pieces }) => line > 20_000 && pieces.some(({ numbers }) => numbers.length > 0)));
  assert.ok(far.cut !== undefined);
});

test("controls and turning characters are written out", () => {
  const { view } = viewOf(new TextEncoder().encode("Subject: a\u202eb\x1b\r\n\r\nx"));
  assert.equal(view.lines[0]?.pieces.map(({ text }) => text).join(""), "Subject: a<U+202E>b␛");
});
