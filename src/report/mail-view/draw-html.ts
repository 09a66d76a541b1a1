import { linkTarget, UNSEEN } from "../../evidence/html.ts";
import { scanHtml } from "../../evidence/html-scanner.ts";
import type { ScannedTag } from "../../evidence/html-scanner.ts";
import { shownBy, VISIBLE } from "../../evidence/html-visibility.ts";
import type { Visibility } from "../../evidence/html-visibility.ts";
import { oneLine } from "../plain-text.ts";
import { visibly } from "./characters.ts";
import { buttonsFor } from "./drawing.ts";
import type { Drawing } from "./drawing.ts";
import { HiddenBox } from "./hidden-box.ts";
import { dress, PAPER } from "./html-dress.ts";
import type { Dress } from "./html-dress.ts";
import { BECOMES, BLOCK, CLOSES, HEAD, TABLE, VOID } from "./html-tags.ts";
import { pixels } from "./kept-style.ts";
import { targetBeside } from "./link-target.ts";
import { numbersOf } from "./mark-book.ts";
import { QuoteCursor } from "./quote-cursor.ts";
import { WORDS } from "./texts.ts";
import type { Drawn, DrawnElement, DrawnKind, DrawnTag, MarkPlace } from "./view.ts";
import { stands } from "./wanted.ts";
import type { Wanted, WantedInText } from "./wanted.ts";

/** HTML longer than this is drawn up to here; mail programs cut earlier (Gmail at 102 KB). */
const LONGEST_HTML = 600_000;
/** Elements inside each other; deeper ones lose their shape, not their text. */
const DEEPEST = 60;
/** Tables inside each other: laying them out costs a browser far more than other elements. */
const DEEPEST_TABLE = 10;
const MOST_COLUMNS = 60;
const MOST_ROWS = 60;
const LONGEST_SHOWN = 500;

interface OpenLink {
  readonly written: string;
  readonly hits: readonly Wanted[];
  readonly place: MarkPlace;
  /** Where its target goes: beside it. */
  readonly owner: Drawn[];
  shown: string;
}

