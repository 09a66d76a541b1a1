import type { Context, Hono } from "hono";
import { html } from "hono/html";
import type { Markup } from "../../page.ts";
import type { Account, Role } from "../../web-context.ts";
import { ROLES } from "../accounts/accounts.ts";
import type { ServerEnv } from "../env.ts";
import { fail } from "../problems.ts";
import type { Services } from "../services.ts";
import { answer, complaint, field, formText, formToken } from "./parts.ts";
import { NAME_HINT, NEW_ACCOUNT_PROBLEMS, PASSWORD_HINT, passwordProblem, ROLE_LABELS, ROLE_MEANINGS } from "./words.ts";

/** /accounts: who may do what, for admins. */
export function accounts(app: Hono<ServerEnv>, services: Services): void {
  app.get("/accounts", (context) => accountsPage(context, services));
  app.post("/accounts", async (context) => add(context, services));
  app.post("/accounts/:id/role", async (context) => {
    const changed = known(services, context.req.param("id"));
    const role = await roleOf(context);
    if (role === undefined) throw fail("bad-request");
    if (!services.accounts.setRole(changed.id, role)) return lastAdmin(context, services);
    return done(context, services, "change-role", changed, role);
  });
  app.post("/accounts/:id/password", async (context) => {
    const changed = known(services, context.req.param("id"));
    const password = await formText(context, "password");
    const wrong = passwordProblem(password);
    if (wrong !== undefined) return accountsPage(context, services, wrong[context.get("lang")]);
    await services.accounts.setPassword(changed.id, password);
    return done(context, services, "reset-password", changed);
  });
  app.post("/accounts/:id/remove", (context) => {
    const gone = known(services, context.req.param("id"));
    if (!services.accounts.remove(gone.id)) return lastAdmin(context, services);
    return done(context, services, "remove-account", gone);
  });
}

function known({ accounts: kept }: Services, id: string): Account {
  const account = kept.byId(id);
  if (account === undefined) throw fail("not-found");
  return account;
}

async function roleOf(context: Context<ServerEnv>): Promise<Role | undefined> {
  const asked = await formText(context, "role");
  return ROLES.find((role) => role === asked);
}

function done(context: Context<ServerEnv>, services: Services, action: string, on: Account, note?: string): Response {
  services.audit.add({ account: context.get("account").name, action, on: on.name, note });
  return context.redirect(`/accounts?done=${action}`, 303);
}

function lastAdmin(context: Context<ServerEnv>, services: Services): Response | Promise<Response> {
  const text =
    context.get("lang") === "ja"
      ? "最後の管理者は、消すことも役割を変えることもできません。先に別の管理者を作ってください。"
      : "The last admin stays: nobody could make another one. Make a second admin first.";
  return accountsPage(context, services, text);
}

async function add(context: Context<ServerEnv>, services: Services): Promise<Response> {
  const lang = context.get("lang");
  // Without an account nobody is logged in: the first one is made on /setup, and logs in.
  if (!services.accounts.any()) return context.redirect("/setup", 303);
  const name = (await formText(context, "name")).trim();
  const password = await formText(context, "password");
  const role = await roleOf(context);
  const wrong = passwordProblem(password);
  if (wrong !== undefined) return accountsPage(context, services, wrong[lang]);
  if (role === undefined) return accountsPage(context, services, NEW_ACCOUNT_PROBLEMS.role[lang]);
  const made = await services.accounts.add(name, role, password);
  if (made.kind === "refused") return accountsPage(context, services, NEW_ACCOUNT_PROBLEMS[made.why][lang]);
  return done(context, services, "add-account", made.account, role);
}

function accountsPage(context: Context<ServerEnv>, services: Services, problem?: string): Response | Promise<Response> {
  const lang = context.get("lang");
  const ja = lang === "ja";
  const all = services.accounts.list();
  const main = html`<h1>${ja ? "アカウント一覧" : "Accounts"}</h1>
    ${doneNotice(context.req.query("done"), ja)}${complaint(problem)}
    ${all.length === 0 ? nobody(ja) : html`${all.map((one) => card(context, one))}${form(context)}`}`;
  const title = { ja: "アカウント一覧", en: "Accounts" };
  return answer(context, { title, main, current: "/accounts", status: problem === undefined ? 200 : 422 });
}

