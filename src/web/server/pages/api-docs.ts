import type { Hono } from "hono";
import { html } from "hono/html";
import type { Language } from "../../../terms/index.ts";
import type { Markup } from "../../page.ts";
import type { ServerEnv } from "../env.ts";
import { PROBLEMS } from "../problems.ts";
import { routeRole } from "../route-roles.ts";
import type { Least } from "../route-roles.ts";
import { answer } from "./parts.ts";
import { ROLE_LABELS } from "./words.ts";

/** What every route may answer; said once, below. */
const ALWAYS: ReadonlySet<string> = new Set(["421", "429", "500"]);

/** As much of an OpenAPI document as the page shows. */
export interface Described {
  readonly paths?: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

interface Operation {
  readonly summary?: string;
  readonly description?: string;
  readonly tags?: readonly string[];
  readonly parameters?: readonly { readonly name?: string; readonly in?: string; readonly required?: boolean; readonly description?: string }[];
  readonly requestBody?: { readonly content?: Readonly<Record<string, unknown>> };
  readonly responses?: Readonly<Record<string, { readonly description?: string }>>;
}

/** /api/docs: the description of the API for people, made of the same document that programs read. */
export function apiDocs(app: Hono<ServerEnv>, document: () => Described): void {
  app.get("/api/docs", (context) => {
    const lang = context.get("lang");
    const origin = new URL(context.req.url).origin;
    const operations = Object.entries(document().paths ?? {}).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
    );
    const main = html`${intro(lang, origin)}${operations.map(({ path, method, operation }) => section(lang, path, method, operation))}${problemList(lang)}`;
    return answer(context, { title: { ja: "API の使い方", en: "How the API is used" }, main, wide: true });
  });
}

function intro(lang: Language, origin: string): Markup {
  const ja = lang === "ja";
  return html`<h1>${ja ? "API の使い方" : "How the API is used"}</h1>
    <p>${ja ? "プログラム向けの記述:" : "For programs:"} <a href="/api/v1/openapi.json">openapi.json</a> (OpenAPI 3.1)</p>
    <p>
      ${
        ja
          ? "アカウントがある場合、プログラムはトークンで使います。トークンは「アカウント」のページで作り、Authorization: Bearer で送ります。"
          : "Where there are accounts, programs use a token. It is made on the page Account and sent as Authorization: Bearer."
      }
    </p>
    <pre class="code">
curl -H "Authorization: Bearer $TOKEN" -H "Content-Type: message/rfc822" \\
  --data-binary @mail.eml ${origin}/api/v1/reports</pre>
    <p>
      ${
        ja
          ? "202 が返ったとき、メールはディスクに書かれています。結果は href のアドレスで尋ねてください。同じバイト列は同じ事例になり、見られた回数だけが増えます。"
          : "An answer of 202 means that the mail is on disk. Ask at href what became of it. The same bytes are the same case, seen once more."
      }
    </p>`;
}

function section(lang: Language, path: string, method: string, operation: Operation): Markup {
  const ja = lang === "ja";
  const full = `/api/v1${path}`;
  const least = routeRole(method, full.replace(/\{(\w+)\}/g, "x"))?.least;
  const bodies = Object.keys(operation.requestBody?.content ?? {});
  const parameters = operation.parameters ?? [];
  return html`<section class="card">
    <h2 class="plain"><code>${method} ${full}</code></h2>
    <p>${inLanguage(lang, operation.summary ?? "")}${operation.description === undefined ? "" : html`<br />${inLanguage(lang, operation.description)}`}</p>
    <dl class="facts">
      <div>
        <dt>${ja ? "使える人" : "Who may"}</dt>
        <dd>${least === undefined ? "" : whoMay(lang, least)}</dd>
      </div>
      ${
        bodies.length === 0
          ? ""
          : html`<div>
              <dt>${ja ? "送る形式" : "Body"}</dt>
              <dd>${bodies.map((type) => html`<code>${type}</code> `)}</dd>
            </div>`
      }
      ${
        parameters.length === 0
          ? ""
          : html`<div>
              <dt>${ja ? "値" : "Parameters"}</dt>
              <dd>
                ${parameters.map((one) => html`<code>${one.name ?? ""}</code>${one.required === true ? "" : ja ? "(任意)" : " (optional)"}${one.description === undefined ? "" : `: ${one.description}`}<br />`)}
              </dd>
            </div>`
      }
      <div>
        <dt>${ja ? "答え" : "Answers"}</dt>
        <dd>
          ${Object.entries(operation.responses ?? {})
            .filter(([status]) => !ALWAYS.has(status))
            .map(([status, { description = "" }]) => html`<code>${status}</code> ${said(lang, description)}<br />`)}
        </dd>
      </div>
    </dl>
  </section>`;
}

/** Summaries are written `日本語 / English`: a document has one text for both. */
function inLanguage(lang: Language, text: string): string {
  const [ja = text, en = text] = text.split(" / ");
  return lang === "ja" ? ja : en;
}

/** Problems are named in their description; each has its title in both languages. */
function said(lang: Language, description: string): string {
  const kinds = [...description.matchAll(/\(([a-z-]+)\)/g)].flatMap(([, kind = ""]) => (kind in PROBLEMS ? [kind as keyof typeof PROBLEMS] : []));
  if (kinds.length > 0) return kinds.map((kind) => PROBLEMS[kind].title[lang]).join(lang === "ja" ? "、" : "; ");
  return lang === "ja" ? "うまくいったとき" : description;
}

function whoMay(lang: Language, least: Least | "reporter-or-open"): string {
  if (least === "anyone") return lang === "ja" ? "誰でも" : "anybody";
  if (least === "reporter-or-open") return lang === "ja" ? "報告者以上(--open-reports なら誰でも)" : "reporters and above (anybody with --open-reports)";
  const label = ROLE_LABELS[least][lang];
  return lang === "ja" ? `${label}${least === "admin" ? "" : "以上"}` : `${label}${least === "admin" ? "" : " and above"}`;
}

function problemList(lang: Language): Markup {
  return html`<h2>${lang === "ja" ? "問題があるとき" : "Problems"}</h2>
    <p>
      ${lang === "ja" ? "application/problem+json(RFC 9457)で、日本語と英語の説明を返します。421、429、500 は、どのアドレスでもありえます。" : "Answered as application/problem+json (RFC 9457), with texts in Japanese and English. 421, 429 and 500 may come from every address."}
    </p>
    <dl class="facts">
      ${Object.entries(PROBLEMS).map(
        ([kind, { status, title, detail }]) =>
          html`<div id="problem-${kind}">
            <dt><code>${status} ${kind}</code></dt>
            <dd><strong>${title[lang]}</strong><br />${detail[lang]}</dd>
          </div>`,
      )}
    </dl>`;
}
