import { charsetDecode } from "./charset.ts";
import { charsetOfCodepage } from "./codepages.ts";
import { latin1 } from "./bytes.ts";

/** What an RTF body says to a reader: the HTML or text wrapped into it, or itself as HTML. */
export interface RtfText {
  readonly kind: "plain" | "html";
  readonly text: string;
}

/** Bytes of RTF that are read. */
const MAX_BYTES = 8_000_000;
const MAX_DEPTH = 10_000;

/** Destinations whose text no reader sees (RTF 1.9.1); those behind `\*` are left out as well. */
const UNSEEN = new Set([
  "fonttbl",
  "colortbl",
  "stylesheet",
  "info",
  "pict",
  "header",
  "footer",
  "object",
  "pntext",
  "listtable",
  "themedata",
  "datastore",
  "filetbl",
]);
/** Characters that have a control word. */
const CHARACTERS: Readonly<Record<string, string>> = {
  par: "\r\n",
  line: "\r\n",
  row: "\r\n",
  sect: "\r\n",
  page: "\r\n",
  tab: "\t",
  cell: "\t",
  lquote: "‘",
  rquote: "’",
  ldblquote: "“",
  rdblquote: "”",
  bullet: "•",
  endash: "–",
  emdash: "—",
  "~": "\u00a0",
  _: "\u00ad",
};
/** `\fcharset` of a font as a Windows code page; 0 (ANSI), 1 (default) and 2 (symbols) are the document's. */
const FONT_CODEPAGES: Readonly<Record<number, number>> = {
  128: 932,
  129: 949,
  134: 936,
  136: 950,
  161: 1253,
  162: 1254,
  163: 1258,
  177: 1255,
  178: 1256,
  186: 1257,
  204: 1251,
  222: 874,
  238: 1250,
};

type Destination = "text" | "unseen" | "fonts" | "tag" | "instruction";

interface Group {
  destination: Destination;
  /** Inside `\htmlrtf`: written for RTF readers only ([MS-OXRTFEX] §2.1.3.1.7). */
  forRtf: boolean;
  font: number | undefined;
  /** Characters after `\u` that stand for it in old readers. */
  skip: number;
  /** Closes a link that was opened in this group. */
  link: boolean;
}

/** Reads RTF as a mail program shows it; undefined for bytes that are none. Never throws; one pass, no recursion. */
export function readRtf(bytes: Uint8Array): RtfText | undefined {
  const source = latin1(bytes, 0, Math.min(bytes.length, MAX_BYTES));
  return source.startsWith("{\\rtf") ? new Reader(source).read() : undefined;
}