interface Frame {
  readonly name: string;
  /** Where what stands inside goes. */
  readonly children: Drawn[];
  readonly visibility: Visibility;
  readonly dress: Dress;
  readonly link: OpenLink | undefined;
  /** Nothing inside is drawn: script, style, head. */
  readonly mute: boolean;
  readonly depth: number;
  readonly tables: number;
  /** A form inside a form is none (HTML Standard §13.2.6.4.7). */
  readonly inForm: boolean;
  /** How many of each name are open inside the same cell. */
  readonly open: Map<string, number>;
  /** The children are cells, rows or their like: blanks between them are nothing. */
  readonly isGrid: boolean;
  columns: number;
}

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
  readonly #root: Drawn[] = [];
  readonly #stack: Frame[] = [];
  readonly #hidden: HiddenBox;
  readonly #repeated = new Map<string, readonly Wanted[]>();
  readonly #tableParts = new Map<string, number>();
  #now: Frame;

  constructor(html: string, wanted: readonly WantedInText[], drawing: Drawing) {
    this.#html = html;
    this.#drawing = drawing;
    this.#quotes = new QuoteCursor(wanted);
    this.#hidden = new HiddenBox(drawing.lang);
    this.#now = {
      name: "",
      children: this.#root,
      visibility: VISIBLE,
      dress: PAPER,
      link: undefined,
      mute: false,
      depth: 0,
      tables: 0,
      inForm: false,
      open: new Map(),
      isGrid: false,
      columns: 0,
    };
  }

  startTag(tag: ScannedTag): void {
    if (this.#drawing.left.cut && this.#isSpent()) return;
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
    const count = TABLE.has(name) ? this.#tableParts : this.#now.open;
    if ((count.get(name) ?? 0) > 0) while (this.#stack.length > 0 && this.#close() !== name);
    else if (name === "br") this.#add({ tag: "br" });
  }

  /** A character reference is a run of its own: it stands for its place as a whole. */
  characters(text: string, start: number): void {
    const { left } = this.#drawing;
    if (this.#now.mute || left.cut) return;
    const literal = this.#html.startsWith(text, start);
    for (let at = 0; at < text.length;) {
      const active = this.#quotes.at(start + at);
      const to = literal ? Math.min(text.length, this.#quotes.nextChange(start + at) - start) : text.length;
      this.#text(text.slice(at, to), active);
      at = Math.max(to, at + 1);
    }
  }

  finish(): readonly Drawn[] {
    while (this.#stack.length > 0) this.#close();
    return this.#root;
  }

  #isSpent(): boolean {
    return this.#drawing.left.elements <= 0 || this.#drawing.left.characters <= 0;
  }

  #text(text: string, active: readonly Wanted[]): void {
    const { left, lang } = this.#drawing;
    const { children, visibility, dress: own, link, isGrid } = this.#now;
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
    const buttons = active.length === 0 ? [] : buttonsFor(this.#drawing, this.#quotes.begun(), "hidden");
    this.#hidden.add(this.#now.children, text, buttons, why, numbersOf(active));
  }

  #open(tag: ScannedTag, target: { readonly source: string; readonly written: string } | undefined, hits: readonly Wanted[]): void {
    const { name } = tag;
    const visibility = tag.hasAttributes ? shownBy(this.#now.visibility, tag.attribute("style"), tag.attribute("hidden")) : this.#now.visibility;
    if (name === "form" && !this.#now.inForm) this.#openForm(tag, target?.written ?? "", hits, visibility);
    else if (name === "button" || name === "select" || name === "textarea") this.#openControl(tag, target?.written, hits, visibility);
    else if (target !== undefined) this.#openLink(tag, target, hits, visibility);
    else this.#openPlain(tag, hits, visibility);
  }

  #openPlain(tag: ScannedTag, hits: readonly Wanted[], visibility: Visibility): void {
    const { children, isGrid } = this.#now;
    if (hits.length > 0 && !isGrid) children.push(...buttonsFor(this.#drawing, hits, "text"));
    const frame = this.#push(tag, visibility, { numbers: numbersOf(hits) });
    if (hits.length > 0 && isGrid) frame.children.push(...buttonsFor(this.#drawing, hits, "text"));
  }

  #openLink(tag: ScannedTag, target: { readonly source: string; readonly written: string }, own: readonly Wanted[], visibility: Visibility): void {
    const hits = this.#withRepeated(target.written, own);
    const place = target.source === "button" || looksLikeButton(tag) ? "button" : "link";
    const link: OpenLink = { written: target.written, hits, place, owner: this.#now.children, shown: "" };
    const inPage = target.written.trim().startsWith("#");
    const style = place === "button" ? { display: "inline-block" } : {};
    this.#push(tag, visibility, { kind: inPage ? undefined : "link", numbers: numbersOf(hits), link, style });
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
    const target = targetBeside(written, targets.of(written), "", hits.length > 0, lang);
    const marked = this.#withRepeated(written, hits);
    const frame = this.#push(tag, visibility, { tag: "div", kind: "box", numbers: numbersOf(marked) });
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
    if (written === undefined) this.#now.children.push(...buttonsFor(this.#drawing, hits, "button"));
    const marked = written === undefined ? hits : this.#withRepeated(written, hits);
    const link: OpenLink | undefined = written === undefined ? undefined : { written, hits: marked, place: "button", owner: this.#now.children, shown: "" };
    this.#push(tag, visibility, { tag: "span", kind, numbers: numbersOf(marked), link });
  }

  /** Script, style, frames, the head: nothing of them is drawn but that a point speaks of them. */
  #unseen(tag: ScannedTag, hits: readonly Wanted[]): void {
    const { lang } = this.#drawing;
    if (tag.name === "iframe" || tag.name === "object") {
      const source = tag.attribute(tag.name === "iframe" ? "src" : "data") ?? "";
      this.#note(`${WORDS.embedded[lang]} `, source, hits);
    } else if (hits.length > 0) this.#note(tag.name === "script" ? WORDS.script[lang] : `${WORDS.unseen[lang]} <${tag.name}>`, "", hits);
    this.#push(tag, this.#now.visibility, { mute: true });
  }

  #note(label: string, written: string, hits: readonly Wanted[]): void {
    const { targets, lang } = this.#drawing;
    const target = written === "" ? undefined : targetBeside(written, targets.of(written), "", hits.length > 0, lang);
    const children = [...buttonsFor(this.#drawing, hits, "link"), label, ...(target === undefined ? [] : [target])];
    this.#add({ tag: "div", kind: "unseen", numbers: numbersOf(hits), children });
  }

  #void(tag: ScannedTag, written: string | undefined, hits: readonly Wanted[]): void {
    const { name } = tag;
    const { lang } = this.#drawing;
    const { visibility, mute } = this.#now;
    const gone = (tag.hasAttributes ? shownBy(visibility, tag.attribute("style"), tag.attribute("hidden")) : visibility).gone;
    if (name === "meta" && written !== undefined) this.#note(`${WORDS.opensByItself[lang]} `, written, this.#withRepeated(written, hits));
    else if (mute) {
      if (hits.length > 0) this.#note(`${WORDS.unseen[lang]} <${oneLine(name, 20)}>`, written ?? "", hits);
    } else if (name === "img") this.#image(tag, gone, hits);
    else if (name === "input") this.#input(tag, gone, written, hits);
    else if (name === "area" && written !== undefined) this.#area(tag, written, hits);
    else if (name === "br") this.#add(gone ? " " : { tag: "br" });
    else if (name === "hr" && !gone) this.#add({ tag: "hr" });
    else if (hits.length > 0) this.#note(`${WORDS.unseen[lang]} <${oneLine(name, 20)}>`, written ?? "", hits);
  }

  #area(tag: ScannedTag, written: string, own: readonly Wanted[]): void {
    const { lang, targets } = this.#drawing;
    const hits = this.#withRepeated(written, own);
    const text = oneLine(tag.attribute("alt") ?? "", 100) || WORDS.picture[lang];
    const target = targetBeside(written, targets.of(written), "", hits.length > 0, lang);
    this.#add({ tag: "span", kind: "link", numbers: numbersOf(hits), children: [text] });
    for (const one of [...buttonsFor(this.#drawing, hits, "link"), ...(target === undefined ? [] : [target])]) this.#add(one);
  }

  #input(tag: ScannedTag, gone: boolean, written: string | undefined, own: readonly Wanted[]): void {
    const { lang, targets } = this.#drawing;
    const type = (tag.attribute("type") ?? "text").trim().toLowerCase();
    const hits = written === undefined ? own : this.#withRepeated(written, own);
    for (const button of buttonsFor(this.#drawing, hits, "button")) this.#add(button);
    if (type === "hidden" || gone) return;
    const isButton = type === "submit" || type === "button" || type === "image" || type === "reset";
    const isTick = type === "checkbox" || type === "radio";
    const value = oneLine(tag.attribute("value") ?? "", 60);
    const hint = oneLine(tag.attribute("placeholder") ?? "", 60) || (type === "password" ? WORDS.password[lang] : WORDS.field[lang]);
    const text = isTick ? "☐" : isButton ? value || WORDS.button[lang] : value || hint;
    this.#add({
      tag: "span",
      kind: isButton ? "control" : isTick ? "dim" : "field",
      numbers: numbersOf(hits),
      children: visibly(text, lang, this.#drawing.left),
    });
    const target = written === undefined ? undefined : targetBeside(written, targets.of(written), value, hits.length > 0, lang);
    if (target !== undefined) this.#add(target);
  }

  #image(tag: ScannedTag, gone: boolean, own: readonly Wanted[]): void {
    const { lang, pictures, left } = this.#drawing;
    const source = tag.attribute("src") ?? "";
    const hits = [...own, ...this.#ofPicture(source)];
    const numbers = numbersOf(hits);
    for (const button of buttonsFor(this.#drawing, hits, "picture")) this.#add(button);
    const remote = /^\s*(?:https?:)?\/\//i.test(source);
    if (remote) left[isTiny(tag) ? "trackingPictures" : "remotePictures"]++;
    if ((gone || isTiny(tag)) && hits.length === 0) return;
    const text = oneLine(tag.attribute("alt") ?? "", 200);
    const link = this.#now.link;
    if (link !== undefined && link.shown.length < LONGEST_SHOWN) link.shown += text;
    const picture = pictures.of(source);
    const wide = pixels((tag.attribute("width") ?? "").replace(/px$/, ""), 800);
    if (picture === undefined) this.#add(boxFor(tag, wide, text || WORDS.picture[lang], numbers));
    else this.#add({ tag: "img", source: picture.source, text, style: { width: wide ?? `${Math.min(800, picture.width)}px` }, numbers });
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

  #add(one: Drawn): void {
    const { left } = this.#drawing;
    if (left.elements <= 0) {
      left.cut = true;
      return;
    }
    left.elements--;
    this.#now.children.push(one);
  }

  #push(tag: ScannedTag, visibility: Visibility, as: PushedAs): Frame {
    const { name } = tag;
    const before = this.#now;
    const becomes = BECOMES.get(name);
    const isTablePart = TABLE.has(name);
    const tables = before.tables + (name === "table" ? 1 : 0);
    const { dress: own, style } = dress(tag, becomes, before.dress);
    const drawn = this.#tagFor(as, becomes?.tag, { isTablePart, tables, visibility });
    const children = drawn === undefined ? before.children : [];
    const isCell = name === "td" || name === "th";
    if (drawn !== undefined) {
      const element: Mutable<DrawnElement> = { tag: drawn, children };
      const kind = as.kind ?? becomes?.kind;
      if (kind !== undefined) element.kind = kind;
      if (as.style !== undefined) Object.assign(style, as.style);
      if (Object.keys(style).length > 0) element.style = style;
      if (as.numbers !== undefined && as.numbers.length > 0) element.numbers = as.numbers;
      if (drawn === "td" && isCell) spans(tag, before, element);
      this.#add(element);
    }
    this.#now = {
      name,
      children,
      visibility,
      dress: own,
      link: as.link ?? before.link,
      mute: as.mute === true || before.mute,
      depth: before.depth + (drawn === undefined ? 0 : 1),
      tables,
      inForm: before.inForm || name === "form",
      open: isCell ? new Map() : before.open,
      isGrid: drawn === undefined ? before.isGrid : drawn === "table" || drawn === "tbody" || drawn === "tr",
      columns: 0,
    };
    this.#stack.push(before);
    this.#countOpen(name, before, 1);
    return this.#now;
  }

  /** Undefined: the element is left out and what stands in it goes to its parent. */
  #tagFor(
    as: PushedAs,
    tag: DrawnTag | undefined,
    at: { readonly isTablePart: boolean; readonly tables: number; readonly visibility: Visibility },
  ): DrawnTag | undefined {
    const { left } = this.#drawing;
    const wanted = as.tag ?? (as.kind === "link" ? (tag ?? "span") : tag);
    if (wanted === undefined || this.#now.mute || as.mute === true || at.visibility.gone) return undefined;
    if (left.elements <= 0) left.cut = true;
    if (left.cut) return undefined;
    if (this.#now.depth >= DEEPEST) {
      left.flattened = true;
      return undefined;
    }
    if (!at.isTablePart) return wanted;
    if (at.tables === 0) return undefined;
    if (at.tables <= DEEPEST_TABLE) return wanted;
    left.flattened = true;
    return "div";
  }

  #countOpen(name: string, outside: Frame, by: 1 | -1): void {
    const counts = TABLE.has(name) ? this.#tableParts : outside.open;
    counts.set(name, (counts.get(name) ?? 0) + by);
  }

  #close(): string | undefined {
    const outside = this.#stack.pop();
    if (outside === undefined) return undefined;
    const { name, link } = this.#now;
    this.#now = outside;
    this.#countOpen(name, outside, -1);
    if (link !== undefined && link !== outside.link) this.#closeLink(link);
    return name;
  }

  /** The marks and the real target stand right beside the link, outside of its own colours. */
  #closeLink({ written, hits, place, owner, shown }: OpenLink): void {
    const { lang, targets, left } = this.#drawing;
    const isSeen = !this.#now.visibility.gone && !this.#now.mute;
    if (!isSeen && hits.length === 0) return;
    owner.push(...buttonsFor(this.#drawing, hits, isSeen ? place : "hidden"));
    const target = left.elements > 0 ? targetBeside(written, targets.of(written), shown, hits.length > 0, lang) : undefined;
    if (target === undefined) return;
    left.elements -= 2;
    owner.push(target);
  }

  #closeImplied(name: string): void {
    const closes = CLOSES[name];
    while (closes?.has(this.#now.name) === true) this.#close();
    if (this.#now.name === "p" && BLOCK.has(name)) this.#close();
    if (this.#now.name === "head" && !HEAD.has(name)) this.#close();
    if (name === "a" && (this.#now.open.get("a") ?? 0) > 0) this.endTag("a");
  }
}

interface PushedAs {
  readonly tag?: DrawnTag;
  readonly kind?: DrawnKind | undefined;
  readonly numbers?: readonly number[];
  readonly link?: OpenLink | undefined;
  readonly mute?: boolean;
  readonly style?: Readonly<Record<string, string>>;
}

type Mutable<T> = { -readonly [key in keyof T]: T[key] };

/** Cells may span as many columns and rows as a letter has, not a thousand million. */
function spans(tag: ScannedTag, row: Frame, element: Mutable<DrawnElement>): void {
  const count = (name: string, most: number): number => Math.min(most, Math.max(1, Number.parseInt(tag.attribute(name)?.slice(0, 12) ?? "1", 10) || 1));
  const columns = row.name === "tr" ? count("colspan", Math.max(1, MOST_COLUMNS - row.columns)) : 1;
  const rows = count("rowspan", MOST_ROWS);
  row.columns += columns;
  if (columns > 1) element.columns = columns;
  if (rows > 1) element.rows = rows;
}

/** Words on a coloured ground with room around them: what people press. */
function looksLikeButton(tag: ScannedTag): boolean {
  const style = tag.attribute("style") ?? "";
  return /background/i.test(style) && /padding|border-radius|inline-block/i.test(style);
}

/** Spacers and counting pixels. */
function isTiny(tag: ScannedTag): boolean {
  const side = (name: string): number => {
    const written =
      new RegExp(`(?:^|[;\\s])${name}\\s*:\\s*(\\d{1,5})`, "i").exec(tag.attribute("style")?.slice(0, 1000) ?? "")?.[1] ?? tag.attribute(name) ?? "";
    const match = /^\s*(\d{1,5})(?!\d|%)/.exec(written);
    return match === null ? Number.POSITIVE_INFINITY : Number(match[1]);
  };
  return side("width") <= 3 || side("height") <= 3;
}

function boxFor(tag: ScannedTag, wide: string | undefined, text: string, numbers: readonly number[]): DrawnElement {
  const tall = pixels((tag.attribute("height") ?? "").replace(/px$/, ""), 160);
  const style: Record<string, string> = {};
  if (wide !== undefined) style["width"] = wide;
  if (tall !== undefined) style["min-height"] = tall;
  return { tag: "span", kind: "picture", style, numbers, children: [text] };
}
