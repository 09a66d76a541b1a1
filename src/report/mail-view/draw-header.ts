import type { Evidence } from "../../evidence/evidence.ts";
import type { HeaderField, MailAddress } from "../../mail/mail.ts";
import type { Quote } from "../../terms/index.ts";
import { oneLine } from "../plain-text.ts";
import { dateText } from "../outline.ts";
import { visibly } from "./characters.ts";
import { buttonsFor } from "./drawing.ts";
import type { Drawing } from "./drawing.ts";
import { numbersOf } from "./mark-book.ts";
import { FIELD_NAME, ROW, WORDS } from "./texts.ts";
import type { Drawn, DrawnElement, DrawnKind, HeaderRow, MarkPlace } from "./view.ts";
import { stands } from "./wanted.ts";
import type { Wanted } from "./wanted.ts";

type Mailbox = MailAddress & { readonly quote: Quote };

const NAME_LIMIT = 200;
const SUBJECT_LIMIT = 500;
const FIELD_LIMIT = 400;
const MAX_MAILBOXES = 10;

/** The rows above the text, and which quotes found their place there. */
export function drawHeader(
  evidence: Evidence,
  wanted: readonly Wanted[],
  drawing: Drawing,
): { readonly rows: readonly HeaderRow[]; readonly placed: ReadonlySet<Wanted> } {
  const header = new Header(evidence, wanted, drawing);
  return { rows: header.rows(), placed: header.placed };
}

class Header {
  readonly placed = new Set<Wanted>();
  readonly #evidence: Evidence;
  readonly #wanted: readonly Wanted[];
  readonly #drawing: Drawing;

  constructor(evidence: Evidence, wanted: readonly Wanted[], drawing: Drawing) {
    this.#evidence = evidence;
    this.#wanted = wanted;
    this.#drawing = drawing;
  }

