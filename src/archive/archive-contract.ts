import assert from "node:assert/strict";
import { test } from "node:test";
import type { Article } from "../article/article.ts";
import type { Archive, CampaignMarks, CaseSummary } from "./archive.ts";
import { deskContract } from "./desk-contract.ts";
import { exampleArticle, exampleExamination, exampleMarks, exampleSummary, TEXT } from "./archive-examples.ts";

/** An empty archive whose clock is `clock.now`; `reopen` closes it and opens the same data again. */
export interface UnderTest {
  readonly archive: Archive;
  reopen(): Promise<Archive>;
  dispose(): Promise<void>;
}

export interface Clock {
  now: string;
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Keeps one mail; what is not given is an example's. */
async function keep(archive: Archive, raw: string, given: { summary?: Partial<CaseSummary>; marks?: CampaignMarks; reporter?: string; text?: string } = {}) {
  const { summary, marks, reporter, text } = given;
  return archive.saveCase(bytes(raw), exampleExamination(), { ...exampleSummary(), ...summary }, marks ?? exampleMarks(raw), reporter, text);
}

/** What every implementation of `Archive` must do. */
export function archiveContract(name: string, open: (clock: Clock) => Promise<UnderTest>): void {
  const it = (what: string, body: (under: UnderTest, clock: Clock) => Promise<void>): void => {
    test(`${name}: ${what}`, async () => {
      const clock = { now: "2026-03-01T09:00:00.000Z" };
      const under = await open(clock);
      try {
        await body(under, clock);
      } finally {
        await under.dispose();
      }
    });
  };
  keeping(it);
  belonging(it);
  finding(it);
  articles(it);
  removing(it);
  deskContract(it);
}

export type It = (what: string, body: (under: UnderTest, clock: Clock) => Promise<void>) => void;

function keeping(it: It): void {
  it("a mail comes back byte for byte, also after reopening", async ({ archive, reopen }) => {
    const raw = Uint8Array.from({ length: 70_000 }, (_, i) => (i * 7) % 256);
    const kept = await archive.saveCase(raw, exampleExamination(), exampleSummary(), exampleMarks("a"), "desk");
    assert.match(kept.id, /^c[0-9a-f]{12}$/);
    assert.equal(kept.mail.bytes, raw.length);
    assert.equal(kept.mail.reporter, "desk");
    assert.equal(kept.mail.received, "2026-03-01T09:00:00.000Z");
    const again = await reopen();
    assert.deepEqual(await again.rawOf(kept.id), raw);
    assert.deepEqual(await again.caseById(kept.id), kept);
    assert.deepEqual(await again.examinationsOf(kept.id), [{ ...exampleExamination(), caseId: kept.id }]);
  });
  it("the same bytes are the same case, seen once more", async ({ archive }) => {
    const first = await keep(archive, "one");
    const second = await keep(archive, "one");
    assert.equal(second.id, first.id);
    assert.equal(second.timesSeen, 2);
    assert.equal((await archive.cases({})).length, 1);
    assert.equal((await archive.examinationsOf(first.id)).length, 1);
  });
  it("a receipt counts once, and ends with its case", async ({ archive, reopen }) => {
    const save = (raw: string, receipt: string, reporter = "a") =>
      archive.saveCase(new TextEncoder().encode(raw), exampleExamination(), exampleSummary(), exampleMarks(raw), reporter, "", receipt);
    const first = await save("one", "r1");
    assert.equal((await save("one", "r1")).timesSeen, 1);
    assert.equal((await save("other bytes, as nobody sends them", "r1")).id, first.id);
    assert.equal((await save("one", "r2")).timesSeen, 2);
    assert.equal((await archive.cases({})).length, 1);
    const again = await reopen();
    assert.equal(await again.caseOfReceipt("r2"), first.id);
    assert.equal(await again.caseOfReceipt("r3"), undefined);
    assert.equal(await again.forgetReporter("a"), 1);
    assert.equal(await again.caseOfReceipt("r1"), undefined);
  });
  it("several are kept at once, each as if it had come alone; all or none", async ({ archive, reopen }) => {
    const one = (raw: string, receipt: string, reporter = "a") => ({
      raw: new TextEncoder().encode(raw),
      examination: exampleExamination(),
      summary: exampleSummary(),
      marks: exampleMarks(raw),
      reporter,
      searchable: raw,
      receipt,
      received: "2026-03-01T00:00:00.000Z",
    });
    await archive.forgetReporter("b", ["r3"]);
    const [first, again, gone, other] = await archive.saveCases([one("one", "r1"), one("one", "r2"), one("two", "r3", "b"), one("three", "r4")]);
    assert.equal(first, again);
    assert.deepEqual([gone, typeof other], [undefined, "string"]);
    assert.deepEqual(await archive.saveCases([one("one", "r1")]), [first], "a receipt counts once");
    const broken = { ...one("four", "r6"), examination: { ...exampleExamination(), at: undefined as unknown as string } };
    await assert.rejects(archive.saveCases([one("five", "r5"), broken]));
    const later = await reopen();
    assert.deepEqual(
      (await later.cases({})).map(({ id, timesSeen }) => [id, timesSeen]).toSorted(),
      [
        [first, 2],
        [other, 1],
      ].toSorted(),
    );
    assert.equal((await later.caseById(first ?? ""))?.mail.received, "2026-03-01T00:00:00.000Z");
  });
  it("what was being examined when its reporter was forgotten is not kept afterwards; others' handing-ins are", async ({ archive }) => {
    await archive.forgetReporter("a", ["r1"]);
    const save = (receipt: string) => archive.saveCase(new Uint8Array([1]), exampleExamination(), exampleSummary(), exampleMarks("one"), "a", "", receipt);
    for (const receipt of ["r1", "r1/2"]) await assert.rejects(save(receipt), { name: "ReceiptVoid" });
    assert.deepEqual(await archive.cases({}), []);
    assert.equal((await save("r2")).timesSeen, 1);
  });
  it("an empty mail, NUL and half characters are kept", async ({ archive }) => {
    const kept = await keep(archive, "", { summary: { subject: "a\0b\ud800c", fromAddress: "\0" }, text: "\0\udc00" });
    assert.deepEqual(await archive.rawOf(kept.id), new Uint8Array());
    assert.equal(kept.subject, "ab\ufffdc");
    assert.equal(kept.fromAddress, "");
  });
  it("a further examination changes level and brand and keeps the first", async ({ archive }) => {
    const { id } = await keep(archive, "one");
    const later = { ...exampleExamination(), caseId: id, toolVersion: "2.0.0", at: "2026-04-01T00:00:00.000Z" };
    await archive.addExamination(later, "no-sign", undefined);
    const kept = await archive.caseById(id);
    assert.deepEqual([kept?.level, kept?.brand], ["no-sign", undefined]);
    assert.deepEqual(
      (await archive.examinationsOf(id)).map((one) => one.toolVersion),
      ["1.0.0", "2.0.0"],
    );
    await assert.rejects(archive.addExamination({ ...later, caseId: "c000000000000" }, "no-sign", undefined));
  });
  it("what is not there is undefined", async ({ archive }) => {
    assert.equal(await archive.caseById("c000000000000"), undefined);
    assert.equal(await archive.rawOf("' or 1=1 --"), undefined);
    assert.deepEqual(await archive.examinationsOf("c0"), []);
    assert.equal(await archive.campaign("k7"), undefined);
    assert.equal(await archive.campaign("nonsense"), undefined);
    assert.equal(await archive.articleBySlug("none"), undefined);
    await assert.rejects(archive.decide("c000000000000", true, ""));
  });
  it("a person's decision stays with the case", async ({ archive, reopen }, clock) => {
    const { id } = await keep(archive, "one");
    clock.now = "2026-03-02T00:00:00.000Z";
    await archive.decide(id, false, "本人に確認した");
    assert.deepEqual((await (await reopen()).caseById(id))?.decision, { agrees: false, reason: "本人に確認した", at: clock.now });
  });
  it("cases are listed newest first, by brand, level and page", async ({ archive }, clock) => {
    for (const [i, brand] of ["a", "b", "a", "b", "a"].entries()) {
      clock.now = `2026-03-0${Math.min(i + 1, 3)}T00:00:00.000Z`;
      await keep(archive, `mail ${i}`, { summary: { brand, level: i === 0 ? "no-sign" : "impersonation", subject: `s${i}` } });
    }
    const subjects = async (filter: Parameters<Archive["cases"]>[0]) => (await archive.cases(filter)).map((one) => one.subject);
    assert.deepEqual(await subjects({}), ["s4", "s3", "s2", "s1", "s0"]);
    assert.deepEqual(await subjects({ brand: "a" }), ["s4", "s2", "s0"]);
    assert.deepEqual(await subjects({ brand: "a", level: "impersonation" }), ["s4", "s2"]);
    assert.deepEqual(await subjects({ before: "2026-03-03T00:00:00.000Z" }), ["s1", "s0"]);
    const page = await archive.cases({ limit: 2 });
    assert.deepEqual(await subjects({ limit: 2, before: page[1]?.id ?? "" }), ["s2", "s1"]);
  });
}

function belonging(it: It): void {
  it("mails of one template are one campaign, of another not", async ({ archive }, clock) => {
    const first = await keep(archive, "1", { marks: exampleMarks(TEXT.parcel), summary: { day: "2026-02-20" } });
    clock.now = "2026-03-02T10:00:00.000Z";
    const second = await keep(archive, "2", { marks: exampleMarks(TEXT.parcelAgain), summary: { day: "2026-03-02" } });
    const other = await keep(archive, "3", { marks: exampleMarks(TEXT.mailbox) });
    assert.equal(second.campaign, first.campaign);
    assert.notEqual(other.campaign, first.campaign);
    const campaign = await archive.campaign(first.campaign ?? "");
    assert.deepEqual(campaign, { id: first.campaign, size: 2, firstDay: "2026-02-20", lastDay: "2026-03-02" });
    assert.deepEqual(await archive.relativesOf(exampleMarks(TEXT.parcel)), campaign);
    assert.equal(await archive.relativesOf(exampleMarks(TEXT.unrelated)), undefined);
    assert.equal((await archive.cases({ campaign: first.campaign ?? "" })).length, 2);
    assert.equal(await archive.arrivedOn(first.campaign ?? "", "2026-03-02"), 1);
  });
  it("a Date after the arrival counts for the day of arrival", async ({ archive }) => {
    const { campaign } = await keep(archive, "1", { summary: { day: "2037-01-01" } });
    assert.equal((await archive.campaign(campaign ?? ""))?.lastDay, "2026-03-01");
  });
  it("a campaign outlives its first mails, and ends with its last", async ({ archive }) => {
    const first = await keep(archive, "1", { marks: exampleMarks(TEXT.parcel), reporter: "a" });
    await keep(archive, "2", { marks: exampleMarks(TEXT.parcel), reporter: "b" });
    await archive.forgetReporter("a");
    assert.equal((await archive.relativesOf(exampleMarks(TEXT.parcel)))?.size, 1);
    await archive.forgetReporter("b");
    assert.equal(await archive.relativesOf(exampleMarks(TEXT.parcel)), undefined);
    assert.equal(await archive.campaign(first.campaign ?? ""), undefined);
  });
}

function finding(it: It): void {
  const queries: readonly (readonly [string, string])[] = [
    ["the whole subject", "【重要】お荷物の再配達に関するお知らせ"],
    ["two characters", "配達"],
    ["one character", "荷"],
    ["a sentence of the body", "再配達の手数料をお支払いください"],
    ["an address", "support@parcel.example"],
    ["a link", "http://parcel-login.example/jp/track?id=1"],
    ["a defanged link", "hxxp://parcel-login[.]example/jp/track"],
    ["a host", "parcel-login.example"],
    ["full width and half width", "ＳＵＰＰＯＲＴ@parcel.example"],
    ["the subject with another count", "【重要】お荷物の再配達に関するお知らせ 38291"],
    ["a subject that is only much alike", "【緊急】お荷物の再配達に関するご案内"],
  ];
  for (const [what, query] of queries)
    it(`finds by ${what}`, async ({ archive }) => {
      await keep(archive, "0", { summary: { subject: "会議の議事録", fromAddress: "a@b.example" }, text: "明日の会議は中止です" });
      const wanted = await keep(archive, "1", {
        summary: { subject: "【重要】お荷物の再配達に関するお知らせ", fromAddress: "support@parcel.example" },
        text: "再配達の手数料をお支払いください。\nhttp://parcel-login.example/jp/track?id=1",
      });
      assert.deepEqual(
        (await archive.search(query, 10)).map((one) => one.id),
        [wanted.id],
      );
    });
  it("finds nothing by what is nowhere, by signs, by nothing; the index's own words have no meaning", async ({ archive }) => {
    await keep(archive, "1", { summary: { subject: "お荷物" } });
    for (const query of ["存在しない件名の検索語", "!!!", "", '" OR 1', "NOT", "*", "subject:", "\0", "NEAR(a b)"])
      assert.deepEqual(await archive.search(query, 5), [], query);
  });
}

function articles(it: It): void {
  it("an article comes back as it is, by slug, case and state", async ({ archive, reopen }) => {
    const { id } = await keep(archive, "1");
    const draft = exampleArticle("brand-1", "draft");
    await archive.saveArticle(draft, id);
    const published: Article = { ...draft, state: "published", published: "2026-03-02T00:00:00.000Z" };
    await archive.saveArticle(published, id);
    const again = await reopen();
    assert.deepEqual(await again.articleBySlug("brand-1"), published);
    assert.deepEqual(await again.articleOf(id), published);
    assert.deepEqual(await again.articles("published"), [published]);
    assert.deepEqual(await again.articles("draft"), []);
    assert.deepEqual(await again.articles(), [published]);
  });
  it("only published articles are found", async ({ archive }) => {
    const { id } = await keep(archive, "1");
    await archive.saveArticle(exampleArticle("brand-1", "draft"), id);
    assert.deepEqual(await archive.searchArticles("再配達", 5), []);
    await archive.saveArticle(exampleArticle("brand-1", "published"), id);
    assert.deepEqual(
      (await archive.searchArticles("再配達", 5)).map((one) => one.slug),
      ["brand-1"],
    );
    await archive.saveArticle(exampleArticle("brand-1", "withdrawn"), id);
    assert.deepEqual(await archive.searchArticles("再配達", 5), []);
  });
  it("a slug is never another case's, and no article is without a case", async ({ archive }) => {
    const one = await keep(archive, "1");
    const two = await keep(archive, "2");
    await archive.saveArticle(exampleArticle("brand-1", "draft"), one.id);
    await assert.rejects(archive.saveArticle(exampleArticle("brand-1", "published"), two.id));
    await assert.rejects(archive.saveArticle(exampleArticle("brand-2", "draft"), "c000000000000"));
    assert.equal((await archive.articleBySlug("brand-1"))?.state, "draft");
  });
}

function removing(it: It): void {
  it("a reporter's mails go with what was made of them; published articles stay", async ({ archive }) => {
    const mine = await keep(archive, "1", { reporter: "a", summary: { subject: "秘密の件名" } });
    const drafted = await keep(archive, "2", { reporter: "a" });
    const shared = await keep(archive, "3", { reporter: "a" });
    await keep(archive, "3", { reporter: "b" });
    await archive.saveArticle(exampleArticle("brand-1", "published"), mine.id);
    await archive.saveArticle(exampleArticle("brand-2", "draft"), drafted.id);
    assert.equal(await archive.forgetReporter("a"), 2);
    for (const { id } of [mine, drafted]) {
      assert.equal(await archive.caseById(id), undefined);
      assert.equal(await archive.rawOf(id), undefined);
      assert.deepEqual(await archive.examinationsOf(id), []);
    }
    assert.deepEqual(await archive.search("秘密の件名", 5), []);
    assert.equal((await archive.articleBySlug("brand-1"))?.state, "published");
    assert.equal(await archive.articleBySlug("brand-2"), undefined);
    assert.equal((await archive.caseById(shared.id))?.mail.reporter, "b");
    assert.equal(await archive.forgetReporter("a"), 0);
  });
  it("old mails expire, those under an article or seen again since do not", async ({ archive }, clock) => {
    const old = await keep(archive, "1");
    const cited = await keep(archive, "2");
    const again = await keep(archive, "3");
    await archive.saveArticle(exampleArticle("brand-1", "draft"), cited.id);
    clock.now = "2026-06-01T00:00:00.000Z";
    await keep(archive, "3");
    assert.equal(await archive.expire("2026-05-01T00:00:00.000Z"), 1);
    assert.equal(await archive.caseById(old.id), undefined);
    assert.notEqual(await archive.caseById(cited.id), undefined);
    assert.notEqual(await archive.caseById(again.id), undefined);
  });
}
