import type { Context, Hono } from "hono";
import { html } from "hono/html";
import type { Markup } from "../../page.ts";
import type { Role } from "../../web-context.ts";
import { ROLES } from "../accounts/accounts.ts";
import type { TokenLine } from "../accounts/accounts.ts";
import type { ServerEnv } from "../env.ts";
import { fail } from "../problems.ts";
import type { Services } from "../services.ts";
import { letIn } from "./login.ts";
import { answer, complaint, field, formText, formToken } from "./parts.ts";
import { PASSWORD_HINT, passwordProblem, ROLE_LABELS, ROLE_MEANINGS } from "./words.ts";

/** Tokens that one account may have. */
const MOST_TOKENS = 50;

/** /account: one's own password and tokens. */
export function account(app: Hono<ServerEnv>, services: Services): void {
  app.get("/account", (context) => accountPage(context, services));
  app.post("/account/password", async (context) => changePassword(context, services));
  app.post("/account/tokens", async (context) => addToken(context, services));
  app.post("/account/tokens/:id/remove", (context) => {
    const own = context.get("account");
    const id = context.req.param("id");
    if (!services.accounts.removeToken(own.id, id)) throw fail("not-found");
    services.audit.add({ account: own.name, action: "remove-token", on: id });
    return context.redirect("/account?done=token-removed", 303);
  });
}

interface Shown {
  readonly passwordProblem?: string | undefined;
  readonly tokenProblem?: string | undefined;
  readonly token?: string | undefined;
  readonly done?: string | undefined;
}

function accountPage(context: Context<ServerEnv>, services: Services, shown: Shown = {}): Response | Promise<Response> {
  const lang = context.get("lang");
  const own = context.get("account");
  const ja = lang === "ja";
  const isLocal = context.get("caller").kind === "local";
  const main = html`<h1>${isLocal ? (ja ? "アカウント" : "Account") : own.name}</h1>
    <p><strong>${ROLE_LABELS[own.role][lang]}</strong>: ${ROLE_MEANINGS[own.role][lang]}</p>
    ${doneNotice(shown.done ?? context.req.query("done"), ja)} ${isLocal ? local(ja) : html`${tokens(context, services, shown)}${password(context, shown)}`}`;
  const problem = shown.passwordProblem !== undefined || shown.tokenProblem !== undefined;
  return answer(context, { title: { ja: "アカウント", en: "Account" }, main, current: "/account", status: problem ? 422 : 200 });
}

function doneNotice(done: string | undefined, ja: boolean): Markup | "" {
  const texts: Readonly<Record<string, string>> = {
    password: ja
      ? "パスワードを変えました。ほかのログインとトークンは使えなくなりました。"
      : "The password is changed. Other logins and all tokens have ended.",
    "token-removed": ja ? "トークンを消しました。" : "The token is gone.",
  };
  const text = texts[done ?? ""];
  return text === undefined ? "" : html`<p class="notice good" role="status">${text}</p>`;
}

function local(ja: boolean): Markup {
  return html`<div class="card">
    <p>
      ${
        ja
          ? "アカウントがまだ 1 つもないので、この機械を使う人は誰でも管理者として扱われます。ほかの人と使うとき、API のトークンが要るときは、管理者のアカウントを作ってください。"
          : "There is no account yet, so whoever uses this machine is treated as an admin. To share the desk, or to make tokens for the API, make an admin account."
      }
    </p>
    <div class="actions"><a class="button" href="/setup">${ja ? "最初の管理者を作る" : "Make the first admin"}</a></div>
  </div>`;
}

function tokens(context: Context<ServerEnv>, { accounts }: Services, { token, tokenProblem }: Shown): Markup {
  const ja = context.get("lang") === "ja";
  const lines = accounts.tokensOf(context.get("account").id);
  return html`<h2>${ja ? "API のトークン" : "Tokens for the API"}</h2>
    <p>
      ${ja ? "プログラムがこのアカウントの代わりに使います。" : "Programs use them in place of this account."}
      <a href="/api/docs">${ja ? "API の使い方" : "How the API is used"}</a>
    </p>
    ${token === undefined ? "" : newToken(token, ja)} ${lines.length === 0 ? "" : tokenTable(context, lines)} ${complaint(tokenProblem)}
    <form method="post" action="/account/tokens">
      ${formToken(context)} ${field({ name: "token-name", label: ja ? "何に使うか" : "What it is for", autocomplete: "off" })}
      <div class="field">
        <label for="token-role">${ja ? "できること" : "What it may do"}</label
        ><select id="token-role" name="role">
          ${allowed(context.get("account").role).map(
            (role) => html`<option value="${role}">${ROLE_LABELS[role][ja ? "ja" : "en"]}: ${ROLE_MEANINGS[role][ja ? "ja" : "en"]}</option>`,
          )}
        </select>
      </div>
      <div class="actions"><button class="second">${ja ? "トークンを作る" : "Make a token"}</button></div>
    </form>`;
}

