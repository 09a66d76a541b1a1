import type { Article } from "../../article/article.ts";
import { readable } from "./markup.ts";
import { INDEX_FOLDER } from "./search-page.ts";
import { shardOf, termsOf } from "./search-terms.ts";
import type { DocumentLine, IndexMeta } from "./search-terms.ts";
import { dayOf } from "./site.ts";
import type { SiteFile } from "./site.ts";

/** So many gaps a file: about 6 kB, but where one term alone has more. */
const SHARD_SIZE = 2500;
const CHUNK = 16;
/** Of a mail's text only so much is searched, as UTF-16 units: what people paste stands at its start. */
const TEXT_SEARCHED = 400;
/** A term in more than this share of the mails' texts says nothing about any of them; subjects and senders keep it. */
const COMMON = 0.05;
/** A term in more than this share of the subjects and senders is not searched at all. */
const EVERYWHERE = 0.5;
const COMMON_FROM = 1000;

/** Growing list of document numbers, doubled so that the lowest bit says "in subject, sender or the like". */
class Postings {
  #list = new Uint32Array(4);
  length = 0;
  add(entry: number): void {
    if (this.length === this.#list.length) {
      const wider = new Uint32Array(this.length * 2);
      wider.set(this.#list);
      this.#list = wider;
    }
    this.#list[this.length++] = entry;
  }
  entries(): Uint32Array {
    return this.#list.subarray(0, this.length);
  }
}

/** Collects articles one by one, oldest first, and writes the index that the search page reads file by file. */
export class SearchIndex {
  readonly #terms = new Map<string, Postings>();
  readonly #lines: DocumentLine[] = [];

  add(article: Article): void {
    const number = this.#lines.length;
    const head = new Set(termsOf(headOf(article)));
    for (const term of head) this.#postings(term).add(number * 2 + 1);
    // The title is the subject with the same words round it each time, unless its author wrote another one.
    const { title, mail } = article;
    for (const term of termsOf(`${title.ja}\n${title.en}\n${mail.text.slice(0, TEXT_SEARCHED)}`)) if (!head.has(term)) this.#postings(term).add(number * 2);
    this.#lines.push(lineOf(article));
  }

  *files(): Generator<SiteFile> {
    const kept = this.#kept();
    const total = kept.reduce((sum, [, gaps]) => sum + (gaps === 0 ? 1 : gaps.length), 0);
    const shards = 2 ** Math.ceil(Math.log2(Math.max(1, total / SHARD_SIZE)));
    const files: Record<string, readonly number[] | 0>[] = Array.from({ length: shards }, () => ({}));
    for (const [term, gaps] of kept) (files[shardOf(term, shards)] as Record<string, readonly number[] | 0>)[term] = gaps;
    for (const [number, content] of files.entries()) yield file(`t/${number}.json`, content);
    for (let from = 0; from < this.#lines.length; from += CHUNK) yield file(`d/${from / CHUNK}.json`, this.#lines.slice(from, from + CHUNK));
    yield file("meta.json", { documents: this.#lines.length, shards, chunk: CHUNK } satisfies IndexMeta);
  }

  /** Terms in the order of their letters, so that the same articles give the same files. */
  #kept(): readonly (readonly [string, readonly number[] | 0])[] {
    const most = Math.max(COMMON_FROM, this.#lines.length * COMMON);
    const everywhere = Math.max(COMMON_FROM, this.#lines.length * EVERYWHERE);
    return [...this.#terms.keys()].sort().map((term) => {
      const gaps = gapsOf(this.#postings(term), most);
      return [term, gaps.length > everywhere ? 0 : gaps] as const;
    });
  }

  #postings(term: string): Postings {
    const known = this.#terms.get(term);
    if (known !== undefined) return known;
    const made = new Postings();
    this.#terms.set(term, made);
    return made;
  }
}

function gapsOf(postings: Postings, most: number): readonly number[] {
  const entries = postings.entries();
  const headOnly = postings.length > most;
  const gaps: number[] = [];
  let before = -1;
  for (const entry of entries) {
    if (headOnly && entry % 2 === 0) continue;
    gaps.push((entry >>> 1) - before);
    before = entry >>> 1;
  }
  return gaps;
}

/** What a search should find a warning by before all else. */
function headOf({ brandLabel, tags, mail }: Article): string {
  const hosts = mail.links.slice(0, 20).map((link) => link.host);
  return [brandLabel.ja, brandLabel.en, ...tags, mail.subject, mail.fromName, mail.fromAddress, mail.replyTo ?? "", ...hosts, ...mail.attachments].join("\n");
}

function lineOf({ slug, published, created, title, brandLabel, mail }: Article): DocumentLine {
  const texts = [title.ja, brandLabel.ja, title.en, brandLabel.en, mail.subject].map((text) => readable(text)) as [string, string, string, string, string];
  return [slug, dayOf(published ?? created), ...texts];
}

const file = (name: string, content: unknown): SiteFile => ({ path: `${INDEX_FOLDER}${name}`, content: `${JSON.stringify(content)}\n` });
