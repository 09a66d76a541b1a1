import { mkdirSync } from "node:fs";
import type { Server } from "node:http";
import { serve } from "@hono/node-server";
import type { Archive } from "../../archive/archive.ts";
import { openBeside } from "../../archive/beside-file.ts";
import type { BesideFile } from "../../archive/beside-file.ts";
import { holdAlone } from "../../archive/hold-alone.ts";
import { openSqliteArchive } from "../../archive/sqlite-archive.ts";
import { ReportQueue } from "../../queue/report-queue.ts";
import type { WebPorts } from "../web-context.ts";
import { Accounts } from "./accounts/accounts.ts";
import { AuditLog } from "./accounts/audit-log.ts";
import { newSecret } from "./accounts/secret-text.ts";
import { Sessions } from "./accounts/sessions.ts";
import { ACCOUNTS_SCHEMA } from "./accounts/tables.ts";
import { webApp } from "./app.ts";
import { answerClientErrors } from "./client-errors.ts";
import { deskJobs } from "./examining/desk-jobs.ts";
import { Examiner } from "./examining/examiner.ts";
import { Lane } from "./examining/lane.ts";
import { Pool } from "./examining/pool.ts";
import type { WorkSetup } from "./examining/work.ts";
import { forgetEverywhere, tracesIn } from "./forgetting.ts";
import { HeldBytes } from "./held-bytes.ts";
import { RateLimits } from "./limits.ts";
import { LiveFacts } from "./live-facts.ts";
import { DEFAULT_LIMITS, filesBeside, isForThisMachine } from "./options.ts";
import type { ServerOptions } from "./options.ts";
import { fail } from "./problems.ts";
import type { Services } from "./services.ts";
import { sparing } from "./sparing-log.ts";
import { SiteKeeper } from "./site-keeper.ts";

/** A server that runs. */
export interface RunningServer {
  /** `http://127.0.0.1:8787/` */
  readonly url: string;
  /** Takes no more, answers what it has taken, closes its files. */
  readonly close: () => Promise<void>;
}

/** Why the server does not start, by name. */
export class CannotStart extends Error {
  readonly kind: "needs-admin" | "port-taken" | "port-forbidden" | "no-address";

  constructor(kind: CannotStart["kind"]) {
    super(kind);
    this.kind = kind;
  }
}

/** Starts the whole server. Throws `CannotStart`, or `ArchiveProblem` for a file that cannot be used. */
export async function startServer(options: ServerOptions, write: (line: string) => void = () => undefined): Promise<RunningServer> {
  const log = sparing(write, Date.now);
  const stack = new Closing();
  try {
    const services = await servicesFor(options, log, stack);
    const server = await listen(services);
    services.examiner.start();
    services.site.changed(AFTER_START_MS);
    return {
      url: addressOf(server, options.host),
      close: async () => {
        await closed(server);
        await stack.close();
      },
    };
  } catch (error) {
    await stack.close();
    throw error;
  }
}

/** What was opened, closed in reverse. */
export class Closing {
  readonly #steps: (() => void | Promise<void>)[] = [];

  add<T extends { close: () => void | Promise<void> }>(opened: T): T {
    this.#steps.push(() => opened.close());
    return opened;
  }

