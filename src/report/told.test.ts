import assert from "node:assert/strict";
import { test } from "node:test";
import type { Point } from "../checks/check.ts";
import type { Quote } from "../terms/index.ts";
import { SAMPLE } from "./sample.fixture.ts";
import { tellOnce } from "./told.ts";

const [SOME] = SAMPLE.points as readonly [Point];
const quote = (text: string, start: number): Quote => ({ text, where: { kind: "raw", start, end: start + 10 } });
const FROM = quote("XSERVER <a@b.example>", 100);
const LINK = quote("Click here", 500);
const URL_QUOTE = quote("https://evil.example/x", 500);
const WORDS = quote("within 24 hours", 700);
const real = { displayed: undefined, real: "evil.example" };

function point(check: string, quotes: readonly Quote[], over: Partial<Point> = {}): Point {
  return { ...SOME, check, quotes, link: undefined, ...over };
}

/** `a+b c`: groups in order, the head first. */
function groups(...points: readonly Point[]): string {
  return tellOnce(points)
    .map((told) => [told.point, ...told.also].map((one) => one.check).join("+"))
    .join(" ");
}

test("two points about the sender's field are told once, the stronger first", () => {
  assert.equal(groups(point("sender", [FROM, WORDS]), point("look-alike", [FROM])), "sender+look-alike");
});
test("a link point that also quotes the sender does not swallow the sender's own point", () => {
  assert.equal(groups(point("link", [LINK, FROM], { link: real }), point("sender", [FROM])), "link sender");
});
test("points about one link are told once, also where one quotes another occurrence of it", () => {
  const elsewhere = quote("https://evil.example/x", 900);
  assert.equal(
    groups(point("link", [LINK, FROM], { link: real }), point("mismatch", [URL_QUOTE]), point("disguise", [elsewhere], { link: real })),
    "link+mismatch+disguise",
  );
});
test("wording with a foreign link is a fact of its own, and swallows no link point", () => {
  const wording = point("threat", [WORDS, URL_QUOTE], { link: real });
  assert.equal(groups(point("link", [LINK], { link: real }), wording), "link threat");
  assert.equal(groups(wording, point("link", [quote("https://evil.example/", 900)], { link: real })), "threat link");
});
test("points about different brands, and a published warning, are never merged", () => {
  assert.equal(groups(point("a", [FROM]), point("b", [FROM], { brand: "other" })), "a b");
  assert.equal(groups(point("a", [FROM]), point("b", [FROM], { advisory: {} as NonNullable<Point["advisory"]> })), "a b");
});
test("a point whose every quote stands in a stronger one says nothing new in full", () => {
  assert.equal(groups(point("spoofed", [FROM, quote("dmarc=fail", 10)]), point("refused", [quote("dmarc=fail", 10)])), "spoofed+refused");
});
test("what a line below already quotes whole becomes a line there too", () => {
  const dmarc = quote("dmarc=fail", 10);
  assert.equal(groups(point("route", [FROM]), point("spoofed", [FROM, dmarc]), point("refused", [dmarc])), "route+spoofed+refused");
});
test("no point is lost and none is told twice", () => {
  const points = Array.from({ length: 200 }, (_, at) => point(`c${at}`, [quote("x", (at % 17) * 5)], at % 3 === 0 ? { link: real } : {}));
  const told = tellOnce(points).flatMap((one) => [one.point, ...one.also]);
  assert.deepEqual(new Set(told), new Set(points));
  assert.equal(told.length, points.length);
});
