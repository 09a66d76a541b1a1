/** What one Received field says (RFC 5321 §4.4). Everything is as written; what is not there is empty. */
export interface Received {
  /** The name the client gave itself in HELO/EHLO. Anyone may give any name. */
  readonly helo: string;
  /** The name the receiving server found for the client's IP address; empty when it found none or did not say. */
  readonly rdns: string;
  readonly ip: string;
  /** User name by RFC 1413, as old servers wrote before the `@` of the client. */
  readonly ident: string;
  readonly by: string;
  readonly id: string;
  readonly with: string;
  readonly for: string;
  readonly envelopeFrom: string;
  /** How the client logged in, e.g. `ESMTPA`, `HTTP`, `Postfix`; empty when it did not. */
  readonly authenticatedBy: string;
  /** Text after the last `;`, to be read by the date parser. */
  readonly date: string;
  /** Mail came over the network here, from a client whose address is known. */
  readonly network: boolean;
}

type Clause = "from" | "by" | "via" | "with" | "id" | "for";
const CLAUSES: ReadonlySet<string> = new Set<Clause>(["from", "by", "via", "with", "id", "for"]);
const LONGEST_CLAUSE = 4;
type Token = { readonly kind: "word" | "comment" | "bracket"; readonly text: string };

/** No server writes longer ones; a sender might. */
const longestRead = 4000;

/** Reads the forms Postfix, Sendmail, Exim, qmail, Exchange, Gmail and their like write. Never throws. */
export function parseReceived(value: string): Received {
  const text = readable(value);
  const semicolon = lastSemicolon(text);
  const head = semicolon < 0 ? text : text.slice(0, semicolon);
  const clauses = clausesOf(tokenize(head));
  const word = (clause: Clause): string => firstWord(clauses.get(clause));
  const protocol = word("with");
  const client = readClient(clauses.get("from") ?? [], clauses, protocol);
  const fetched = /^(?:imap|pop3)/i.test(protocol);
  return {
    ...client,
    by: word("by"),
    id: unbracketed(word("id")),
    with: protocol,
    for: unbracketed(word("for")),
    envelopeFrom: readEnvelopeFrom(text),
    authenticatedBy: readLogin(head, protocol),
    date: semicolon < 0 ? "" : text.slice(semicolon + 1).trim(),
    network: client.ip !== "" && !fetched,
  };
}

/** Only the name of the server that wrote the field. */
export function receivedBy(value: string): string {
  const text = readable(value);
  const semicolon = lastSemicolon(text);
  return firstWord(clausesOf(tokenize(semicolon < 0 ? text : text.slice(0, semicolon))).get("by"));
}

/** Only the text of the time it was written. */
export function receivedDate(value: string): string {
  const text = readable(value);
  const semicolon = lastSemicolon(text);
  return semicolon < 0 ? "" : text.slice(semicolon + 1).trim();
}

/** "(from x [ip]) by y": one gateway puts its first clause into a comment. */
function readable(value: string): string {
  return value.slice(0, longestRead).replace(/^\s*\((from [^()]*)\)/i, "$1");
}

/** Words, `(comments)` with nesting, `[brackets]`; anything unclosed runs to the end. */
function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < text.length;) {
    const char = text[at] as string;
    if (char === "," || char <= " ") {
      at++;
    } else if (char === "(") {
      const end = commentEnd(text, at);
      tokens.push({ kind: "comment", text: text.slice(at + 1, end - 1).trim() });
      at = end;
    } else if (char === "[") {
      const close = text.indexOf("]", at);
      const end = close < 0 ? text.length : close + 1;
      tokens.push({ kind: "bracket", text: text.slice(at + 1, end - 1) });
      at = end;
    } else {
      const end = wordEnd(text, at + 1);
      tokens.push({ kind: "word", text: text.slice(at, end) });
      at = end;
    }
  }
  return tokens;
}

/** By character code: this runs over every Received field of every mail. */
function wordEnd(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code <= 0x20 || code === 0x28 || code === 0x2c) return at;
  }
  return text.length;
}

function commentEnd(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    if (text[at] === "(") depth++;
    else if (text[at] === ")" && --depth === 0) return at + 1;
  }
  return text.length + 1;
}

/** Semicolons stand in comments too, so only one outside of them ends the clauses. */
function lastSemicolon(text: string): number {
  let depth = 0;
  let last = -1;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x28) depth++;
    else if (code === 0x29) depth = Math.max(0, depth - 1);
    else if (code === 0x3b && depth === 0) last = at;
  }
  // A comment that is never closed swallowed everything.
  return last < 0 && depth > 0 ? text.lastIndexOf(";") : last;
}

function clausesOf(tokens: readonly Token[]): Map<Clause, Token[]> {
  const clauses = new Map<Clause, Token[]>();
  let current: Token[] | undefined;
  for (const token of tokens) {
    // "with SMTP with id": a keyword right after a keyword is the first one's value in no known form, but harmless.
    const key = token.kind === "word" && token.text.length <= LONGEST_CLAUSE ? (token.text.toLowerCase() as Clause) : undefined;
    if (key !== undefined && CLAUSES.has(key) && !clauses.has(key)) clauses.set(key, (current = []));
    else current?.push(token);
  }
  return clauses;
}

function firstWord(tokens: readonly Token[] | undefined): string {
  return tokens?.find((token) => token.kind === "word")?.text ?? "";
}

function unbracketed(text: string): string {
  return text.replace(/^<+|>+$/g, "");
}

type Client = Pick<Received, "helo" | "rdns" | "ip" | "ident">;

