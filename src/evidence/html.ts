import { scanHtml } from "./html-scanner.ts";
import type { ScannedTag } from "./html-scanner.ts";
import { shownBy, VISIBLE } from "./html-visibility.ts";
import type { Visibility } from "./html-visibility.ts";

/** A link as the HTML writes it. Offsets are in the HTML text; `textStart`/`textEnd` in `HtmlReading.text`. */
export interface HtmlLink {
  readonly source: "href" | "form" | "area" | "button" | "base";
  readonly written: string;
  readonly start: number;
  readonly end: number;
  readonly textStart: number;
  textEnd: number;
  /** Alternative text of images inside, value or aria-label of a button. */
  label: string;
  visible: boolean;
  readonly quoted: boolean;
}

/** A heading or the alternative text of an image, with its place in the HTML text. */
export interface HtmlText {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** What one pass over an HTML text gives. No tree is built, so depth costs nothing. */
export interface HtmlReading {
  /** Text a reader sees: blocks become lines, hidden text is left out. */
  readonly text: string;
  readonly links: readonly HtmlLink[];
  readonly headings: readonly HtmlText[];
  readonly imageAlts: readonly HtmlText[];
  readonly title: HtmlText | undefined;
  /** Hidden text that stands inside a visible word, at most 200 pieces: filters read another word than people do. */
  readonly hiddenInWords: readonly HtmlText[];
  /** Offset in the HTML text of an index in `text`. */
  toSource(index: number): number;
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(" "));
const VOID = words("area base br col embed hr img input link meta param source track wbr frame");
const BLOCK = words(
  "address article aside blockquote body center dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tr ul br title",
);
/** Elements whose text no mail program shows. */
/** What may stand in a head (HTML §13.2.6.4.4 https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-inhead). */
const IN_HEAD = words("base basefont bgsound link meta title noscript noframes style script template head html");
export const UNSEEN = words("script style template head title noframes iframe object");
const IMPLIED_END = words("p li td th tr dt dd option a");
const HEADINGS = words("h1 h2 h3");

/** Salt inside a word is short; a hidden paragraph is something else. */
const LONGEST_HIDDEN_IN_WORD = 200;
const MAX_HIDDEN_IN_WORDS = 200;

interface Open {
  readonly name: string;
  readonly visibility: Visibility;
  readonly link: HtmlLink | undefined;
  readonly quoted: boolean;
}

/** Reads an HTML text in one pass over its tokens (HTML Standard §13.2.5). Linear; never throws on bad HTML. */
export function readHtml(html: string): HtmlReading {
  const reader = new Reader();
  scanHtml(html, reader);
  return reader.finish();
}

class Reader {
  private readonly pieces: string[] = [];
  private length = 0;
  private readonly segmentText: number[] = [];
  private readonly segmentSource: number[] = [];
  private pendingBlank = false;
  private atLineStart = true;
  private readonly stack: Open[] = [];
  private readonly openCount = new Map<string, number>();
  private visibility: Visibility = VISIBLE;
  private link: HtmlLink | undefined;
  private quoted = false;
  private preDepth = 0;
  private readonly links: HtmlLink[] = [];
  private readonly headings: { start: number; end: number; textStart: number; textEnd: number }[] = [];
  private heading: { start: number; end: number; textStart: number; textEnd: number } | undefined;
  private readonly imageAlts: HtmlText[] = [];
  private title: { text: string; start: number; end: number } | undefined;
  private inTitle = false;
  private readonly hiddenInWords: HtmlText[] = [];
  private hidden: HtmlText | undefined;
  /** Length of the visible text where `hidden` stands. */
  private hiddenAt = -1;

  startTag(token: ScannedTag): void {
    const { name, start, end } = token;
    this.leaveHead(name);
    if (BLOCK.has(name)) this.lineBreak();
    else if (name === "td" || name === "th") this.pendingBlank = !this.atLineStart;
    const top = this.stack.at(-1);
    if (top !== undefined && top.name === name && IMPLIED_END.has(name)) this.closeTop();
    if (name === "a" && (this.openCount.get("a") ?? 0) > 0) this.close("a");
    const before = this.visibility;
    if (token.hasAttributes) this.visibility = shownBy(before, token.attribute("style"), token.attribute("hidden"));
    if (UNSEEN.has(name)) this.visibility = { ...this.visibility, gone: true };
    const link = token.hasAttributes ? this.readLink(token, start, end) : undefined;
    if (name === "img") this.readImage(token, start, end);
    if (HEADINGS.has(name)) this.heading = { start, end, textStart: this.length, textEnd: this.length };
    if (name === "title" && this.title === undefined) [this.inTitle, this.title] = [true, { text: "", start: end, end }];
    if (VOID.has(name) || (token.selfClosing && name === "path")) {
      this.visibility = before;
      return;
    }
    this.push(token, before, link);
  }

