import type { Context, Hono } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { html } from "hono/html";
import type { Account } from "../../web-context.ts";
import { Busy } from "../accounts/password.ts";
import { sessionCookie } from "../callers.ts";
import type { ServerEnv } from "../env.ts";
import { ProblemError, PROBLEMS } from "../problems.ts";
import type { Services } from "../services.ts";
import { answer, complaint, field, formText, formToken } from "./parts.ts";
import { BUSY, NAME_HINT, NEW_ACCOUNT_PROBLEMS, PASSWORD_HINT, passwordProblem } from "./words.ts";

/** /login, /logout and the first account. */
export function login(app: Hono<ServerEnv>, services: Services): void {
  app.get("/login", (context) => {
    if (context.get("caller").kind !== "visitor") return context.redirect("/account", 303);
    return loginPage(context);
  });
  app.post("/login", async (context) => enter(context, services));
  app.post("/logout", (context) => {
    const secret = getCookie(context, sessionCookie(services));
    if (secret !== undefined) services.sessions.end(secret);
    deleteCookie(context, sessionCookie(services), { path: "/", secure: services.https });
    services.audit.add({ account: context.get("account").name, action: "logout", on: context.get("account").id });
    return context.redirect("/", 303);
  });
  app.get("/setup", (context) => (mayBegin(services) ? setupPage(context) : context.redirect("/login", 303)));
  app.post("/setup", async (context) => begin(context, services));
}

function loginPage(context: Context<ServerEnv>, problem?: string, more: { status?: 403 | 429 | 503; headers?: Record<string, string>; name?: string } = {}) {
  const ja = context.get("lang") === "ja";
  const main = html`<h1>${ja ? "ログイン" : "Log in"}</h1>
    ${complaint(problem)}
    <form method="post" action="/login">
      ${formToken(context)} ${field({ name: "name", label: ja ? "名前" : "Name", autocomplete: "username", value: more.name })}
      ${field({ name: "password", label: ja ? "パスワード" : "Password", type: "password", autocomplete: "current-password" })}
      <div class="actions"><button>${ja ? "ログイン" : "Log in"}</button></div>
    </form>
    <p class="dim">
      ${
        ja
          ? "アカウントは、このサーバーの管理者が作ります。メールを調べるだけなら、ログインは要りません。"
          : "An admin of this server makes accounts. To check a mail you need none."
      }
    </p>`;
  return answer(context, { title: { ja: "ログイン", en: "Log in" }, main, status: more.status ?? 200, headers: more.headers ?? {} });
}

/** Counted by address and by name, before the password is looked at: guessing is slow whichever of the two stays the same. */
async function enter(context: Context<ServerEnv>, services: Services): Promise<Response> {
  const ja = context.get("lang") === "ja";
  const name = (await formText(context, "name")).trim().slice(0, 100);
  const password = await formText(context, "password");
  const keys = [`address ${context.get("address")}`, `name ${name.toLowerCase()}`];
  try {
    for (const key of keys) await services.rates.count("login", key);
    const account = await services.accounts.withPassword(name, password.slice(0, 1000));
    if (account === undefined) {
      services.audit.add({ account: name, action: "login-refused", on: context.get("address") });
      return await loginPage(context, ja ? "名前かパスワードが違います。" : "The name or the password is wrong.", { status: 403, name });
    }
    for (const key of keys) await services.rates.forget("login", key);
    letIn(context, services, account);
    return context.redirect(account.role === "reporter" ? "/" : "/desk", 303);
  } catch (error) {
    return refused(context, error, name);
  }
}

function refused(context: Context<ServerEnv>, error: unknown, name: string): Response | Promise<Response> {
  const lang = context.get("lang");
  if (error instanceof Busy) return loginPage(context, BUSY[lang], { status: 503, headers: { "Retry-After": "5" }, name });
  if (!(error instanceof ProblemError) || error.problem.kind !== "too-many") throw error;
  const seconds = Math.ceil(error.problem.retryAfter ?? 60);
  const minutes = Math.ceil(seconds / 60);
  const text = lang === "ja" ? `試した回数が多すぎます。${minutes} 分待ってください。` : `${PROBLEMS["too-many"].title.en}. Wait ${minutes} minutes.`;
  return loginPage(context, text, { status: 429, headers: { "Retry-After": String(seconds) }, name });
}

/** A new session whoever had one before: a secret planted in the browser is worth nothing (session fixation). */
export function letIn(context: Context<ServerEnv>, services: Services, account: Account, action = "login"): void {
  const secret = services.sessions.begin(account.id, getCookie(context, sessionCookie(services)));
  setCookie(context, sessionCookie(services), secret, {
    path: "/",
    httpOnly: true,
    sameSite: "Lax",
    secure: services.https,
    maxAge: Math.floor(services.limits.sessionMost / 1000),
  });
  services.audit.add({ account: account.name, action, on: account.id, note: context.get("address") });
}

const mayBegin = ({ loopback, accounts }: Services): boolean => loopback && !accounts.any();

function setupPage(context: Context<ServerEnv>, problem?: string, name = "") {
  const lang = context.get("lang");
  const ja = lang === "ja";
  const main = html`<h1>${ja ? "最初の管理者を作る" : "Make the first admin"}</h1>
    <p>
      ${
        ja
          ? "いまは、この機械を使う人なら誰でも、ログインなしですべての操作ができます。管理者のアカウントを作ると、その時からログインが必要になります。"
          : "At the moment whoever uses this machine may do everything without logging in. Once there is an admin account, everybody has to log in."
      }
    </p>
    ${complaint(problem)}
    <form method="post" action="/setup">
      ${formToken(context)} ${field({ name: "name", label: ja ? "名前" : "Name", autocomplete: "username", hint: NAME_HINT[lang], value: name })}
      ${field({ name: "password", label: ja ? "パスワード" : "Password", type: "password", autocomplete: "new-password", hint: PASSWORD_HINT[lang] })}
      <div class="actions"><button>${ja ? "作ってログイン" : "Make it and log in"}</button></div>
    </form>`;
  return answer(context, { title: { ja: "最初の管理者を作る", en: "Make the first admin" }, main, status: problem === undefined ? 200 : 422 });
}

async function begin(context: Context<ServerEnv>, services: Services): Promise<Response> {
  if (!mayBegin(services)) return context.redirect("/login", 303);
  const lang = context.get("lang");
  const name = (await formText(context, "name")).trim();
  const password = await formText(context, "password");
  const wrong = passwordProblem(password);
  if (wrong !== undefined) return setupPage(context, wrong[lang], name);
  const made = await services.accounts.add(name, "admin", password);
  if (made.kind === "refused") return setupPage(context, NEW_ACCOUNT_PROBLEMS[made.why][lang], name);
  services.audit.add({ account: made.account.name, action: "add-account", on: made.account.id, note: "admin" });
  letIn(context, services, made.account);
  return context.redirect("/account", 303);
}