  async close(): Promise<void> {
    for (const step of this.#steps.splice(0).reverse()) await step();
  }
}

export async function servicesFor(options: ServerOptions, log: (line: string) => void, stack: Closing): Promise<Services> {
  const files = filesBeside(options.archive);
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const file = stack.add(openBeside(files.accounts, ACCOUNTS_SCHEMA));
  const accounts = new Accounts(file, now);
  if (!isForThisMachine(options) && !accounts.hasAdmin()) throw new CannotStart("needs-admin");
  stack.add(holdAlone(files.lock, options.archive));
  const archive = stack.add(await openSqliteArchive(options.archive, { create: true }));
  const queue = stack.add(new ReportQueue(files.queue, { now, tries: limits.tries }));
  queue.forgetDone(new Date(Date.now() - DONE_KEPT_MS).toISOString());
  const setup = { archive: options.archive, data: options.data };
  mkdirSync(files.site, { recursive: true });
  const site = stack.add(new SiteKeeper(files.site, setup, options.publicUrl === undefined ? undefined : `${options.publicUrl}/warnings/`, log));
  const quick = new Lane(setup, limits.examineTime, "soon");
  stack.add({ close: () => quick.close(QUICK_PATIENCE_MS) });
  const deskLane = (): Lane => new Lane(setup, DESK_PATIENCE * limits.examineTime, "soon");
  const desk = new Pool([deskLane(), deskLane()]);
  stack.add({ close: () => desk.close(QUICK_PATIENCE_MS) });
  const examiner = stack.add(new Examiner(queue, setup, { time: limits.examineTime, processes: limits.examiners }, log));
  const audit = new AuditLog(file, now);
  const facts = new LiveFacts(options.data);
  const ports: WebPorts = {
    archive,
    desk: deskJobs(desk, () => site.changed()),
    forgetReporter: async (reporter) => forgetEverywhere(reporter, { queue, archive: forgettingApart(archive, setup), traces: tracesIn(accounts, audit) }),
    registry: () => facts.registry(),
    now,
    audit: async (line) => audit.add(line),
    auditLines: async (limit) => audit.lines(limit),
    dataFolder: options.data,
  };
  return {
    options,
    limits,
    loopback: isForThisMachine(options),
    https: options.publicUrl?.startsWith("https:") === true,
    ports,
    accounts,
    sessions: new Sessions(file, limits, Date.now),
    audit,
    rates: new RateLimits(limits),
    queue,
    examiner,
    quick,
    site,
    held: new HeldBytes(limits.heldBytes),
    formKey: kept(file, "form-key"),
    log,
  };
}

/** How long somebody may ask what became of a report, in milliseconds: 30 days. */
const DONE_KEPT_MS = 30 * 86_400_000;
const QUICK_PATIENCE_MS = 2_000;
/** An article is examined, redacted and read again for leaks: as much as several examinations. */
const DESK_PATIENCE = 3;

/** The site is there from the last time, mostly; who comes first does not wait for it to be made anew. */
const AFTER_START_MS = 1_500;

const now = (): string => new Date().toISOString();

/** How long an archive may take to be rewritten, in milliseconds. */
const FORGET_MS = 1_800_000;

/** Forgets in a process of its own: rewriting a large archive takes a while, in which others are to be answered. */
function forgettingApart(archive: Archive, setup: WorkSetup): Pick<Archive, "countCases" | "forgetReporter"> {
  return {
    countCases: (filter) => archive.countCases(filter),
    forgetReporter: async (reporter, underWay = []) => {
      const lane = new Lane(setup, FORGET_MS);
      try {
        const reply = await lane.run({ kind: "forget", reporter, underWay });
        if (reply.kind === "forgotten") return reply.mails;
        throw fail("full", { retryAfter: 10, detail: NOT_FORGOTTEN });
      } finally {
        await lane.close(QUICK_PATIENCE_MS);
      }
    },
  };
}

const NOT_FORGOTTEN = {
  ja: "届け出の列からは消しましたが、保管庫はほかの処理が使っていて、まだ消せていません。しばらくしてから、もう一度消してください。",
  en: "Their reports are out of the queue, but the archive is in use by something else and still holds their mails. Do it again in a while.",
};

/** A secret of this installation, made once. */
function kept(file: BesideFile, name: string): string {
  file.run("insert into setting (name, value) values (?, ?) on conflict do nothing", name, newSecret());
  return file.all<{ value: string }>("select value from setting where name = ?", name)[0]?.value ?? "";
}

/** https://nodejs.org/api/errors.html#common-system-errors */
const NO_LISTENING: Readonly<Record<string, CannotStart["kind"]>> = {
  EADDRINUSE: "port-taken",
  EACCES: "port-forbidden",
  EADDRNOTAVAIL: "no-address",
  ENOTFOUND: "no-address",
  EAI_AGAIN: "no-address",
};

function listen(services: Services): Promise<Server> {
  const { options, limits } = services;
  const serverOptions = {
    requestTimeout: limits.requestTime,
    headersTimeout: Math.min(limits.requestTime, 15_000),
    // Node looks at its connections only every half minute else.
    connectionsCheckingInterval: Math.min(limits.requestTime / 2, 5_000),
  };
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: webApp(services).fetch, hostname: options.host, port: options.port, serverOptions }, () => resolve(server)) as Server;
    answerClientErrors(server);
    server.once("error", (error: NodeJS.ErrnoException) =>
      reject(error.code !== undefined && Object.hasOwn(NO_LISTENING, error.code) ? new CannotStart(NO_LISTENING[error.code] ?? "no-address") : error),
    );
  });
}

function addressOf(server: Server, host: string): string {
  const bound = server.address();
  const port = bound === null || typeof bound === "string" ? 0 : bound.port;
  return `http://${host.includes(":") ? `[${host}]` : host}:${port}/`;
}

/** How long answers under way may take once the server is to stop, in milliseconds. */
const LAST_ANSWERS = 10_000;

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), LAST_ANSWERS);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
    server.closeIdleConnections();
  });
}