  private push(token: ScannedTag, before: Visibility, link: HtmlLink | undefined): void {
    const { name } = token;
    this.stack.push({ name, visibility: before, link: this.link, quoted: this.quoted });
    this.openCount.set(name, (this.openCount.get(name) ?? 0) + 1);
    if (link !== undefined && link.source !== "form") this.link = link;
    if (name === "pre") this.preDepth++;
    if (name === "blockquote" ? token.attribute("type") === "cite" || isQuoteClass(token) : name === "div" && isQuoteClass(token)) this.quoted = true;
  }

  endTag(name: string, start: number): void {
    if (BLOCK.has(name)) this.lineBreak();
    if ((this.openCount.get(name) ?? 0) > 0) this.close(name);
    if (name === "title") this.inTitle = false;
    if (this.heading !== undefined && HEADINGS.has(name)) {
      this.headings.push({ ...this.heading, end: start, textEnd: this.length });
      this.heading = undefined;
    }
  }

  /** A head that nobody closed ends where the body's first element or text stands (HTML §13.2.6.4.4). */
  private leaveHead(name: string): void {
    if (this.stack.at(-1)?.name === "head" && !IN_HEAD.has(name)) this.close("head");
  }

  /** Unmatched end tags are passed over by count, so a search never runs through the stack in vain. */
  private close(name: string): void {
    while (this.stack.length > 0 && this.closeTop() !== name);
  }

  private closeTop(): string | undefined {
    const open = this.stack.pop();
    if (open === undefined) return undefined;
    this.openCount.set(open.name, (this.openCount.get(open.name) ?? 1) - 1);
    if (this.link !== undefined && this.link !== open.link) this.link.textEnd = this.length;
    this.link = open.link;
    this.visibility = open.visibility;
    this.quoted = open.quoted;
    if (open.name === "pre") this.preDepth--;
    return open.name;
  }

  /** Runs of blanks collapse as a reader sees them; words with one blank between them stay one piece. */
  characters(text: string, start: number): void {
    const { inTitle } = this;
    if (this.stack.at(-1)?.name === "head" && /\S/.test(text)) this.close("head");
    const shown = isShown(this.visibility);
    if (!shown && !inTitle) {
      this.noteHidden(text, start);
      return;
    }
    for (let at = 0; at < text.length;) {
      let to = at;
      if (isBlank(text.charCodeAt(at))) {
        while (to < text.length && isBlank(text.charCodeAt(to))) to++;
        this.blanks(text.slice(at, to), start + at, shown);
      } else if (text.charCodeAt(at) === 0) to++;
      else {
        to = wordsEnd(text, at, this.preDepth > 0);
        this.words(text.slice(at, to), start + at, shown);
      }
      at = to;
    }
  }

  /** Remembers hidden letters that follow a visible word; whether the word goes on shows with the next visible text. */
  private noteHidden(text: string, start: number): void {
    if (this.atLineStart || this.pendingBlank || text.length > LONGEST_HIDDEN_IN_WORD || this.hiddenInWords.length >= MAX_HIDDEN_IN_WORDS) return;
    if (!/[\p{L}\p{N}]/u.test(text) || UNSEEN.has(this.stack.at(-1)?.name ?? "")) return;
    this.hidden = { text, start, end: start + text.length };
    this.hiddenAt = this.length;
  }

  private words(chars: string, start: number, shown: boolean): void {
    if (this.inTitle && this.title !== undefined) {
      this.title.text += chars;
      this.title.end = start + chars.length;
    }
    if (!shown) return;
    if (this.pendingBlank) {
      this.pieces.push(" ");
      this.length++;
      this.pendingBlank = false;
    }
    if (this.hidden !== undefined && this.hiddenAt === this.length && joinsWord(this.pieces.at(-1) ?? "", chars)) this.hiddenInWords.push(this.hidden);
    this.hidden = undefined;
    this.append(chars, start);
    this.atLineStart = false;
    if (this.link !== undefined && !this.link.visible) this.link.visible = true;
  }

  private blanks(chars: string, start: number, shown: boolean): void {
    if (this.inTitle && this.title !== undefined) this.title.text += " ";
    if (!shown) return;
    if (this.preDepth > 0) {
      const lines = chars.includes("\r") ? chars.replace(/\r\n?/g, "\n") : chars;
      this.append(lines, start);
      this.atLineStart = lines.endsWith("\n");
    } else if (!this.atLineStart) this.pendingBlank = true;
  }

  private append(chars: string, source: number): void {
    const last = this.segmentText.length - 1;
    const delta = last < 0 ? Number.NaN : (this.segmentSource[last] as number) - (this.segmentText[last] as number);
    if (source - this.length !== delta) {
      this.segmentText.push(this.length);
      this.segmentSource.push(source);
    }
    this.pieces.push(chars);
    this.length += chars.length;
  }

  private lineBreak(): void {
    this.pendingBlank = false;
    if (this.atLineStart || !isShown(this.visibility)) return;
    this.pieces.push("\n");
    this.length++;
    this.atLineStart = true;
  }