const allowed = (role: Role): readonly Role[] => ROLES.slice(0, ROLES.indexOf(role) + 1);

function newToken(token: string, ja: boolean): Markup {
  return html`<div class="notice warn" role="status">
    <p>${ja ? "新しいトークンです。二度と表示されないので、いま書き留めてください。" : "The new token. It is never shown again: note it down now."}</p>
    <p class="code">${token}</p>
  </div>`;
}

function tokenTable(context: Context<ServerEnv>, lines: readonly TokenLine[]): Markup {
  const lang = context.get("lang");
  const heads = lang === "ja" ? ["用途", "できること", "作った日", "最後に使った日", "操作"] : ["For", "Role", "Made", "Last used", "Action"];
  return html`<table class="cards">
    <thead>
      <tr>
        ${heads.map((head) => html`<th scope="col">${head}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${lines.map(
        ({ id, name, role, created, used }) =>
          html`<tr>
            <td data-label="${heads[0]}">${name}</td>
            <td data-label="${heads[1]}">${ROLE_LABELS[role][lang]}</td>
            <td data-label="${heads[2]}"><time>${created.slice(0, 10)}</time></td>
            <td data-label="${heads[3]}">${used ?? "–"}</td>
            <td>
              <form method="post" action="/account/tokens/${id}/remove">
                ${formToken(context)}<button class="danger">${lang === "ja" ? "消す" : "Remove"}<span class="hidden-label"> ${name}</span></button>
              </form>
            </td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

async function addToken(context: Context<ServerEnv>, services: Services): Promise<Response> {
  const own = context.get("account");
  const ja = context.get("lang") === "ja";
  if (context.get("caller").kind !== "session") throw fail("not-allowed");
  const name = (await formText(context, "token-name")).trim();
  const role = await chosenRole(context, own.role);
  if (name === "") return accountPage(context, services, { tokenProblem: ja ? "何に使うかを書いてください。" : "Say what it is for." });
  if (services.accounts.tokensOf(own.id).length >= MOST_TOKENS)
    return accountPage(context, services, { tokenProblem: ja ? `トークンは ${MOST_TOKENS} 個までです。` : `An account has at most ${MOST_TOKENS} tokens.` });
  const { token, id } = services.accounts.newToken(own.id, name, role);
  services.audit.add({ account: own.name, action: "add-token", on: id, note: `${role}: ${name}` });
  // Shown in the answer itself: in an address it would stay in the browser's history.
  return accountPage(context, services, { token });
}

async function chosenRole(context: Context<ServerEnv>, own: Role): Promise<Role> {
  const asked = await formText(context, "role");
  return allowed(own).find((role) => role === asked) ?? "reporter";
}

function password(context: Context<ServerEnv>, { passwordProblem: problem }: Shown): Markup {
  const lang = context.get("lang");
  const ja = lang === "ja";
  return html`<h2>${ja ? "パスワードを変える" : "Change the password"}</h2>
    <p class="dim">
      ${ja ? "変えると、ほかの場所でのログインと、すべてのトークンが使えなくなります。" : "Logins elsewhere and all tokens end with the old one."}
    </p>
    ${complaint(problem)}
    <form method="post" action="/account/password">
      ${formToken(context)}
      <input type="text" name="username" autocomplete="username" value="${context.get("account").name}" hidden />
      ${field({ name: "current", label: ja ? "今のパスワード" : "Present password", type: "password", autocomplete: "current-password" })}
      ${field({ name: "new", label: ja ? "新しいパスワード" : "New password", type: "password", autocomplete: "new-password", hint: PASSWORD_HINT[lang] })}
      <div class="actions"><button class="second">${ja ? "変える" : "Change it"}</button></div>
    </form>`;
}

async function changePassword(context: Context<ServerEnv>, services: Services): Promise<Response> {
  const own = context.get("account");
  const lang = context.get("lang");
  if (context.get("caller").kind !== "session") throw fail("not-allowed");
  const wrong = passwordProblem(await formText(context, "new"));
  if (wrong !== undefined) return accountPage(context, services, { passwordProblem: wrong[lang] });
  await services.rates.count("login", `name ${own.name.toLowerCase()}`);
  if ((await services.accounts.withPassword(own.name, await formText(context, "current"))) === undefined)
    return accountPage(context, services, { passwordProblem: lang === "ja" ? "今のパスワードが違います。" : "The present password is wrong." });
  await services.accounts.setPassword(own.id, await formText(context, "new"));
  letIn(context, services, own, "change-password");
  return context.redirect("/account?done=password", 303);
}
