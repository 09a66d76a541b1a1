import { linkTarget, UNSEEN } from "../../evidence/html.ts";
import { scanHtml } from "../../evidence/html-scanner.ts";
import type { ScannedTag } from "../../evidence/html-scanner.ts";
import { shownBy } from "../../evidence/html-visibility.ts";
import type { Visibility } from "../../evidence/html-visibility.ts";
import { oneLine } from "../plain-text.ts";
import { visibly } from "./characters.ts";
import { buttonsFor, isSpent } from "./drawing.ts";
import type { Drawing } from "./drawing.ts";
import { HiddenBox } from "./hidden-box.ts";
import { boxFor, isTiny } from "./html-image.ts";
import { BLOCK, CLOSES, HEAD, VOID } from "./html-tags.ts";
import { HtmlTree } from "./html-tree.ts";
import type { OpenLink } from "./html-tree.ts";
import { pixels } from "./kept-style.ts";
import { targetBeside } from "./link-target.ts";
import { numbersOf } from "./mark-book.ts";
import { QuoteCursor } from "./quote-cursor.ts";
import { WORDS } from "./texts.ts";
import type { Drawn, DrawnKind } from "./view.ts";
import { stands } from "./wanted.ts";
import type { Wanted, WantedInText } from "./wanted.ts";

/** HTML longer than this is drawn up to here; mail programs cut earlier (Gmail at 102 KB). */
const LONGEST_HTML = 600_000;
const LONGEST_SHOWN = 500;

/** The elements of an HTML text, rebuilt from a closed list in one pass over its tokens. Linear; never throws on bad HTML. */
export function drawHtml(html: string, wanted: readonly WantedInText[], drawing: Drawing): readonly Drawn[] {
  const text = html.length > LONGEST_HTML ? html.slice(0, LONGEST_HTML) : html;
  if (text.length < html.length) drawing.left.cut = true;
  const drawer = new HtmlDrawer(text, wanted, drawing);
  scanHtml(text, drawer);
  return drawer.finish();
}

class HtmlDrawer {
  readonly #html: string;
  readonly #drawing: Drawing;
  readonly #quotes: QuoteCursor;
  readonly #tree: HtmlTree;
  readonly #hidden: HiddenBox;
  readonly #repeated = new Map<string, readonly Wanted[]>();

  constructor(html: string, wanted: readonly WantedInText[], drawing: Drawing) {
    this.#html = html;
    this.#drawing = drawing;
    this.#quotes = new QuoteCursor(wanted);
    this.#hidden = new HiddenBox(drawing.lang);
    this.#tree = new HtmlTree(drawing.left);
  }

