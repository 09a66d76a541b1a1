import assert from "node:assert/strict";
import { test } from "node:test";
import { compilePhrases } from "./phrase-matcher.ts";
import { PHRASES } from "./phrases.ts";

const find = compilePhrases({ press: ["within 24 hours", "24時間以内"], other: ["hours ago"] });
const topics = (text: string): string =>
  find(text)
    .map((hit) => `${hit.topic}:${text.slice(hit.start, hit.end)}`)
    .join("|");

test("phrases are found whatever the case, the letters, the line breaks", () => {
  assert.equal(topics("please WITHIN  24\r\n hours now"), "press:WITHIN  24\r\n hours");
  assert.equal(topics("𝐰𝐢𝐭𝐡𝐢𝐧 𝟐𝟒 𝐡𝐨𝐮𝐫s."), "press:𝐰𝐢𝐭𝐡𝐢𝐧 𝟐𝟒 𝐡𝐨𝐮𝐫s");
  assert.equal(topics("２４時間 以内に"), "press:２４時間 以内");
});

test("a Latin phrase stands at word boundaries", () => {
  assert.equal(topics("herewithin 24 hours"), "");
  assert.equal(topics("within 24 hoursand"), "");
  assert.equal(topics("within 24 hours ago"), "press:within 24 hours|other:hours ago");
});

test("every phrase of the list can be found, none is too short", () => {
  const all = compilePhrases(PHRASES);
  for (const [topic, phrases] of Object.entries(PHRASES))
    for (const phrase of phrases)
      assert.ok(
        all(`. ${phrase} .`).some((hit) => hit.topic === topic),
        `${topic}: ${phrase}`,
      );
});

test("a hostile text costs no more than its length", () => {
  const text = "within 24 hour ".repeat(40_000);
  const start = performance.now();
  assert.equal(find(text).length, 0);
  assert.ok(performance.now() - start < 2000);
});
