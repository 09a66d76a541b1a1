import { createRoute, z } from "@hono/zod-openapi";
import type { OpenAPIHono } from "@hono/zod-openapi";
import { defaultAdvisories } from "../../../advisories/index.ts";
import { VERSION } from "../../../app/version.generated.ts";
import type { Article } from "../../../article/article.ts";
import type { ServerEnv } from "../env.ts";
import { freeBytes, nearlyFull } from "../storage.ts";
import { fail } from "../problems.ts";
import type { Services } from "../services.ts";
import { json, problems, SECURITY } from "./answers.ts";
import {
  articleOf,
  articleSchema,
  brandFactsOf,
  brandFactsSchema,
  brandOf,
  brandSchema,
  caseOf,
  caseSchema,
  figuresSchema,
  healthSchema,
  knownSchema,
} from "./schemas.ts";

/** Answers about a pasted text at most. */
const MOST_FOUND = 20;

/** Questions that anybody may ask, and figures for admins. */
export function lookups(app: OpenAPIHono<ServerEnv>, services: Services): void {
  const { ports } = services;
  app.openapi(KNOWN, async (context) => {
    const { subject = "", url = "", from = "" } = context.req.valid("query");
    if (subject === "" && url === "" && from === "")
      throw fail("wrong-values", { errors: [{ at: "subject", message: "subject, url or from / subject、url、from のどれか" }] });
    return context.json({ warnings: (await warningsFor(services, [subject, url, from])).map(articleOf), advisories: advisoriesFor(subject, url, from) }, 200);
  });
  app.openapi(SEARCH, async (context) => {
    const { q, limit } = context.req.valid("query");
    const { role } = context.get("account");
    const found = await ports.archive.searchArticles(q, limit);
    const editor = context.get("caller").kind !== "visitor" && role !== "reporter";
    return context.json({ articles: found.map(articleOf), cases: editor ? (await ports.archive.search(q, limit)).map(caseOf) : [] }, 200);
  });
  app.openapi(BRANDS, (context) => context.json({ brands: ports.registry().brands.map(brandOf) }, 200));
  app.openapi(BRAND, (context) => {
    const brand = ports.registry().get(context.req.valid("param").id);
    if (brand === undefined) throw fail("not-found");
    return context.json(brandFactsOf(brand), 200);
  });
  app.openapi(HEALTH, (context) => {
    const full = nearlyFull(services.options.archive);
    if (full !== undefined) throw full;
    return context.json({ status: "ok" as const, version: VERSION, registry: ports.registry().version }, 200);
  });
  app.openapi(FIGURES, (context) => context.json(figuresNow(services), 200));
}

/** Warnings that hold any of the texts; each once, those for the subject first. */
async function warningsFor({ ports }: Services, texts: readonly string[]): Promise<readonly Article[]> {
  const found = new Map<string, Article>();
  for (const text of texts.filter((one) => one !== ""))
    for (const article of await ports.archive.searchArticles(text, MOST_FOUND)) if (!found.has(article.slug)) found.set(article.slug, article);
  return [...found.values()].slice(0, MOST_FOUND);
}

function advisoriesFor(subject: string, url: string, from: string): z.infer<typeof knownSchema>["advisories"] {
  const matches = defaultAdvisories().match({ subject, senderName: "", senderAddress: from, visibleText: "", urls: url === "" ? [] : [url] });
  return matches.slice(0, MOST_FOUND).map(({ advisory, case: described, strength }) => ({
    id: advisory.id,
    case: described.name,
    issuer: { ja: advisory.issuer.ja, en: advisory.issuer.en },
    title: advisory.title,
    url: advisory.url,
    published: advisory.published ?? null,
    strength,
  }));
}

function figuresNow({ queue, examiner, held, limits, options }: Services): z.infer<typeof figuresSchema> {
  const [oldest] = queue.oldestWaiting();
  return {
    uptimeSeconds: Math.round(process.uptime()),
    memoryBytes: process.memoryUsage.rss(),
    heldBytes: held.held,
    queue: queue.counts(),
    examinedSinceStart: examiner.examined,
    examinedLastMinute: examiner.lastMinute(),
    examiners: limits.examiners,
    freeDiskBytes: freeBytes(options.archive) ?? null,
    oldestWaitingSeconds: oldest === undefined ? null : Math.max(0, (Date.now() - Date.parse(oldest)) / 1000),
  };
}

const text = (description: string) => z.string().max(2000).optional().openapi({ description });

const KNOWN = createRoute({
  method: "get",
  path: "/known",
  tags: ["lookups"],
  summary: "このようなメールは知られているか / Is such a mail known?",
  request: { query: z.object({ subject: text("Subject as the mail shows it"), url: text("A link's target"), from: text("Address of the sender") }) },
  responses: { 200: json("Warnings and advisories that describe it", knownSchema), ...problems("wrong-values") },
});

const SEARCH = createRoute({
  method: "get",
  path: "/search",
  tags: ["lookups"],
  summary: "貼りつけた文で注意喚起を探す。編集者は事例も / Search published warnings by any pasted text; editors find cases too",
  request: { query: z.object({ q: z.string().min(1).max(2000), limit: z.coerce.number().int().min(1).max(100).default(20) }) },
  responses: { 200: json("Best first", z.object({ articles: z.array(articleSchema), cases: z.array(caseSchema) })), ...problems("wrong-values") },
});

const BRANDS = createRoute({
  method: "get",
  path: "/brands",
  tags: ["lookups"],
  summary: "登録されたブランドの一覧 / All brands of the registry",
  responses: { 200: json("Brands", z.object({ brands: z.array(brandSchema) })), ...problems() },
});

const BRAND = createRoute({
  method: "get",
  path: "/brands/{id}",
  tags: ["lookups"],
  summary: "ブランドの公式な事実と出典 / The official facts about a brand, with sources",
  request: {
    params: z.object({
      id: z
        .string()
        .regex(/^[a-z0-9-]{1,80}$/)
        .openapi({ param: { name: "id", in: "path" }, example: "xserver" }),
    }),
  },
  responses: { 200: json("Facts", brandFactsSchema), ...problems("not-found", "wrong-values") },
});

const HEALTH = createRoute({
  method: "get",
  path: "/health",
  tags: ["server"],
  summary: "サーバーが動いていて、書けるか / Whether the server answers and has room to write",
  responses: { 200: json("It does", healthSchema), ...problems("full") },
});

const FIGURES = createRoute({
  method: "get",
  path: "/figures",
  tags: ["server"],
  summary: "列、メモリー、起動からの時間 / Queue, memory, time since start",
  security: SECURITY,
  responses: { 200: json("Now", figuresSchema), ...problems("login-needed", "not-allowed") },
});
