import { lookup } from "node:dns";
import type { LookupAddress, LookupOptions } from "node:dns";
import http from "node:http";
import https from "node:https";
import { BlockList, isIP } from "node:net";
import { promisify } from "node:util";
import { brotliDecompress, gunzip, inflate } from "node:zlib";
import type { Bilingual } from "../terms/index.ts";

/** A page as it came: bytes, the charset its server names, and the address it was found at in the end. */
export interface FetchedPage {
  readonly kind: "page";
  readonly bytes: Uint8Array;
  readonly charset: string | undefined;
  readonly html: boolean | undefined;
  readonly url: string;
  /** What to ask with next time, so that an unchanged page need not be sent again. */
  readonly validators: Validators;
}

export interface FetchProblem {
  readonly kind: "problem";
  readonly message: Bilingual;
  /** HTTP status, when the server answered. */
  readonly status?: number | undefined;
}

/** The server says that the page is as it was (RFC 9110 §15.4.5). */
export interface Unchanged {
  readonly kind: "unchanged";
  readonly url: string;
}

/** Validators of a page as its server gave them (RFC 9110 §8.8), and the address they belong to. */
export interface Validators {
  readonly url: string;
  readonly etag?: string | undefined;
  readonly lastModified?: string | undefined;
}

export interface FetchLimits {
  /** Most bytes of a page, compressed and not. */
  readonly bytes?: number | undefined;
  readonly milliseconds?: number | undefined;
  /** For tests: pages of this machine may be read. */
  readonly allowLoopback?: boolean | undefined;
  /** Who asks; default: a person who named the page. */
  readonly userAgent?: string | undefined;
  /** Takes any type of page (robots.txt files come as anything). */
  readonly anyType?: boolean | undefined;
  /** Wraps each request, redirects among them: to wait for one's turn, or to throw `Refused`. Waiting costs no time of the page's. */
  readonly around?: ((url: URL, send: () => Promise<Answer>) => Promise<Answer>) | undefined;
}

const MAX_BYTES = 2 * 1024 * 1024;
const MAX_MILLISECONDS = 15_000;
const MAX_REDIRECTS = 5;
/** Addresses that are not of the public Internet: IANA's special-purpose registries (RFC 6890) and multicast. */
const PRIVATE = {
  4: blockList(
    "ipv4",
    "0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24 192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4",
  ),
  // Apart from the other, since ::ffff:0:0/96 (IPv4 written as IPv6) would match every IPv4 address.
  6: blockList(
    "ipv6",
    "::/128 ::1/128 ::ffff:0:0/96 64:ff9b::/96 64:ff9b:1::/48 100::/64 2001::/23 2001:db8::/32 2002::/16 fc00::/7 fe80::/10 fec0::/10 ff00::/8",
  ),
} as const;

function blockList(family: "ipv4" | "ipv6", ranges: string): BlockList {
  const list = new BlockList();
  for (const range of ranges.split(" ")) list.addSubnet(range.split("/")[0] ?? "", Number(range.split("/")[1]), family);
  return list;
}

/** True for an address that a page of the public Internet cannot have. */
export function isPrivateAddress(address: string): boolean {
  const family = isIP(address);
  return (family !== 4 && family !== 6) || PRIVATE[family].check(address, family === 6 ? "ipv6" : "ipv4");
}

/**
 * Fetches one page somebody named, http or https, from public addresses alone: the address is checked where the
 * connection is made, so a name cannot resolve to another one in between. Bounded in size, time and redirects.
 */
export async function fetchNotice(given: string, limits: FetchLimits = {}): Promise<FetchedPage | FetchProblem> {
  const fetched = await fetchChanged(given, undefined, limits);
  return fetched.kind === "unchanged" ? problem(fetched.url, { ja: "サーバーの答えは 304 でした", en: "the server answered 304" }) : fetched;
}

/** `fetchNotice`, asking with the validators of the last time: the page again only when it has changed. */
export async function fetchChanged(given: string, known: Validators | undefined, limits: FetchLimits = {}): Promise<FetchedPage | FetchProblem | Unchanged> {
  let left = limits.milliseconds ?? MAX_MILLISECONDS;
  let url = given;
  try {
    for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
      const target = checked(url);
      const conditions = known?.url === target.href ? known : undefined;
      const send = async (): Promise<Answer> => {
        const begun = Date.now();
        const answer = await request(target, limits, begun + left, conditions);
        left -= Date.now() - begun;
        return answer;
      };
      const answer = await (limits.around === undefined ? send() : limits.around(target, send));
      if (answer.unchanged) return { kind: "unchanged", url };
      if (answer.location === undefined) return await pageOf(answer, url, limits);
      url = new URL(answer.location, url).href;
    }
    return problem(given, { ja: "転送が多すぎます", en: "too many redirects" });
  } catch (error) {
    if (error instanceof Refused) return { ...problem(url, error.why), status: error.status };
    return problem(url, { ja: `読めません (${codeOf(error)})`, en: `cannot be read (${codeOf(error)})` });
  }
}

/** Why a page is not opened, for a person. */
export class Refused extends Error {
  readonly why: Bilingual;
  readonly status: number | undefined;
  constructor(why: Bilingual, status?: number) {
    super(why.en);
    this.why = why;
    this.status = status;
  }
}

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? (error instanceof Error ? error.message : String(error));
const problem = (url: string, why: Bilingual): FetchProblem => ({ kind: "problem", message: { ja: `${url}: ${why.ja}`, en: `${url}: ${why.en}` } });

