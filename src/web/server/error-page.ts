import type { Context } from "hono";
import { html } from "hono/html";
import { drawPage } from "../page.ts";
import type { ServerEnv } from "./env.ts";
import { PROBLEMS, problemBody, problemResponse } from "./problems.ts";
import type { Problem } from "./problems.ts";

/** A problem as its reader can use it: programs get JSON, people a page. */
export async function answerProblem(context: Context<ServerEnv>, problem: Problem): Promise<Response> {
  // A problem may come up before the language is known.
  const lang = context.get("lang") ?? "ja";
  const program = context.req.path.startsWith("/api/") || !(context.req.header("Accept") ?? "").includes("text/html");
  if (program) return problemResponse(problem, lang);
  const { title, detail } = problemBody(problem, lang);
  const caller = context.get("caller");
  const account = caller === undefined || caller.kind === "visitor" ? undefined : caller.account;
  const main = html`<h1>${title}</h1>
    <p>${detail}</p>
    ${problem.kind === "login-needed" ? html`<p><a class="button" href="/login">${lang === "ja" ? "ログイン" : "Log in"}</a></p>` : ""}`;
  const page = await drawPage({ lang, title, main, account, csrf: context.get("csrf"), path: context.req.path });
  const headers = { ...problem.headers, ...(problem.retryAfter === undefined ? {} : { "Retry-After": String(Math.max(1, Math.ceil(problem.retryAfter))) }) };
  return context.html(page, PROBLEMS[problem.kind].status, headers);
}
