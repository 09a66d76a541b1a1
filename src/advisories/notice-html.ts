import { Tokenizer, TokenizerMode } from "parse5";
import type { Token } from "parse5";
import { labelIn } from "./layouts/labels.ts";
import type { LineRole, RawLine } from "./layouts/layout.ts";
import { tableLines } from "./layouts/tables.ts";
import type { Cell } from "./layouts/tables.ts";

/** What is read of a page: its lines, its title, and the address it gives for itself. */
export interface PageText {
  readonly lines: readonly RawLine[];
  readonly title: string | undefined;
  readonly canonical: string | undefined;
}

const BLOCKS = new Set(
  "address article aside blockquote body caption center details dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol p pre section summary table tbody td tfoot th thead tr ul".split(
    " ",
  ),
);
/** A blank line stands around these; around a div or li it does not. */
const SPACED = new Set("blockquote dl figure h1 h2 h3 h4 h5 h6 hr ol p pre section table ul".split(" "));
const SKIPPED = new Set("script style noscript template nav footer svg select iframe textarea rt rp head button noframes xmp".split(" "));
const RAW: Readonly<Record<string, number>> = {
  script: TokenizerMode.SCRIPT_DATA,
  style: TokenizerMode.RAWTEXT,
  iframe: TokenizerMode.RAWTEXT,
  noframes: TokenizerMode.RAWTEXT,
  xmp: TokenizerMode.RAWTEXT,
  textarea: TokenizerMode.RCDATA,
  title: TokenizerMode.RCDATA,
};
/** Quotations and boxes: a text in one ends with it. */
const ENCLOSES = new Set(["blockquote", "pre"]);
const EMPHASIS = new Set(["strong", "b", "em"]);
const INLINE = new Set(["span", "label", "i", "font", "u", "small", "cite"]);
const PARTICLE = /^(?:[をにはがのでともや、。:：)）\]］】＞>」』・／/]|から|より|など|欄)/u;
const SHOWS_MAIL = /メール|件名|本文|文面|例|画面|フィッシング|mail/iu;
const MAX_LINES = 6000;
const MAX_TABLES = 16;

/** The text of a page as its reader sees it, with the structure that tells labels from values. Never throws. */
export function htmlPage(html: string): PageText {
  const page = new Page();
  const tokenizer = new Tokenizer({ sourceCodeLocationInfo: false }, page);
  page.onRaw = (mode) => (tokenizer.state = mode);
  tokenizer.write(html, true);
  return page.done();
}

interface OpenTable {
  readonly rows: Cell[][];
  cell: { readonly head: boolean; readonly rows: number } | undefined;
  readonly outer: RawLine[];
}

/**
 * Builds lines from tokens in one pass, without a tree: parse5's tree construction looks through all open elements for
 * each new block, which takes seconds for a page of nested divs.
 */
class Page {
  onRaw: (mode: number) => void = () => {};
  private sink: RawLine[] = [];
  private readonly tables: OpenTable[] = [];
  private text = "";
  private role: LineRole | undefined;
  private level: number | undefined;
  private skip: { readonly tag: string; depth: number } | undefined;
  private pre = 0;
  private title = "";
  private inTitle = false;
  private heading = "";
  private inHead = false;
  private canonical: string | undefined;
  /** Values of the dt before: its text is a label. */
  private valueOf = false;
  private count = 0;
  /** An element ended whose text is a label and all of the line so far: a colon belongs behind it, if a value follows. */
  private setOff: "emphasis" | "element" | undefined;
  /** The line goes on from the one above in the same block, behind a br. */
  private joined = false;

  onComment(): void {}
  onDoctype(): void {}
  onEof(): void {}
  onParseError(): void {}
  onNullCharacter(): void {}

  onCharacter(token: Token.CharacterToken): void {
    this.characters(token.chars);
  }

  onWhitespaceCharacter(token: Token.CharacterToken): void {
    this.characters(token.chars);
  }

