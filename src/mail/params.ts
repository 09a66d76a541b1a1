import { fromLatin1 } from "./bytes.ts";
import { charsetLabel, charsetDecode, decodeStrict } from "./charset.ts";
import { decodeWords } from "./encoded-words.ts";

/** A structured value with parameters: `text/plain; charset=utf-8`. */
export interface ValueWithParams {
  readonly value: string;
  readonly params: Readonly<Record<string, string>>;
}

interface RawParam {
  readonly key: string;
  readonly value: string;
}

/** Longest header value whose parameters are read; a hostile one may be megabytes long. */
const LONGEST = 100_000;

/**
 * `value; key=value; ...` (RFC 2045 §5.1) with RFC 2231 continuations and charsets, tolerant: unterminated
 * quotes, comments, blanks around `=`, RFC 2047 words in values, missing values (left out).
 * The first of several equal keys is kept; an extended `key*` wins over sections, sections over a plain key.
 */
export function parseParams(value: string): ValueWithParams {
  const reader = new Reader(value.length > LONGEST ? value.slice(0, LONGEST) : value);
  const head = reader.head();
  return { value: head, params: combine(reader.params()) };
}

class Reader {
  private at = 0;
  private readonly text: string;
  constructor(text: string) {
    this.text = text;
  }

  /** Text before the first `;`, without comments; quotes end it, as in `multipart/mixed ";" x=y`. */
  head(): string {
    let out = "";
    while (this.at < this.text.length) {
      const c = this.text[this.at]!;
      if (c === ";") break;
      if (c === '"') {
        while (this.at < this.text.length && this.text[this.at] !== ";") {
          if (this.text[this.at] === '"') this.quoted();
          else this.at++;
        }
        break;
      }
      if (c === "(") this.comment();
      else {
        out += c;
        this.at++;
      }
    }
    return out.trim();
  }

  params(): RawParam[] {
    const list: RawParam[] = [];
    while (this.at < this.text.length && list.length < 1000) {
      this.at++; // the `;`
      const key = this.key();
      if (this.text[this.at] === "=") {
        this.at++;
        const value = this.value();
        if (key !== "") list.push({ key, value });
      }
      while (this.at < this.text.length && this.text[this.at] !== ";") this.skipOne();
    }
    return list;
  }

  private skipOne(): void {
    if (this.text[this.at] === '"') this.quoted();
    else this.at++;
  }

  private key(): string {
    let out = "";
    while (this.at < this.text.length) {
      const c = this.text[this.at]!;
      if (c === "=" || c === ";") break;
      if (c === "(") this.comment();
      else {
        out += c;
        this.at++;
      }
    }
    return out.trim().toLowerCase();
  }

  private value(): string {
    while (/[\s(]/.test(this.text[this.at] ?? "x")) {
      if (this.text[this.at] === "(") this.comment();
      else this.at++;
    }
    if (this.text[this.at] === '"') return this.quoted();
    const from = this.at;
    while (this.at < this.text.length && this.text[this.at] !== ";") this.at++;
    const token = this.text.slice(from, this.at).trim();
    // Blanks end a token, but names with blanks and without quotes are common; a comment is not part of it.
    return token.replace(/\s+\([^()]*\)$/, "");
  }

  private quoted(): string {
    let out = "";
    this.at++;
    while (this.at < this.text.length) {
      const c = this.text[this.at++]!;
      if (c === '"') return out;
      if (c !== "\\") out += c;
      else if (this.at < this.text.length) out += this.text[this.at++]!;
    }
    return out;
  }

  /** Skips a comment, nested ones too (RFC 5322 §3.2.2). An unclosed one is not a comment. */
  private comment(): void {
    let depth = 0;
    let i = this.at;
    for (; i < this.text.length; i++) {
      const c = this.text[i];
      if (c === "\\") i++;
      else if (c === "(") depth++;
      else if (c === ")" && --depth === 0) break;
    }
    this.at = i >= this.text.length ? (depth > 0 ? this.text.length : i) : i + 1;
  }
}

interface Sections {
  plain: string | undefined;
  extended: string | undefined;
  parts: Map<number, { value: string; encoded: boolean }>;
}

const SECTION = /^([^*]+)\*(0|[1-9]\d{0,3})(\*?)$/;

/** Puts RFC 2231 sections together; decides between the forms of one name. */
function combine(list: readonly RawParam[]): Record<string, string> {
  const byName = new Map<string, Sections>();
  for (const { key, value } of list) {
    const section = SECTION.exec(key);
    const extended = section === null && key.endsWith("*");
    const name = section?.[1] ?? (extended ? key.slice(0, -1) : key);
    if (/[\s*]/.test(name)) continue;
    let entry = byName.get(name);
    if (entry === undefined) byName.set(name, (entry = { plain: undefined, extended: undefined, parts: new Map() }));
    if (section !== null) {
      const number = Number(section[2]);
      if (!entry.parts.has(number)) entry.parts.set(number, { value, encoded: section[3] === "*" });
    } else if (extended) entry.extended ??= value;
    else entry.plain ??= value;
  }
  const params: Record<string, string> = Object.create(null) as Record<string, string>;
  for (const [name, entry] of byName) {
    const value = decodeSections(entry);
    // Direction overrides make `exe.txt` of `txt.exe`; what is shown must not be turned round by them.
    if (value !== undefined) params[name] = value.replace(/[\u202a-\u202e\u2066-\u2069]/g, " ");
  }
  return { ...params };
}

function decodeSections(entry: Sections): string | undefined {
  const extended = entry.extended === undefined ? undefined : decodeExtended([{ value: entry.extended, encoded: true }], false);
  if (extended !== undefined) return extended;
  const run: { value: string; encoded: boolean }[] = [];
  for (let i = 0; entry.parts.has(i); i++) run.push(entry.parts.get(i)!);
  if (run.length > 0) {
    const joined = run.some((part) => part.encoded) ? decodeExtended(run, entry.plain === undefined) : decodeWords(run.map((part) => part.value).join(""));
    if (joined !== undefined) return joined;
  }
  return entry.plain === undefined ? undefined : decodeWords(entry.plain);
}

/** RFC 2231 §4: `charset'language'percent-encoded`. `lenient`: there is no other form to fall back on. */
function decodeExtended(run: readonly { value: string; encoded: boolean }[], lenient: boolean): string | undefined {
  const first = run[0]!;
  const head = /^([^']*)'(?:[^']*')?/.exec(first.value);
  const label = head === null ? undefined : charsetLabel(head[1] ?? "");
  // Without a charset only a fallback form is better than reading it as UTF-8 (RFC 2231 §4 lets it be left out);
  // the first section may also be a plain one, which has no charset at all.
  if (label === undefined && !lenient && first.encoded) return undefined;
  const strip = head !== null && (first.encoded || label !== undefined) ? head[0].length : 0;
  let bytes = "";
  run.forEach((part, i) => {
    const text = i === 0 ? part.value.slice(strip) : part.value;
    bytes += part.encoded ? percentDecoded(text) : text;
  });
  const raw = fromLatin1(bytes);
  // `us-ascii` is windows-1252 to the Encoding Standard; what is no ASCII but valid UTF-8 is the latter.
  if (/^\s*(us-)?ascii/i.test(head?.[1] ?? "")) return decodeStrict("utf-8", raw) ?? charsetDecode("windows-1252", raw);
  if (lenient || label === undefined) return charsetDecode(label ?? "utf-8", raw);
  return decodeStrict(label, raw);
}

function percentDecoded(text: string): string {
  return text.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
