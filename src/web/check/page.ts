import { html } from "../../report/html-escape.ts";
import type { Language } from "../../terms/index.ts";
import { shell } from "./shell.ts";
import { TEXTS } from "./texts.ts";

/** What the site around the page offers; the page hides what there is not. */
export interface Offers {
  /** `POST /api/v1/reports` takes mails. */
  readonly reports?: boolean | undefined;
  /** `GET /api/v1/known` answers. */
  readonly known?: boolean | undefined;
}

/** The check page as a document, to be served at `/` (`?lang=en` for English). Names its files absolutely, under `/check/`. */
export function checkPage(lang: Language, { reports = true, known = true }: Offers = {}): string {
  const title = `${TEXTS.title[lang]} – Ayashii`;
  return [
    `<!doctype html>`,
    `<html lang="${lang}"><head><meta charset="utf-8">`,
    `<meta name="viewport" content="width=device-width,initial-scale=1">`,
    `<meta name="color-scheme" content="light dark"><meta name="theme-color" content="#20304f">`,
    `<meta name="referrer" content="no-referrer"><meta name="format-detection" content="telephone=no,email=no,address=no">`,
    html`<meta name="description" content="${TEXTS.lead[lang]}" />`,
    html`<title>${title}</title>`,
    `<link rel="stylesheet" href="/check/check.css"><link rel="icon" href="/check/icon.svg" type="image/svg+xml">`,
    `<link rel="apple-touch-icon" href="/check/icon-192.png"><link rel="manifest" href="/check/${lang}.webmanifest">`,
    `<script type="module" src="/check/check.js"></script>`,
    `<link rel="alternate" hreflang="${lang === "ja" ? "en" : "ja"}" href="/?lang=${lang === "ja" ? "en" : "ja"}">`,
    `</head><body data-reports="${reports ? "yes" : "no"}" data-known="${known ? "yes" : "no"}"><div id="page">${shell(lang)}</div>`,
    `<p class="unseen" role="status" aria-live="polite" id="said"></p></body></html>`,
    "",
  ].join("\n");
}
