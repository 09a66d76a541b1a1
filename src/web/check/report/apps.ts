import type { Examination } from "../../../report/examination.ts";
import { html } from "../../../report/html-escape.ts";
import { TEXTS as REPORT } from "../../../report/lang.ts";
import type { Outline } from "../../../report/outline.ts";
import type { Language } from "../../../terms/index.ts";
import { appsFor } from "../mail-apps.ts";
import type { AppHints, MailApp } from "../mail-apps.ts";
import { TEXTS } from "../texts.ts";
import { list, mailText } from "./pieces.ts";
import type { Markup } from "./pieces.ts";

/** What stayed open. On this page a signature is not verified, so the advice to do it on the command line has no place. */
export function openQuestions(examination: Examination, outline: Outline, lang: Language): Markup {
  const open = examination.notChecked.filter((missing) => !outline.reasons.some((reason) => reason.ja === missing.why.ja));
  const byNameServers = outline.raise === REPORT.raiseByNameServers ? [html`${TEXTS.signatureOpen[lang]}`] : [];
  return list([...open.map((missing) => html`${mailText(missing.why, lang)}`), ...byNameServers]);
}

/** How to get at the whole mail, app by app; the reader's own is open. Nothing where the whole mail is there. */
export function howToGetSource(examination: Examination, hints: AppHints, lang: Language): Markup {
  if (examination.raiseLevel === undefined) return "";
  const [first, ...others] = appsFor(hints);
  if (first === undefined) return "";
  const all = [app(first, true, lang), ...others.map((one) => app(one, false, lang))];
  return html`<p>${examination.raiseLevel[lang]}</p>` + `<div class="apps">${all.join("")}</div>` + html`<p class="dim">${TEXTS.menusChange[lang]}</p>`;
}

function app({ id, name, steps }: MailApp, open: boolean, lang: Language): Markup {
  const items = steps.map((step) => html`<li>${step[lang]}</li>`).join("");
  return `<details name="app" data-app="${id}"${open ? " open" : ""}><summary>${html`${name[lang]}`}</summary><ol>${items}</ol></details>`;
}
