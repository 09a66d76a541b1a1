import assert from "node:assert/strict";
import { test } from "node:test";
import type { CorpusMail } from "./corpus.ts";
import { addMail, emptyTally } from "./eval-tally.ts";
import { evaluationText, measured } from "./eval-text.ts";
import { examine } from "../src/index.ts";
import type { Examination } from "../src/index.ts";
import type { Point } from "../src/checks/check.ts";

const text = { ja: "例", en: "example" };
const point = (leans: Point["leans"], kind: string): Point => ({
  check: "x",
  kind,
  leans,
  severity: "high",
  confidence: "certain",
  brand: "xserver",
  title: text,
  seen: text,
  official: text,
  why: text,
  action: text,
  quotes: [],
  fact: undefined,
});
const base = examine(new TextEncoder().encode("From: a@example.com\r\nSubject: a\r\n\r\nhello\r\n"));
const said = (points: Point[]): Examination => ({
  ...base,
  points,
  verdict: { level: "impersonation", impersonates: "xserver", reasons: [point("phishing", "a")], headline: text, action: text },
});
const mail = (label: string, claimedBrand = "", campaign = "c"): CorpusMail => ({
  file: "f",
  path: "f",
  label,
  corpus: "x",
  language: "ja",
  claimedBrand,
  campaign,
});

test("a point counts once a mail, a campaign once; spam is no part of the measured share", () => {
  const tally = emptyTally();
  for (const label of ["phish", "phish", "spam", "ham"]) addMail(tally, mail(label), said([point("phishing", "a"), point("phishing", "a")]));
  const kind = measured(tally).firings.find((firing) => firing.name === "x/a");
  assert.deepEqual([kind?.phish, kind?.spam, kind?.ham, kind?.phishCampaigns, kind?.hamCampaigns], [2, 1, 1, 1, 1]);
  assert.equal(kind?.right, 2 / 3);
  assert.equal(kind?.kept, false);
  assert.match(evaluationText(tally), /x\/a .*66\.67 % +NO/);
});
test("a point for genuineness is right about genuine mails", () => {
  const tally = emptyTally();
  addMail(tally, mail("ham"), said([point("genuine", "b")]));
  assert.equal(measured(tally).firings[0]?.right, 1);
});
test("the brand is right when it is any of those the index names; accused genuine mail is a false alarm", () => {
  const tally = emptyTally();
  addMail(tally, mail("phish", "Nobody Ever/XServer"), said([point("phishing", "a")]));
  addMail(tally, mail("phish", "No Such Brand At All"), said([]));
  addMail(tally, mail("ham"), said([point("phishing", "a")]));
  assert.deepEqual(measured(tally).brands, { known: 1, named: 1, other: 0, topReason: 1, notInRegistry: 1 });
  assert.deepEqual(
    tally.misses.map((miss) => miss.what),
    ["false alarm"],
  );
});
