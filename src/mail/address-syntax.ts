import { parse as parseHost } from "tldts";
import { type AddressCategory, type AddressDiagnosis, categoryOf, graver } from "./address-diagnosis.ts";
import { classifyLiteral } from "./address-literal.ts";

export interface AddressClass {
  readonly category: AddressCategory;
  readonly diagnosis: AddressDiagnosis;
  /** False only for what no grammar, not even an obsolete one, allows. */
  readonly valid: boolean;
}

/** Classifies an addr-spec by the grammars of RFC 5321 §4.1.2 and RFC 5322 §3.4.1 and §4.4. Never throws. */
export function classifyAddress(text: string): AddressClass {
  const scan = new Scan(text);
  scan.run();
  const diagnosis = scan.error ?? scan.worst;
  return { category: categoryOf(diagnosis), diagnosis, valid: scan.error === undefined };
}

type Token = "none" | "atom" | "quoted" | "comment" | "fold" | "literal";

/** One pass over the address: a local part, `@`, a domain. `error` set means: stop. */
class Scan {
  error: AddressDiagnosis | undefined;
  worst: AddressDiagnosis = "VALID";
  private at = 0;
  private last: Token = "none";
  /** Length of the dot-separated element being read, and how many were finished before it. */
  private length = 0;
  private count = 0;
  /** The element is complete: only white space, a comment, a dot or the end may follow. */
  private closed = false;
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  run(): void {
    const localLength = this.localPart();
    if (this.error) return;
    this.last = "none";
    this.length = this.count = 0;
    this.closed = false;
    const domain = this.domain();
    if (this.error) return;
    this.judgeDomain(domain, localLength);
  }

  private fail(error: AddressDiagnosis): void {
    this.error ??= error;
  }

  private remark(remark: AddressDiagnosis): void {
    this.worst = graver(this.worst, remark);
  }

  /** Reads up to and over the `@`; answers the length without comments and folding. */
  private localPart(): number {
    let total = 0;
    while (!this.error) {
      const char = this.text[this.at];
      if (char === undefined) {
        this.fail("ERR_NODOMAIN");
      } else if (char === "@") {
        this.endLocalPart(total);
        this.at++;
        return total;
      } else if (this.filler(char, false)) {
        continue;
      } else if (char === ".") {
        this.dot();
        total++;
      } else if (char === '"' && this.length === 0 && !this.closed) {
        this.remark(this.count === 0 ? "RFC5321_QUOTEDSTRING" : "DEPREC_LOCALPART");
        total += this.quotedString();
      } else {
        this.atext(char);
        total++;
      }
    }
    return total;
  }

  private endLocalPart(total: number): void {
    if (total === 0) return this.fail("ERR_NOLOCALPART");
    if (this.length === 0) return this.fail("ERR_DOT_END");
    if (total > 64) this.remark("RFC5322_LOCAL_TOOLONG");
    else if (this.last === "comment" || this.last === "fold") this.remark("DEPREC_CFWS_NEAR_AT");
  }

  private domain(): string {
    let domain = "";
    while (!this.error) {
      const char = this.text[this.at];
      if (char === undefined) break;
      if (this.filler(char, true)) continue;
      if (char === ".") {
        if (domain.endsWith("-")) return (this.fail("ERR_DOMAINHYPHENEND"), domain);
        if (this.length > 63) this.remark("RFC5322_LABEL_TOOLONG");
        this.dot();
        domain += ".";
      } else if (char === "[" && domain === "") {
        domain = this.literal();
      } else {
        if (char === "-" && this.length === 0) return (this.fail("ERR_DOMAINHYPHENSTART"), domain);
        this.atext(char);
        if (!this.error && !/[a-z0-9-]/i.test(char)) this.remark("RFC5322_DOMAIN");
        domain += char;
      }
    }
    return domain;
  }

