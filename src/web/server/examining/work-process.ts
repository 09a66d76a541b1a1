import { ArchiveProblem } from "../../../archive/problem.ts";
import { openSqliteArchive } from "../../../archive/sqlite-archive.ts";
import type { SqliteArchive } from "../../../archive/sqlite-archive.ts";
import { examineKeeping } from "../../../app/examine.ts";
import { keptCase } from "../../../app/kept-case.ts";
import { programFingerprint } from "../../../cli/program-fingerprint.ts";
import { readMails } from "../../../intake/index.ts";
import type { IntakeItem, MailItem } from "../../../intake/index.ts";
import { toJsonLine, toJsonReport } from "../../../report/index.ts";
import type { DeskJob } from "../../desk/work.ts";
import { LiveFacts } from "../live-facts.ts";
import { buildSite } from "../site-build.ts";
import { keepReports } from "./keep.ts";
import type { Alive, Reply, Work, WorkSetup } from "./work.ts";

/**
 * A process that examines mails, so that the one that takes requests never waits for one. It holds no state that matters: it
 * may be killed at any moment, and what it had begun is begun again.
 */
const setup = JSON.parse(process.argv[2] ?? "{}") as WorkSetup;
const facts = new LiveFacts(setup.data);
const server = process.ppid;
/** The server is gone, and work that keeps this process from hearing of it need not go on. */
const orphaned = (): boolean => process.ppid !== server;
let opened: Promise<SqliteArchive> | undefined;

function archive(): Promise<SqliteArchive> {
  return (opened ??= openSqliteArchive(setup.archive, { create: true }));
}

async function* mailsIn(raw: Uint8Array): AsyncGenerator<IntakeItem> {
  yield* readMails(["-"], { stdin: once(raw) });
}

async function* once(raw: Uint8Array): AsyncGenerator<Uint8Array> {
  yield raw;
}

function examined({ raw, pasted }: MailItem) {
  const begun = performance.now();
  const result = examineKeeping(raw, { pasted, registry: facts.registry() });
  return { ...result, json: toJsonLine(toJsonReport(result.examination, "-", performance.now() - begun)) };
}

/** What of a mail is kept. */
function toKeep(item: MailItem) {
  const { examination, evidence, json } = examined(item);
  const made = { toolVersion: programFingerprint(), registryVersion: examination.tool.registry, at: new Date().toISOString(), json };
  return { examination: made, ...keptCase({ examination, evidence }) };
}

async function keep({ reports }: Extract<Work, { kind: "keep" }>): Promise<Reply> {
  const keeping = { archive: await archive(), mailsIn, examined: toKeep, alive: () => say({ kind: "alive" }) };
  return { kind: "kept", reports: await keepReports(reports, keeping) };
}

async function examineOnly(raw: Uint8Array): Promise<Reply> {
  let problem: Reply | undefined;
  for await (const item of mailsIn(raw)) {
    if (item.kind === "mail") return { kind: "examined", json: examined(item).json };
    problem ??= { kind: "no-mail", why: item.message };
  }
  return problem ?? { kind: "failed", why: "nothing to examine" };
}

/** The code of the desk is loaded when it is first asked for: most processes examine only. */
async function desk(job: DeskJob): Promise<Reply> {
  const [{ deskWork }, { Refusal }, { EditedParts }] = await Promise.all([
    import("../../desk/work.ts"),
    import("../../desk/refusal.ts"),
    import("../../desk/articles/edit.ts"),
  ]);
  try {
    const tools = { archive: await archive(), registry: () => facts.registry(), now: () => new Date().toISOString() };
    return { kind: "desk", answer: await deskWork(tools, job) };
  } catch (error) {
    if (error instanceof Refusal) return { kind: "desk-refused", status: error.status, why: error.why };
    if (error instanceof EditedParts) return { kind: "desk-edited", parts: error.parts };
    throw error;
  }
}

async function done(work: Work): Promise<Reply> {
  if (work.kind === "keep") return keep(work);
  if (work.kind === "examine") return examineOnly(work.raw);
  if (work.kind === "desk") return desk(work.job);
  if (work.kind === "forget") return { kind: "forgotten", mails: await (await archive()).forgetReporter(work.reporter, work.underWay) };
  await buildSite(await archive(), facts.registry(), { ...work, stopped: orphaned });
  return { kind: "built" };
}

async function answer(work: Work): Promise<Reply> {
  try {
    return await done(work);
  } catch (error) {
    if (error instanceof ArchiveProblem) return { kind: "unable", why: error.text.en };
    return { kind: "failed", why: error instanceof Error ? error.message : String(error) };
  }
}

let before: Promise<void> = Promise.resolve();

// One after the other: the archive is closed when what was asked for before is done.
process.on("message", (work: Work | "close") => {
  before = before.then(async () => (work === "close" ? close() : say(await answer(work))));
});
// The server is gone; whatever was begun is begun again by the next one.
process.on("disconnect", () => process.exit(0));
// What a terminal or the system sends to all processes of a service is for the server, which ends this one in order.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => undefined);

function say(message: Reply | Alive): void {
  // The server may be gone between the two; whoever is told then does not matter any more.
  if (process.connected) process.send?.(message, undefined, undefined, () => undefined);
}

async function close(): Promise<void> {
  await (await opened)?.close();
  process.exit(0);
}
