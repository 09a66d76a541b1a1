import { PLACEHOLDER } from "../redact/placeholders.ts";

const LIVE_SCHEME: Readonly<Record<string, string>> = { hxxp: "http", hxxps: "https" };
/** A DNS name in ASCII (RFC 1035 §2.3.1, with the underscore that hosts of mails do have), at most 253 characters. */
const NAME = /^(?=.{4,253}$)(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.){1,60}(?:[a-z]{2,63}|xn--[a-z0-9-]{1,59})$/;
const IPV4 = /^(?:\d{1,3}\.){3}\d{1,3}$/;
const IPV6 = /^\[[0-9a-f:.]{2,45}\]$/;
/** Local part of plain atoms (RFC 5322 §3.2.3): nothing that would need quoting anywhere. */
const LOCAL = /^[A-Za-z0-9!#$&'*+/=?^_`|~-]+(?:\.[A-Za-z0-9!#$&'*+/=?^_`|~-]+)*$/;
const LONGEST_URL = 2000;

/** A web address that machines may compare with. */
export interface LiveUrl {
  /** As the WHATWG URL Standard writes it: ASCII, without blanks, quotes or line ends. */
  readonly url: string;
  /** Host in ASCII, lower case; an IPv6 address in brackets. */
  readonly host: string;
}

/**
 * The only place where what redaction made dead comes alive again, for machines that compare it. Undefined for what is no
 * web address, and for everything that lost a part to redaction: a placeholder is no fact about the mail.
 */
export function refangUrl(dead: string): LiveUrl | undefined {
  const found = /^(hxxps?):\/\/([^/?#\\]*)([^]*)$/i.exec(dead);
  if (found === null || dead.length > LONGEST_URL || isRedacted(dead)) return undefined;
  const [, scheme = "", host = "", rest = ""] = found;
  return parsed(`${LIVE_SCHEME[scheme.toLowerCase()]}://${liveHost(host)}${liveNested(rest)}`);
}

/** Scheme and host alone of a dead URL, for desks that have to be told where the page is although its path was redacted. */
export function refangOrigin(dead: string): LiveUrl | undefined {
  const origin = /^hxxps?:\/\/[^/?#\\]*/i.exec(dead)?.[0];
  return origin === undefined ? undefined : refangUrl(`${origin}/`);
}

/** A mail address that was made dead, lower case in its domain; undefined as above. */
export function refangAddress(dead: string): string | undefined {
  if (dead.length > 254 || isRedacted(dead)) return undefined;
  const live = liveHost(dead);
  const at = live.lastIndexOf("@");
  const [local, domain] = [live.slice(0, at), live.slice(at + 1).toLowerCase()];
  return at > 0 && at <= 64 && LOCAL.test(local) && NAME.test(domain) ? `${local}@${domain}` : undefined;
}

/** A host as lists may carry it: a DNS name in ASCII, or an address literal. */
export function isHost(host: string): boolean {
  return NAME.test(host) || isAddress(host);
}

export function isAddress(host: string): boolean {
  return IPV4.test(host) || IPV6.test(host);
}

function parsed(url: string): LiveUrl | undefined {
  if (!URL.canParse(url)) return undefined;
  const whole = new URL(url);
  // A user name is bait, or the recipient's (`https://brand.example@evil.example/`); it is no part of where the page is.
  whole.username = whole.password = "";
  const { href } = whole;
  const host = whole.hostname.replace(/\.$/, "");
  if (!isHost(host) || href.length > LONGEST_URL) return undefined;
  return { url: href.replaceAll("'", "%27").replace(/[^\x21-\x7e]|["<>\\^`{|}]/g, (character) => encodeURIComponent(character)), host };
}

const liveHost = (text: string): string => text.replaceAll("[.]", ".").replaceAll("(at)", "@");

const liveNested = (rest: string): string =>
  rest.replaceAll("(at)", "@").replace(/\bhxxp(s?)(:|%3a)/gi, (_, secure: string, colon: string) => `http${secure.toLowerCase()}${colon}`);

/** Whether something was taken out, also where a URL parser has escaped the placeholder since. */
function isRedacted(text: string): boolean {
  return holds(text) || holds(text.replace(/(?:%[0-9a-f]{2})+/gi, decoded));
}

const holds = (text: string): boolean => new RegExp(PLACEHOLDER.source).test(text);

function decoded(escapes: string): string {
  try {
    return decodeURIComponent(escapes);
  } catch {
    return escapes;
  }
}