  onStartTag(tag: Token.TagToken): void {
    const name = tag.tagName;
    const mode = RAW[name];
    if (mode !== undefined) this.onRaw(mode);
    if (name === "title") return void (this.inTitle = !this.title);
    if (name === "link" || name === "meta") return this.metadata(tag);
    if (name === "body") this.inHead = false;
    if (this.skip !== undefined) return void (this.skip.depth += this.skip.tag === name ? 1 : 0);
    if (name === "head") return void (this.inHead = true);
    const encoded = tag.attrs.find((attribute) => attribute.name === "data-cfemail")?.value;
    if (encoded !== undefined) this.text += decodeProtected(encoded);
    if (SKIPPED.has(name) || encoded !== undefined) return void (this.skip = { tag: name, depth: 1 });
    if (name === "br") return this.lineBreak();
    if (name === "img") return this.image(tag);
    if (BLOCKS.has(name)) this.openBlock(name, tag);
  }

  onEndTag(tag: Token.TagToken): void {
    const name = tag.tagName;
    if (name === "title") return void (this.inTitle = false);
    if (name === "head") return void (this.inHead = false);
    if (this.skip !== undefined) {
      if (this.skip.tag === name && --this.skip.depth <= 0) this.skip = undefined;
      return;
    }
    if (EMPHASIS.has(name)) return this.endInline("emphasis");
    if (INLINE.has(name)) return this.endInline("element");
    if (name === "br") return this.lineBreak();
    if (BLOCKS.has(name)) this.closeBlock(name);
  }

  done(): PageText {
    this.endLine();
    while (this.tables.length > 0) this.endTable();
    const title = (this.title || this.heading).replace(/\s+/gu, " ").trim();
    return { lines: this.sink, title: title === "" ? undefined : title.slice(0, 300), canonical: this.canonical };
  }

  private characters(chars: string): void {
    if (this.inTitle) this.title += chars.slice(0, 300);
    if (this.inTitle || this.inHead || this.skip !== undefined) return;
    if (this.setOff !== undefined && chars.trim() !== "") this.setApart(chars);
    if (this.pre > 0 && chars.includes("\n")) {
      const [first, ...others] = chars.split(/\r\n|\r|\n/u);
      this.text += first;
      for (const line of others) {
        this.endLine();
        this.text += line;
      }
    } else this.text += chars;
  }

  private openBlock(name: string, tag: Token.TagToken): void {
    this.endLine();
    this.joined = false;
    if (SPACED.has(name)) this.blank();
    if (ENCLOSES.has(name)) this.push({ text: "", role: "enclosure" });
    if (name === "table") this.startTable();
    else if (name === "tr") this.startRow();
    else if (name === "td" || name === "th") this.startCell(name === "th", Number(tag.attrs.find((attribute) => attribute.name === "rowspan")?.value));
    else if (name === "li") this.role = "item";
    else if (name === "dt") this.openTerm();
    else if (name === "hr") this.push({ text: "----------" });
    else if (name === "pre") this.pre++;
    else if (/^h[1-6]$/u.test(name)) this.openHeading(Number(name[1]));
    else if (name === "summary") this.openHeading(6);
  }

  private openTerm(): void {
    this.role = "term";
    this.valueOf = false;
  }

  private openHeading(level: number): void {
    this.role = "heading";
    this.level = level;
  }

  private closeBlock(name: string): void {
    this.endLine();
    this.joined = false;
    if (name === "pre" && this.pre > 0) this.pre--;
    if (name === "dl") this.valueOf = false;
    if (name === "td" || name === "th") this.endCell();
    else if (name === "table") this.endTable();
    else if (name === "dl" || ENCLOSES.has(name)) this.push({ text: "", role: "break" });
    // What an accordion's head says holds inside of it.
    else if (name === "details") this.push({ text: "", role: "break", level: 6 });
    if (/^h[1-6]$/u.test(name) || name === "summary" || name === "dt" || name === "li") this.role = this.level = undefined;
    if (SPACED.has(name)) this.blank();
  }

  private lineBreak(): void {
    if (this.pre === 0 && this.text.trim() === "") this.blank();
    this.endLine();
    this.joined = true;
  }

  /** A line ends where a block begins or ends, or at br. */
  private endLine(): void {
    if (this.text === "") {
      if (this.pre > 0) this.push({ text: "" });
      return;
    }
    const label = this.setOff === "emphasis" ? ":" : "";
    this.setOff = undefined;
    const text = (this.pre > 0 ? this.text.trim() : collapse(this.text)) + label;
    this.text = "";
    if (text === "") return void (this.pre > 0 && this.push({ text: "" }));
    // No label needs to be known of a line that is not kept.
    if (this.count >= MAX_LINES) return;
    if (this.role === "heading" && this.heading === "") this.heading = text;
    if (this.role === "term") {
      this.valueOf = labelIn(text) !== undefined;
      this.push({ text, role: this.valueOf ? "term" : undefined });
    } else if (this.role !== undefined) this.push({ text, role: this.role, level: this.level });
    else this.push({ text, role: this.valueOf ? "value" : undefined, ...(this.joined ? { joined: true } : {}) });
    if (this.role === "item") this.role = undefined;
  }

