import type { Mail, MailAddress, TextPart } from "../mail/mail.ts";
import type { Quote, Where } from "../terms/index.ts";
import type { AttachedFile } from "./files/file.ts";
import type { Codes } from "./topics/codes.ts";
import type { PhraseTopic } from "./wording/phrases.ts";

/** Result of gathering a topic. A `failed` topic makes a check `unknown`, never `clear`. */
export type Gathered<T> =
  | { readonly kind: "found"; readonly value: T }
  | { readonly kind: "absent" }
  | { readonly kind: "failed"; readonly why: string; readonly temporary: boolean };

/** How much of the original mail we were handed; it caps how sure a verdict may be. */
export type EvidenceLevel = "full-source" | "attached-original" | "inline-forward" | "pasted-text";

export interface Sender {
  /** RFC5322.From mailboxes, in order. More than one From field is a defect named in Mail.defects. */
  readonly from: readonly (MailAddress & { readonly quote: Quote })[];
  readonly replyTo: readonly (MailAddress & { readonly quote: Quote })[];
  readonly sender: (MailAddress & { readonly quote: Quote }) | undefined;
  readonly returnPath: (MailAddress & { readonly quote: Quote }) | undefined;
  readonly to: readonly (MailAddress & { readonly quote: Quote })[];
  /** From domain, ASCII lower case; empty when none could be read. */
  readonly authorDomain: string;
  /** PSL incl. private section; empty when it has none. */
  readonly registrableDomain: string;
  /** An address written inside the From display name, if any. */
  readonly addressInDisplayName: string | undefined;
  /** The author before a mailing list put its own address into From; the mail bears nothing that proves it. */
  readonly rewrittenAuthor?: (MailAddress & { readonly quote: Quote }) | undefined;
}

export type AuthResult = "pass" | "fail" | "softfail" | "neutral" | "none" | "temperror" | "permerror" | "policy";

export interface AuthMethodResult {
  readonly method: "dkim" | "spf" | "dmarc" | "arc" | "other";
  readonly result: AuthResult;
  /** dkim: d= (or domain of i=); spf: domain of smtp.mailfrom (or helo); dmarc: header.from. ASCII lower case. */
  readonly domain: string;
  readonly selector: string | undefined;
  readonly quote: Quote;
}

/** What the receiver's own server found, from the topmost trusted Authentication-Results only (RFC 8601 §5). */
export interface Authentication {
  readonly authservId: string;
  readonly results: readonly AuthMethodResult[];
  /** Domains d= of passing DKIM signatures, and the SPF-passing envelope domain. */
  readonly passedDomains: readonly { readonly domain: string; readonly by: "dkim" | "spf"; readonly quote: Quote }[];
  /** A passing domain that is aligned (relaxed, same organizational domain) with the From domain; or dmarc=pass. */
  readonly alignedDomain:
    | { readonly domain: string; readonly mode: "strict" | "relaxed"; readonly by: "dkim" | "spf" | "dmarc"; readonly quote: Quote }
    | undefined;
  /** dmarc result if stated. */
  readonly dmarc: AuthResult | undefined;
  /** What the domain's owner asks for mail that fails DMARC, as far as the receiver noted it. */
  readonly policy?: "none" | "quarantine" | "reject" | undefined;
  /** Whether the chain of handlers (ARC, RFC 8617) held, if stated. */
  readonly arc?: AuthResult | undefined;
  /** A-R fields below the trusted one, or without a trace above: written by the sender, not used. */
  readonly untrusted: readonly Quote[];
}

export interface Hop {
  readonly by: string;
  readonly fromHelo: string;
  readonly fromRdns: string;
  readonly ip: string;
  /** ISO instant, undefined when unreadable. */
  readonly at: string | undefined;
  readonly quote: Quote;
}

/** Received fields, newest (top) first. */
export interface Trace {
  readonly hops: readonly Hop[];
  /** The topmost hop, which the reader's own server wrote. */
  readonly top?: Hop | undefined;
  /** The hop where the mail came in from outside; what stands below it was written by others. */
  readonly entry?: Hop | undefined;
  /** List-Id / mailing list marks present. */
  readonly list: Quote | undefined;
}

export interface Link {
  readonly source: "href" | "form" | "area" | "button" | "text" | "base";
  /** Target as written, e.g. the href value after entity decoding. */
  readonly written: string;
  /** Parsed target (absolute http(s), ftp, ...), undefined when it does not parse. */
  readonly url: string | undefined;
  readonly scheme: string;
  /** ASCII host of the written target; empty for mailto:, javascript:, data: ... */
  readonly host: string;
  /** Target after unwrapping known wrappers (Safe Links, urldefense, Google, ...); equal to url when none. */
  readonly targetUrl: string | undefined;
  readonly targetHost: string;
  readonly registrableDomain: string;
  /** Names of the wrappers taken off, outermost first. */
  readonly wrappers: readonly string[];
  /** What the reader sees as the link (text, alt of an image, value of a button). */
  readonly visibleText: string;
  /** The host the visible text shows, if the text looks like a URL or a domain. */
  readonly displayedHost: string | undefined;
  readonly visible: boolean;
  readonly inQuotedOriginal: boolean;
  /** What the link stands in when it is not the mail's own text: a QR code, an attached file, an attached mail. */
  readonly through?: "qr" | "file" | "attached-mail" | undefined;
  readonly where: Where;
}

/** Where in the mail the brand is named. Order = how strongly it says who speaks. */
export type ClaimPlace = "displayName" | "fromAddress" | "subject" | "heading" | "logoAlt" | "footer" | "body" | "linkText";

export interface Claim {
  readonly brand: string;
  readonly quotes: readonly (Quote & { readonly place: ClaimPlace })[];
  /** `speaks`: the mail says it is from this brand; `mention`: it talks about it. Only `speaks` is judged. */
  readonly kind: "speaks" | "mention";
  /** Larger first among several brands that speak. */
  readonly weight: number;
}

/** What the mail speaks of: for each topic the distinct phrases that say so, in reading order. It proves nothing by itself. */
export interface Wording {
  readonly topics: ReadonlyMap<PhraseTopic, readonly Quote[]>;
}

/** Everything the checks may look at. Pure data plus lazily read text. */
export interface Evidence {
  readonly mail: Mail;
  readonly level: EvidenceLevel;
  readonly subject: Quote | undefined;
  /** ISO instant of the Date field. */
  readonly date: string | undefined;
  readonly sender: Gathered<Sender>;
  readonly authentication: Gathered<Authentication>;
  /** ISO instant at which name servers were asked for `authentication`; undefined when nobody was asked. */
  readonly examinedOnline?: string | undefined;
  readonly trace: Gathered<Trace>;
  readonly links: Gathered<readonly Link[]>;
  readonly claims: Gathered<readonly Claim[]>;
  /** Files attached or shown inside; read when a check first asks. */
  readonly files: Gathered<readonly AttachedFile[]>;
  /** QR codes in pictures and files or drawn by the text; read when a check first asks. */
  readonly codes: Gathered<Codes>;
  /** Hidden letters inside visible words, at most 200 pieces a text part. */
  readonly hiddenInWords: readonly Quote[];
  readonly wording: Gathered<Wording>;
  readonly texts: readonly TextPart[];
  /** Visible text of the mail as a reader sees it: plain part, or the HTML part without tags and hidden text. */
  readonly visibleText: string;
  /** Bytes of an index range of `visibleText`. */
  visibleWhere(start: number, end: number): Where;
}
