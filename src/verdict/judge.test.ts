import assert from "node:assert/strict";
import { test } from "node:test";
import type { CheckResult, Point } from "../checks/check.ts";
import { judge, rankPoints } from "./judge.ts";

const text = { ja: "文", en: "text" };

function point(over: Partial<Point>): Point {
  return {
    check: "a",
    kind: "k",
    leans: "phishing",
    severity: "high",
    confidence: "strong",
    brand: "b",
    title: text,
    seen: text,
    official: text,
    why: text,
    action: text,
    quotes: [],
    fact: undefined,
    ...over,
  };
}

const points = (check: string, over: Partial<Point> = {}): CheckResult => ({ kind: "points", check, points: [point({ check, ...over })] });
const unknown: CheckResult = { kind: "unknown", check: "a", missing: [{ topic: "authentication", why: text }] };
const level = (results: readonly CheckResult[], evidence: "full-source" | "pasted-text" = "full-source"): string =>
  judge({ results, claims: [], level: evidence }).level;

test("two strong points of different checks about one brand decide", () => {
  assert.equal(level([points("a"), points("b")]), "impersonation");
});
test("one certain point decides, one strong one does not", () => {
  assert.equal(level([points("a", { confidence: "certain" })]), "impersonation");
  assert.equal(level([points("a")]), "suspicious");
});
test("two strong points about different brands do not decide", () => {
  assert.equal(level([points("a"), points("b", { brand: "c" })]), "suspicious");
});
test("a part of a mail is never more than suspicious", () => {
  assert.equal(level([points("a"), points("b")], "pasted-text"), "suspicious");
});
test("weak points alone leave it undecided", () => {
  assert.equal(level([points("a", { confidence: "weak" })]), "undecided");
});
test("two high but weak points of different checks warn, and never more", () => {
  assert.equal(level([points("a", { confidence: "weak" }), points("b", { confidence: "weak" })]), "suspicious");
  assert.equal(level([points("a", { confidence: "weak" }), points("b", { confidence: "weak", brand: "c" })]), "undecided");
});
test("unknown is not clear", () => {
  assert.equal(level([unknown]), "undecided");
  assert.equal(level([{ kind: "crashed", check: "a", error: "x" }]), "undecided");
});
test("a strong proof without phishing points is genuine; with one it is not", () => {
  const proof = points("a", { leans: "genuine" });
  assert.equal(level([proof]), "genuine");
  assert.equal(level([proof, points("b"), points("c")]), "suspicious");
  assert.equal(level([proof, points("b", { confidence: "weak" })]), "undecided");
});
test("nothing found says so without calling it genuine", () => {
  assert.equal(level([{ kind: "clear", check: "a" }]), "no-sign");
});

test("small weak points alone decide nothing, and do not stand against proof", () => {
  assert.equal(level([points("a", { severity: "low", confidence: "weak" })]), "no-sign");
  const { reasons, headline } = judge({ results: [points("a", { severity: "low", confidence: "weak" })], claims: [], level: "full-source" });
  assert.doesNotMatch(headline.ja, /^怪しい点は見つかりませんでした/, "a list of small points follows");
  assert.doesNotMatch(JSON.stringify(reasons), /No contradiction/);
  assert.equal(level([points("a", { leans: "genuine" }), points("b", { severity: "low", confidence: "weak" })]), "genuine");
});

test("a proven drill stands against points of phishing; a mark of one stands against nothing", () => {
  const proven = points("d", { leans: "simulation", brand: undefined });
  const mark = points("d", { leans: "simulation", severity: "low", confidence: "weak", brand: undefined });
  assert.equal(level([proven, points("a", { confidence: "certain" })]), "simulation");
  assert.equal(level([mark, points("a", { confidence: "certain" })]), "impersonation");
  assert.equal(level([mark, points("a", { severity: "medium", confidence: "weak" })]), "undecided");
  assert.equal(level([mark, points("a", { leans: "genuine" })]), "genuine");
  assert.equal(level([mark, points("a", { severity: "low" })]), "simulation");
  assert.equal(level([mark]), "simulation");
  assert.notEqual(level([proven], "pasted-text"), "simulation");
});
test("points are told phishing first, genuine last", () => {
  const told = rankPoints([points("g", { leans: "genuine" }), points("d", { leans: "simulation" }), points("p", { severity: "low" })]);
  assert.deepEqual(
    told.map(({ leans }) => leans),
    ["phishing", "simulation", "genuine"],
  );
});