  private endInline(kind: "emphasis" | "element"): void {
    // A line that is long already is no label; what it has is not looked through again for each element.
    if (this.text.length > 200) return;
    const text = collapse(this.text);
    if (text.length > 0 && text.length <= 20 && labelIn(text)?.style === "bare") this.setOff = kind;
  }

  /** `<b>件名</b> お知らせ` has no colon: what is set off by type is set off by one. 「<b>件名</b>を確認」 is a sentence. */
  private setApart(chars: string): void {
    if (!PARTICLE.test(chars.trimStart())) this.text = `${collapse(this.text)}:`;
    this.setOff = undefined;
  }

  private image(tag: Token.TagToken): void {
    const alt =
      tag.attrs
        .find((attribute) => attribute.name === "alt")
        ?.value.trim()
        .slice(0, 200) ?? "";
    if (!SHOWS_MAIL.test(alt)) return;
    this.endLine();
    this.push({ text: `〔画像〕${alt}`, role: "image" });
  }

  private metadata(tag: Token.TagToken): void {
    const of = (name: string): string | undefined => tag.attrs.find((attribute) => attribute.name === name)?.value;
    if (of("rel")?.toLowerCase() === "canonical" || of("property") === "og:url") this.canonical ??= of("href") ?? of("content");
  }

  private push(line: RawLine): void {
    if (this.count++ < MAX_LINES) this.sink.push(line.text.length > 2000 ? { ...line, text: line.text.slice(0, 2000) } : line);
  }

  private blank(): void {
    if (this.sink.length > 0 && this.sink.at(-1)?.text !== "") this.push({ text: "", role: this.valueOf ? "value" : undefined });
  }

  private startTable(): void {
    if (this.tables.length >= MAX_TABLES) return;
    this.tables.push({ rows: [], cell: undefined, outer: this.sink });
    this.sink = [];
  }

  private startRow(): void {
    this.endCell();
    this.tables.at(-1)?.rows.push([]);
  }

  private startCell(head: boolean, rows: number): void {
    this.endCell();
    const table = this.tables.at(-1);
    if (table === undefined) return;
    if (table.rows.length === 0) table.rows.push([]);
    table.cell = { head, rows: Number.isInteger(rows) && rows > 1 ? Math.min(rows, 1000) : 1 };
    this.sink = [];
  }

  private endCell(): void {
    const table = this.tables.at(-1);
    if (table?.cell === undefined) return;
    table.rows.at(-1)?.push({ lines: this.sink, head: table.cell.head, rows: table.cell.rows });
    table.cell = undefined;
    this.sink = [];
  }

  private endTable(): void {
    const table = this.tables.at(-1);
    if (table === undefined) return;
    this.endCell();
    this.tables.pop();
    const stray = this.sink;
    this.sink = table.outer;
    // A loop, since a spread of very many lines is too many arguments.
    for (const line of [stray, tableLines(table.rows)].flat()) this.sink.push(line);
  }
}

/** Blanks as HTML shows them; a line end of the source between two Japanese characters is none. */
function collapse(text: string): string {
  return text
    .replace(/(?<=[\u3000-\u9fff\uff00-\uffef])[ \t]*[\r\n]+[ \t\r\n]{0,200}(?=[\u3000-\u9fff\uff00-\uffef])/gu, "")
    .replace(/[ \t\r\n\f\u00a0]+/gu, " ")
    .trim();
}

/** Cloudflare's "email protection": bytes in hex, each XORed with the first. */
function decodeProtected(hex: string): string {
  if (!/^(?:[0-9a-f]{2}){2,200}$/iu.test(hex)) return "";
  const bytes = hex.match(/../gu)?.map((pair) => Number.parseInt(pair, 16)) ?? [];
  return String.fromCharCode(...bytes.slice(1).map((byte) => byte ^ (bytes[0] ?? 0)));
}
