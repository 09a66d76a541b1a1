import { serve } from "@hono/node-server";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { Hono } from "hono";
import type { Archive } from "../src/archive/archive.ts";
import { defaultRegistry } from "../src/brands/index.ts";
import type { Registry } from "../src/brands/registry.ts";
import { siteFiles } from "../src/publish/site/index.ts";
import { deskWork } from "../src/web/desk/work.ts";
import type { DeskJob, DoDeskJob } from "../src/web/desk/work.ts";
import { deskApp } from "../src/web/desk/index.ts";
import type { DeskOptions } from "../src/web/desk/index.ts";
import { assets } from "../src/web/server/assets.ts";
import { secureHeaders } from "../src/web/server/headers.ts";
import type { AuditLine, Role, WebEnv } from "../src/web/web-context.ts";

/** What a test says about who asks, and sees of what the desk did. */
export interface DeskUnderTest {
  readonly app: Hono<WebEnv>;
  readonly audited: Omit<AuditLine, "at">[];
}

export interface DeskGiven extends DeskOptions {
  readonly archive: Archive;
  readonly clock: { readonly now: string };
  readonly registry?: () => Registry;
  readonly dataFolder?: string | undefined;
}

export const CSRF = "token-of-the-session";

/** The desk with the variables that the real server sets: role by the header `X-Role`, language by `?lang=` or a header. */
export function deskUnderTest({ archive, clock, registry = defaultRegistry, dataFolder, ...options }: DeskGiven): DeskUnderTest {
  const audited: Omit<AuditLine, "at">[] = [];
  const app = new Hono<WebEnv>();
  app.use(secureHeaders(false));
  app.use(async (c, next) => {
    const role = (c.req.header("X-Role") ?? "editor") as Role;
    c.set("account", { id: `id-of-${role}`, name: `${role}-1`, role });
    c.set("lang", (c.req.query("lang") ?? c.req.header("X-Lang") ?? "ja") === "en" ? "en" : "ja");
    c.set("csrf", CSRF);
    c.set("ports", {
      archive,
      registry,
      desk: ((job: DeskJob) => deskWork({ archive, registry, now: () => clock.now }, job)) as DoDeskJob,
      now: () => clock.now,
      forgetReporter: async (reporter) => {
        const named = await archive.countCases({ reporter });
        const mails = await archive.forgetReporter(reporter);
        return { mails, shared: named - mails, reports: 0, unexamined: 0, accounts: 0, auditLines: 0 };
      },
      audit: async (line) => void audited.push(line),
      auditLines: async () => [],
      dataFolder,
    });
    await next();
  });
  app.route("/assets", assets());
  app.route("/desk", deskApp(options));
  app.get("/warnings/*", async (c) => site(archive, decodeURI(new URL(c.req.url).pathname).slice("/warnings/".length)));
  return { app, audited };
}

/** The site of warnings as it would be built now. */
async function site(archive: Archive, wanted: string): Promise<Response> {
  const title = { ja: "怪しいメールの注意喚起", en: "Warnings" };
  const source = { articles: await archive.articles(), brands: [], base: "https://warnings.test/", title };
  for (const file of siteFiles(source)) {
    if (file.path === wanted || file.path === `${wanted}index.html`)
      return new Response(file.content, { headers: { "Content-Type": "text/html; charset=utf-8" } });
  }
  return new Response("not found", { status: 404 });
}

/** On a port of its own, for a browser. */
export async function listen(app: Hono<WebEnv>): Promise<{ readonly url: string; readonly close: () => Promise<void> }> {
  const server = serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" }) as Server;
  await new Promise<void>((resolve) => (server.listening ? resolve() : server.once("listening", resolve)));
  const close = (): Promise<void> => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(() => resolve()));
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close };
}
