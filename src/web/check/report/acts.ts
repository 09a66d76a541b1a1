import type { Examination } from "../../../report/examination.ts";
import { html } from "../../../report/html-escape.ts";
import type { Language } from "../../../terms/index.ts";
import type { Draft } from "../protocol.ts";
import { TEXTS } from "../texts.ts";
import type { TextKey } from "../texts.ts";
import type { Markup } from "./pieces.ts";

const button = (action: string, text: TextKey, lang: Language, look = ""): Markup =>
  html`<button type="button" data-action="${action}" class="${look}">${TEXTS[text][lang]}</button>`;

/** What a reader may do with the result. Warnings for others are made only of mails that something speaks against. */
export function acts({ verdict }: Examination, lang: Language): Markup {
  const against = verdict.level === "impersonation" || verdict.level === "suspicious";
  const forOthers = against ? button("warning", "copyWarning", lang, "main") + button("picture", "savePicture", lang) : "";
  return [
    `<div class="buttons">`,
    forOthers,
    button("html", "saveHtml", lang),
    button("drafts", "report", lang),
    `</div>`,
    against ? html`<p class="dim">${TEXTS.savePicture[lang]}: ${TEXTS.savePictureHow[lang]}</p>` : "",
    `<div data-part="made" role="status"></div><div data-part="drafts"></div>`,
    `<div class="send" data-part="send">`,
    html`<p>${TEXTS.sendHow[lang]}</p>`,
    button("send", "send", lang),
    `<div data-part="sent" role="status"></div></div>`,
  ].join("");
}

const PURPOSE: Readonly<Record<Draft["purpose"], TextKey>> = { report: "purposeReport", consult: "purposeConsult", entered: "purposeEntered" };

/** Whom to tell, with a letter where one is taken. `mailto:` opens the reader's own program; nothing is sent from here. */
export function draftList(drafts: readonly Draft[], lang: Language): Markup {
  const groups = (["report", "consult", "entered"] as const).map((purpose) => {
    const of = drafts.filter((draft) => draft.purpose === purpose);
    const items = of.map((draft) => `<li>${draftItem(draft, drafts.indexOf(draft), lang)}</li>`).join("");
    return of.length === 0 ? "" : html`<h4>${TEXTS[PURPOSE[purpose]][lang]}</h4>` + `<ul class="drafts">${items}</ul>`;
  });
  return (
    html`<h3 tabindex="-1">${TEXTS.report[lang]}</h3>
      <p class="dim">${TEXTS.reportLead[lang]}</p>` + groups.join("")
  );
}

function draftItem({ name, how, source, reach, mail }: Draft, index: number, lang: Language): Markup {
  const shown = reach === undefined ? "" : html` <span class="reach">${reach}</span>`;
  const page = source.startsWith("https://") ? html`<a href="${source}" rel="noopener noreferrer" target="_blank">${TEXTS.page[lang]}</a>` : "";
  const letter =
    mail === undefined || reach === undefined
      ? ""
      : html`<a class="button" href="${mailTo(reach, mail)}">${TEXTS.openMail[lang]}</a>
          <button type="button" data-action="copy-draft" data-index="${index}">${TEXTS.copyDraft[lang]}</button>`;
  return (
    html`<b>${name}</b>` +
    shown +
    html`<br /><span>${how}</span><br />` +
    `<span class="buttons">${page}${letter}</span>` +
    (letter === "" ? "" : `<div class="copied" role="status"></div>`)
  );
}

/** Programs cut or refuse longer addresses (2,000 characters are taken everywhere); the whole letter can be copied. */
const LONGEST_MAILTO = 1900;

function mailTo(reach: string, { subject, text }: NonNullable<Draft["mail"]>): string {
  const start = `mailto:${encodeURIComponent(reach).replace("%40", "@")}?subject=${encodeURIComponent(subject)}&body=`;
  let body = "";
  for (const character of text) {
    const next = encodeURIComponent(character === "\n" ? "\r\n" : character);
    if (start.length + body.length + next.length > LONGEST_MAILTO) break;
    body += next;
  }
  return start + body;
}
