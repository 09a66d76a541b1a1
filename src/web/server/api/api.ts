import { OpenAPIHono } from "@hono/zod-openapi";
import { VERSION } from "../../../app/version.generated.ts";
import { Busy } from "../accounts/password.ts";
import type { ServerEnv } from "../env.ts";
import { ProblemError, fail } from "../problems.ts";
import type { Services } from "../services.ts";
import { articles } from "./articles.ts";
import { cases } from "./cases.ts";
import { lookups } from "./lookups.ts";
import { reports } from "./reports.ts";

/** The API, to be mounted at `/api/v1`; its description is made of the same schemas that check what comes in. */
export function api(services: Services): OpenAPIHono<ServerEnv> {
  const app = new OpenAPIHono<ServerEnv>({
    defaultHook: (result) => {
      if (result.success) return undefined;
      const errors = result.error.issues.slice(0, 20).map(({ path, message }) => ({ at: path.join("."), message }));
      throw fail("wrong-values", { errors });
    },
  });
  reports(app, services);
  cases(app, services);
  articles(app, services);
  lookups(app, services);
  app.openAPIRegistry.registerComponent("securitySchemes", "token", {
    type: "http",
    scheme: "bearer",
    description: "Made on the page /account, with a role of its own.",
  });
  app.openAPIRegistry.registerComponent("securitySchemes", "session", {
    type: "apiKey",
    in: "cookie",
    name: services.https ? "__Host-ayashii" : "ayashii-session",
    description: "Set by /login. Requests that change something also have to come from a page of this server (Origin, Sec-Fetch-Site).",
  });
  app.get("/openapi.json", (context) => context.json(description(app), 200, { "Cache-Control": "no-cache" }));
  return app;
}

/** The OpenAPI 3.1 document. */
export function description(app: OpenAPIHono<ServerEnv>) {
  return app.getOpenAPI31Document({
    openapi: "3.1.0",
    info: {
      title: "Ayashii",
      version: VERSION,
      description: "Hand in suspicious mails, ask what was found, publish warnings. 怪しいメールを届け出て、結果を確かめ、注意喚起を公開する。",
      license: { name: "Apache-2.0" },
    },
    servers: [{ url: "/api/v1" }],
    tags: [
      { name: "reports", description: "Mails on their way in / 届け出" },
      { name: "cases", description: "Mails that are kept / 事例" },
      { name: "articles", description: "Public warnings / 注意喚起" },
      { name: "lookups", description: "Questions about what is known / 照会" },
      { name: "server", description: "The server itself / サーバー" },
    ],
  });
}

/** A body that is no JSON is the sender's mistake; the library says it by an exception of its own. */
export function asProblem(error: unknown): ProblemError | undefined {
  if (error instanceof ProblemError) return error;
  if (error instanceof Busy) return fail("full", { retryAfter: 5 });
  const status = (error as { status?: unknown }).status;
  return status === 400 ? fail("bad-request") : undefined;
}
