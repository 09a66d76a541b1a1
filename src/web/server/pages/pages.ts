import { Hono } from "hono";
import { html } from "hono/html";
import { drawPage } from "../../page.ts";
import type { ServerEnv } from "../env.ts";
import type { Services } from "../services.ts";

/** The pages of the server itself. */
export function pages(_services: Services): Hono<ServerEnv> {
  const app = new Hono<ServerEnv>();
  app.get("/", (context) => {
    const caller = context.get("caller");
    const account = caller.kind === "visitor" ? undefined : caller.account;
    const main = html`<h1>Ayashii 怪しい</h1>`;
    return context.html(drawPage({ lang: context.get("lang"), title: "Ayashii", main, account, csrf: context.get("csrf"), path: "/" }));
  });
  return app;
}
