import { Hono } from "hono";
import { CHECK_POLICY, checkPage } from "../../check/index.ts";
import type { ServerEnv } from "../env.ts";
import type { Services } from "../services.ts";
import { account } from "./account.ts";
import { accounts } from "./accounts.ts";
import { apiDocs } from "./api-docs.ts";
import type { Described } from "./api-docs.ts";
import { audit } from "./audit.ts";
import { intake } from "./intake.ts";
import { login } from "./login.ts";

const CHECK_HEADERS = { "Cache-Control": "no-cache", Vary: "Accept-Language, Cookie", "Content-Security-Policy": CHECK_POLICY };

/** The pages of the server itself; `document` describes the API. */
export function pages(services: Services, document: () => Described): Hono<ServerEnv> {
  const app = new Hono<ServerEnv>();
  app.get("/", (context) => context.html(checkPage(context.get("lang")), 200, CHECK_HEADERS));
  login(app, services);
  account(app, services);
  accounts(app, services);
  audit(app, services);
  intake(app, services);
  apiDocs(app, document);
  return app;
}
