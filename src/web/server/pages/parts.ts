import { html } from "hono/html";
import type { Context } from "hono";
import type { Bilingual } from "../../../terms/index.ts";
import { drawPage } from "../../page.ts";
import type { Markup } from "../../page.ts";
import type { ServerEnv } from "../env.ts";

/** What a page of the server is made of. */
interface Drawn {
  readonly title: Bilingual;
  readonly main: Markup;
  readonly wide?: boolean;
  readonly current?: string;
  readonly status?: 200 | 403 | 409 | 422 | 429 | 503;
  readonly headers?: Record<string, string>;
}

export function answer(context: Context<ServerEnv>, { title, main, wide = false, current, status = 200, headers = {} }: Drawn): Response | Promise<Response> {
  const lang = context.get("lang");
  const caller = context.get("caller");
  const account = caller.kind === "visitor" ? undefined : caller.account;
  const page = drawPage({ lang, title: title[lang], main, wide, account, csrf: context.get("csrf"), current, path: context.req.path });
  return context.html(page, status, headers);
}

/** The hidden field that every form of ours carries. */
export const formToken = (context: Context<ServerEnv>): Markup => html`<input type="hidden" name="csrf" value="${context.get("csrf")}" />`;

interface Field {
  readonly name: string;
  readonly label: string;
  readonly type?: "text" | "password";
  readonly autocomplete: string;
  readonly hint?: string | undefined;
  readonly value?: string | undefined;
  /** Of the field when the page has several of the same name. */
  readonly id?: string;
}

export function field({ name, label, type = "text", autocomplete, hint, value = "", id = name }: Field): Markup {
  const describedBy = hint === undefined ? "" : html` aria-describedby="${id}-hint"`;
  return html`<div class="field">
    <label for="${id}">${label}</label>
    <input
      id="${id}"
      name="${name}"
      type="${type}"
      autocomplete="${autocomplete}"
      value="${value}"
      required
      maxlength="256"
      autocapitalize="none"
      spellcheck="false"
      ${describedBy}
    />
    ${hint === undefined ? "" : html`<p class="dim" id="${id}-hint">${hint}</p>`}
  </div>`;
}

/** What went wrong with the form above it, read aloud at once. */
export function complaint(text: string | undefined): Markup | "" {
  return text === undefined ? "" : html`<p class="notice bad" role="alert">${text}</p>`;
}

/** A text of a form; empty when it is missing or a file. */
export async function formText(context: Context<ServerEnv>, name: string): Promise<string> {
  const value = (await context.req.parseBody())[name];
  return typeof value === "string" ? value : "";
}
