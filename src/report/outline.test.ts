import assert from "node:assert/strict";
import { test } from "node:test";
import type { Point } from "../checks/check.ts";
import { renderHtml } from "./html.ts";
import type { Examination } from "./examination.ts";
import { outlineOf } from "./outline.ts";
import { SAMPLE } from "./sample.fixture.ts";
import { renderTerminal } from "./terminal.ts";

const [SOME] = SAMPLE.points as readonly [Point];
const both = (text: string) => ({ ja: text, en: text });
const point = (over: Partial<Point>, start = 0): Point => ({
  ...SOME,
  link: undefined,
  seen: both(`seen ${start}`),
  quotes: [{ text: "q", where: { kind: "raw", start, end: start + 5 } }],
  ...over,
});
const ASSUMED = { status: "assumed", source: undefined, checked: "2026-11-25" } as const;
const small = point({ severity: "low", confidence: "weak", seen: both("a small thing") }, 900);
const noSign: Examination["verdict"] = { level: "no-sign", reasons: [both("nothing found")], headline: both("NOTHING"), action: both("Act") };

function given(over: Partial<Examination>): Examination {
  return { ...SAMPLE, ...over };
}

for (const lang of ["ja", "en"] as const) {
  for (const render of [(one: Examination) => renderTerminal(one, { lang, width: 100, colour: false }), (one: Examination) => renderHtml(one, lang)]) {
    test(`${lang}: an assumed fact is told as one, in the point and beside the verdict`, () => {
      const first = point({ fact: ASSUMED });
      const text = render(given({ points: [first], verdict: { ...SAMPLE.verdict, level: "suspicious", impersonates: "xserver", reasons: [first] } }));
      assert.match(text, lang === "ja" ? /ではまだ確認が取れていません/ : /has not been confirmed/);
      assert.match(text, lang === "ja" ? /とまでは言い切りません/ : /not called an impersonation/);
    });
    test(`${lang}: small things are listed apart, with their title`, () => {
      const text = render(given({ points: [small], verdict: noSign }));
      assert.match(text, lang === "ja" ? /小さな気がかり/ : /Small things/);
      assert.match(text, /a small thing/);
    });
    test(`${lang}: a contact page nobody confirmed is told as such`, () => {
      assert.doesNotMatch(render(SAMPLE), /このページは|This page/);
      const text = render(given({ contact: { brand: "x", label: both("X"), page: "https://x.example/", status: "assumed" } }));
      assert.match(text, lang === "ja" ? /このページは/ : /This page/);
    });
  }
}
test("every point has a place in the report, and at most three are told in full", () => {
  const points = [0, 10, 20, 30, 40].map((start) => point({}, start)).concat([point({ severity: "medium" }, 1), small]);
  const outline = outlineOf(given({ points }));
  assert.equal(outline.strongest.length, 3);
  const placed = [...outline.strongest.flatMap((told) => [told.point, ...told.also]), ...outline.further, ...outline.small];
  assert.deepEqual(new Set(placed), new Set(points));
  assert.deepEqual(outline.small, [small]);
});
test("a small thing is never told in full, even alone", () => {
  assert.deepEqual(outlineOf(given({ points: [small], verdict: noSign })).strongest, []);
});
test("a genuine mail is not asked whether something was typed in, a doubtful one is", () => {
  const genuine = point({ leans: "genuine" });
  const verdict: Examination["verdict"] = { level: "genuine", brand: "xserver", reasons: [genuine], headline: both("G"), action: both("A") };
  assert.equal(outlineOf(given({ points: [genuine], verdict })).showTypedIn, false);
  assert.equal(outlineOf(SAMPLE).showTypedIn, true);
});
test("at full source without a finding about authentication, the step that helps is named", () => {
  const notChecked = [{ topic: "authentication", why: both("none") }];
  assert.match(outlineOf(given({ notChecked })).raise?.en ?? "", /--online/);
  assert.equal(outlineOf(given({ notChecked, examinedOnline: "2026-11-25T00:00:00Z" })).raise, undefined);
});
