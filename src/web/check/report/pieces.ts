import { defang } from "../../../report/defang.ts";
import { html } from "../../../report/html-escape.ts";
import { oneLine } from "../../../report/plain-text.ts";
import type { Bilingual, Language } from "../../../terms/index.ts";

/** Markup of our own; everything of the mail in it is escaped. */
export type Markup = string;

const LIMIT = 600;

/** A text that may quote the mail: on one line, links dead. Still to be escaped. */
export function mailText(text: Bilingual, lang: Language): string {
  return defang(oneLine(text[lang], LIMIT));
}

/** A part of the report under its own heading; nothing where there is nothing to say. */
export function section(title: string, content: Markup, id?: string): Markup {
  if (content === "") return "";
  const named = id === undefined ? "" : html` id="${id}"`;
  return `<section${named}>${html`<h2>${title}</h2>`}${content}</section>`;
}

export function list(items: readonly Markup[]): Markup {
  return items.length === 0 ? "" : `<ul>${items.map((item) => `<li>${item}</li>`).join("")}</ul>`;
}