function readClient(tokens: readonly Token[], clauses: ReadonlyMap<Clause, unknown>, protocol: string): Client {
  const first = tokens[0]?.kind === "comment" ? undefined : tokens[0];
  const name = first?.kind === "word" ? withoutDot(first.text) : "";
  const comments = tokens.filter((token) => token.kind === "comment").map((token) => token.text);
  const given = comments.map(heloOf).find((helo) => helo !== undefined);
  const peer = comments.map(peerOf).find((found) => found !== undefined);
  if (peer) return clientOfPeer(name, given, peer, clauses.has("via"), protocol);
  const bracket = tokens.find((token) => token.kind === "bracket");
  const ip = bracket ? addressIn(bracket.text) : "";
  if (bracket && ip) return clientOfBracket(name, given, ip, bracket === first, comments, protocol);
  // Web mail names the browser's address only.
  if (/^http/i.test(protocol) && addressIn(name)) return { helo: "", rdns: "", ip: addressIn(name), ident: "" };
  return { helo: given ?? name, rdns: "", ip: "", ident: "" };
}

interface Peer {
  readonly name: string;
  readonly ip: string;
  readonly ident: string;
  readonly form: "bracket" | "bracket-port" | "bare";
}

/** `name [ip]`, `[ip]`, `[ip]:port`, `ip`, `user@ip`, `user@name [ip]` */
function peerOf(comment: string): Peer | undefined {
  const bracketed = /^(?:([^\s[\]]{1,300})\s*)?\[([^\]\s]{1,80})\](:\d+)?/.exec(comment);
  if (bracketed) {
    const ip = addressIn(bracketed[2] ?? "");
    if (!ip) return undefined;
    const [ident, name] = splitUser(bracketed[1] ?? "");
    return { name: known(withoutDot(name)), ip, ident, form: bracketed[3] ? "bracket-port" : "bracket" };
  }
  const word = /^\S+$/.test(comment) ? comment : "";
  const [ident, host] = splitUser(word);
  const ip = addressIn(host);
  return ip ? { name: "", ip, ident, form: "bare" } : undefined;
}

function clientOfPeer(name: string, given: string | undefined, peer: Peer, via: boolean, protocol: string): Client {
  const { ip, ident } = peer;
  if (given !== undefined) return { helo: given, rdns: known(addressIn(name) ? "" : name), ip, ident };
  if (peer.form === "bracket") return { helo: name, rdns: peer.name, ip, ident };
  // Exchange puts the address alone in the comment, and the name before it is what the client said.
  if (/^microsoft$/i.test(protocol)) return { helo: name, rdns: "", ip, ident };
  // Exim and qmail print one name when the client's own and the one found are the same.
  return { helo: via ? "" : name, rdns: known(addressIn(name) ? "" : name), ip, ident };
}

function clientOfBracket(name: string, given: string | undefined, ip: string, leads: boolean, comments: readonly string[], protocol: string): Client {
  if (leads) return { helo: given ?? (/^http/i.test(protocol) ? "" : ip), rdns: "", ip, ident: "" };
  const helo = given ?? comments.find((comment) => /^[\w-]+(?:\.[\w-]+)+$/.test(comment));
  return helo === undefined ? { helo: name, rdns: "", ip, ident: "" } : { helo, rdns: known(name), ip, ident: "" };
}

function heloOf(comment: string): string | undefined {
  const given = /(?:^|\s)(?:[hl]helo|[ehl]hlo|helo)[\s=]+(\S+)/i.exec(comment)?.[1];
  return given?.replace(/^\[|\]$/g, "");
}

function splitUser(text: string): [string, string] {
  const at = text.lastIndexOf("@");
  return at < 0 ? ["", text] : [text.slice(0, at), text.slice(at + 1)];
}

/** The IP address a text is, without port, `IPv6:` and IPv4-mapping; empty when it is none. */
function addressIn(text: string): string {
  const bare = text.replace(/^\[|\]$/g, "").replace(/^ipv6:/i, "");
  const ipv4 = /^(?:::ffff:)?(\d{1,3}(?:\.\d{1,3}){3})(?:[.:]\d+)?$/i.exec(bare)?.[1];
  if (ipv4) return ipv4;
  return /^[0-9a-f:]{2,39}(?:%\w+)?$/i.test(bare) && bare.split(":").length > 2 ? bare.toLowerCase() : "";
}

function known(name: string): string {
  return /^(?:unknown|unverified|unavailable|untrusted)$/i.test(name) ? "" : name;
}

function withoutDot(name: string): string {
  return name.replace(/\.$/, "");
}

function readEnvelopeFrom(text: string): string {
  // Case-insensitive search is slow, and most fields have none.
  const at = text.indexOf("nvelope-");
  if (at < 1) return "";
  return /^envelope-(?:from|sender)[\s=:]*<?([^\s<>(),;]*)/i.exec(text.slice(at - 1, at + 1000))?.[1] ?? "";
}

/** RFC 3848 protocol names ending in A say so; others say it in a comment. */
function readLogin(head: string, protocol: string): string {
  if (/^(?:esmtp|lmtp|utf8smtp)s?a$/i.test(protocol) || /^http/i.test(protocol)) return protocol;
  if (!head.includes("uthenticated ")) return "";
  if (/\(authenticated sender:/i.test(head)) return "Postfix";
  if (/\(authenticated bits=/i.test(head)) return "Sendmail";
  return /\(authenticated as /i.test(head) ? "CriticalPath" : "";
}
