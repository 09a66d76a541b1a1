import { html } from "../../../report/html-escape.ts";
import type { Bilingual } from "../../../terms/index.ts";
import type { MailView, SourceView } from "../../../report/mail-view/index.ts";
import { showMailView } from "../../mail-view-client.ts";
import { showSourceView } from "../../source-view-client.ts";
import type { ShownMail } from "../../mail-view/shown.ts";
import type { ListedMail, Report } from "../protocol.ts";
import { announce, byId, focusOn, language, part, say } from "./page.ts";

/** What the page shows beside the form. */
export type View =
  | { readonly kind: "start" }
  | { readonly kind: "busy" }
  | { readonly kind: "list"; readonly mails: readonly ListedMail[]; readonly cut: boolean }
  | { readonly kind: "report"; readonly report: Report; readonly ofList: boolean }
  | { readonly kind: "problem"; readonly message: Bilingual };

/** Draws the view anew, in the page's language. `quietly`: the reader has not asked for it just now, so the focus stays. */
export function show(view: View, quietly = false): void {
  const result = byId("result");
  byId("start").hidden = view.kind === "report" || view.kind === "list" || view.kind === "busy";
  result.hidden = view.kind === "start";
  document.body.dataset["view"] = view.kind;
  result.innerHTML = markupOf(view);
  if (view.kind === "report") drawMail(view.report);
  document.title = titleOf(view);
  if (quietly) return;
  announce(saidOf(view));
  if (view.kind !== "start" && view.kind !== "busy") focusOn(result.querySelector<HTMLElement>("h1, h2"));
}

function markupOf(view: View): string {
  switch (view.kind) {
    case "start":
      return "";
    case "busy":
      return html`<div class="busy">
        <p>${say("examining")}</p>
        <p><button type="button" data-action="another">${say("another")}</button></p>
      </div>`;
    case "problem":
      return html`<div class="problem">
        <h2>${say("problemTitle")}</h2>
        <p>${view.message[language()]}</p>
      </div>`;
    case "list":
      return listMarkup(view.mails, view.cut);
    case "report":
      return reportMarkup(view.report, view.ofList);
  }
}

function listMarkup(mails: readonly ListedMail[], cut: boolean): string {
  const rows = mails.map(
    ({ index, subject, from, day }) =>
      html`<li>
        <button type="button" data-action="pick" data-index="${index}">
          <b>${subject === "" ? say("noSubject") : subject}</b><span class="dim">${from} ${day}</span>
        </button>
      </li>`,
  );
  const note = cut ? html`<p class="dim">${say("listCut").replace("%", String(mails.length))}</p>` : "";
  return (
    html`<h1>${say("listTitle")}</h1>` +
    `<ul class="mails">${rows.join("")}</ul>${note}` +
    html`<p><button type="button" data-action="another">${say("another")}</button></p>`
  );
}

function reportMarkup(report: Report, ofList: boolean): string {
  const drawn = report.drawn[language()];
  if (drawn === undefined) return "";
  const back = ofList ? html`<button type="button" data-action="back">${say("back")}</button>` : "";
  return [
    `<p class="buttons bar">${html`<button type="button" data-action="another">${say("another")}</button>`}${back}</p>`,
    howItWasRead(report),
    `<div class="answer">${drawn.above}</div>`,
    `<div class="beside"><div class="cards">${drawn.cards}</div>`,
    `<section class="drawn">${html`<h2>${pictureTitle(report)}</h2>`}${pictureNotes(drawn.view)}<div data-part="view"></div></section></div>`,
    `<div class="rest">${drawn.below}</div>`,
    report.pasted
      ? ""
      : html`<details class="source" data-part="source">
          <summary>${say("source")}</summary>
          <div data-part="source-view"></div>
        </details>`,
  ].join("");
}

/** Which of the two a pasted text was taken for, and the other one a press away. */
function howItWasRead({ changeable, pasted, fromPicture }: Report): string {
  if (fromPicture !== undefined) return html`<p class="read dim">${say("asPicture")} <code>${fromPicture.slice(0, 300).replaceAll("://", "[://]")}</code></p>`;
  if (!changeable) return "";
  const other = pasted ? say("switchToSource") : say("switchToVisible");
  return html`<p class="read dim">
    ${pasted ? say("asVisible") : say("asSource")} <button type="button" class="small" data-action="read-otherwise">${other}</button>
  </p>`;
}

function pictureTitle({ json }: Report): string {
  if (json.points.some(({ leans }) => leans === "phishing")) return say("picture");
  return json.points.length > 0 ? say("markedPicture") : say("plainPicture");
}

/** What the drawn mail cannot show by itself. */
function pictureNotes({ marks, unplaced }: MailView): string {
  const how = marks.length === 0 ? "" : html`<p class="dim">${say("pictureHow")}</p>`;
  const away = unplaced.filter(({ strongest }) => strongest);
  return away.length === 0 ? how : how + html`<p class="dim">${say("unplaced")} ${away.map(({ number, title }) => `${number} ${title}`).join(" / ")}</p>`;
}

let shown: ShownMail | undefined;
let shownSource: ShownMail | undefined;

function drawMail(report: Report): void {
  shown?.close();
  shownSource?.close();
  const host = part("view");
  const drawn = report.drawn[language()];
  shown = host === null || drawn === undefined ? undefined : showMailView(host, drawn.view, { cards: byId("result") });
  const { reports, known } = document.body.dataset;
  if (reports === "no") document.querySelector('[data-part="send"]')?.remove();
  if (known === "no") document.querySelector('[data-part="ask-site"]')?.remove();
}

/** The raw source under the report; its marks lead to the cards, while the cards go on leading to the drawn mail. */
export function drawSource(source: SourceView): void {
  const host = part("source-view");
  if (host === null) return;
  const result = byId("result");
  const cards = Object.assign(new EventTarget(), {
    querySelector: (selector: string) => result.querySelector(selector),
    querySelectorAll: (selector: string) => result.querySelectorAll(selector),
  });
  shownSource?.close();
  shownSource = showSourceView(host, source, { cards: cards as unknown as ParentNode & EventTarget });
}

function titleOf(view: View): string {
  const page = `${say("title")} – Ayashii`;
  if (view.kind === "report") return `${view.report.json.verdict.headline[language()]} – Ayashii`;
  return view.kind === "problem" ? `${say("problemTitle")} – Ayashii` : page;
}

function saidOf(view: View): string {
  if (view.kind === "report") return view.report.drawn[language()]?.said ?? "";
  if (view.kind === "problem") return `${say("problemTitle")}. ${view.message[language()]}`;
  if (view.kind === "list") return say("listTitle");
  return view.kind === "busy" ? say("examining") : "";
}
