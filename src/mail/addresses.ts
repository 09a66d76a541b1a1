import { decodeWords } from "./encoded-words.ts";
import type { MailAddress } from "./mail.ts";

/** A mailbox or, with `members`, a group (RFC 5322 §3.4). */
export interface AddressEntry extends MailAddress {
  readonly members: readonly MailAddress[] | undefined;
}

const LONGEST = 200_000;
const MOST = 10_000;

/** One mailbox in the form nearly every program writes: a quoted or bare name, and the address in angle brackets. */
const PLAIN = /^[ \t]*(?:"([^"\\]*)"|([^\s"(<>,;:\\@]+(?: [^\s"(<>,;:\\@]+)*))?[ \t]*<([\w.+=-]+@[\w.-]+)>[ \t]*$/;
const LONGEST_PLAIN = 500;

type TokenKind = "text" | "quoted" | "comment" | "angle" | "special";
interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  readonly spaced: boolean;
}

/** The mailboxes of an address list, members of groups among them, tolerant of everything seen in hostile mail. */
export function parseAddresses(value: string): MailAddress[] {
  const plain = value.length <= LONGEST_PLAIN ? PLAIN.exec(value) : null;
  if (plain !== null) return [make(plain[3] ?? "", decodeWords(plain[1] ?? plain[2] ?? "").trim())];
  return parseAddressEntries(value).flatMap((entry) => entry.members ?? [{ address: entry.address, domain: entry.domain, displayName: entry.displayName }]);
}

/** The same with groups kept as such. */
export function parseAddressEntries(value: string): AddressEntry[] {
  const entries: AddressEntry[] = [];
  let group: { name: string; members: MailAddress[] } | undefined;
  let held: Token[] = [];
  const put = (): void => {
    const address = toAddress(held);
    held = [];
    if (address === undefined) return;
    if (group !== undefined) group.members.push(address);
    else entries.push({ ...address, members: undefined });
  };
  const endGroup = (): void => {
    if (group !== undefined) entries.push({ address: "", domain: "", displayName: group.name, members: group.members });
    group = undefined;
  };
  for (const token of tokens(value.slice(0, LONGEST))) {
    if (entries.length >= MOST) break;
    if (token.kind !== "special") held.push(token);
    else if (token.text === ":" && group === undefined && held.length > 0 && held.every((t) => t.kind !== "angle")) {
      group = { name: nameOf(held), members: [] };
      held = [];
    } else if (token.text === ":") held.push({ ...token, kind: "text" });
    else if (token.text === "," && held.length > 0 && isNameOnly(held)) held.push({ ...token, kind: "text" });
    else {
      put();
      if (token.text === ";") endGroup();
    }
  }
  put();
  endGroup();
  return entries;
}

/** No address yet: the comma belongs to a name that should have been quoted (`Account team, Example <a@b.example>`). */
function isNameOnly(held: readonly Token[]): boolean {
  return held.length < 100 && held.every((token) => token.kind !== "angle" && !token.text.includes("@"));
}

function* tokens(text: string): Generator<Token> {
  let at = 0;
  let spaced = false;
  let run = "";
  let runSpaced = false;
  while (at < text.length) {
    const c = text[at]!;
    const isSpace = c === " " || c === "\t" || c === "\r" || c === "\n";
    if (!isSpace && c !== '"' && c !== "(" && c !== "<" && c !== "," && c !== ";" && c !== ":") {
      if (run === "") runSpaced = spaced;
      run += c;
      spaced = false;
      at++;
      continue;
    }
    if (run !== "") yield { kind: "text", text: run, spaced: runSpaced };
    run = "";
    if (isSpace) {
      spaced = true;
      at++;
      continue;
    }
    const [token, next] =
      c === '"'
        ? quoted(text, at, spaced)
        : c === "("
          ? comment(text, at, spaced)
          : c === "<"
            ? angle(text, at, spaced)
            : ([{ kind: "special", text: c, spaced }, at + 1] as const);
    yield token;
    spaced = false;
    at = next;
  }
  if (run !== "") yield { kind: "text", text: run, spaced: runSpaced };
}

function quoted(text: string, at: number, spaced: boolean): readonly [Token, number] {
  let out = "";
  let i = at + 1;
  for (; i < text.length && text[i] !== '"'; i++) {
    if (text[i] === "\\" && i + 1 < text.length) i++;
    out += text[i];
  }
  return [{ kind: "quoted", text: out, spaced }, i + 1];
}

function comment(text: string, at: number, spaced: boolean): readonly [Token, number] {
  let out = "";
  let depth = 0;
  let i = at;
  for (; i < text.length; i++) {
    const c = text[i]!;
    if (c === "(" && depth++ === 0) continue;
    if (c === ")" && --depth === 0) break;
    if (c === "\\" && i + 1 < text.length) i++;
    if (c !== '"') out += text[i];
  }
  return [{ kind: "comment", text: out, spaced }, i + 1];
}

/** `<...>`; one that is never closed ends at `,` or `;`. */
function angle(text: string, at: number, spaced: boolean): readonly [Token, number] {
  let out = "";
  let i = at + 1;
  for (; i < text.length && text[i] !== ">" && text[i] !== ";"; i++) {
    if (text[i] === "," && out.includes("@") && !text.slice(i, i + 300).includes(">")) break;
    if (text[i] === "(") i = comment(text, i, false)[1] - 1;
    else out += text[i];
  }
  return [{ kind: "angle", text: out.trim(), spaced }, text[i] === ">" ? i + 1 : i];
}

function nameOf(held: readonly Token[]): string {
  let out = "";
  for (const token of held) {
    const text = token.kind === "comment" ? `(${token.text})` : token.kind === "angle" ? `<${token.text}>` : token.text;
    const joins = out === "" || (!token.spaced && token.kind !== "comment" && !out.endsWith(")"));
    out += joins ? text : ` ${text}`;
  }
  return decodeWords(out).trim();
}

function toAddress(held: readonly Token[]): MailAddress | undefined {
  if (held.length === 0) return undefined;
  const last = held.findLastIndex((token) => token.kind === "angle");
  if (last >= 0) return make(held[last]!.text, nameOf([...held.slice(0, last), ...held.slice(last + 1)]));
  const words = held.filter((token) => token.kind !== "comment");
  const comments = held.filter((token) => token.kind === "comment");
  const spec = words
    .map((t, i) => (i > 0 && t.spaced ? " " : "") + (t.kind === "quoted" && words.length > 1 && /[^\w.+-]/.test(t.text) ? `"${t.text}"` : t.text))
    .join("");
  if (!spec.includes("@")) return { address: "", domain: "", displayName: nameOf(held) };
  // `Name name@example.com` without angle brackets: the last word with an @ is the address.
  const bare = /^(.*\s)(\S+@\S+)$/s.exec(spec);
  if (bare !== null && !spec.startsWith('"') && !(bare[1] ?? "").includes("@")) return make(bare[2] ?? "", decodeWords(bare[1] ?? "").trim());
  return make(spec, decodeWords(comments.at(-1)?.text ?? "").trim());
}

function make(spec: string, displayName: string): MailAddress {
  // Obsolete source routes `<@a,@b:user@host>` (RFC 5322 §4.4) name only the way.
  const address = decodeWords(spec.replace(/^@[^:]*:/, "").trim());
  const domain = address.includes("@")
    ? address
        .slice(address.lastIndexOf("@") + 1)
        .trim()
        .toLowerCase()
    : "";
  return { address, domain, displayName };
}
