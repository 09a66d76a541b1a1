import { Hono } from "hono";
import { checkPage } from "../../check/index.ts";
import type { ServerEnv } from "../env.ts";
import type { Services } from "../services.ts";

/** The pages of the server itself. */
export function pages(_services: Services): Hono<ServerEnv> {
  const app = new Hono<ServerEnv>();
  app.get("/", (context) => context.html(checkPage(context.get("lang")), 200, { "Cache-Control": "no-cache", Vary: "Accept-Language, Cookie" }));
  return app;
}
