import { createRoute, z } from "@hono/zod-openapi";
import type { OpenAPIHono } from "@hono/zod-openapi";
import type { ServerEnv } from "../env.ts";
import { fail } from "../problems.ts";
import type { Services } from "../services.ts";
import { json, problems, SECURITY } from "./answers.ts";
import { reportSchema } from "./report-schema.ts";
import { articleOf, articleSchema, campaignOf, campaignSchema, caseOf, caseSchema } from "./schemas.ts";

/** What is kept, for editors. */
export function cases(app: OpenAPIHono<ServerEnv>, { ports }: Services): void {
  const { archive } = ports;
  app.openapi(LIST, async (context) => {
    const { brand, level, campaign, before, limit } = context.req.valid("query");
    const filter = { limit, ...defined({ brand, level, campaign, before }) };
    const found = await archive.cases(filter);
    return context.json({ cases: found.map(caseOf), before: found.length === limit ? (found.at(-1)?.id ?? null) : null }, 200);
  });
  app.openapi(ONE, async (context) => {
    const { id } = context.req.valid("param");
    const kept = await archive.caseById(id);
    if (kept === undefined) throw fail("not-found");
    const examinations = await archive.examinationsOf(id);
    const newest = examinations.at(-1);
    const article = await archive.articleOf(id);
    return context.json(
      {
        ...caseOf(kept),
        examination: newest === undefined ? null : (JSON.parse(newest.json) as z.infer<typeof reportSchema>),
        examinations: examinations.map(({ at, toolVersion, registryVersion }) => ({ at, toolVersion, registryVersion })),
        article: article === undefined ? null : articleOf(article),
      },
      200,
    );
  });
  app.openapi(DECIDE, async (context) => {
    const { id } = context.req.valid("param");
    const { agrees, reason, level } = context.req.valid("json");
    if ((await archive.caseById(id)) === undefined) throw fail("not-found");
    const by = context.get("account").name;
    await ports.audit({
      account: by,
      action: "decide",
      on: id,
      note: `${agrees ? "agrees" : "overrules"}${level === undefined ? "" : ` as ${level}`}: ${reason}`,
    });
    await archive.decide(id, agrees, reason, { level, by });
    const kept = await archive.caseById(id);
    if (kept === undefined) throw fail("not-found");
    return context.json(caseOf(kept), 200);
  });
  app.openapi(CAMPAIGN, async (context) => {
    const campaign = await archive.campaign(context.req.valid("param").id);
    if (campaign === undefined) throw fail("not-found");
    const members = await archive.cases({ campaign: campaign.id, limit: 50 });
    return context.json({ ...campaignOf(campaign), cases: members.map(caseOf) }, 200);
  });
}

/** Without the fields that were not asked for. */
function defined<T extends Record<string, unknown>>(fields: T): { [Key in keyof T]?: NonNullable<T[Key]> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as { [Key in keyof T]?: NonNullable<T[Key]> };
}

const LEVELS = z.enum(["impersonation", "suspicious", "undecided", "no-sign", "genuine", "simulation"]);
const caseId = z.object({
  id: z
    .string()
    .regex(/^c[0-9a-f]{12,64}$/)
    .openapi({ param: { name: "id", in: "path" }, example: "c0123456789ab" }),
});

const LIST = createRoute({
  method: "get",
  path: "/cases",
  tags: ["cases"],
  summary: "事例の一覧。新しい順 / Cases, newest first",
  security: SECURITY,
  request: {
    query: z.object({
      brand: z.string().max(100).optional(),
      level: LEVELS.optional(),
      campaign: z.string().max(40).optional(),
      before: z.string().max(80).optional().openapi({ description: "`before` of the page before" }),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
  },
  responses: {
    200: json("A page of them", z.object({ cases: z.array(caseSchema), before: z.string().nullable() })),
    ...problems("login-needed", "not-allowed", "wrong-values"),
  },
});

const ONE = createRoute({
  method: "get",
  path: "/cases/{id}",
  tags: ["cases"],
  summary: "事例と、最新の結果 / A case with its newest report",
  security: SECURITY,
  request: { params: caseId },
  responses: {
    200: json(
      "The case",
      caseSchema.extend({
        examination: reportSchema.nullable(),
        examinations: z.array(z.object({ at: z.string(), toolVersion: z.string(), registryVersion: z.string() })),
        article: articleSchema.nullable(),
      }),
    ),
    ...problems("login-needed", "not-allowed", "not-found", "wrong-values"),
  },
});

const DECIDE = createRoute({
  method: "post",
  path: "/cases/{id}/decision",
  tags: ["cases"],
  summary: "人が判定に同意する。または理由をつけて覆す / A person agrees with the level, or overrules it with a reason",
  security: SECURITY,
  request: {
    params: caseId,
    body: {
      required: true,
      content: {
        "application/json": {
          schema: z
            .object({ agrees: z.boolean(), reason: z.string().max(4000).default(""), level: LEVELS.optional() })
            .refine(({ agrees, reason }) => agrees || reason.trim() !== "", {
              path: ["reason"],
              message: "overruling needs a reason / 覆すには理由が要ります",
            }),
        },
      },
    },
  },
  responses: { 200: json("The case as decided", caseSchema), ...problems("bad-request", "login-needed", "not-allowed", "not-found", "wrong-values") },
});

const CAMPAIGN = createRoute({
  method: "get",
  path: "/campaigns/{id}",
  tags: ["cases"],
  summary: "同じ型のメールのまとまりと、最新の事例 / A campaign with its newest cases",
  security: SECURITY,
  request: {
    params: z.object({
      id: z
        .string()
        .regex(/^k\d{1,15}$/)
        .openapi({ param: { name: "id", in: "path" }, example: "k7" }),
    }),
  },
  responses: {
    200: json("The campaign", campaignSchema.extend({ cases: z.array(caseSchema) })),
    ...problems("login-needed", "not-allowed", "not-found", "wrong-values"),
  },
});
