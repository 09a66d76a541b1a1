import { ipLabels } from "./ip.ts";
import type { IpBytes } from "./ip.ts";

/** What a macro stands for (RFC 7208 §7.2). `validatedName` is looked up only when `%{p}` is used. */
export interface MacroValues {
  readonly sender: string;
  readonly domain: string;
  readonly ip: IpBytes;
  readonly helo: string;
  validatedName(): Promise<string>;
}

const EXPAND = /%(?:\{([a-z])(\d*)(r?)([.\-+,/_=]*)\}|([%_-]))/gi;
const LETTERS = "slodiphv";
const LONGEST_NAME = 253;

/** Whether every `%` starts a macro that may stand in a domain; the letters c, r, t may stand in explanations only. */
export function isMacroString(text: string): boolean {
  let good = true;
  const rest = text.replace(EXPAND, (_, letter: string | undefined, digits: string | undefined) => {
    if (letter !== undefined && (!LETTERS.includes(letter.toLowerCase()) || (digits !== "" && Number(digits) === 0))) good = false;
    return "";
  });
  return good && !rest.includes("%");
}

/** RFC 7208 §7.1 `domain-spec`: macros and text, ending in a top label or a macro. */
export function isDomainSpec(text: string): boolean {
  if (text === "" || !isMacroString(text)) return false;
  if (/%(?:\{[^{}]*\}|[%_-])$/.test(text)) return true;
  const top = /\.([a-z0-9-]+)\.?$/i.exec(text)?.[1] ?? "";
  return top !== "" && !top.startsWith("-") && !top.endsWith("-") && !/^\d+$/.test(top);
}

/** Expands the macros of a domain; a name that grew too long loses labels from the left (RFC 7208 §7.3). */
export async function expandDomain(spec: string, values: MacroValues): Promise<string> {
  let out = "";
  let at = 0;
  for (const match of spec.matchAll(EXPAND)) {
    out += spec.slice(at, match.index) + (await expandOne(match, values));
    at = match.index + match[0].length;
  }
  out += spec.slice(at);
  while (out.length > LONGEST_NAME && out.includes(".")) out = out.slice(out.indexOf(".") + 1);
  return out;
}

async function expandOne(match: RegExpMatchArray, values: MacroValues): Promise<string> {
  if (match[5] !== undefined) return match[5] === "%" ? "%" : match[5] === "_" ? " " : "%20";
  const letter = match[1] ?? "";
  const value = await valueOf(letter.toLowerCase(), values);
  const text = transformed(value, match[2] ?? "", match[3] !== "", match[4] === "" ? "." : (match[4] ?? "."));
  return letter === letter.toLowerCase() ? text : escapeForUrl(text);
}

/** Splits at the delimiters, turns round, keeps the last so many, joins with dots (RFC 7208 §7.3). */
function transformed(value: string, digits: string, reverse: boolean, delimiters: string): string {
  const parts = splitAt(value, delimiters);
  if (reverse) parts.reverse();
  return (digits === "" ? parts : parts.slice(-Number(digits))).join(".");
}

function splitAt(value: string, delimiters: string): string[] {
  const parts = [""];
  for (const char of value) {
    if (delimiters.includes(char)) parts.push("");
    else parts[parts.length - 1] += char;
  }
  return parts;
}

async function valueOf(letter: string, values: MacroValues): Promise<string> {
  const at = values.sender.lastIndexOf("@");
  switch (letter) {
    case "s":
      return values.sender;
    case "l":
      return values.sender.slice(0, at);
    case "o":
      return values.sender.slice(at + 1);
    case "d":
      return values.domain;
    case "i":
      return ipLabels(values.ip);
    case "p":
      return values.validatedName();
    case "h":
      return values.helo;
    default:
      return values.ip.length === 4 ? "in-addr" : "ip6";
  }
}

/** Every byte of UTF-8 that is not unreserved (RFC 3986 §2.3). A lone surrogate has no bytes and becomes U+FFFD. */
function escapeForUrl(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
}
