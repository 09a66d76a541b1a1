import { html } from "../../report/html-escape.ts";
import type { Language } from "../../terms/index.ts";

/** The check page as a document, to be served at `/` (`?lang=en` for English). Names its files absolutely, under `/check/`. */
export function checkPage(lang: Language): string {
  const title = lang === "ja" ? "このメール、怪しい? – Ayashii" : "Is this mail suspicious? – Ayashii";
  return [
    `<!doctype html>`,
    `<html lang="${lang}"><head><meta charset="utf-8">`,
    `<meta name="viewport" content="width=device-width,initial-scale=1">`,
    html`<title>${title}</title>`,
    `<link rel="stylesheet" href="/check/check.css">`,
    `<script type="module" src="/check/check.js"></script>`,
    `</head><body><main id="main"></main></body></html>`,
    "",
  ].join("\n");
}
