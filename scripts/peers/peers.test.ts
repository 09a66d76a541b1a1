import assert from "node:assert/strict";
import { test } from "node:test";
import type { CorpusMail } from "../corpus.ts";
import { comparisonText, sampled } from "./compare.ts";
import { refusal } from "./refusing-nameserver.ts";
import { verdictOf as rspamdVerdict } from "./rspamd.ts";
import { verdictOf as spamassassinVerdict } from "./spamassassin.ts";

const mail = (corpus: string, path: string): CorpusMail => ({ file: path, path, corpus, label: "ham", language: "en", claimedBrand: "", campaign: path });

test("the sample takes at most so many of each corpus, spread over it, the same every time", () => {
  const mails = [...Array.from({ length: 10 }, (_, i) => mail("a", `a${i}`)), mail("b", "b0")];
  assert.deepEqual(sampled(mails, 3), [0, 3, 6, 10]);
  assert.equal(sampled(mails, 100).length, 11);
});
test("rspamd marks from `add header` on; greylisting only delays", () => {
  assert.deepEqual(rspamdVerdict('{"action":"add header","score":7.5}'), { flagged: true, points: 7.5 });
  assert.equal(rspamdVerdict('{"action":"greylist","score":5}').flagged, false);
  assert.equal(rspamdVerdict('{"error":"x"}').flagged, false);
});
test("spamd's answer is its Spam line; without one there is no verdict", () => {
  assert.deepEqual(spamassassinVerdict("SPAMD/1.1 0 EX_OK\r\nSpam: True ; 7.1 / 5.0\r\n\r\n"), { flagged: true, points: 7.1 });
  assert.deepEqual(spamassassinVerdict("SPAMD/1.1 0 EX_OK\r\nSpam: False ; -0.1 / 5.0\r\n\r\n"), { flagged: false, points: -0.1 });
  assert.equal(spamassassinVerdict("SPAMD/1.0 76 Bad header line"), undefined);
});
test("a peer that is not installed is named with the way to install it", () => {
  const rows = [{ corpus: "a", label: "ham", judged: { ayashii: 4 }, flagged: { ayashii: 1 } }];
  assert.match(
    comparisonText({ perCorpus: 3, versions: {}, absent: { rspamd: "apt-get install rspamd" }, rows }),
    /a +ham +4 +25\.0 %\nrspamd is not installed.*apt-get/,
  );
});
test("the name server answers every question with a server failure and nothing else", () => {
  const question = Uint8Array.from([0xab, 0xcd, 1, 0x20, 0, 1, 0, 0, 0, 0, 0, 1, 1, 97, 4, 116, 101, 115, 116, 0, 0, 1, 0, 1, 0, 0, 41, 16, 0]);
  const answer = refusal(question);
  assert.deepEqual([...(answer ?? [])], [0xab, 0xcd, 0x81, 2, 0, 1, 0, 0, 0, 0, 0, 0, 1, 97, 4, 116, 101, 115, 116, 0, 0, 1, 0, 1]);
  assert.equal(refusal(Uint8Array.from([1, 2])), undefined);
  assert.ok((refusal(Uint8Array.from([...question.subarray(0, 12), 63, 1]))?.length ?? 0) <= 14);
});
