import { Hono } from "hono";
import type { MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { assets } from "./assets.ts";
import { callers } from "./callers.ts";
import { checkFilesApp } from "./check-files.ts";
import type { ServerEnv } from "./env.ts";
import { answerProblem } from "./error-page.ts";
import { roles, sameOrigin } from "./guard.ts";
import { secureHeaders } from "./headers.ts";
import { hostChecker } from "./hosts.ts";
import { language } from "./language.ts";
import { mounts } from "./mounts.ts";
import { api, asProblem, description } from "./api/api.ts";
import { fail } from "./problems.ts";
import { warnings } from "./site-keeper.ts";
import { storageProblem } from "./storage.ts";
import type { Services } from "./services.ts";
import type { Described } from "./pages/api-docs.ts";
import { pages } from "./pages/pages.ts";

/** The whole web application. */
export function webApp(services: Services): Hono<ServerEnv> {
  const app = new Hono<ServerEnv>();
  app.onError((error, context) => {
    const known = asProblem(error);
    if (known !== undefined) return answerProblem(context, known.problem);
    const storage = storageProblem(error);
    if (storage !== undefined) {
      services.log(`${context.req.method} ${context.req.path}: ${storage.line}`);
      return answerProblem(context, storage.problem.problem);
    }
    services.log(`${context.req.method} ${context.req.path}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    return answerProblem(context, { kind: "internal" });
  });
  app.notFound((context) => answerProblem(context, { kind: "not-found" }));
  app.use(secureHeaders(services.https));
  app.use(ownHost(services));
  app.use(language());
  app.use(callers(services));
  app.use(counted(services));
  app.use(roles(services));
  app.use(bounded());
  app.use(sameOrigin(services));
  app.route("/assets", assets());
  app.route("/check", checkFilesApp());
  const programs = api(services);
  app.route("/api/v1", programs);
  app.route("/warnings", warnings(services.site.folder));
  app.route(
    "/",
    pages(services, () => description(programs) as unknown as Described),
  );
  for (const [path, mounted] of mounts(services)) app.route(path, mounted);
  return app;
}

function ownHost({ options }: Services): MiddlewareHandler<ServerEnv> {
  const isOurs = hostChecker(options.host, options.publicUrl);
  return async (context, next) => {
    if (!isOurs(context.req.header("Host"))) throw fail("wrong-host");
    await next();
  };
}

/** Uploads have a count of their own; assets cost nothing. */
function counted({ rates }: Services): MiddlewareHandler<ServerEnv> {
  return async (context, next) => {
    const { path, method } = context.req;
    if (!path.startsWith("/assets/") && !path.startsWith("/check/") && !(method === "POST" && path === "/api/v1/reports"))
      await rates.count("request", context.get("address"));
    await next();
  };
}

/** Largest body of anything but a mail, in bytes: forms and small JSON. */
const FORM_BYTES = 1024 * 1024;

/** Mails have a limit of their own, and are read as they come. */
function bounded(): MiddlewareHandler<ServerEnv> {
  const limit = bodyLimit({
    maxSize: FORM_BYTES,
    onError: () => {
      throw fail("too-large", { headers: { Connection: "close" } });
    },
  });
  return async (context, next) => (MAILS.has(context.req.path) ? next() : limit(context, next));
}

const MAILS: ReadonlySet<string> = new Set(["/api/v1/reports", "/api/v1/examine"]);
