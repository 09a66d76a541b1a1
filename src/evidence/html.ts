import { Tokenizer, TokenizerMode } from "parse5";
import type { Token } from "parse5";
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
  /** Offset in the HTML text of an index in `text`. */
  toSource(index: number): number;
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(" "));
const VOID = words("area base br col embed hr img input link meta param source track wbr frame");
const BLOCK = words(
  "address article aside blockquote body center dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tr ul br title",
);
const UNSEEN = words("script style template head title noframes iframe object");
const IMPLIED_END = words("p li td th tr dt dd option a");
const RAWTEXT = words("style xmp iframe noembed noframes");

interface Open {
  readonly name: string;
  readonly visibility: Visibility;
  readonly link: HtmlLink | undefined;
  readonly quoted: boolean;
}

/** Reads an HTML text in one pass of the WHATWG tokenizer (HTML Standard §13.2.5). Linear; never throws on bad HTML. */
export function readHtml(html: string): HtmlReading {
  const reader = new Reader();
  const tokenizer = new Tokenizer({ sourceCodeLocationInfo: true }, reader);
  reader.tokenizer = tokenizer;
  tokenizer.write(html, true);
  return reader.finish();
}

class Reader {
  tokenizer: Tokenizer | undefined;
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

  onComment(): void {}
  onDoctype(): void {}
  onEof(): void {}
  onNullCharacter(): void {}

  onStartTag(token: Token.TagToken): void {
    const name = token.tagName;
    this.switchState(token);
    if (BLOCK.has(name)) this.lineBreak();
    else if (name === "td" || name === "th") this.pendingBlank = !this.atLineStart;
    const top = this.stack.at(-1);
    if (top !== undefined && top.name === name && IMPLIED_END.has(name)) this.closeTop();
    if (name === "a" && (this.openCount.get("a") ?? 0) > 0) this.close("a");
    const start = token.location?.startOffset ?? 0;
    const end = token.location?.endOffset ?? start;
    const before = this.visibility;
    if (token.attrs.length > 0) this.visibility = shownBy(before, attribute(token, "style"), attribute(token, "hidden"));
    if (UNSEEN.has(name)) this.visibility = { ...this.visibility, gone: true };
    const link = token.attrs.length > 0 ? this.readLink(token, start, end) : undefined;
    if (name === "img") this.readImage(token, start, end);
    if (/^h[1-3]$/.test(name)) this.heading = { start, end, textStart: this.length, textEnd: this.length };
    if (name === "title" && this.title === undefined) [this.inTitle, this.title] = [true, { text: "", start: end, end }];
    if (VOID.has(name) || (token.selfClosing && name === "path")) {
      this.visibility = before;
      return;
    }
    this.push(token, before, link);
  }

  private push(token: Token.TagToken, before: Visibility, link: HtmlLink | undefined): void {
    const name = token.tagName;
    this.stack.push({ name, visibility: before, link: this.link, quoted: this.quoted });
    this.openCount.set(name, (this.openCount.get(name) ?? 0) + 1);
    if (link !== undefined && link.source !== "form") this.link = link;
    if (name === "pre") this.preDepth++;
    if (name === "blockquote" ? attribute(token, "type") === "cite" || isQuoteClass(token) : name === "div" && isQuoteClass(token)) this.quoted = true;
  }