function checked(text: string): URL {
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    throw new Refused({ ja: "URL として読めません", en: "not a URL" });
  }
  if (url.protocol !== "http:" && url.protocol !== "https:") throw new Refused({ ja: "http か https の URL ではありません", en: "not an http or https URL" });
  if (url.username !== "" || url.password !== "") throw new Refused({ ja: "利用者名を含む URL は開きません", en: "a URL with a user name is not opened" });
  return url;
}

/** What came back for one request. */
export interface Answer {
  readonly unchanged?: boolean;
  readonly location: string | undefined;
  readonly bytes: Buffer;
  readonly headers: http.IncomingHttpHeaders;
}

function request(url: URL, limits: FetchLimits, until: number, known: Validators | undefined): Promise<Answer> {
  const host = url.hostname.replace(/^\[|\]$/gu, "");
  // For a literal address nothing is looked up, so it is checked here.
  if (isIP(host) !== 0 && !mayConnect(host, limits)) throw privateAddress();
  return new Promise((resolve, reject) => {
    const signal = AbortSignal.timeout(Math.max(1, until - Date.now()));
    const headers = {
      "user-agent": limits.userAgent ?? "ayashii (advisories import; a person asked for this page)",
      accept: "text/html, text/plain;q=0.9",
      "accept-encoding": "gzip, deflate, br",
      ...(known?.etag === undefined ? {} : { "if-none-match": known.etag }),
      ...(known?.lastModified === undefined ? {} : { "if-modified-since": known.lastModified }),
    };
    const sent = (url.protocol === "https:" ? https : http).request(
      url,
      { headers, signal, agent: false, lookup: guardedLookup(limits) as never },
      (response) => {
        receive(response, limits.bytes ?? MAX_BYTES).then(resolve, (error) => reject(signal.aborted ? tooSlow() : error));
      },
    );
    sent.on("error", (error) => reject(signal.aborted ? tooSlow() : error));
    sent.end();
  });
}

async function receive(response: http.IncomingMessage, most: number): Promise<Answer> {
  const status = response.statusCode ?? 0;
  const { location } = response.headers;
  if (status >= 300 && status < 400 && location !== undefined) {
    response.destroy();
    return { location, bytes: Buffer.alloc(0), headers: response.headers };
  }
  if (status === 304) {
    response.destroy();
    return { unchanged: true, location: undefined, bytes: Buffer.alloc(0), headers: response.headers };
  }
  if (status !== 200) {
    response.destroy();
    throw new Refused({ ja: `サーバーの答えは ${status} でした`, en: `the server answered ${status}` }, status);
  }
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response) {
    size += (chunk as Buffer).length;
    if (size > most) {
      response.destroy();
      throw tooLarge(most);
    }
    chunks.push(chunk as Buffer);
  }
  return { location: undefined, bytes: Buffer.concat(chunks), headers: response.headers };
}

async function pageOf(answer: Answer, url: string, limits: FetchLimits): Promise<FetchedPage> {
  const type = answer.headers["content-type"] ?? "";
  if (limits.anyType !== true && !/^\s*(?:text\/(?:html|plain)|application\/xhtml\+xml)?\s*(?:;|$)/iu.test(type))
    throw new Refused({ ja: `ページではありません (${type.slice(0, 60)})`, en: `not a page (${type.slice(0, 60)})` });
  const most = limits.bytes ?? MAX_BYTES;
  return {
    kind: "page",
    bytes: await unpacked(answer, most),
    charset: /charset\s*=\s*["']?([\w.:-]{2,40})/iu.exec(type)?.[1],
    html: type === "" ? undefined : !/^\s*text\/plain/iu.test(type),
    url,
    validators: { url: new URL(url).href, etag: answer.headers.etag, lastModified: answer.headers["last-modified"] },
  };
}

async function unpacked({ bytes, headers }: Answer, most: number): Promise<Buffer> {
  const encoding = (headers["content-encoding"] ?? "identity").trim().toLowerCase();
  const unpack = { gzip: gunzip, "x-gzip": gunzip, deflate: inflate, br: brotliDecompress }[encoding];
  if (unpack === undefined) return bytes;
  try {
    return await promisify<Buffer, { maxOutputLength: number }, Buffer>(unpack)(bytes, { maxOutputLength: most });
  } catch (error) {
    throw codeOf(error) === "ERR_BUFFER_TOO_LARGE" ? tooLarge(most) : error;
  }
}

function mayConnect(address: string, limits: FetchLimits): boolean {
  return !isPrivateAddress(address) || (limits.allowLoopback === true && /^(?:127\.|::1$)/u.test(address));
}

/** `dns.lookup` that gives public addresses only; what it gives is what is connected to. */
function guardedLookup(limits: FetchLimits) {
  return (hostname: string, options: LookupOptions, done: (error: Error | null, address?: string | LookupAddress[], family?: number) => void): void => {
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      if (error !== null) return done(error);
      if (addresses.length === 0 || addresses.some(({ address }) => !mayConnect(address, limits))) return done(privateAddress());
      if (options.all === true) return done(null, addresses);
      done(null, addresses[0]?.address, addresses[0]?.family);
    });
  };
}

const privateAddress = (): Refused => new Refused({ ja: "公開されていないアドレスなので開きません", en: "not opened: the address is not a public one" });
const tooLarge = (most: number): Refused =>
  new Refused({ ja: `大きすぎます(上限は ${Math.ceil(most / 1024)} KB)`, en: `too large (the limit is ${Math.ceil(most / 1024)} KB)` });
const tooSlow = (): Refused => new Refused({ ja: "時間内に答えがありませんでした", en: "no answer in time" });
