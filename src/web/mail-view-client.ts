import type { HeaderRow, MailView } from "../report/mail-view/view.ts";
import { buildElements } from "./mail-view/build-elements.ts";
import { showIn } from "./mail-view/shown.ts";
import type { ShownMail, ShowOptions } from "./mail-view/shown.ts";
import { VIEW_STYLE } from "./mail-view/view-style.ts";

const WORDS = {
  bar: { ja: "届いたメールの写し(押しても何も開きません)", en: "A copy of the mail (nothing in it can be opened)" },
  body: { ja: "メールの本文", en: "Text of the mail" },
  window: { ja: "メール", en: "The mail" },
  empty: { ja: "本文はありません。", en: "It has no text." },
} as const;

/**
 * Draws the mail into a shadow root on `host` and joins its marks with the cards of the page. May be called again on the
 * same host. Works under `default-src 'none'; script-src 'self'; style-src 'self'`: nothing is fetched, no markup is
 * parsed, the style sheet is a constructed one and inline styles are set through the object model.
 */
export function showMailView(host: HTMLElement, view: MailView, options: ShowOptions = {}): ShownMail {
  return showIn(host, windowOf(view, host.ownerDocument), VIEW_STYLE, options);
}

function windowOf(view: MailView, document: Document): HTMLElement {
  const lang = view.lang === "en" ? "en" : "ja";
  const frame = element(document, "div", "window");
  frame.lang = lang;
  frame.setAttribute("role", "group");
  frame.setAttribute("aria-label", WORDS.window[lang]);
  frame.append(bar(WORDS.bar[lang], document), headOf(view, document), bodyOf(view, WORDS.body[lang], WORDS.empty[lang], document));
  if (view.notes.length > 0) {
    const notes = element(document, "ul", "notes");
    for (const note of view.notes) notes.append(element(document, "li", "", note));
    frame.append(notes);
  }
  return frame;
}

function bar(text: string, document: Document): HTMLElement {
  const made = element(document, "div", "bar");
  const dots = element(document, "span", "dots");
  dots.append(element(document, "i", ""), element(document, "i", ""), element(document, "i", ""));
  made.append(dots, element(document, "span", "", text));
  return made;
}

function headOf(view: MailView, document: Document): HTMLElement {
  const head = element(document, "div", "head");
  for (const row of view.header) head.append(rowOf(row, view, document));
  return head;
}

const ROWS: ReadonlySet<string> = new Set(["subject", "from", "replyTo", "to", "date", "attachments"]);

function rowOf({ kind, label, content }: HeaderRow, view: MailView, document: Document): HTMLElement {
  const row = element(document, "div", `row ${ROWS.has(kind) ? kind : "technical"}`);
  const value = element(document, "span", "value");
  buildElements(content, value, view);
  row.append(element(document, "span", "label", label), value);
  return row;
}

/** Wide tables scroll inside; the keyboard reaches what scrolls. */
function bodyOf(view: MailView, name: string, empty: string, document: Document): HTMLElement {
  const body = element(document, "div", "body");
  body.tabIndex = 0;
  body.setAttribute("role", "group");
  body.setAttribute("aria-label", name);
  if (view.kind === "empty" && view.body.length === 0) body.append(element(document, "div", "nothing", empty));
  else buildElements(view.body, body, view);
  return body;
}

function element(document: Document, tag: string, className: string, text = ""): HTMLElement {
  const made = document.createElement(tag);
  if (className !== "") made.className = className;
  if (text !== "") made.textContent = text;
  return made;
}
