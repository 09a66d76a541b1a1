import type { SourceLine, SourceView } from "../report/mail-view/view.ts";
import { showIn } from "./mail-view/shown.ts";
import type { ShownMail, ShowOptions } from "./mail-view/shown.ts";
import { SOURCE_STYLE } from "./mail-view/source-style.ts";
import { VIEW_STYLE } from "./mail-view/view-style.ts";

const WORDS = {
  name: { ja: "メールの元の文字列", en: "Source of the mail" },
  folded: { ja: "% 行を畳んでいます", en: "% lines folded" },
} as const;

/** Draws the raw source into a shadow root on `host`, its marks joined with the cards of the page, as `showMailView` does. */
export function showSourceView(host: HTMLElement, view: SourceView, options: ShowOptions = {}): ShownMail {
  return showIn(host, windowOf(view, host.ownerDocument), VIEW_STYLE + SOURCE_STYLE, options);
}

function windowOf(view: SourceView, document: Document): HTMLElement {
  const lang = view.lang === "en" ? "en" : "ja";
  const frame = element(document, "div", "window");
  frame.lang = lang;
  const source = element(document, "div", "source");
  source.tabIndex = 0;
  source.setAttribute("role", "group");
  source.setAttribute("aria-label", WORDS.name[lang]);
  source.append(...view.lines.map((line) => lineOf(line, view, lang, document)));
  frame.append(source);
  if (view.cut !== undefined) frame.append(element(document, "div", "separator", view.cut));
  return frame;
}

function lineOf({ line, folded, pieces }: SourceLine, view: SourceView, lang: "ja" | "en", document: Document): HTMLElement {
  const row = element(document, "div", folded > 0 ? "line folded" : "line");
  const text = element(document, "span", "text");
  for (const piece of pieces) {
    for (const number of piece.begins) text.append(markOf(number, view, document));
    if (piece.numbers.length === 0) text.append(piece.text);
    else {
      const quoted = element(document, "span", `quoted ${toneOf(piece.numbers, view)}`, piece.text);
      quoted.dataset["numbers"] = piece.numbers.map(Number).join(" ");
      text.append(quoted);
    }
  }
  if (folded > 0) text.append(` ${WORDS.folded[lang].replace("%", String(folded))}`);
  row.append(element(document, "span", "at", String(line)), text);
  return row;
}

function toneOf(numbers: readonly number[], { numbered }: SourceView): string {
  const points = numbered.filter(({ number }) => numbers.includes(number));
  if (points.some(({ strongest, leans }) => strongest && leans !== "genuine")) return "strong";
  return points.every(({ leans }) => leans === "genuine") ? "genuine" : "";
}

function markOf(number: number, view: SourceView, document: Document): HTMLElement {
  const button = document.createElement("button");
  button.type = "button";
  button.className = `mark ${toneOf([number], view)}`;
  button.dataset["n"] = String(Number(number));
  button.setAttribute("aria-label", view.labels[number] ?? String(number));
  button.textContent = String(Number(number));
  return button;
}

function element(document: Document, tag: string, className: string, text = ""): HTMLElement {
  const made = document.createElement(tag);
  made.className = className;
  if (text !== "") made.textContent = text;
  return made;
}