  private readImage(token: ScannedTag, start: number, end: number): void {
    const alt = token.attribute("alt")?.trim() ?? "";
    if (!isShown(this.visibility)) return;
    // An image alone makes a link visible, with or without alternative text.
    if (this.link !== undefined) this.link.visible = true;
    if (alt === "") return;
    this.imageAlts.push({ text: alt, start, end });
    if (this.link !== undefined) this.link.label += this.link.label === "" ? alt : ` ${alt}`;
  }

  private readLink(token: ScannedTag, start: number, end: number): HtmlLink | undefined {
    const target = linkTarget(token);
    if (target === undefined) return undefined;
    const isControl = target.source === "area" || target.source === "form" || token.name === "input";
    const link: HtmlLink = {
      source: target.source,
      written: target.written,
      start,
      end,
      textStart: this.length + (this.pendingBlank ? 1 : 0),
      textEnd: this.length,
      label: isControl ? (token.attribute("value") ?? token.attribute("alt") ?? "").trim() : "",
      visible: isControl && isShown(this.visibility),
      quoted: this.quoted,
    };
    this.links.push(link);
    return VOID.has(token.name) ? undefined : link;
  }

  finish(): HtmlReading {
    while (this.stack.length > 0) this.closeTop();
    const text = this.pieces.join("");
    const { segmentText, segmentSource } = this;
    return {
      text,
      links: this.links,
      headings: this.headings
        .map((heading) => ({ text: text.slice(heading.textStart, heading.textEnd).trim(), start: heading.start, end: heading.end }))
        .filter((heading) => heading.text !== ""),
      imageAlts: this.imageAlts,
      hiddenInWords: this.hiddenInWords,
      title: this.title === undefined ? undefined : { ...this.title, text: this.title.text.trim() },
      toSource: (index) => sourceOf(index, segmentText, segmentSource),
    };
  }
}

function sourceOf(index: number, segmentText: readonly number[], segmentSource: readonly number[]): number {
  let low = 0;
  let high = segmentText.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((segmentText[middle] as number) <= index) low = middle;
    else high = middle - 1;
  }
  const source = (segmentSource[low] ?? 0) + Math.max(0, index - (segmentText[low] ?? 0));
  const next = segmentSource[low + 1];
  return next === undefined ? source : Math.min(source, next);
}

/** A letter before and a letter after: the hidden text between them splits a word. */
function joinsWord(before: string, after: string): boolean {
  return /\p{L}$/u.test(before.slice(-2)) && /^\p{L}/u.test(after.slice(0, 2));
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09 || code === 0x0c;
}

/** End of a run of words; single blanks inside it belong to it, unless every blank has to be kept apart. */
function wordsEnd(text: string, from: number, stopsAtBlank: boolean): number {
  let at = from + 1;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code > 0x20) continue;
    if (code === 0) break;
    if (!isBlank(code)) continue;
    if (stopsAtBlank || code !== 0x20 || at + 1 >= text.length) break;
    const next = text.charCodeAt(at + 1);
    if (next === 0 || isBlank(next)) break;
  }
  return at;
}

function isShown(visibility: Visibility): boolean {
  return !visibility.gone && !visibility.tiny && !visibility.invisible;
}

function isQuoteClass(token: ScannedTag): boolean {
  return /\b(?:gmail_quote|yahoo_quoted|moz-cite)/.test(token.attribute("class") ?? "");
}

/** Where an element leads, if anywhere (HTML Standard §4.6, §4.10.18.6 form submission, §4.2.5.3 refresh). */
export function linkTarget(token: ScannedTag): { source: HtmlLink["source"]; written: string } | undefined {
  const { name } = token;
  const isButton = token.attribute("role") === "button";
  const href = name === "a" || name === "area" || name === "base" ? (token.attribute("href") ?? token.attribute("xlink:href")) : undefined;
  if (href !== undefined) return { source: name === "area" ? "area" : name === "base" ? "base" : isButton ? "button" : "href", written: href };
  if (name === "form") return written("form", token.attribute("action"));
  const formaction = token.attribute("formaction");
  if (formaction !== undefined) return written("button", formaction);
  if (name === "meta" && token.attribute("http-equiv")?.toLowerCase() === "refresh") {
    return written("href", /url\s*=\s*['"]?([^'"]+)/i.exec(token.attribute("content")?.slice(0, 4000) ?? "")?.[1]);
  }
  const onclick = token.attribute("onclick");
  const script = onclick === undefined ? undefined : /(?:location|open)[^'"]{0,40}['"]([^'"]+)['"]/.exec(onclick.slice(0, 4000))?.[1];
  if (script !== undefined) return { source: "button", written: script };
  return isButton ? written("button", token.attribute("data-href")) : undefined;
}

function written(source: HtmlLink["source"], value: string | undefined): { source: HtmlLink["source"]; written: string } | undefined {
  return value === undefined || value.trim() === "" ? undefined : { source, written: value };
}
