import assert from "node:assert/strict";
import type { Archive, CaseFilter, CaseSummary } from "./archive.ts";
import { exampleArticle, exampleExamination, exampleMarks, exampleSummary, TEXT } from "./archive-examples.ts";
import type { It } from "./archive-contract.ts";

interface Given {
  readonly summary?: Partial<CaseSummary>;
  readonly text?: string;
  readonly reporter?: string;
}

async function keep(archive: Archive, raw: string, { summary, text, reporter }: Given = {}): Promise<CaseSummary> {
  const bytes = new TextEncoder().encode(raw);
  return archive.saveCase(bytes, exampleExamination(), { ...exampleSummary(), subject: raw, ...summary }, exampleMarks(text ?? raw), reporter);
}

/** What a desk asks of an archive. */
export function deskContract(it: It): void {
  decisions(it);
  filters(it);
  groups(it);
  counts(it);
}

function decisions(it: It): void {
  it("decisions stand beside each other, the newest with the case", async ({ archive, reopen }, clock) => {
    const { id } = await keep(archive, "one");
    assert.deepEqual(await archive.decisionsOf(id), []);
    await archive.decide(id, true, "");
    clock.now = "2026-03-02T00:00:00.000Z";
    await archive.decide(id, false, "本物でした", { level: "genuine", by: "hanako" });
    const again = await reopen();
    assert.deepEqual((await again.caseById(id))?.decision, { agrees: false, reason: "本物でした", at: clock.now, level: "genuine", by: "hanako" });
    assert.deepEqual(await again.decisionsOf(id), [
      { agrees: true, level: undefined, reason: "", at: "2026-03-01T09:00:00.000Z", by: "" },
      { agrees: false, level: "genuine", reason: "本物でした", at: clock.now, by: "hanako" },
    ]);
    assert.deepEqual(await again.decisionsOf("c000000000000"), []);
  });
  it("one decision for a whole campaign leaves what was decided before", async ({ archive }) => {
    const first = await keep(archive, "1", { text: TEXT.parcel });
    const second = await keep(archive, "2", { text: TEXT.parcelAgain });
    const other = await keep(archive, "3", { text: TEXT.mailbox });
    await archive.decide(first.id, false, "前から");
    assert.equal(await archive.decideAll({ campaign: first.campaign ?? "" }, true, "まとめて", { by: "hanako" }), 1);
    assert.equal((await archive.caseById(first.id))?.decision?.reason, "前から");
    assert.equal((await archive.caseById(second.id))?.decision?.reason, "まとめて");
    assert.equal((await archive.caseById(other.id))?.decision, undefined);
    assert.equal(await archive.decideAll({ campaign: first.campaign ?? "" }, true, ""), 0);
  });
  it("decisions go with the mail of a reporter who is forgotten", async ({ archive }) => {
    const { id } = await keep(archive, "one", { reporter: "a" });
    await archive.decide(id, true, "");
    assert.equal(await archive.forgetReporter("a"), 1);
    assert.deepEqual(await archive.decisionsOf(id), []);
  });
}

function filters(it: It): void {
  it("cases by reporter, decision, article and time", async ({ archive }, clock) => {
    const first = await keep(archive, "first", { reporter: "a" });
    await keep(archive, "first", { reporter: "b" });
    clock.now = "2026-03-02T00:00:00.000Z";
    const second = await keep(archive, "second", { reporter: "b" });
    clock.now = "2026-03-03T00:00:00.000Z";
    const third = await keep(archive, "third");
    await archive.decide(first.id, true, "");
    await archive.decide(second.id, false, "");
    await archive.saveArticle(exampleArticle("brand-1", "published"), second.id);
    const asked = async (filter: CaseFilter): Promise<string> => {
      const found = (await archive.cases(filter)).map((one) => one.subject).join(" ");
      assert.equal(await archive.countCases(filter), found === "" ? 0 : found.split(" ").length);
      return found;
    };
    assert.equal(await asked({}), "third second first");
    assert.equal(await asked({ reporter: "a" }), "first");
    assert.equal(await asked({ reporter: "b" }), "second first");
    assert.equal(await asked({ reporter: "' or 1=1 --" }), "");
    assert.equal(await asked({ decided: "undecided" }), "third");
    assert.equal(await asked({ decided: "decided" }), "second first");
    assert.equal(await asked({ decided: "agreed" }), "first");
    assert.equal(await asked({ decided: "overruled", reporter: "b" }), "second");
    assert.equal(await asked({ article: "published" }), "second");
    assert.equal(await asked({ article: "draft" }), "");
    assert.equal(await asked({ since: "2026-03-02T00:00:00.000Z", until: "2026-03-03T00:00:00.000Z" }), "second");
    assert.deepEqual(await archive.reportersOf(first.id), ["a", "b"]);
    assert.deepEqual(await archive.reportersOf(third.id), []);
  });
}

