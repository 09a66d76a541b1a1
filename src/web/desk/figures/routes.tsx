import { Hono } from "hono";
import type { WebEnv } from "../../web-context.ts";
import { requireEditor } from "../form.ts";
import { deskPage } from "../shell.tsx";
import { dayIn, DEFAULT_ZONE, offsetMinutes, startOfDay } from "../zone.ts";
import { FIGURES_TITLE, FiguresPage, PERIODS } from "./page.tsx";

/** Figures over time. */
export function figureRoutes(): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  app.use(requireEditor);
  app.get("/", async (c) => {
    const { ports, lang } = c.var;
    const days = PERIODS.find((one) => one === c.req.query("days")) ?? "30";
    const now = ports.now();
    const since = startOfDay(now, DEFAULT_ZONE, Number(days) - 1);
    const until = startOfDay(now, DEFAULT_ZONE, -1);
    const figures = await ports.archive.figures({ since, until, offsetMinutes: offsetMinutes(now, DEFAULT_ZONE) });
    const main = (
      <FiguresPage figures={figures} days={days} first={dayIn(since, DEFAULT_ZONE)} last={dayIn(now, DEFAULT_ZONE)} lang={lang} registry={ports.registry()} />
    );
    return deskPage(c, { title: FIGURES_TITLE[lang], section: "figures", main });
  });
  return app;
}
