import { Hono } from "hono";
import type { Context } from "hono";
import { forgottenNumbers } from "../../../app/forgotten.ts";
import type { WebEnv } from "../../web-context.ts";
import { leaksPage } from "../articles/leaks.tsx";
import { withDone } from "../done.ts";
import { formOf, requireEditor } from "../form.ts";
import type { DeskOptions } from "../options.ts";
import { subjectText } from "../parts.tsx";
import { auditNote, readDecision } from "../queue/decide.ts";
import { Refusal, unknownCase } from "../refusal.ts";
import { deskPage, isEditor } from "../shell.tsx";
import { caseAsked, loadCase } from "./load.ts";
import { CasePage } from "./page.tsx";
import { WORDS } from "./words.ts";

/** One report: what is known, and what an editor does with it. */
export function caseRoutes(options: DeskOptions): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  app.get("/:id", (c) => showCase(c));
  app.get("/:id/source", (c) => download(c));
  app.post("/:id/decide", requireEditor, (c) => decide(c));
  app.post("/:id/reexamine", requireEditor, (c) => reexamine(c));
  app.post("/:id/forget", requireEditor, (c) => forget(c));
  app.post("/:id/article", requireEditor, async (c) => {
    const { ports, account } = c.var;
    const { id } = await caseAsked(c);
    const result = await ports.desk({ kind: "draft", caseId: id, publicAddress: options.publicAddress });
    if (result.kind === "refused") throw new Refusal(409, result.why);
    if (result.kind === "leaks") return leaksPage(c, result.leaks);
    await ports.audit({ account: account.name, action: "draft", on: result.article.slug });
    return c.redirect(withDone(`/desk/articles/${result.article.slug}`, "drafted"), 303);
  });
  return app;
}

async function showCase(c: Context<WebEnv>): Promise<Response> {
  const data = await loadCase(c);
  const { lang, csrf, ports } = c.var;
  const marked = data.report === undefined ? undefined : await ports.desk({ kind: "mark", caseId: data.one.id, lang });
  const main = <CasePage data={data} marked={marked} lang={lang} csrf={csrf} editor={isEditor(c)} registry={ports.registry()} />;
  return deskPage(c, { title: subjectText(data.one.subject, lang), section: "queue", main, scripts: ["/desk/assets/case.js"] });
}

/** Never drawn by a browser: text, to be saved, in a sandbox should one try. */
async function download(c: Context<WebEnv>): Promise<Response> {
  const one = await caseAsked(c);
  const raw = await c.var.ports.archive.rawOf(one.id);
  if (raw === undefined) throw unknownCase();
  await c.var.ports.audit({ account: c.var.account.name, action: "download-source", on: one.id });
  return c.body(new Uint8Array(raw), 200, {
    "Content-Type": "text/plain; charset=us-ascii",
    "Content-Disposition": `attachment; filename="${one.id}.eml"`,
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'; sandbox",
  });
}

async function decide(c: Context<WebEnv>): Promise<Response> {
  const { ports, account } = c.var;
  const { id } = await caseAsked(c);
  const asked = readDecision(await formOf(c));
  await ports.audit({ account: account.name, action: "decide", on: id, note: auditNote(asked) });
  await ports.archive.decide(id, asked.agrees, asked.reason, { level: asked.level, by: account.name });
  return c.redirect(withDone(`/desk/cases/${id}`, "decided"), 303);
}

async function reexamine(c: Context<WebEnv>): Promise<Response> {
  const { ports, account } = c.var;
  const one = await caseAsked(c);
  const changed = await ports.desk({ kind: "reexamine", caseId: one.id });
  await ports.audit({ account: account.name, action: "reexamine", on: one.id });
  return c.redirect(withDone(`/desk/cases/${one.id}`, changed ? "reexamined" : "reexamined-same"), 303);
}

async function forget(c: Context<WebEnv>): Promise<Response> {
  const { ports, account } = c.var;
  const { id } = await caseAsked(c);
  const form = await formOf(c);
  const reporter = form.written("reporter");
  if (form.text("sure") !== "yes") throw new Refusal(422, WORDS.forgetTick);
  if (!(await ports.archive.reportersOf(id)).includes(reporter)) throw new Refusal(404, WORDS.noSuchReporter);
  // The log says that somebody was forgotten, and not who.
  await ports.audit({ account: account.name, action: "forget-reporter", on: id });
  const forgotten = await ports.forgetReporter(reporter);
  return c.redirect(`/desk?state=all&done=forgotten&n=${forgottenNumbers(forgotten)}`, 303);
}