  rows(): readonly HeaderRow[] {
    const { sender, subject } = this.#evidence;
    const { lang } = this.#drawing;
    const found = sender.kind === "found" ? sender.value : undefined;
    const row = (kind: keyof typeof ROW, content: readonly Drawn[]): HeaderRow[] => (content.length === 0 ? [] : [{ kind, label: ROW[kind][lang], content }]);
    const from = this.#mailboxes(found?.from ?? [], true);
    const rows = [
      ...row("subject", this.#subject(subject)),
      ...row("from", from.length === 0 ? [WORDS.none[lang]] : from),
      ...row("replyTo", this.#mailboxes(found?.replyTo ?? [], true)),
      ...row("to", this.#mailboxes(found?.to ?? [], false)),
      ...row("date", this.#date()),
    ];
    return [...rows, ...this.#technical()];
  }

  /** The quotes that stand in a range and are still without a place. */
  #at(start: number, end: number): readonly Wanted[] {
    const found = this.#wanted.filter((one) => stands(one, start, end) || one.start === start);
    for (const one of found) this.placed.add(one);
    return found;
  }

  #subject(subject: Quote | undefined): readonly Drawn[] {
    const text = oneLineVisibly(subject?.text ?? "", SUBJECT_LIMIT);
    const { where } = subject ?? {};
    const all = where?.kind === "raw" ? this.#wanted.filter((one) => stands(one, where.start, where.end)) : [];
    // Of an inline forward all lines have one place: there the words tell which is meant.
    const hits = this.#isInline() ? all.filter((one) => same(one.text, subject?.text ?? "")) : all;
    for (const one of hits) this.placed.add(one);
    return [...buttonsFor(this.#drawing, hits, "subject"), this.#element("quoted", text === "" ? WORDS.none[this.#drawing.lang] : text, hits)];
  }

  #isInline(): boolean {
    return this.#evidence.level === "inline-forward";
  }

  #mailboxes(mailboxes: readonly Mailbox[], split: boolean): readonly Drawn[] {
    return mailboxes.slice(0, MAX_MAILBOXES).flatMap((one, index) => [...(index === 0 ? [] : [", "]), ...this.#mailbox(one, mailboxes, split)]);
  }

  #mailbox(one: Mailbox, all: readonly Mailbox[], split: boolean): readonly Drawn[] {
    const { where } = one.quote;
    const hits = where.kind !== "raw" ? [] : this.#wanted.filter((wanted) => stands(wanted, where.start, where.end) && this.#means(wanted, one, all));
    for (const wanted of hits) this.placed.add(wanted);
    const ofName = one.displayName === "" || !split ? [] : hits.filter((wanted) => this.#isAboutName(wanted, one));
    const onlyName = new Set(ofName.filter((wanted) => !isAboutAddress(wanted, one)));
    const ofAddress = one.address === "" ? [] : hits.filter((wanted) => !onlyName.has(wanted));
    const name =
      one.displayName === ""
        ? []
        : [...buttonsFor(this.#drawing, ofName, "displayName"), this.#element("name", oneLineVisibly(one.displayName, NAME_LIMIT), ofName), " "];
    const address = one.address === "" ? [] : [...buttonsFor(this.#drawing, ofAddress, "address"), this.#address(one.address, ofAddress, split)];
    return [...name, ...address];
  }

  /** A field with several mailboxes is quoted as a whole: the words tell which is meant, else the first. */
  #means(wanted: Wanted, one: Mailbox, all: readonly Mailbox[]): boolean {
    if (this.#isInline() && !all.some((other) => wanted.text.includes(other.address) && other.address !== "") && wanted.text !== one.displayName) return false;
    const named = all.filter((other) => other.address !== "" && wanted.text.includes(other.address));
    return named.length === 0 ? one === all[0] : named.includes(one);
  }

  /** The point speaks of the name: it says so, or the name is what claims to be the brand. */
  #isAboutName(wanted: Wanted, { displayName, address }: Mailbox): boolean {
    const { point } = wanted;
    if (!wanted.text.includes(address) || address === "") return true;
    if (point.seen.ja.includes(displayName.trim().slice(0, 40))) return true;
    const claims = this.#evidence.claims.kind === "found" ? this.#evidence.claims.value : [];
    const claim = claims.find(({ brand }) => brand === point.brand);
    return claim?.quotes.some(({ place, where }) => place === "displayName" && where.kind === "raw" && stands(wanted, where.start, where.end)) ?? false;
  }

  #address(address: string, hits: readonly Wanted[], split: boolean): DrawnElement {
    const at = split ? address.lastIndexOf("@") : -1;
    const { lang } = this.#drawing;
    const domain: DrawnElement = { tag: "b", kind: "domain", children: visibly(address.slice(at + 1).slice(0, 300), lang) };
    return {
      tag: "span",
      kind: "address",
      numbers: numbersOf(hits),
      children: at < 0 ? visibly(address.slice(0, 300), lang) : [...visibly(address.slice(0, at + 1).slice(-200), lang), domain],
    };
  }

  #element(kind: DrawnKind, text: string, hits: readonly Wanted[]): DrawnElement {
    return { tag: "span", kind, numbers: numbersOf(hits), children: visibly(text, this.#drawing.lang) };
  }

  #date(): readonly Drawn[] {
    const { date, mail } = this.#evidence;
    const field = mail.fields.find(({ key }) => key === "date");
    if (date === undefined) return [];
    const hits = field === undefined || this.#isInline() ? [] : this.#at(field.start, field.end);
    return [...buttonsFor(this.#drawing, hits, "header"), this.#element("quoted", oneLine(dateText(date, this.#drawing.lang), 60), hits)];
  }

  /** Fields no mail program shows, each once, where a point quotes them. */
  #technical(): readonly HeaderRow[] {
    const open = this.#wanted.filter((one) => !this.placed.has(one));
    return this.#evidence.mail.fields.flatMap((field) => {
      const hits = open.filter((one) => stands(one, field.start, field.end));
      for (const one of hits) this.placed.add(one);
      return hits.length === 0 ? [] : [this.#field(field, hits)];
    });
  }

  #field(field: HeaderField, hits: readonly Wanted[]): HeaderRow {
    const { lang } = this.#drawing;
    const place: MarkPlace = field.key === "subject" ? "subject" : "header";
    const label = FIELD_NAME[field.key]?.[lang] ?? oneLine(field.name, 60);
    return { kind: "field", label, content: [...buttonsFor(this.#drawing, hits, place), this.#element("quoted", oneLine(field.value, FIELD_LIMIT), hits)] };
  }
}

const same = (one: string, other: string): boolean => one.trim() === other.trim() || (one.length > 3 && other.includes(one.trim()));

/** The point speaks of the address or its domain. */
function isAboutAddress({ point, text }: Wanted, { address, domain }: Mailbox): boolean {
  const seen = point.seen.ja.toLowerCase();
  return text === address || (domain !== "" && seen.includes(domain)) || point.kind.includes("address") || point.kind.includes("sender");
}

/** One line, with what cannot be seen still in it: it is shown. */
function oneLineVisibly(text: string, limit: number): string {
  const line = text
    .slice(0, limit * 4)
    .replace(/[\s\u2028\u2029]+/g, " ")
    .trim();
  const characters = [...line];
  return characters.length > limit ? `${characters.slice(0, limit - 1).join("")}…` : line;
}