function nobody(ja: boolean): Markup {
  return html`<p>
      ${
        ja
          ? "アカウントはまだありません。この機械を使う人は誰でも、ログインなしで使えます。"
          : "There are none yet. Whoever uses this machine may use the desk without logging in."
      }
    </p>
    <div class="actions"><a class="button" href="/setup">${ja ? "最初の管理者を作る" : "Make the first admin"}</a></div>`;
}

function card(context: Context<ServerEnv>, { id, name, role, created }: Account & { readonly created: string }): Markup {
  const lang = context.get("lang");
  const ja = lang === "ja";
  return html`<section class="card" aria-labelledby="${id}">
    <h2 id="${id}" class="plain">${name}</h2>
    <p><strong>${ROLE_LABELS[role][lang]}</strong>: ${ROLE_MEANINGS[role][lang]} <span class="dim">(${ja ? "作成" : "made"} ${created.slice(0, 10)})</span></p>
    <details>
      <summary>${ja ? "変更" : "Change"}<span class="hidden-label"> ${name}</span></summary>
      <form method="post" action="/accounts/${id}/role">
        ${formToken(context)}${roleChoice(lang, `${id}-role`, role)}
        <div class="actions"><button class="second">${ja ? "役割を変える" : "Change the role"}</button></div>
      </form>
      <form method="post" action="/accounts/${id}/password">
        ${formToken(context)}${field({ id: `${id}-password`, name: "password", label: ja ? "新しいパスワード" : "New password", type: "password", autocomplete: "new-password", hint: PASSWORD_HINT[lang] })}
        <div class="actions"><button class="second">${ja ? "パスワードを変える" : "Set the password"}</button></div>
      </form>
      <form method="post" action="/accounts/${id}/remove">
        ${formToken(context)}
        <div class="actions"><button class="danger">${ja ? "このアカウントを消す" : "Remove this account"}</button></div>
      </form>
    </details>
  </section>`;
}

function roleChoice(lang: "ja" | "en", id: string, chosen: Role): Markup {
  return html`<div class="field">
    <label for="${id}">${lang === "ja" ? "役割" : "Role"}</label
    ><select id="${id}" name="role">
      ${ROLES.map(
        (role) => html`<option value="${role}" ${role === chosen ? html` selected` : ""}>${ROLE_LABELS[role][lang]}: ${ROLE_MEANINGS[role][lang]}</option>`,
      )}
    </select>
  </div>`;
}

function form(context: Context<ServerEnv>): Markup {
  const lang = context.get("lang");
  const ja = lang === "ja";
  return html`<h2>${ja ? "アカウントを加える" : "Add an account"}</h2>
    <form method="post" action="/accounts">
      ${formToken(context)} ${field({ name: "name", label: ja ? "名前" : "Name", autocomplete: "off", hint: NAME_HINT[lang] })}
      ${roleChoice(lang, "role", "reporter")}
      ${field({ name: "password", label: ja ? "最初のパスワード" : "First password", type: "password", autocomplete: "new-password", hint: PASSWORD_HINT[lang] })}
      <div class="actions"><button>${ja ? "加える" : "Add"}</button></div>
    </form>`;
}

function doneNotice(action: string | undefined, ja: boolean): Markup | "" {
  const texts: Readonly<Record<string, string>> = {
    "add-account": ja ? "アカウントを加えました。" : "The account is added.",
    "change-role": ja ? "役割を変えました。" : "The role is changed.",
    "reset-password": ja
      ? "パスワードを変えました。その人のログインとトークンは使えなくなりました。"
      : "The password is set. Their logins and tokens have ended.",
    "remove-account": ja ? "アカウントを消しました。" : "The account is gone.",
  };
  const text = texts[action ?? ""];
  return text === undefined ? "" : html`<p class="notice good" role="status">${text}</p>`;
}