  startTag(tag: ScannedTag): void {
    if (this.#stops()) return;
    const { name } = tag;
    const hits = this.#quotes.startingIn(tag.start, tag.end);
    this.#closeImplied(name);
    const target = tag.hasAttributes ? linkTarget(tag) : undefined;
    if (name === "base" && target !== undefined) this.#drawing.targets.base ??= target.written.trim();
    if (VOID.has(name)) this.#void(tag, target?.written, hits);
    else if (UNSEEN.has(name)) this.#unseen(tag, hits);
    else this.#open(tag, target, hits);
  }

  endTag(name: string): void {
    if (this.#tree.isOpen(name)) while (!this.#tree.isEmpty && this.#close() !== name);
    else if (name === "br") this.#tree.add({ tag: "br" });
  }

  /** A character reference is a run of its own: it stands for its place as a whole. */
  characters(text: string, start: number): void {
    if (this.#tree.now.mute || this.#stops()) return;
    const literal = this.#html.startsWith(text, start);
    for (let at = 0; at < text.length;) {
      const active = this.#quotes.at(start + at);
      const to = literal ? Math.min(text.length, this.#quotes.nextChange(start + at) - start) : text.length;
      this.#text(text.slice(at, to), active);
      at = Math.max(to, at + 1);
    }
  }

  finish(): readonly Drawn[] {
    while (!this.#tree.isEmpty) this.#close();
    return this.#tree.root;
  }

  /** Nothing more may be drawn: there was something more. */
  #stops(): boolean {
    const { left } = this.#drawing;
    if (!isSpent(left)) return false;
    left.cut = true;
    return true;
  }

  #text(text: string, active: readonly Wanted[]): void {
    const { left, lang } = this.#drawing;
    const { children, visibility, dress: own, link, isGrid } = this.#tree.now;
    const blank = text.trim() === "";
    if (blank && (isGrid || (visibility.gone && active.length === 0))) return;
    const kept = text.length > left.characters ? text.slice(0, left.characters) : text;
    left.characters -= kept.length;
    if (left.characters <= 0) left.cut = true;
    if (link !== undefined && link.shown.length < LONGEST_SHOWN) link.shown += kept;
    const hidden = visibility.gone || visibility.tiny || visibility.invisible;
    if (hidden || (own.unreadable && !blank)) {
      if (!blank || active.length > 0) this.#hiddenText(kept, active, hidden ? "hidden" : "sameColour");
      return;
    }
    const pieces = visibly(kept, lang, left);
    if (active.length === 0) {
      for (const piece of pieces) children.push(piece);
      return;
    }
    if (!blank) children.push(...buttonsFor(this.#drawing, this.#quotes.begun(), "text"));
    children.push({ tag: "span", kind: "quoted", numbers: numbersOf(active), children: pieces });
    left.elements--;
  }

  #hiddenText(text: string, active: readonly Wanted[], why: "hidden" | "sameColour"): void {
    const { left } = this.#drawing;
    if (!this.#hidden.continues(this.#tree.now.children)) {
      // A mail salted with thousands of them is told by the first; a quoted one is always shown.
      if (left.hidden <= 0 && active.length === 0) {
        left.hiddenLeftOut++;
        return;
      }
      left.hidden--;
    }
    left.elements--;
    const buttons = active.length === 0 ? [] : buttonsFor(this.#drawing, this.#quotes.begun(), "hidden");
    this.#hidden.add(this.#tree.now.children, text, buttons, why, numbersOf(active));
  }

  #open(tag: ScannedTag, target: { readonly source: string; readonly written: string } | undefined, hits: readonly Wanted[]): void {
    const { name } = tag;
    const visibility = tag.hasAttributes ? shownBy(this.#tree.now.visibility, tag.attribute("style"), tag.attribute("hidden")) : this.#tree.now.visibility;
    if (name === "form" && !this.#tree.now.inForm) this.#openForm(tag, target?.written ?? "", hits, visibility);
    else if (name === "button" || name === "select" || name === "textarea") this.#openControl(tag, target?.written, hits, visibility);
    else if (target !== undefined) this.#openLink(tag, target, hits, visibility);
    else this.#openPlain(tag, hits, visibility);
  }

  #openPlain(tag: ScannedTag, hits: readonly Wanted[], visibility: Visibility): void {
    const { children, isGrid } = this.#tree.now;
    if (hits.length > 0 && !isGrid) children.push(...buttonsFor(this.#drawing, hits, "text"));
    const frame = this.#tree.push(tag, visibility, { numbers: numbersOf(hits) });
    if (hits.length > 0 && isGrid) frame.children.push(...buttonsFor(this.#drawing, hits, "text"));
  }

  #openLink(tag: ScannedTag, target: { readonly source: string; readonly written: string }, own: readonly Wanted[], visibility: Visibility): void {
    const hits = this.#withRepeated(target.written, own);
    const place = target.source === "button" || looksLikeButton(tag) ? "button" : "link";
    const link: OpenLink = { written: target.written, hits, place, owner: this.#tree.now.children, shown: "" };
    const inPage = target.written.trim().startsWith("#");
    const style = place === "button" ? { display: "inline-block" } : {};
    this.#tree.push(tag, visibility, { kind: inPage ? undefined : "link", numbers: numbersOf(hits), link, style });
  }

  /** The same address again is the same finding; the first time its quotes are remembered. */
  #withRepeated(written: string, own: readonly Wanted[]): readonly Wanted[] {
    const { url } = this.#drawing.targets.of(written);
    if (url === undefined) return own;
    const hits = [...own, ...(this.#repeated.get(url) ?? []), ...(this.#drawing.elsewhere.get(url) ?? [])];
    if (own.length > 0) this.#repeated.set(url, [...new Set(hits)]);
    return hits;
  }

  #openForm(tag: ScannedTag, written: string, hits: readonly Wanted[], visibility: Visibility): void {
    const { lang, targets } = this.#drawing;
    const target = targetBeside(written, targets.of(written), "", numbersOf(hits), lang);
    const marked = this.#withRepeated(written, hits);
    const frame = this.#tree.push(tag, visibility, { tag: "div", kind: "box", numbers: numbersOf(marked) });
    const label = written === "" ? WORDS.form[lang] : `${WORDS.form[lang]} ${WORDS.sendsTo[lang]} `;
    if (!visibility.gone)
      frame.children.push({
        tag: "div",
        kind: "dim",
        children: [...buttonsFor(this.#drawing, marked, "button"), label, ...(target === undefined ? [] : [target])],
      });
  }

  #openControl(tag: ScannedTag, written: string | undefined, hits: readonly Wanted[], visibility: Visibility): void {
    const kind: DrawnKind = tag.name === "button" ? "control" : "field";
    if (written === undefined) this.#tree.now.children.push(...buttonsFor(this.#drawing, hits, "button"));
    const marked = written === undefined ? hits : this.#withRepeated(written, hits);
    const link: OpenLink | undefined =
      written === undefined ? undefined : { written, hits: marked, place: "button", owner: this.#tree.now.children, shown: "" };
    this.#tree.push(tag, visibility, { tag: "span", kind, numbers: numbersOf(marked), link });
  }

  /** Script, style, frames, the head: nothing of them is drawn but that a point speaks of them. */
  #unseen(tag: ScannedTag, hits: readonly Wanted[]): void {
    const { lang } = this.#drawing;
    if (tag.name === "iframe" || tag.name === "object") {
      const source = tag.attribute(tag.name === "iframe" ? "src" : "data") ?? "";
      this.#note(`${WORDS.embedded[lang]} `, source, hits);
    } else if (hits.length > 0) this.#note(tag.name === "script" ? WORDS.script[lang] : `${WORDS.unseen[lang]} <${tag.name}>`, "", hits);
    this.#tree.push(tag, this.#tree.now.visibility, { mute: true });
  }

  #note(label: string, written: string, hits: readonly Wanted[]): void {
    const { targets, lang } = this.#drawing;
    const target = written === "" ? undefined : targetBeside(written, targets.of(written), "", numbersOf(hits), lang);
    const children = [...buttonsFor(this.#drawing, hits, "link"), label, ...(target === undefined ? [] : [target])];
    this.#tree.add({ tag: "div", kind: "unseen", numbers: numbersOf(hits), children });
  }

  #void(tag: ScannedTag, written: string | undefined, hits: readonly Wanted[]): void {
    const { name } = tag;
    const { lang } = this.#drawing;
    const { visibility, mute } = this.#tree.now;
    const gone = (tag.hasAttributes ? shownBy(visibility, tag.attribute("style"), tag.attribute("hidden")) : visibility).gone;
    if (name === "meta" && written !== undefined) this.#note(`${WORDS.opensByItself[lang]} `, written, this.#withRepeated(written, hits));
    else if (mute) {
      if (hits.length > 0) this.#note(`${WORDS.unseen[lang]} <${oneLine(name, 20)}>`, written ?? "", hits);
    } else if (name === "img") this.#image(tag, gone, hits);
    else if (name === "input") this.#input(tag, gone, written, hits);
    else if (name === "area" && written !== undefined) this.#area(tag, written, hits);
    else if (name === "br") this.#tree.add(gone ? " " : { tag: "br" });
    else if (name === "hr" && !gone) this.#tree.add({ tag: "hr" });
    else if (hits.length > 0) this.#note(`${WORDS.unseen[lang]} <${oneLine(name, 20)}>`, written ?? "", hits);
  }

  #area(tag: ScannedTag, written: string, own: readonly Wanted[]): void {
    const { lang, targets } = this.#drawing;
    const hits = this.#withRepeated(written, own);
    const text = oneLine(tag.attribute("alt") ?? "", 100) || WORDS.picture[lang];
    const target = targetBeside(written, targets.of(written), "", numbersOf(hits), lang);
    this.#tree.add({ tag: "span", kind: "link", numbers: numbersOf(hits), children: [text] });
    for (const one of [...buttonsFor(this.#drawing, hits, "link"), ...(target === undefined ? [] : [target])]) this.#tree.add(one);
  }

  #input(tag: ScannedTag, gone: boolean, written: string | undefined, own: readonly Wanted[]): void {
    const { lang, targets } = this.#drawing;
    const type = (tag.attribute("type") ?? "text").trim().toLowerCase();
    const hits = written === undefined ? own : this.#withRepeated(written, own);
    for (const button of buttonsFor(this.#drawing, hits, "button")) this.#tree.add(button);
    if (type === "hidden" || gone) return;
    const isButton = type === "submit" || type === "button" || type === "image" || type === "reset";
    const isTick = type === "checkbox" || type === "radio";
    const value = oneLine(tag.attribute("value") ?? "", 60);
    const hint = oneLine(tag.attribute("placeholder") ?? "", 60) || (type === "password" ? WORDS.password[lang] : WORDS.field[lang]);
    const text = isTick ? "☐" : isButton ? value || WORDS.button[lang] : value || hint;
    this.#tree.add({
      tag: "span",
      kind: isButton ? "control" : isTick ? "dim" : "field",
      numbers: numbersOf(hits),
      children: visibly(text, lang, this.#drawing.left),
    });
    const target = written === undefined ? undefined : targetBeside(written, targets.of(written), value, numbersOf(hits), lang);
    if (target !== undefined) this.#tree.add(target);
  }

  #image(tag: ScannedTag, gone: boolean, own: readonly Wanted[]): void {
    const { lang, pictures, left } = this.#drawing;
    const source = tag.attribute("src") ?? "";
    const hits = [...own, ...this.#ofPicture(source)];
    const numbers = numbersOf(hits);
    for (const button of buttonsFor(this.#drawing, hits, "picture")) this.#tree.add(button);
    const remote = /^\s*(?:https?:)?\/\//i.test(source);
    if (remote) left[isTiny(tag) ? "trackingPictures" : "remotePictures"]++;
    if ((gone || isTiny(tag)) && hits.length === 0) return;
    const text = oneLine(tag.attribute("alt") ?? "", 200);
    const link = this.#tree.now.link;
    if (link !== undefined && link.shown.length < LONGEST_SHOWN) link.shown += text;
    const picture = pictures.of(source);
    const wide = pixels((tag.attribute("width") ?? "").replace(/px$/, ""), 800);
    if (picture === undefined) this.#tree.add(boxFor(tag, wide, text || WORDS.picture[lang], numbers));
    else this.#tree.add({ tag: "img", source: picture.source, text, style: { width: wide ?? `${Math.min(800, picture.width)}px` }, numbers });
  }

  /** What points say of the attached picture that is drawn here. */
  #ofPicture(source: string): readonly Wanted[] {
    const { ofParts, inPictures, pictures } = this.#drawing;
    const part = ofParts.length === 0 ? undefined : pictures.partOf(source);
    if (part === undefined) return [];
    const hits = ofParts.filter((one) => stands(one, part.fields[0]?.start ?? part.bodyStart, part.bodyEnd));
    for (const one of hits) inPictures.add(one);
    return hits;
  }

  #close(): string | undefined {
    const closed = this.#tree.close();
    if (closed?.link !== undefined && closed.link !== this.#tree.now.link) this.#closeLink(closed.link);
    return closed?.name;
  }

  /** The marks and the real target stand right beside the link, outside of its own colours. */
  #closeLink({ written, hits, place, owner, shown }: OpenLink): void {
    const { lang, targets, left } = this.#drawing;
    const isSeen = !this.#tree.now.visibility.gone && !this.#tree.now.mute;
    if (!isSeen && hits.length === 0) return;
    owner.push(...buttonsFor(this.#drawing, hits, isSeen ? place : "hidden"));
    const target = left.elements > 0 ? targetBeside(written, targets.of(written), shown, numbersOf(hits), lang) : undefined;
    if (target === undefined) return;
    left.elements -= 2;
    owner.push(target);
  }

  #closeImplied(name: string): void {
    const closes = CLOSES[name];
    while (closes?.has(this.#tree.now.name) === true) this.#close();
    if (this.#tree.now.name === "p" && BLOCK.has(name)) this.#close();
    if (this.#tree.now.name === "head" && !HEAD.has(name)) this.#close();
    if (name === "a" && (this.#tree.now.open.get("a") ?? 0) > 0) this.endTag("a");
  }
}

/** Words on a coloured ground with room around them: what people press. */
function looksLikeButton(tag: ScannedTag): boolean {
  const style = tag.attribute("style") ?? "";
  return /background/i.test(style) && /padding|border-radius|inline-block/i.test(style);
}
