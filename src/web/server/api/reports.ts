import { createRoute, z } from "@hono/zod-openapi";
import type { OpenAPIHono } from "@hono/zod-openapi";
import { sniff, sniffedBytes } from "../../../intake/sniff.ts";
import type { Report } from "../../../queue/report.ts";
import type { Context } from "hono";
import { WorkStopped } from "../examining/lane.ts";
import type { ServerEnv } from "../env.ts";
import { mailInRequest } from "../mail-in-request.ts";
import { fail } from "../problems.ts";
import type { Services } from "../services.ts";
import { json, problems, SECURITY } from "./answers.ts";
import { acknowledgedSchema, reportStateOf, reportStateSchema } from "./schemas.ts";
import { reportSchema } from "./report-schema.ts";

/** Examinations that may wait for the one at hand before the next is refused. */
const MOST_WAITING_FOR_ANSWER = 16;
/** Seconds to wait where the queue is full: about a thousand mails are examined in the meantime. */
const FULL_S = 10;

const mail = z.string().openapi({ format: "binary" });
const body = {
  required: true,
  content: {
    "message/rfc822": { schema: mail },
    "application/octet-stream": { schema: mail },
    "application/vnd.ms-outlook": { schema: mail },
    "multipart/form-data": { schema: z.object({ mail }) },
  },
};

/** Mails come in here, and whoever sent one asks here what became of it. */
export function reports(app: OpenAPIHono<ServerEnv>, services: Services): void {
  describe(app);
  app.post("/reports", async (context) => acknowledge(context, services));
  app.post("/examine", async (context) => examineAtOnce(context, services));
  app.openapi(LIST, (context) => {
    const { state, limit } = context.req.valid("query");
    const account = context.get("account");
    const reporter = account.role === "reporter" ? account.name : undefined;
    const found = services.queue.list({ state, reporter, limit });
    return context.json({ reports: found.map((report) => reportStateOf(report, null)) }, 200);
  });
  app.openapi(ONE, async (context) => {
    const report = services.queue.byId(context.req.valid("param").id);
    if (report === undefined || !mayAsk(context, report)) throw fail("not-found");
    return context.json(reportStateOf(report, await examinationOf(services, report)), 200);
  });
  app.openapi(RETRY, async (context) => {
    const { id } = context.req.valid("param");
    if (!services.queue.retry(id)) throw fail(services.queue.byId(id) === undefined ? "not-found" : "conflict");
    services.audit.add({ account: context.get("account").name, action: "retry-report", on: id });
    services.examiner.notify();
    return context.json(reportStateOf(services.queue.byId(id) as Report, null), 200);
  });
}

/** These two read their bodies themselves, as they come; the rest are described and checked by one schema. */
function describe(app: OpenAPIHono<ServerEnv>): void {
  app.openAPIRegistry.registerPath({
    method: "post",
    path: "/reports",
    tags: ["reports"],
    summary: "メールを届け出る / Hand in a mail",
    description:
      "答えが返ったとき、メールはディスクに書かれている。同じバイト列は同じ事例になり、回数だけが増える。複数のメールの入ったファイル(mbox)は、複数の事例になる。 / The answer comes when the mail is on disk. The same bytes again are the same case, seen once more. A file with several mails (mbox) becomes several cases.",
    security: SECURITY,
    request: { body },
    responses: {
      202: json("On disk; will be examined", acknowledgedSchema),
      ...problems("bad-request", "login-needed", "not-allowed", "foreign-origin", "too-large", "not-a-mail", "full"),
    },
  });
  app.openAPIRegistry.registerPath({
    method: "post",
    path: "/examine",
    tags: ["reports"],
    summary: "その場で調べる。何も残さない / Examine a mail at once; nothing is kept",
    request: { body },
    responses: { 200: json("The report", reportSchema), ...problems("bad-request", "foreign-origin", "too-large", "not-a-mail", "full") },
  });
}

