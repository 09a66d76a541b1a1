import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Advisory, AdvisoryCase } from "./advisory.ts";
import { compileAdvisories, runsOfAdvisories } from "./match.ts";
import type { MatchInput } from "./matching.ts";
import { isPrintedHost, isPrintedSender } from "./sender-pattern.ts";
import { ADVISORIES } from "./advisories.generated.ts";
import { ADVISORY_RUNS } from "./advisory-runs.generated.ts";
import { caseIndex, runsOf } from "./case-index.ts";
import { runsFromText, runsToText } from "./pairs-text.ts";
import { Pairs, postingsOf } from "./postings.ts";
import { skeletonOf } from "./skeleton.ts";

const kanji = fc.integer({ min: 0x4e00, max: 0x8000 }).map((code) => String.fromCharCode(code));
const words = (minLength: number, maxLength: number) => fc.array(kanji, { minLength, maxLength }).map((chars) => chars.join(""));
const sentence = fc.tuple(words(8, 24), words(8, 24)).map(([a, b]) => `${a}を12件${b}してください。`);
const template = fc.record({ subject: words(14, 30), body: fc.array(sentence, { minLength: 3, maxLength: 6 }) });

function warning(id: string, entry: Partial<AdvisoryCase>): Advisory {
  return {
    id,
    brand: "b",
    issuer: { ja: "b", en: "b" },
    title: "t",
    url: "https://b.example/",
    published: undefined,
    checked: "2026-01-01",
    cases: [{ name: "1", observed: undefined, subjects: [], senderNames: [], senderAddresses: [], body: undefined, urls: [], ...entry }],
  };
}

const mailWith = (given: Partial<MatchInput>): MatchInput => ({ subject: "", senderName: "", senderAddress: "", visibleText: "", urls: [], ...given });

test("whatever the warnings, a mail of one of them with other numbers, blanks and wraps is led to that one first", () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(template, { minLength: 2, maxLength: 30, selector: (entry) => entry.subject }),
      fc.nat(),
      fc.nat(9999),
      (templates, pick, number) => {
        const index = compileAdvisories(templates.map((entry, i) => warning(`b/${i}`, { subjects: [entry.subject], body: entry.body.join("\n") })));
        const wanted = pick % templates.length;
        const { subject, body } = templates[wanted] as (typeof templates)[number];
        const text = body
          .join("\n")
          .replaceAll("12", String(number))
          .replace(/(.{9})/gu, "$1\u3000\n");
        const [first] = index.match(mailWith({ subject: `Re: ${subject}`, visibleText: text }));
        assert.equal(first?.advisory.id, `b/${wanted}`);
        assert.equal(first?.strength, "whole");
      },
    ),
    { numRuns: 60 },
  );
});

test("with any one sentence replaced the case still matches first", () => {
  fc.assert(
    fc.property(fc.array(template, { minLength: 1, maxLength: 12 }), fc.nat(), sentence, (templates, at, other) => {
      const index = compileAdvisories(templates.map((entry, i) => warning(`b/${i}`, { subjects: [entry.subject], body: entry.body.join("\n") })));
      const { subject, body } = templates[0] as (typeof templates)[number];
      const changed = body.map((line, i) => (i === at % body.length ? other : line)).join("\n");
      assert.equal(index.match(mailWith({ subject, visibleText: changed }))[0]?.advisory.id, "b/0");
    }),
    { numRuns: 60 },
  );
});

test("no text, however odd, throws or takes long", () => {
  const index = compileAdvisories([
    warning("b/1", {
      subjects: ["○○様の口座の再照合をお願いします"],
      senderAddresses: ["*@a○○.example"],
      urls: ["https://a●●.example/"],
      body: "一二三四五六七八九十",
    }),
  ]);
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 400 }), fc.string({ unit: "binary", maxLength: 400 }), (a, b) => {
      index.match(mailWith({ subject: a, visibleText: b, senderAddress: a, senderName: b, urls: [a, b], claimed: ["b"] }));
    }),
    { numRuns: 200 },
  );
});

test("postings give back exactly the numbers added under a hash, each once, in order", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.integer({ min: -5, max: 5 }), fc.nat(20))), (added) => {
      const sorted = [...added].sort((a, b) => a[1] - b[1]);
      const pairs = new Pairs();
      for (const [hash, number] of sorted) pairs.add(hash, number);
      const postings = postingsOf(pairs);
      for (let hash = -6; hash <= 6; hash++) {
        const wanted = [...new Set(sorted.filter(([given]) => given === hash).map(([, number]) => number))];
        const found: number[] = [];
        postings.each(hash, 1000, (number) => found.push(number));
        assert.deepEqual(found, wanted);
        assert.equal(postings.count(hash), wanted.length);
      }
    }),
  );
});

test("an index over nothing and cases without text lead nowhere", () => {
  assert.deepEqual(
    caseIndex(runsOf([])).candidates(["あいうえおかきくけこ"], () => ["sender a@b.example"], 5),
    [],
  );
  assert.deepEqual(
    caseIndex(runsOf([{ subjects: [], body: [], keys: [] }])).candidates(["あいうえおかきくけこ"], () => [], 5),
    [],
  );
});

test("a sender printed with a mask stands for any address of that form", () => {
  for (const [printed, address] of [
    ["*@a.example", "x7@a.example"],
    ["@a.example", "anything@A.example"],
    ["root@www○○○.a.example", "root@www123.a.example"],
    ["Kathy-○○○○@b.a.example", "kathy-taro@b.a.example"],
    ["member[@]a[.]example", "member@a.example"],
    ["no-reply @ a.example", "no-reply@a.example"],
  ] as const)
    assert.ok(isPrintedSender(printed, address), `${printed} ${address}`);
  for (const [printed, address] of [
    ["*@a.example", "x@b.a.example"],
    ["@a.example", "x@aa.example"],
    ["root@www○○○.a.example", "root@www.b.example"],
    ["", ""],
  ] as const)
    assert.ok(!isPrintedSender(printed, address), `${printed} ${address}`);
  assert.ok(isPrintedHost("login.●●●●.example", "login.a1.example"));
  assert.ok(!isPrintedHost("login.●●●●.example", "example"));
});

test("accents and look-alikes of any alphabet fold to the letter they pass for", () => {
  assert.equal(skeletonOf("Àmαzоn ⻑⼿").text, skeletonOf("amazon 長手").text);
});

test("the index made beforehand is that of the data and of the code as they are now (npm run generate)", () => {
  assert.equal(ADVISORY_RUNS, runsToText(runsOfAdvisories(ADVISORIES)));
});

test("runs written and read again are the same", () => {
  const runs = runsOf([{ subjects: [["あいうえおかきくけこさしすせそ"]], body: [], keys: ["sender a@b.example"] }]);
  const again = runsFromText(runsToText(runs));
  assert.equal(again.cases, 1);
  assert.deepEqual([...again.pairs.hashes.subarray(0, again.pairs.size)], [...runs.pairs.hashes.subarray(0, runs.pairs.size)]);
});