  private judgeDomain(domain: string, localLength: number): void {
    if (domain === "") return this.fail("ERR_NODOMAIN");
    if (this.length === 0) return this.fail("ERR_DOT_END");
    if (domain.endsWith("-")) return this.fail("ERR_DOMAINHYPHENEND");
    if (domain.length > 255) this.remark("RFC5322_DOMAIN_TOOLONG");
    else if (localLength + 1 + domain.length > 254) this.remark("RFC5322_TOOLONG");
    else if (this.length > 63) this.remark("RFC5322_LABEL_TOOLONG");
    if (domain.startsWith("[")) return;
    this.remark(topLevelRemark(domain));
  }

  private dot(): void {
    if (this.length === 0) this.fail(this.count === 0 ? "ERR_DOT_START" : "ERR_CONSECUTIVEDOTS");
    // A quoted string beside a dot is a word of the obsolete local part (RFC 5322 §4.4).
    if (this.last === "quoted") this.remark("DEPREC_LOCALPART");
    this.closed = false;
    this.length = 0;
    this.count++;
    this.last = "none";
    this.at++;
  }

  private atext(char: string): void {
    if (this.closed && char !== '"') return this.fail(afterClosed[this.last] ?? "ERR_EXPECTING_ATEXT");
    if (!/[a-z0-9!#$%&'*+/=?^_`{|}~-]/i.test(char)) return this.fail("ERR_EXPECTING_ATEXT");
    this.last = "atom";
    this.length++;
    this.at++;
  }

  /** White space and comments around an element (RFC 5322 §3.2.2); false when there is none here. */
  private filler(char: string, inDomain: boolean): boolean {
    const comment = char === "(";
    if (!comment && char !== " " && char !== "\t" && char !== "\r") return false;
    if (this.length > 0) {
      this.remark(comment ? "CFWS_COMMENT" : inDomain ? "CFWS_FWS" : "VALID");
      this.closed = true;
    } else if (this.count > 0) {
      this.remark(comment ? "DEPREC_COMMENT" : "DEPREC_FWS");
    } else {
      this.remark(inDomain ? "DEPREC_CFWS_NEAR_AT" : comment ? "CFWS_COMMENT" : "CFWS_FWS");
    }
    if (comment) this.comment();
    else this.fold();
    // What closed the element decides the message: a string followed by text is not text after a comment.
    this.last = comment ? "comment" : "fold";
    return true;
  }

  /** Folding white space: CRLF must be followed by a blank (RFC 5322 §2.2.3); twice is obsolete (§4.2). */
  private fold(): void {
    let breaks = 0;
    for (let char = this.text[this.at]; ; char = this.text[this.at]) {
      if (char === " " || char === "\t") {
        this.at++;
      } else if (char === "\r") {
        if (this.text[this.at + 1] !== "\n") return this.fail("ERR_CR_NO_LF");
        this.at += 2;
        if (this.text[this.at] === "\r" && this.text[this.at + 1] === "\n") return this.fail("ERR_FWS_CRLF_X2");
        if (this.text[this.at] !== " " && this.text[this.at] !== "\t") return this.fail("ERR_FWS_CRLF_END");
        if (++breaks > 1) this.remark("DEPREC_FWS");
      } else return;
    }
  }

  /** RFC 5322 §3.2.2; nesting is counted, not recursed into. */
  private comment(): void {
    let depth = 0;
    while (!this.error) {
      const char = this.text[this.at];
      if (char === undefined) return this.fail("ERR_UNCLOSEDCOMMENT");
      if (char === "\\") {
        this.quotedPair();
      } else if (char === " " || char === "\t" || char === "\r") {
        this.fold();
      } else {
        const code = char.charCodeAt(0);
        if (code > 127 || code === 0 || code === 10) return this.fail("ERR_EXPECTING_CTEXT");
        if (code < 32 || code === 127) this.remark("DEPREC_CTEXT");
        this.at++;
        if (char === "(") depth++;
        else if (char === ")" && --depth === 0) return;
      }
    }
  }

  /** RFC 5322 §3.2.4; answers how much the local part grows by it. */
  private quotedString(): number {
    const start = this.at++;
    while (!this.error) {
      const char = this.text[this.at];
      if (char === undefined) return (this.fail("ERR_UNCLOSEDQUOTEDSTR"), 0);
      if (char === "\\") {
        this.quotedPair();
      } else if (char === "\r") {
        this.fold();
      } else {
        const code = char.charCodeAt(0);
        this.at++;
        if (char === '"') break;
        if (code > 127 || code === 0 || code === 10) return (this.fail("ERR_EXPECTING_QTEXT"), 0);
        if ((code < 32 && code !== 9) || code === 127) this.remark("DEPREC_QTEXT");
      }
    }
    this.closed = true;
    this.last = "quoted";
    this.length += this.at - start;
    return this.at - start;
  }

  private quotedPair(): void {
    const code = this.text.charCodeAt(this.at + 1);
    if (Number.isNaN(code)) return this.fail("ERR_BACKSLASHEND");
    if (code > 127) return this.fail("ERR_EXPECTING_QPAIR");
    if ((code < 32 && code !== 9) || code === 127) this.remark("DEPREC_QP");
    this.at += 2;
  }

  /** RFC 5322 §3.4.1; answers it with its brackets. */
  private literal(): string {
    const start = this.at++;
    let obsolete = false;
    while (!this.error) {
      const char = this.text[this.at];
      if (char === undefined) return (this.fail("ERR_UNCLOSEDDOMLIT"), "");
      if (char === "\\") {
        obsolete = true;
        this.quotedPair();
      } else if (char === " " || char === "\t" || char === "\r") {
        this.fold();
      } else {
        const code = char.charCodeAt(0);
        if (code > 127 || code === 0 || char === "[") return (this.fail("ERR_EXPECTING_DTEXT"), "");
        this.at++;
        if (char === "]") break;
        obsolete ||= code < 33 || code === 127;
      }
    }
    const text = this.text.slice(start, this.at);
    this.remark(obsolete ? "RFC5322_DOMLIT_OBSDTEXT" : classifyLiteral(text.slice(1, -1)));
    this.closed = true;
    this.last = "literal";
    // The 63 bytes are a limit for labels (RFC 1035 §2.3.4), not for literals.
    this.length = 1;
    return text;
  }
}

const afterClosed: Partial<Record<Token, AddressDiagnosis>> = {
  comment: "ERR_ATEXT_AFTER_CFWS",
  fold: "ERR_ATEXT_AFTER_CFWS",
  quoted: "ERR_ATEXT_AFTER_QS",
  literal: "ERR_ATEXT_AFTER_DOMLIT",
};

/** Top-level domains that had address or mail records of their own when RFC 7085 counted them. */
const dotless = new Set("ac ai cm dk gg io je kh pn sh tk tm to uz vi ws ax cf dm gp gt hr km lk mq pa tt ua".split(" "));

/** The eleven top-level domains IANA set up to try internationalized names: not in the suffix list, but not unknown. */
const idnTrial = new Set(
  (
    "xn--0zwm56d xn--11b5bs3a9aj6g xn--80akhbyknj4f xn--9t4b11yi5a xn--deba0ad xn--g6w251d xn--hgbk6aj7f53bba " +
    "xn--hlcj6aya9esc7a xn--jxalpdlp xn--kgbechtv xn--zckzah"
  ).split(" "),
);

/** What can be said about the domain's end without asking the DNS. */
function topLevelRemark(domain: string): AddressDiagnosis {
  const top = domain.slice(domain.lastIndexOf(".") + 1).toLowerCase();
  if (/^\d/.test(top)) return "RFC5321_TLDNUMERIC";
  if (top === domain.toLowerCase()) return dotless.has(top) ? "VALID" : "RFC5321_TLD";
  if (idnTrial.has(top)) return "VALID";
  return parseHost(domain, { validateHostname: false }).isIcann ? "VALID" : "DNSWARN_NO_RECORD";
}