async function acknowledge(context: Context<ServerEnv>, services: Services): Promise<Response> {
  const { rates, queue, limits, examiner } = services;
  const caller = context.get("caller");
  if (caller.kind === "visitor") await rates.count("open-upload", context.get("address"));
  else await rates.count("upload", caller.kind === "local" ? context.get("address") : caller.account.id);
  if (queue.waiting >= limits.waiting) throw fail("full", { retryAfter: FULL_S });
  const { bytes, release } = await mailInRequest(context, services);
  try {
    const report = await queue.take({ raw: bytes, reporter: caller.kind === "visitor" ? undefined : caller.account.name });
    examiner.notify();
    const kind = sniff(bytes.subarray(0, sniffedBytes)).kind;
    const href = `/api/v1/reports/${report.id}`;
    const expected = kind === "mail" || kind === "text" ? `c${report.sha256.slice(0, 12)}` : null;
    return context.json({ report: report.id, case: expected, state: "waiting", href }, 202, { Location: href });
  } finally {
    release();
  }
}

async function examineAtOnce(context: Context<ServerEnv>, services: Services): Promise<Response> {
  await services.rates.count("examine", context.get("address"));
  if (services.quick.load >= MOST_WAITING_FOR_ANSWER) throw fail("full", { retryAfter: 2 });
  const { bytes, release } = await mailInRequest(context, services);
  try {
    const reply = await services.quick.run({ kind: "examine", raw: bytes });
    if (reply.kind === "no-mail") throw fail("not-a-mail", { detail: reply.why });
    if (reply.kind !== "examined") throw fail("internal");
    return context.body(reply.json, 200, { "Content-Type": "application/json" });
  } catch (error) {
    if (error instanceof WorkStopped) throw fail("full", { retryAfter: FULL_S, detail: TOO_HARD });
    throw error;
  } finally {
    release();
  }
}

const TOO_HARD = {
  ja: "決められた時間のうちに調べ終わりませんでした。ayashii examine なら時間の制限なしに調べられます。",
  en: "The examination was stopped; ayashii examine does it without a limit of time.",
};

/** Whoever holds a report's id handed it in, or was told by them; among accounts a reporter sees their own. */
function mayAsk(context: Context<ServerEnv>, report: Report): boolean {
  const caller = context.get("caller");
  if (caller.kind === "visitor") return report.reporter === undefined;
  return caller.account.role !== "reporter" || report.reporter === undefined || report.reporter === caller.account.name;
}

async function examinationOf({ ports }: Services, { cases }: Report): Promise<z.infer<typeof reportSchema> | null> {
  const id = cases[0];
  const newest = id === undefined ? undefined : (await ports.archive.examinationsOf(id)).at(-1);
  return newest === undefined ? null : (JSON.parse(newest.json) as z.infer<typeof reportSchema>);
}

const reportId = z.object({
  id: z
    .string()
    .regex(/^r[0-9a-f]{32}$/)
    .openapi({ param: { name: "id", in: "path" }, example: "r00112233445566778899aabbccddeeff" }),
});

const ONE = createRoute({
  method: "get",
  path: "/reports/{id}",
  tags: ["reports"],
  summary: "届け出の結果 / What became of a report",
  security: SECURITY,
  request: { params: reportId },
  responses: { 200: json("Its state, with the report once it is examined", reportStateSchema), ...problems("login-needed", "not-found", "wrong-values") },
});

const LIST = createRoute({
  method: "get",
  path: "/reports",
  tags: ["reports"],
  summary: "届け出の一覧。新しい順、報告者には自分の分だけ / Reports, newest first; a reporter sees their own",
  security: SECURITY,
  request: {
    query: z.object({
      state: z.enum(["waiting", "examined", "refused", "aside"]).optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
  },
  responses: { 200: json("Reports", z.object({ reports: z.array(reportStateSchema) })), ...problems("login-needed", "wrong-values") },
});

const RETRY = createRoute({
  method: "post",
  path: "/reports/{id}/retry",
  tags: ["reports"],
  summary: "取り置いた届け出をもう一度調べる / Try a report again that was set aside",
  security: SECURITY,
  request: { params: reportId },
  responses: { 200: json("Waiting again", reportStateSchema), ...problems("login-needed", "not-allowed", "not-found", "conflict", "wrong-values") },
});
