import { Tokenizer } from "parse5";

/** A tag as the scanner hands it over; attributes are decoded when asked for. Offsets are in the HTML text. */
export interface ScannedTag {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly selfClosing: boolean;
  readonly hasAttributes: boolean;
  /** Value of an attribute by its lower-case name, character references decoded; of repeated ones the first counts. */
  attribute(name: string): string | undefined;
}

export interface ScanHandler {
  startTag(tag: ScannedTag): void;
  endTag(name: string, start: number): void;
  /** Text as written from `start` on: character references decoded in runs of their own, line ends as they are. */
  characters(text: string, start: number): void;
}

const RCDATA: ReadonlySet<string> = new Set(["textarea", "title"]);
const RAWTEXT: ReadonlySet<string> = new Set(["style", "xmp", "iframe", "noembed", "noframes", "script"]);
const COMMENT_END = /--!?>/g;
const NAME_END = /[\t\n\f\r />]/g;
const ATTRIBUTE_NAME_END = /[\t\n\f\r />=]/g;
const UNQUOTED_END = /[\t\n\f\r >]/g;
/** The longest named reference has 33 characters; numbers may have any number of zeros before them. */
const REFERENCE = /&(?:#[xX]?[0-9a-fA-F]+;?|[A-Za-z0-9]{1,40};?)/y;
const SCRIPT_MARKS = /<!--|-->|<(\/?)script(?=[\t\n\f\r />])/gi;

/**
 * Scans HTML into the tokens of the WHATWG tokenizer (HTML Standard §13.2.5) by jumping from mark to mark instead of
 * stepping through states; character references are left to parse5. Linear: no search looks at a character twice.
 */
export function scanHtml(html: string, handler: ScanHandler): void {
  new Scanner(html, handler).run();
}

class Scanner {
  private at = 0;
  /** The next `&`, looked for once even when it stands far ahead. */
  private ampersand = -1;
  private names: string[] = [];
  private values: number[] = [];
  private selfClosing = false;
  private readonly html: string;
  /** Few texts have a NUL; only those have it replaced, name by name. */
  private readonly hasNul: boolean;
  private readonly handler: ScanHandler;

  constructor(html: string, handler: ScanHandler) {
    this.html = html;
    this.hasNul = html.includes("\0");
    this.handler = handler;
  }

  run(): void {
    const { html } = this;
    while (this.at < html.length) {
      let mark = html.indexOf("<", this.at);
      while (mark >= 0 && !this.opensMarkup(mark)) mark = html.indexOf("<", mark + 1);
      const textEnd = mark < 0 ? html.length : mark;
      if (textEnd > this.at) this.text(this.at, textEnd, true, "");
      if (mark < 0) return;
      this.markup(mark);
    }
  }

  /** A `<` before anything but a letter, `/`, `!` or `?` is text. */
  private opensMarkup(at: number): boolean {
    const code = this.html.charCodeAt(at + 1);
    return isLetter(code) || code === 0x21 || code === 0x3f || (code === 0x2f && at + 2 < this.html.length);
  }

  private markup(at: number): void {
    const { html } = this;
    const code = html.charCodeAt(at + 1);
    if (isLetter(code)) this.tag(at, at + 1);
    else if (code === 0x2f && isLetter(html.charCodeAt(at + 2))) this.tag(at, at + 2);
    else if (html.startsWith("<!--", at)) this.at = this.commentEnd(at + 4);
    else {
      // Document types, processing instructions, CDATA and other bogus comments all end at the next `>`.
      const end = html.indexOf(">", at + 2);
      this.at = end < 0 ? html.length : end + 1;
    }
  }

  private commentEnd(from: number): number {
    const { html } = this;
    if (html.startsWith(">", from)) return from + 1;
    if (html.startsWith("->", from)) return from + 2;
    COMMENT_END.lastIndex = from;
    return COMMENT_END.test(html) ? COMMENT_END.lastIndex : html.length;
  }

  private tag(start: number, nameStart: number): void {
    const { html, handler } = this;
    const nameEnd = search(NAME_END, html, nameStart);
    const name = this.nameAt(nameStart, nameEnd);
    const end = this.attributes(nameEnd);
    this.at = end < 0 ? html.length : end;
    // A tag the text ends in is no tag.
    if (end < 0) return;
    if (nameStart === start + 2) {
      handler.endTag(name, start);
      return;
    }
    const { names, values } = this;
    handler.startTag({
      name,
      start,
      end,
      selfClosing: this.selfClosing,
      hasAttributes: names.length > 0,
      attribute: (wanted) => {
        const index = names.indexOf(wanted);
        return index < 0 ? undefined : attributeValue(html.slice(values[2 * index], values[2 * index + 1]));
      },
    });
    if (RCDATA.has(name) || RAWTEXT.has(name) || name === "plaintext") this.rawText(name);
  }

  private nameAt(from: number, to: number): string {
    const name = this.html.slice(from, to).toLowerCase();
    return this.hasNul ? name.replaceAll("\0", "\ufffd") : name;
  }

  /** Notes name and place of every attribute; the end of the tag, or -1 when the text ends first. */
  private attributes(from: number): number {
    const { html } = this;
    this.selfClosing = false;
    if (html.charCodeAt(from) === 0x3e) {
      if (this.names.length > 0) [this.names, this.values] = [[], []];
      return from + 1;
    }
    const names: string[] = (this.names = []);
    const values: number[] = (this.values = []);
    let at = from;
    while (at < html.length) {
      const code = html.charCodeAt(at);
      if (code === 0x3e) return at + 1;
      if (code === 0x2f) {
        if (html.charCodeAt(at + 1) === 0x3e) {
          this.selfClosing = true;
          return at + 2;
        }
        at++;
      } else if (isBlank(code)) at++;
      else {
        const nameEnd = search(ATTRIBUTE_NAME_END, html, at + 1);
        names.push(this.nameAt(at, nameEnd));
        at = skipBlanks(html, nameEnd);
        if (html.charCodeAt(at) === 0x3d) {
          const valueStart = skipBlanks(html, at + 1);
          at = valueEnd(html, valueStart);
          if (at < 0) return -1;
          values.push(valueStart, at);
        } else values.push(at, at);
      }
    }
    return -1;
  }

  /** What follows the start tag of an element that holds text only, up to its end tag. */
  private rawText(name: string): void {
    const { html } = this;
    const from = this.at;
    let end = html.length;
    if (name === "script") end = scriptEnd(html, from);
    else if (name !== "plaintext") {
      const closing = new RegExp(`</${name}(?=[\\t\\n\\f\\r />])`, "gi");
      closing.lastIndex = from;
      end = closing.exec(html)?.index ?? html.length;
    }
    if (end > from) this.text(from, end, RCDATA.has(name), "\ufffd");
    this.at = end;
    if (end < html.length) this.tag(end, end + 2);
  }

  private text(from: number, to: number, decodes: boolean, nul: string): void {
    const { html, handler } = this;
    let at = from;
    let mark = decodes ? this.nextAmpersand(from) : to;
    while (mark < to) {
      REFERENCE.lastIndex = mark;
      const written = REFERENCE.exec(html)?.[0];
      const decoded = written === undefined ? undefined : decodeReference(written);
      if (decoded === undefined || written === undefined) {
        mark = this.nextAmpersand(mark + 1);
        continue;
      }
      if (mark > at) handler.characters(this.textAt(at, mark, nul), at);
      handler.characters(decoded, mark);
      at = mark + written.length;
      mark = this.nextAmpersand(at);
    }
    if (at < to) handler.characters(this.textAt(at, to, nul), at);
  }

  private textAt(from: number, to: number, nul: string): string {
    const text = this.html.slice(from, to);
    return this.hasNul && nul !== "" ? text.replaceAll("\0", nul) : text;
  }

  private nextAmpersand(from: number): number {
    if (this.ampersand < from) {
      const next = this.html.indexOf("&", from);
      this.ampersand = next < 0 ? Number.POSITIVE_INFINITY : next;
    }
    return this.ampersand;
  }
}

/** End of a script's text: inside `<!--` a `<script` hides the next end tag (HTML Standard §13.2.5.20 to .31). */
function scriptEnd(html: string, from: number): number {
  let isEscaped = false;
  let isDouble = false;
  SCRIPT_MARKS.lastIndex = from;
  for (let mark = SCRIPT_MARKS.exec(html); mark !== null; mark = SCRIPT_MARKS.exec(html)) {
    const [text, slash] = mark;
    if (text === "<!--") {
      // The dashes may at once be those of an end: `<!-->`.
      if (!isEscaped) isEscaped = true;
      SCRIPT_MARKS.lastIndex -= 2;
    } else if (slash === undefined) isEscaped = isDouble = false;
    else if (slash === "") isDouble ||= isEscaped;
    else if (isDouble) isDouble = false;
    else return mark.index;
  }
  return html.length;
}

function search(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex - 1 : text.length;
}

function valueEnd(html: string, from: number): number {
  const code = html.charCodeAt(from);
  if (code !== 0x22 && code !== 0x27) return code === 0x3e ? from : search(UNQUOTED_END, html, from);
  const end = html.indexOf(code === 0x22 ? '"' : "'", from + 1);
  return end < 0 ? -1 : end + 1;
}

function attributeValue(written: string): string {
  if (written.includes("&") && !isOnlyAmp(written)) return decodeAttribute(written);
  const quote = written.charCodeAt(0);
  const bare = quote === 0x22 || quote === 0x27 ? written.slice(1, -1) : written;
  const value = bare.includes("&") ? bare.replaceAll("&amp;", "&") : bare;
  return /[\r\0]/.test(value) ? value.replace(/\r\n?/g, "\n").replaceAll("\0", "\ufffd") : value;
}

const isOnlyAmp = (written: string): boolean => !/&(?!amp;)/.test(written);
const isLetter = (code: number): boolean => (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a;
const isBlank = (code: number): boolean => code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09 || code === 0x0c;

function skipBlanks(html: string, from: number): number {
  let at = from;
  while (at < html.length && isBlank(html.charCodeAt(at))) at++;
  return at;
}

const MAX_REMEMBERED = 2000;
const LONGEST_REMEMBERED = 12;
const remembered = new Map<string, string | undefined>();

/** The text of one character reference, whatever follows it inside the run included; undefined when it is none. */
function decodeReference(written: string): string | undefined {
  if (remembered.has(written)) return remembered.get(written);
  let text = "";
  const add = (token: { readonly chars: string }): void => void (text += token.chars);
  tokenize(written, { onCharacter: add, onWhitespaceCharacter: add });
  const decoded = text === written ? undefined : text;
  if (remembered.size >= MAX_REMEMBERED) remembered.clear();
  if (written.length <= LONGEST_REMEMBERED) remembered.set(written, decoded);
  return decoded;
}

function decodeAttribute(written: string): string {
  let value = "";
  tokenize(`<a b=${written}>`, { onStartTag: (tag) => void (value = tag.attrs[0]?.value ?? "") });
  return value;
}

type TokenHandler = ConstructorParameters<typeof Tokenizer>[1];

function tokenize(html: string, handler: Partial<TokenHandler>): void {
  const nothing = (): void => {};
  const whole: TokenHandler = {
    onComment: nothing,
    onDoctype: nothing,
    onStartTag: nothing,
    onEndTag: nothing,
    onEof: nothing,
    onCharacter: nothing,
    onNullCharacter: nothing,
    onWhitespaceCharacter: nothing,
    ...handler,
  };
  new Tokenizer({ sourceCodeLocationInfo: false }, whole).write(html, true);
}
