import type { Server } from "node:http";
import { serve } from "@hono/node-server";
import { openBeside } from "../../archive/beside-file.ts";
import type { BesideFile } from "../../archive/beside-file.ts";
import { openSqliteArchive } from "../../archive/sqlite-archive.ts";
import { defaultRegistry } from "../../brands/index.ts";
import type { WebPorts } from "../web-context.ts";
import { Accounts } from "./accounts/accounts.ts";
import { AuditLog } from "./accounts/audit-log.ts";
import { newSecret } from "./accounts/secret-text.ts";
import { Sessions } from "./accounts/sessions.ts";
import { ACCOUNTS_SCHEMA } from "./accounts/tables.ts";
import { webApp } from "./app.ts";
import { RateLimits } from "./limits.ts";
import { DEFAULT_LIMITS, filesBeside, isLoopback } from "./options.ts";
import type { ServerOptions } from "./options.ts";
import type { Services } from "./services.ts";

/** A server that runs. */
export interface RunningServer {
  /** `http://127.0.0.1:8787/` */
  readonly url: string;
  /** Takes no more, answers what it has taken, closes its files. */
  readonly close: () => Promise<void>;
}

/** Why the server does not start, by name. */
export class CannotStart extends Error {
  readonly kind: "needs-admin" | "port-taken" | "no-address";

  constructor(kind: CannotStart["kind"]) {
    super(kind);
    this.kind = kind;
  }
}

/** Starts the whole server. Throws `CannotStart`, or `ArchiveProblem` for a file that cannot be used. */
export async function startServer(options: ServerOptions, log: (line: string) => void = () => undefined): Promise<RunningServer> {
  const files = filesBeside(options.archive);
  const accountsFile = openBeside(files.accounts, ACCOUNTS_SCHEMA);
  try {
    const accounts = new Accounts(accountsFile, now);
    if (!isLoopback(options.host) && !accounts.hasAdmin()) throw new CannotStart("needs-admin");
    const archive = await openSqliteArchive(options.archive, { create: true });
    const audit = new AuditLog(accountsFile, now);
    const limits = { ...DEFAULT_LIMITS, ...options.limits };
    const ports: WebPorts = {
      archive,
      registry: defaultRegistry,
      now,
      audit: async (line) => audit.add(line),
      auditLines: async (limit) => audit.lines(limit),
      dataFolder: options.data,
    };
    const services: Services = {
      options,
      limits,
      loopback: isLoopback(options.host),
      https: options.publicUrl?.startsWith("https:") === true,
      ports,
      accounts,
      sessions: new Sessions(accountsFile, limits, Date.now),
      audit,
      rates: new RateLimits(limits),
      formKey: kept(accountsFile, "form-key"),
      log,
    };
    const server = await listen(services);
    return {
      url: addressOf(server, options.host),
      close: async () => {
        await closed(server);
        await archive.close();
        accountsFile.close();
      },
    };
  } catch (error) {
    accountsFile.close();
    throw error;
  }
}

const now = (): string => new Date().toISOString();

/** A secret of this installation, made once. */
function kept(file: BesideFile, name: string): string {
  file.run("insert into setting (name, value) values (?, ?) on conflict do nothing", name, newSecret());
  return file.all<{ value: string }>("select value from setting where name = ?", name)[0]?.value ?? "";
}

function listen(services: Services): Promise<Server> {
  const { options, limits } = services;
  const serverOptions = { requestTimeout: limits.requestTime, headersTimeout: Math.min(limits.requestTime, 15_000) };
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: webApp(services).fetch, hostname: options.host, port: options.port, serverOptions }, () => resolve(server)) as Server;
    server.once("error", (error: NodeJS.ErrnoException) =>
      reject(error.code === "EADDRINUSE" ? new CannotStart("port-taken") : error.code === "EADDRNOTAVAIL" ? new CannotStart("no-address") : error),
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
