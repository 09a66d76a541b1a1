import { Hono } from "hono";
import type { Context } from "hono";
import type { WebEnv } from "../../web-context.ts";
import { withDone } from "../done.ts";
import { formOf, requireEditor } from "../form.ts";
import type { Form } from "../form.ts";
import { Refusal } from "../refusal.ts";
import { deskPage, isEditor } from "../shell.tsx";
import { auditNote, readDecision } from "./decide.ts";
import type { AskedDecision } from "./decide.ts";
import { loadQueue } from "./load.ts";
import { QueuePage } from "./page.tsx";
import { filterOf, queryPath, readQuery } from "./query.ts";
import type { QueueQuery } from "./query.ts";
import { WORDS } from "./words.ts";

/** The queue of reports and the decision for many at once. */
export function queueRoutes(): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  app.get("/", (c) => showQueue(c));
  app.post("/decide", requireEditor, (c) => decideMany(c));
  return app;
}

async function showQueue(c: Context<WebEnv>): Promise<Response> {
  const { ports, lang, csrf, account } = c.var;
  const editor = isEditor(c);
  const registry = ports.registry();
  const read = readQuery((name) => (name === "brand" ? brandAsked(c) : c.req.query(name)), editor ? "undecided" : "all");
  // Who reports sees their own mails one by one: a campaign is made of those of others too.
  const query: QueueQuery = editor ? read : { ...read, view: "mails", campaign: "" };
  const filter = filterOf(query, ports.now(), editor ? undefined : account.name);
  const queue = await loadQueue(ports.archive, query, filter, ports.now());
  const main = <QueuePage queue={queue} query={query} lang={lang} registry={registry} csrf={csrf} editor={editor} />;
  return deskPage(c, { title: (editor ? WORDS.title : WORDS.own)[lang], section: "queue", main, scripts: ["/desk/assets/queue.js"] });
}

/** A brand may be asked for by its id or by a name. */
function brandAsked(c: Context<WebEnv>): string | undefined {
  const given = (c.req.query("brand") ?? "").trim().slice(0, 100);
  if (given === "") return undefined;
  const registry = c.var.ports.registry();
  return registry.get(given)?.id ?? registry.findBrand(given)?.id ?? given;
}

/** More boxes than a page has were not ticked by hand. */
const MOST = 200;

async function decideMany(c: Context<WebEnv>): Promise<Response> {
  const form = await formOf(c);
  const decision = readDecision(form);
  const [cases, campaigns] = [form.all("case").slice(0, MOST), form.all("campaign").slice(0, MOST)];
  if (cases.length + campaigns.length === 0) throw new Refusal(422, WORDS.none);
  const query = readQuery((name) => new URLSearchParams(form.text("back")).get(name) ?? undefined, "undecided");
  const count = (await decideCases(c, cases, decision)) + (await decideCampaigns(c, campaigns, decision, query));
  return c.redirect(withDone(queryPath(backOf(form, query)), "decided-many", count), 303);
}

/** Back to the page the boxes were on. */
function backOf(form: Form, query: QueueQuery): Partial<QueueQuery> {
  const given = new URLSearchParams(form.text("back"));
  return Object.fromEntries(Object.entries(query).filter(([name]) => given.has(name))) as Partial<QueueQuery>;
}

async function decideCases(c: Context<WebEnv>, ids: readonly string[], asked: AskedDecision): Promise<number> {
  const { ports, account } = c.var;
  let count = 0;
  for (const id of ids) {
    if ((await ports.archive.caseById(id)) === undefined) continue;
    await ports.audit({ account: account.name, action: "decide", on: id, note: auditNote(asked) });
    await ports.archive.decide(id, asked.agrees, asked.reason, { level: asked.level, by: account.name });
    count++;
  }
  return count;
}

/** Only those behind the line that was ticked: of the campaign, and let pass by the filters of the page. */
async function decideCampaigns(c: Context<WebEnv>, campaigns: readonly string[], asked: AskedDecision, query: QueueQuery): Promise<number> {
  const { ports, account } = c.var;
  let count = 0;
  for (const campaign of campaigns) {
    const { decided: _, ...filter } = filterOf({ ...query, campaign }, ports.now(), undefined);
    await ports.audit({ account: account.name, action: "decide", on: campaign, note: auditNote(asked) });
    count += await ports.archive.decideAll({ ...filter, campaign }, asked.agrees, asked.reason, { level: asked.level, by: account.name });
  }
  return count;
}
