import { html } from "../../report/html-escape.ts";
import type { Language } from "../../terms/index.ts";
import { TEXTS } from "./texts.ts";
import type { TextKey } from "./texts.ts";

const say = (key: TextKey, lang: Language): string => html`${TEXTS[key][lang]}`;

/** The page without a result: the same from the server and, after a change of language, from the page itself. */
export function shell(lang: Language): string {
  const other: Language = lang === "ja" ? "en" : "ja";
  return [
    `<a class="skip" href="#main">${say("skip", lang)}</a>`,
    `<header class="top"><a class="brand" href="/?lang=${lang}">Ayashii <span lang="ja">怪しい</span></a>`,
    `<a class="button" data-action="language" href="/?lang=${other}" lang="${other}" hreflang="${other}">${say("language", lang)}</a></header>`,
    `<main id="main" tabindex="-1">`,
    start(lang),
    `<div id="result" hidden></div>`,
    `</main>`,
    `<footer class="bottom"><p>${say("footer", lang)}</p></footer>`,
  ].join("\n");
}

function start(lang: Language): string {
  return [
    `<div id="start"><h1>${say("title", lang)}</h1><p class="lead">${say("lead", lang)}</p>`,
    `<p class="stays"><b>${say("stays", lang)}</b> ${say("staysHow", lang)}</p>`,
    `<noscript><p class="problem">${say("needsScript", lang)}</p></noscript>`,
    `<div class="drop" data-part="drop"><p class="big">${say("drop", lang)}</p><p class="dim" id="drop-how">${say("dropHow", lang)}</p>`,
    `<input type="file" id="file" class="unseen" aria-describedby="drop-how" accept=".eml,.msg,.mbox,.mbx,.emlx,.txt,message/rfc822,application/vnd.ms-outlook,application/mbox,text/plain,image/*">`,
    `<p class="buttons"><label class="button main" for="file">${say("choose", lang)}</label>`,
    `<button type="button" data-action="example">${say("example", lang)}</button></p></div>`,
    `<form data-part="paste" action="/" novalidate><h2><label for="text">${say("pasteTab", lang)}</label></h2>`,
    `<textarea id="text" rows="5" spellcheck="false" autocomplete="off" placeholder="${say("pasteLabel", lang)}" aria-describedby="text-hint"></textarea>`,
    `<p class="dim" id="text-hint">${say("pasteHint", lang)}</p>`,
    `<p class="buttons"><button type="submit" class="main">${say("examine", lang)}</button>`,
    `<button type="button" data-action="clipboard" hidden>${say("clipboard", lang)}</button></p></form></div>`,
  ].join("\n");
}
