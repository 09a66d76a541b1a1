import { html } from "hono/html";
import type { HtmlEscapedString } from "hono/utils/html";
import type { Bilingual, Language } from "../terms/index.ts";
import type { Account, Role } from "./web-context.ts";

/** HTML whose variables are escaped: what `html` of hono/html makes. */
export type Markup = HtmlEscapedString | Promise<HtmlEscapedString>;

/** A page that the server draws. */
export interface Page {
  readonly lang: Language;
  readonly title: string;
  readonly main: Markup;
  /** Whose menu is shown; undefined for somebody who is not logged in. */
  readonly account?: Account | undefined;
  /** Of the menu's form that logs out; without it the form is left out. */
  readonly csrf?: string | undefined;
  /** Path of the menu's entry that this page belongs to, such as `/desk`. */
  readonly current?: string | undefined;
  /** Room for tables. */
  readonly wide?: boolean;
  /** Path of the page without its query: where the other language is. The language then stays with the browser. */
  readonly path: string;
  /** Further style sheets and scripts, from this server: `/desk/...`. */
  readonly styles?: readonly string[];
  readonly scripts?: readonly string[];
}

interface MenuEntry {
  readonly path: string;
  readonly label: Bilingual;
  readonly least: Role;
}

const RANK: Readonly<Record<Role, number>> = { reporter: 0, editor: 1, admin: 2 };

const MENU: readonly MenuEntry[] = [
  { path: "/", label: { ja: "メールを調べる", en: "Check a mail" }, least: "reporter" },
  { path: "/desk", label: { ja: "受付", en: "Desk" }, least: "reporter" },
  { path: "/warnings/", label: { ja: "公開中の注意喚起", en: "Published warnings" }, least: "reporter" },
  { path: "/intake", label: { ja: "受け取りの状況", en: "Intake" }, least: "editor" },
  { path: "/accounts", label: { ja: "アカウント一覧", en: "Accounts" }, least: "admin" },
  { path: "/audit", label: { ja: "操作の記録", en: "Audit log" }, least: "admin" },
];

/** The frame around every page that the server draws: menu of what this account may do, language, skip link. */
export function drawPage(page: Page): Markup {
  const { lang, title, main } = page;
  const wide = page.wide === true ? " wide" : "";
  return html`<!doctype html>
    <html lang="${lang}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <title>${title} | Ayashii</title>
        <link rel="stylesheet" href="/assets/web.css" />
        ${(page.styles ?? []).map((href) => html`<link rel="stylesheet" href="${href}" />`)}
        <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
        ${(page.scripts ?? []).map((src) => html`<script type="module" src="${src}"></script>`)}
      </head>
      <body>
        <a class="skip" href="#main">${lang === "ja" ? "本文へ" : "Skip to content"}</a>
        <header class="site">
          <div class="bar wide"><a class="name" href="/">Ayashii 怪しい</a>${menu(page)}</div>
        </header>
        <main id="main" tabindex="-1" class="page${wide}">${main}</main>
        <footer class="site${wide}">${otherLanguage(page)}<a href="/api/docs">API</a></footer>
      </body>
    </html>`;
}

function menu({ lang, account, csrf, current }: Page): Markup {
  if (account === undefined)
    return html`<nav aria-label="${lang === "ja" ? "メニュー" : "Menu"}">
      <ul>
        <li><a href="/login">${LOG_IN[lang]}</a></li>
      </ul>
    </nav>`;
  const entries = MENU.filter(({ least }) => RANK[account.role] >= RANK[least]);
  return html`<nav aria-label="${lang === "ja" ? "メニュー" : "Menu"}">
    <ul>
      ${entries.map(({ path, label }) => html`<li><a href="${path}" ${path === current ? html` aria-current="page"` : ""}>${label[lang]}</a></li>`)}
      <li><a href="/account" ${current === "/account" ? html` aria-current="page"` : ""}>${account.id === "local" ? ACCOUNT[lang] : account.name}</a></li>
      ${
        csrf === undefined || account.id === "local"
          ? ""
          : html`<li>
              <form method="post" action="/logout"><input type="hidden" name="csrf" value="${csrf}" /><button>${LOG_OUT[lang]}</button></form>
            </li>`
      }
    </ul>
  </nav>`;
}

/** Nobody has a name where nobody logs in. */
const ACCOUNT: Bilingual = { ja: "アカウント", en: "Account" };
const LOG_IN: Bilingual = { ja: "ログイン", en: "Log in" };
const LOG_OUT: Bilingual = { ja: "ログアウト", en: "Log out" };

function otherLanguage({ lang, path }: Page): Markup {
  const other = lang === "ja" ? "en" : "ja";
  return html`<a href="${path}?lang=${other}" hreflang="${other}" lang="${other}">${other === "ja" ? "日本語" : "English"}</a>`;
}