function groups(it: It): void {
  it("a queue has one entry a campaign, newest first, page by page", async ({ archive }, clock) => {
    await keep(archive, "parcel 1", { text: TEXT.parcel, reporter: "a" });
    await keep(archive, "mailbox", { text: TEXT.mailbox, reporter: "a" });
    clock.now = "2026-03-02T00:00:00.000Z";
    const parcel = await keep(archive, "parcel 2", { text: TEXT.parcelAgain });
    await archive.decide(parcel.id, true, "");
    const told = async (filter: CaseFilter): Promise<string[]> =>
      (await archive.caseGroups(filter, "2026-03-02T00:00:00.000Z")).map(
        ({ newest, cases, undecided, today }) => `${newest.subject}: ${cases} ${undecided} ${today}`,
      );
    assert.deepEqual(await told({}), ["parcel 2: 2 1 1", "mailbox: 1 1 0"]);
    assert.deepEqual(await told({ decided: "undecided" }), ["mailbox: 1 1 0", "parcel 1: 1 1 0"]);
    assert.deepEqual(await told({ reporter: "a" }), ["mailbox: 1 1 0", "parcel 1: 1 1 0"]);
    assert.deepEqual(await told({ limit: 1 }), ["parcel 2: 2 1 1"]);
    assert.deepEqual(await told({ limit: 1, before: parcel.id }), ["mailbox: 1 1 0"]);
    assert.deepEqual(await told({ brand: "none" }), []);
  });
}

function counts(it: It): void {
  it("figures count a period by the reader's day", async ({ archive }, clock) => {
    clock.now = "2026-03-01T14:59:00.000Z";
    const first = await keep(archive, "parcel 1", { text: TEXT.parcel });
    clock.now = "2026-03-01T15:00:00.000Z";
    await keep(archive, "parcel 2", { text: TEXT.parcelAgain });
    await keep(archive, "mailbox", { text: TEXT.mailbox, summary: { brand: "other", level: "suspicious" } });
    await archive.decide(first.id, true, "");
    await archive.saveArticle({ ...exampleArticle("brand-1", "withdrawn"), published: "2026-03-02T03:00:00.000Z" }, first.id);
    const period = { since: "2026-02-01T00:00:00.000Z", until: "2026-04-01T00:00:00.000Z", offsetMinutes: 540 };
    assert.deepEqual(await archive.figures(period), {
      casesADay: [
        { day: "2026-03-01", level: "impersonation", cases: 1 },
        { day: "2026-03-02", level: "impersonation", cases: 1 },
        { day: "2026-03-02", level: "suspicious", cases: 1 },
      ],
      brands: [
        { brand: "brand", cases: 2 },
        { brand: "other", cases: 1 },
      ],
      campaigns: [{ campaign: first.campaign, subject: "parcel 2", cases: 2 }],
      decisionsADay: [{ day: "2026-03-02", agreed: 1, overruled: 0 }],
      warnings: [{ slug: "brand-1", received: "2026-03-01T14:59:00.000Z", published: "2026-03-02T03:00:00.000Z" }],
    });
    const empty = { casesADay: [], brands: [], campaigns: [], decisionsADay: [], warnings: [] };
    assert.deepEqual(await archive.figures({ ...period, until: period.since }), empty);
  });
}
