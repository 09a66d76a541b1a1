import { Hono } from "hono";
import type { WebEnv } from "../web-context.ts";
import { advisoryRoutes } from "./advisories/routes.tsx";
import { articleRoutes } from "./articles/routes.tsx";
import { brandRoutes } from "./brands/routes.tsx";
import { assetRoutes } from "./assets.ts";
import { caseRoutes } from "./case/routes.tsx";
import { figureRoutes } from "./figures/routes.tsx";
import { requireCsrf } from "./form.ts";
import type { DeskOptions } from "./options.ts";
import { queueRoutes } from "./queue/routes.tsx";
import { Refusal } from "./refusal.ts";
import { refusalPage } from "./shell.tsx";

export type { DeskOptions } from "./options.ts";

/** The desk, to be mounted under `/desk` by a server that sets the variables of `web-context.ts`. */
export function deskApp(options: DeskOptions = {}): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  app.onError((error, c) => {
    if (error instanceof Refusal) return refusalPage(c, error);
    throw error;
  });
  app.use(requireCsrf);
  app.route("/assets", assetRoutes());
  app.route("/articles", articleRoutes(options));
  app.route("/brands", brandRoutes());
  app.route("/advisories", advisoryRoutes(options));
  app.route("/figures", figureRoutes());
  app.route("/cases", caseRoutes(options));
  app.route("/", queueRoutes());
  return app;
}
