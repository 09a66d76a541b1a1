import { plainText } from "../report/plain-text.ts";

/**
 * What an article consists of, before it becomes Markdown or HTML. Texts are plain: each renderer escapes them for its
 * own language, so nothing that stands in a mail can become markup on the way.
 */
export type Inline =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "strong"; readonly text: string }
  /** An address, a host or other text that is read letter by letter. */
  | { readonly kind: "code"; readonly text: string }
  /** A page of ours or of the registry: never one of the mail. */
  | { readonly kind: "link"; readonly text: string; readonly href: string };

export type Block =
  | { readonly kind: "paragraph"; readonly content: readonly Inline[] }
  | { readonly kind: "list"; readonly ordered: boolean; readonly items: readonly (readonly Inline[])[] }
  /** Name and value side by side, such as 見たもの / 公式 / なぜ. */
  | { readonly kind: "facts"; readonly rows: readonly (readonly [name: string, value: readonly Inline[]])[] }
  /** The mail word by word; line breaks as `\n`. */
  | {
      readonly kind: "transcript";
      readonly begin: string;
      readonly end: string;
      readonly head: readonly (readonly [name: string, value: string])[];
      readonly text: string;
    }
  | { readonly kind: "picture"; readonly alt: string; readonly caption: string }
  /** Somebody else's words with where they come from. */
  | { readonly kind: "quotation"; readonly lines: readonly string[]; readonly from: readonly Inline[] }
  /** Text to copy as a whole. */
  | { readonly kind: "copy"; readonly text: string };

/** One machine-made part of an article. The author's words stand between parts. */
export interface Section {
  /** Lower case, digits, hyphens; unique in an article; named in the Markdown's markers. */
  readonly id: string;
  readonly heading: string | undefined;
  readonly blocks: readonly Block[];
}

// What does something instead of being read (control characters, marks that turn the reading order) ends here.
export const text = (value: string): Inline => ({ kind: "text", text: plainText(value) });
export const strong = (value: string): Inline => ({ kind: "strong", text: plainText(value) });
export const code = (value: string): Inline => ({ kind: "code", text: plainText(value) });
export const paragraph = (...content: readonly Inline[]): Block => ({ kind: "paragraph", content });

/** A link where the address is an http(s) page, the bare text otherwise. */
export function link(value: string, href: string): Inline {
  try {
    const { protocol, href: whole } = new URL(href);
    return protocol === "https:" || protocol === "http:" ? { kind: "link", text: plainText(value), href: whole } : text(value);
  } catch {
    return text(value);
  }
}
