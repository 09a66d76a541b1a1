import assert from "node:assert/strict";
import { test } from "node:test";
import type { CorpusMail } from "./corpus.ts";
import { floors } from "./eval-floors.ts";
import type { Outcome, OutcomePoint } from "./eval-outcome.ts";
import { addMail, emptyTally } from "./eval-tally.ts";
import type { Tally } from "./eval-tally.ts";
import { evaluationText, floorsText, measured } from "./eval-text.ts";

const point = (over: Partial<OutcomePoint> = {}): OutcomePoint => ({
  ...{ check: "x", kind: "a", leans: "phishing", severity: "high", confidence: "certain", brand: "xserver" },
  ...over,
});
const outcome = (points: OutcomePoint[], over: Partial<Outcome> = {}): Outcome => ({
  ...{ level: points.length > 0 ? "impersonation" : "no-sign", impersonates: points[0]?.brand, evidenceLevel: "full-source" },
  ...{ from: "A <a@example.com>", subject: "s", claims: [], points, crashed: [], unknown: [], label: "named" },
  ...over,
});
const mail = (label: string, over: Partial<CorpusMail> = {}): CorpusMail => ({
  ...{ file: "f", path: "f", label, corpus: "x", language: "ja", claimedBrand: "", campaign: "c" },
  ...over,
});
const tallied = (...mails: [CorpusMail, Outcome][]): Tally => {
  const tally = emptyTally();
  for (const [one, said] of mails) addMail(tally, one, said);
  return tally;
};

test("a kind counts once a mail, a campaign once; spam is no part of the measured share", () => {
  const said = outcome([point(), point()]);
  const evaluation = measured(tallied([mail("phish"), said], [mail("phish"), said], [mail("spam"), said], [mail("ham"), said]));
  const [kind] = evaluation.firings;
  assert.deepEqual([kind?.phish, kind?.spam, kind?.ham, kind?.phishCampaigns, kind?.hamCampaigns], [2, 1, 1, 1, 1]);
  assert.equal(kind?.measured, 2 / 3);
  assert.equal(kind?.measuredCampaigns, 1 / 2);
  assert.equal(evaluation.broken.length, 1);
  assert.match(evaluationText(evaluation), /x\/a declares|x\/a \(phishing, high\) declares certain, measured 66\.67 %: fires on 1 genuine of 3 mails/);
});
test("the same kind at another severity or confidence is counted apart", () => {
  const said = outcome([point(), point({ severity: "low" }), point({ confidence: "weak" })]);
  assert.equal(measured(tallied([mail("phish"), said])).firings.length, 3);
});
test("the brand is right when it is any of those the index names, or of its house", () => {
  const evaluation = measured(
    tallied(
      [mail("phish", { claimedBrand: "Nobody Ever/XServer" }), outcome([point()])],
      [mail("phish", { claimedBrand: "XServer" }), outcome([point({ brand: "paypal" })])],
      [mail("phish", { claimedBrand: "XServer" }), outcome([point({ brand: undefined })])],
      [mail("phish", { claimedBrand: "XServer" }), outcome([])],
      [mail("phish", { claimedBrand: "Google" }), outcome([point()], { label: "from-only" })],
      [mail("phish", { claimedBrand: "No Such Brand At All" }), outcome([])],
    ),
  );
  const { labelled, labelledFlagged, anyFlagged, anyRight, notInRegistry, fromOnly, known, flagged, right, other, none } = evaluation.brandTotal;
  assert.deepEqual(
    { labelled, labelledFlagged, anyFlagged, anyRight, notInRegistry, fromOnly },
    { labelled: 6, labelledFlagged: 4, anyFlagged: 4, anyRight: 1, notInRegistry: 1, fromOnly: 1 },
  );
  assert.deepEqual({ known, flagged, right, other, none }, { known: 4, flagged: 3, right: 1, other: 1, none: 1 });
});
test("misses and false alarms are listed apart, one line each", () => {
  const tally = tallied(
    [mail("ham"), outcome([point()])],
    [mail("phish"), outcome([], { subject: "two\r\n\tlines" })],
    [mail("phish"), outcome([], { level: "genuine" })],
  );
  assert.deepEqual(
    tally.alarms.map((one) => one.what),
    ["false alarm"],
  );
  assert.deepEqual(
    tally.misses.map((one) => one.what),
    ["not flagged", "false genuine"],
  );
  for (const one of [...tally.misses, ...tally.alarms]) assert.doesNotMatch(one.why, /[\r\n\t]/);
});
test("a floor is met, not met, or cannot be told without its mails", () => {
  const said = outcome([point({ confidence: "weak" })]);
  const rows = floors(
    measured(
      tallied(
        [mail("phish", { corpus: "phishing_pot_held_out", claimedBrand: "XServer" }), said],
        [mail("ham", { corpus: "foff_ham" }), said],
        [mail("phish", { corpus: "nazario_x" }), outcome([])],
      ),
    ),
  );
  const met = Object.fromEntries(rows.map((row) => [row.name, row.met]));
  assert.equal(met["recall, phishing_pot with a claimed brand"], true);
  assert.equal(met["recall, nazario"], false);
  assert.equal(met["recall, Japanese lists"], undefined);
  assert.equal(met["impersonation on genuine mail"], false);
  assert.equal(met["false alarms, company mail"], false);
  assert.match(floorsText(rows), /recall, Japanese lists .* no such mails +-/);
});
