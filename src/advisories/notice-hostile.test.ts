import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { readNotice } from "./notice.ts";
import { decodeNotice } from "./notice-text.ts";
import { advisoryRecord } from "./schema.ts";

const PIECES = [
  "■件名",
  "▼本文",
  "【差出人】",
  "件名：",
  "[本文]",
  "\n",
  "\n\n",
  "━━━━━━",
  "-----",
  "<table>",
  "<tr><td>",
  "</td>",
  "<dl><dt>件名<dd>",
  "<li>",
  "<pre>",
  "</pre>",
  "「",
  "」",
  "との件名",
  "不審なメール",
  "正規のメール",
  "事例1",
  "ここから",
  "ここまで",
  "a@b.example",
  "hxxps://a[.]example/",
  "***@***",
  "｜",
  "\t",
  "令和5年3月7日",
  "&#x3042;",
  "<!--",
  "]]>",
  "<script>",
  "※",
  "・",
  "\u0000",
  "\ud800",
  "😀",
] as const;

test("any bytes give a notice, in time and without an exception", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 4000 }), (bytes) => {
      readNotice(decodeNotice(bytes));
    }),
    { numRuns: 200 },
  );
});

test("any mixture of what notices are made of gives cases that a record may hold", () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 8 })), { maxLength: 120 }),
      fc.constantFrom("html", "text", "auto"),
      (pieces, kind) => {
        const { cases, unread } = readNotice(pieces.join(""), kind as "html");
        for (const { observed, body, ...rest } of cases) {
          const record = { ...rest, ...(observed === undefined ? {} : { observed }), ...(body === undefined ? {} : { body }) };
          assert.doesNotThrow(() => advisoryRecord.shape.cases.parse([record]), JSON.stringify(record));
        }
        assert.ok(unread.every((line) => line.text !== ""));
      },
    ),
    { numRuns: 1000 },
  );
});

const MEGABYTE = 1_000_000;
const fill = (piece: string): string => piece.repeat(Math.ceil(MEGABYTE / piece.length)).slice(0, MEGABYTE);
const HOSTILE: Readonly<Record<string, string>> = {
  "nested blocks": fill("<div>"),
  "nested tables": fill("<table><tr><td>"),
  "one row of cells": `<table><tr>${fill("<td>a")}`,
  "rows of cells": `<table>${fill("<tr><td>件名<td>お知らせ")}`,
  terms: `<dl>${fill("<dt>件名<dd>あ")}`,
  items: fill("<li>不審な件名の例"),
  "unclosed comment": `<html><!--${fill("- ")}`,
  "unclosed attribute": `<html><a b="${fill("x ")}`,
  "line ends": `<html>${fill("あ\n ")}`,
  labels: fill("■件名\n"),
  "labels in a line": fill("【件名】"),
  frames: fill("■件名\n━━━━━\nあ\n━━━━━\n▼本文\n━━━━━\n"),
  brackets: fill("「"),
  quotations: fill("「あ」、"),
  "quotations of lines": fill("不審な「あ」や「い」などの件名。\n"),
  "at signs": fill("a@"),
  addresses: fill("差出人：a.b@c.d "),
  stars: fill("*"),
  blanks: fill(" \u3000"),
  pipes: fill("件名|本文|\n"),
  "one pipe row": fill("|件名"),
  dots: fill("a[.]"),
  schemes: fill("hxxp:"),
  digits: fill("1"),
  days: fill("令和5年3月7日"),
  fakes: fill("偽"),
  marks: fill("【正】"),
  numbers: fill("(1)\n"),
  spans: fill("<span>件名</span>あ"),
  "rows in rows": `<table>${fill("<tr><td rowspan=1000>件名<td>a")}`,
  boxes: fill("┌───┐\n│件名：あ│\n└───┘\n"),
  accordions: fill("<details><summary>事例1</summary>件名：あ"),
  "lines under a subject": `不審なメール\n件名：あ\n${fill("い\n")}`,
};

for (const [name, text] of Object.entries(HOSTILE)) {
  test(`1 MB of ${name} is read within a second`, () => {
    readNotice("不審なメール\n");
    for (const kind of ["html", "text"] as const) {
      // Time of the processor, since other programs may hold it for as long.
      const began = process.cpuUsage();
      readNotice(text, kind);
      const { user, system } = process.cpuUsage(began);
      const took = (user + system) / 1000;
      assert.ok(took < 1000, `${kind}: ${Math.round(took)} ms`);
    }
  });
}
