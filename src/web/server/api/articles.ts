import { createRoute, z } from "@hono/zod-openapi";
import type { OpenAPIHono } from "@hono/zod-openapi";
import type { DeskResult } from "../../../app/article-desk.ts";
import type { Article } from "../../../article/article.ts";
import type { ServerEnv } from "../env.ts";
import type { PlainAsked } from "../../desk/work.ts";
import { publicAddressOf } from "../options.ts";
import { fail } from "../problems.ts";
import type { Services } from "../services.ts";
import { json, problems, SECURITY } from "./answers.ts";
import { bilingual } from "./report-schema.ts";
import { articleOf, articleSchema } from "./schemas.ts";

/** From a case to a public warning; every step is checked for leaks before it is kept. */
export function articles(app: OpenAPIHono<ServerEnv>, { ports, options }: Services): void {
  const publicAddress = publicAddressOf(options);
  app.openapi(LIST, async (context) => {
    const { state, limit } = context.req.valid("query");
    const found = await ports.archive.articles(isEditor(context.get("account").role, context.get("caller").kind) ? state : "published");
    return context.json({ articles: found.slice(-limit).toReversed().map(articleOf) }, 200);
  });
  app.openapi(ONE, async (context) => {
    const article = await ports.archive.articleBySlug(context.req.valid("param").slug);
    const visible = article?.state === "published" || isEditor(context.get("account").role, context.get("caller").kind);
    if (article === undefined || !visible) throw fail("not-found");
    return context.json(articleOf(article), 200);
  });
  app.openapi(DRAFT, async (context) => {
    const { id } = context.req.valid("param");
    const article = settled(await ports.desk({ kind: "draft", caseId: id, publicAddress }));
    await ports.audit({ account: context.get("account").name, action: "draft", on: article.slug, note: id });
    return context.json(articleOf(article), 200);
  });
  app.openapi(STEP, async (context) => {
    const { slug } = context.req.valid("param");
    const { step, note } = context.req.valid("json");
    const asked: PlainAsked = step === "correct" || step === "withdraw" ? { kind: step, note: note ?? { ja: "", en: "" } } : { kind: step };
    await ports.audit({ account: context.get("account").name, action: step, on: slug, note: note?.ja });
    return context.json(articleOf(settled(await ports.desk({ kind: "step", slug, asked, publicAddress }))), 200);
  });
}

const isEditor = (role: string, kind: string): boolean => kind !== "visitor" && role !== "reporter";

/** Throws what kept the article from its next step. */
function settled(result: DeskResult): Article {
  if (result.kind === "done") return result.article;
  if (result.kind === "refused") throw fail("conflict", { detail: result.why });
  const places = result.leaks.map(({ output, line, column }) => `${output}:${line}:${column}`);
  throw fail("conflict", {
    detail: {
      ja: `受け取った人のことが残っています(${places.length} か所)。直してから、もう一度公開してください。`,
      en: `Traces of the recipient are left (${places.length} places). Mend them, then publish again.`,
    },
    errors: result.leaks.map(({ secret, encoding }, at) => ({ at: places[at] ?? "", message: `${secret}, ${encoding}` })),
  });
}

const slugParam = z.object({
  slug: z
    .string()
    .regex(/^[a-z0-9-]{1,120}$/)
    .openapi({ param: { name: "slug", in: "path" }, example: "xserver-0123456789ab" }),
});

const LIST = createRoute({
  method: "get",
  path: "/articles",
  tags: ["articles"],
  summary: "公開した注意喚起。新しい順、編集者には下書きも / Published warnings, newest first; editors see drafts too",
  request: {
    query: z.object({ state: z.enum(["draft", "review", "published", "withdrawn"]).optional(), limit: z.coerce.number().int().min(1).max(200).default(50) }),
  },
  responses: { 200: json("Articles", z.object({ articles: z.array(articleSchema) })), ...problems("wrong-values") },
});

const ONE = createRoute({
  method: "get",
  path: "/articles/{slug}",
  tags: ["articles"],
  summary: "注意喚起 1 件 / One warning",
  request: { params: slugParam },
  responses: { 200: json("The article", articleSchema), ...problems("not-found", "wrong-values") },
});

const DRAFT = createRoute({
  method: "post",
  path: "/cases/{id}/article",
  tags: ["articles"],
  summary: "事例から記事を作る。作り直す / Make or renew the article of a case",
  security: SECURITY,
  request: {
    params: z.object({
      id: z
        .string()
        .regex(/^c[0-9a-f]{12,64}$/)
        .openapi({ param: { name: "id", in: "path" }, example: "c0123456789ab" }),
    }),
  },
  responses: { 200: json("The article", articleSchema), ...problems("login-needed", "not-allowed", "conflict", "wrong-values") },
});

const STEP = createRoute({
  method: "post",
  path: "/articles/{slug}/steps",
  tags: ["articles"],
  summary: "記事を次の段階へ進める / Take an article one step further",
  description: "`correct` と `withdraw` には、読者への説明(note)が要る。 / `correct` and `withdraw` need a note for readers.",
  security: SECURITY,
  request: {
    params: slugParam,
    body: {
      required: true,
      content: {
        "application/json": {
          schema: z
            .object({ step: z.enum(["submit", "send-back", "publish", "correct", "withdraw"]), note: bilingual.optional() })
            .refine(({ step, note }) => !["correct", "withdraw"].includes(step) || (note !== undefined && note.ja !== "" && note.en !== ""), {
              path: ["note"],
              message: "a note in both languages is needed / 日本語と英語の説明が要ります",
            }),
        },
      },
    },
  },
  responses: { 200: json("The article", articleSchema), ...problems("bad-request", "login-needed", "not-allowed", "conflict", "wrong-values") },
});