  onEndTag(token: Token.TagToken): void {
    const name = token.tagName;
    if (BLOCK.has(name)) this.lineBreak();
    if ((this.openCount.get(name) ?? 0) > 0) this.close(name);
    if (name === "title") this.inTitle = false;
    if (this.heading !== undefined && /^h[1-3]$/.test(name)) {
      this.headings.push({ ...this.heading, end: token.location?.startOffset ?? this.heading.end, textEnd: this.length });
      this.heading = undefined;
    }
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

  onCharacter(token: Token.CharacterToken): void {
    const { chars } = token;
    const start = token.location?.startOffset ?? 0;
    if (this.inTitle && this.title !== undefined) {
      this.title.text += chars;
      this.title.end = start + chars.length;
    }
    if (!isShown(this.visibility)) return;
    if (this.pendingBlank) {
      this.pieces.push(" ");
      this.length++;
      this.pendingBlank = false;
    }
    this.append(chars, start);
    this.atLineStart = false;
    if (this.link !== undefined && !this.link.visible) this.link.visible = true;
  }

  onWhitespaceCharacter(token: Token.CharacterToken): void {
    if (this.inTitle && this.title !== undefined) this.title.text += " ";
    if (!isShown(this.visibility)) return;
    if (this.preDepth > 0) {
      this.append(token.chars, token.location?.startOffset ?? 0);
      this.atLineStart = token.chars.endsWith("\n");
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

  private switchState(token: Token.TagToken): void {
    const tokenizer = this.tokenizer;
    const name = token.tagName;
    if (tokenizer === undefined) return;
    if (name === "textarea" || name === "title") tokenizer.state = TokenizerMode.RCDATA;
    else if (RAWTEXT.has(name)) tokenizer.state = TokenizerMode.RAWTEXT;
    else if (name === "script") tokenizer.state = TokenizerMode.SCRIPT_DATA;
    else if (name === "plaintext") tokenizer.state = TokenizerMode.PLAINTEXT;
  }

  private readImage(token: Token.TagToken, start: number, end: number): void {
    const alt = attribute(token, "alt")?.trim() ?? "";
    if (!isShown(this.visibility)) return;
    // An image alone makes a link visible, with or without alternative text.
    if (this.link !== undefined) this.link.visible = true;
    if (alt === "") return;
    this.imageAlts.push({ text: alt, start, end });
    if (this.link !== undefined) this.link.label += this.link.label === "" ? alt : ` ${alt}`;
  }

  private readLink(token: Token.TagToken, start: number, end: number): HtmlLink | undefined {
    const target = linkTarget(token);
    if (target === undefined) return undefined;
    const isControl = target.source === "area" || target.source === "form" || token.tagName === "input";
    const link: HtmlLink = {
      ...target,
      start,
      end,
      textStart: this.length + (this.pendingBlank ? 1 : 0),
      textEnd: this.length,
      label: isControl ? (attribute(token, "value") ?? attribute(token, "alt") ?? "").trim() : "",
      visible: isControl && isShown(this.visibility),
      quoted: this.quoted,
    };
    this.links.push(link);
    return VOID.has(token.tagName) ? undefined : link;
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

function isShown(visibility: Visibility): boolean {
  return !visibility.gone && !visibility.tiny && !visibility.invisible;
}

function attribute(token: Token.TagToken, name: string): string | undefined {
  for (const attr of token.attrs) if (attr.name === name) return attr.value;
  return undefined;
}

function isQuoteClass(token: Token.TagToken): boolean {
  return /\b(?:gmail_quote|yahoo_quoted|moz-cite)/.test(attribute(token, "class") ?? "");
}

/** Where an element leads, if anywhere (HTML Standard §4.6, §4.10.18.6 form submission, §4.2.5.3 refresh). */
function linkTarget(token: Token.TagToken): { source: HtmlLink["source"]; written: string } | undefined {
  const name = token.tagName;
  const isButton = attribute(token, "role") === "button";
  const href = name === "a" || name === "area" || name === "base" ? (attribute(token, "href") ?? attribute(token, "xlink:href")) : undefined;
  if (href !== undefined) return { source: name === "area" ? "area" : name === "base" ? "base" : isButton ? "button" : "href", written: href };
  if (name === "form") return written("form", attribute(token, "action"));
  const formaction = attribute(token, "formaction");
  if (formaction !== undefined) return written("button", formaction);
  if (name === "meta" && attribute(token, "http-equiv")?.toLowerCase() === "refresh") {
    return written("href", /url\s*=\s*['"]?([^'"]+)/i.exec(attribute(token, "content")?.slice(0, 4000) ?? "")?.[1]);
  }
  const onclick = attribute(token, "onclick");
  const script = onclick === undefined ? undefined : /(?:location|open)[^'"]{0,40}['"]([^'"]+)['"]/.exec(onclick.slice(0, 4000))?.[1];
  if (script !== undefined) return { source: "button", written: script };
  return isButton ? written("button", attribute(token, "data-href")) : undefined;
}

function written(source: HtmlLink["source"], value: string | undefined): { source: HtmlLink["source"]; written: string } | undefined {
  return value === undefined || value.trim() === "" ? undefined : { source, written: value };
}