const TOKEN = /\\(?:([a-zA-Z]{1,32})(-?\d{1,10})? ?|'([0-9a-fA-F]{2})|([^]))|[{}]|[^\\{}\r\n]+/g;

class Reader {
  readonly #source: string;
  readonly #out: string[] = [];
  readonly #stack: Group[] = [];
  readonly #fontCharsets = new Map<number, string>();
  #group: Group = { destination: "text", forRtf: false, font: undefined, skip: 1, link: false };
  #from: "html" | "text" | undefined;
  #charset = "windows-1252";
  #font = 0;
  #bytes: number[] = [];
  #bytesIn = "";
  #toSkip = 0;
  #starred = false;
  #instruction = "";

  constructor(source: string) {
    this.#source = source;
  }

  read(): RtfText {
    TOKEN.lastIndex = 0;
    const pattern = new RegExp(TOKEN);
    for (let match = pattern.exec(this.#source); match !== null; match = pattern.exec(this.#source)) {
      const [token, word, number, hex, symbol] = match;
      if (token === "{") this.#open();
      else if (token === "}") this.#close();
      else if (hex !== undefined) this.#byte(Number.parseInt(hex, 16));
      else if (symbol !== undefined) this.#symbol(symbol);
      else if (word === "bin") pattern.lastIndex += Math.max(0, Number(number ?? 0));
      else if (word !== undefined) this.#word(word, number === undefined ? undefined : Number(number));
      else for (let i = 0; i < token.length; i++) this.#byte(token.charCodeAt(i));
    }
    this.#flush();
    return { kind: this.#from === "text" ? "plain" : "html", text: this.#out.join("") };
  }

  #open(): void {
    this.#starred = false;
    if (this.#stack.length < MAX_DEPTH) this.#stack.push({ ...this.#group });
    this.#group.link = false;
  }

  #close(): void {
    this.#flush();
    const ended = this.#group;
    const outer = this.#stack.pop();
    if (outer === undefined) return;
    this.#group = outer;
    if (ended.destination === "instruction" && outer.destination !== "instruction") this.#openLink();
    else if (ended.link) this.#out.push("</a>");
  }

  /** `HYPERLINK "https://…"` of a field: its result, in a group beside it, is the link's text. */
  #openLink(): void {
    const target = /^\s*HYPERLINK\s+(?:\\[a-z]\s+)?"([^"]{1,4000})"/i.exec(this.#instruction)?.[1];
    this.#instruction = "";
    if (target === undefined || this.#from !== undefined || this.#group.link) return;
    this.#out.push(`<a href="${escaped(target)}">`);
    this.#group.link = true;
  }

  #symbol(symbol: string): void {
    if (symbol === "*") this.#starred = true;
    else if (symbol === "\r" || symbol === "\n") this.#text("\r\n");
    else if (CHARACTERS[symbol] !== undefined) this.#text(CHARACTERS[symbol]);
    else this.#byte(symbol.charCodeAt(0));
  }

  #word(word: string, number: number | undefined): void {
    const starred = this.#starred;
    this.#starred = false;
    if (word === "u" && number !== undefined) return this.#unicode(number);
    const character = CHARACTERS[word];
    if (character !== undefined) return this.#text(character);
    this.#flush();
    const group = this.#group;
    if (word === "htmltag" && starred) group.destination = "tag";
    else if (word === "fldinst") group.destination = "instruction";
    else if (word === "fonttbl") group.destination = "fonts";
    else if (starred || UNSEEN.has(word)) group.destination = "unseen";
    else if (word === "htmlrtf") group.forRtf = number !== 0;
    else if (word === "uc") group.skip = Math.min(Math.max(number ?? 1, 0), 100);
    else if (word === "f") group.font = this.#font = number ?? 0;
    else this.#document(word, number ?? 0);
  }

  #document(word: string, number: number): void {
    if (word === "fromhtml") this.#from ??= "html";
    else if (word === "fromtext") this.#from ??= "text";
    else if (word === "ansicpg") this.#charset = charsetOfCodepage(number) ?? this.#charset;
    else if (word === "fcharset" && this.#group.destination === "fonts") {
      const charset = charsetOfCodepage(FONT_CODEPAGES[number] ?? 0);
      if (charset !== undefined && this.#fontCharsets.size < 1000) this.#fontCharsets.set(this.#font, charset);
    }
  }

  #unicode(number: number): void {
    this.#text(String.fromCharCode(number & 0xffff));
    this.#toSkip = this.#group.skip;
  }

  /** One byte of text, in the charset of the font. */
  #byte(byte: number): void {
    if (this.#toSkip > 0) return void this.#toSkip--;
    const charset = this.#fontCharsets.get(this.#group.font ?? -1) ?? this.#charset;
    if (charset !== this.#bytesIn) this.#flush();
    this.#bytesIn = charset;
    this.#bytes.push(byte & 0xff);
  }

  #flush(): void {
    if (this.#bytes.length === 0) return;
    const text = charsetDecode(this.#bytesIn, Uint8Array.from(this.#bytes));
    this.#bytes = [];
    this.#emit(text, false);
  }

  #text(text: string): void {
    this.#toSkip = 0;
    this.#flush();
    this.#emit(text, text === "\r\n");
  }

  #emit(text: string, isBreak: boolean): void {
    const { destination, forRtf } = this.#group;
    if (destination === "instruction") this.#instruction = (this.#instruction + text).slice(0, 5000);
    if (destination !== "text" && destination !== "tag") return;
    if (this.#from !== undefined) {
      if (destination === "tag" || !forRtf) this.#out.push(text);
    } else if (destination === "text") this.#out.push(isBreak ? "<br>\r\n" : escaped(text));
  }
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
